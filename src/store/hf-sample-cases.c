/* hf-sample-cases.c: complaints at every stage, as a branch has them on an ordinary day
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint.h"
#include "hf-db-private.h"
#include "hf-deadline-reminder.h"
#include "hf-recovery.h"
#include "hf-sample-private.h"

/* Whom a case may befall was a customer before the oldest of them. */
#define KNOWN_FOR (50)

/* The first cases come to every other customer, so that a small branch shows them all. */
#define FIRST_GAP (2)
#define LATER_GAP (150)

/* The oldest of what is about goods. */
#define GOODS_FOR  (20)

#define MOST_STEPS (8)

#define APOLOGY    "向顾客说了对不起，承认是我们没做好"

/* A moment: days before today and the minute of that day; of today, minutes before now. */
typedef struct
{
  int days;
  int minute;
} Ago;

#define AT(days, hour, minute)  \
  {                             \
    (days), (hour) *60 + minute \
  }
#define TODAY(minutes) \
  {                    \
    0, (minutes)       \
  }

typedef enum
{
  END,
  MOVE,  /* to a stage */
  TALK,  /* a call that reached the customer */
  WAIT,  /* the customer was asked */
  REPLY, /* and has answered */
} Act;

typedef struct
{
  Act act;
  HfComplaintStage to;
  Ago ago;
} Step;

/* A case from its beginning to where it stands. */
typedef struct
{
  HfComplaintReason reason;
  HfComplaintSeverity severity;
  HfWants wants;
  HfChannel channel;
  gboolean about_owner;
  const char *words;
  const char *note;
  const char *remedy;
  int remedy_in; /* days from today by which it was promised */
  const char *cause;
  const char *action;
  int satisfaction;
  Ago received;
  Step steps[MOST_STEPS];
} Script;

static const Script scripts[] = {
  { HF_COMPLAINT_DELIVERY_LATE, HF_COMPLAINT_NORMAL, HF_WANTS_EXPLANATION, HF_CHANNEL_PHONE, FALSE,
    "说好星期三送到，今天还没见着，打了两次电话都说在路上。", .received = TODAY (55) },
  { HF_COMPLAINT_NOT_AS_PROMISED, HF_COMPLAINT_SERIOUS, HF_WANTS_REFUND, HF_CHANNEL_PHONE, FALSE,
    "当时说送血压计，钱都交了，东西没有，还说没这回事。", .note = "已向当时的同事了解情况",
    .received = AT (3, 16, 20) },
  { HF_COMPLAINT_ATTITUDE, HF_COMPLAINT_SERIOUS, HF_WANTS_APOLOGY, HF_CHANNEL_OFFICE, TRUE,
    "我多问了两句，就不耐烦，话没说完把电话挂了。", .received = AT (1, 10, 15),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (1, 11, 0) } } },
  { HF_COMPLAINT_PACKAGING, HF_COMPLAINT_NORMAL, HF_WANTS_EXCHANGE, HF_CHANNEL_MESSAGE, FALSE,
    "箱子压扁了，两盒的封口都开了，不敢吃。", .note = "请顾客拍照，等照片",
    .received = AT (2, 9, 40),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (2, 10, 5) },
               { TALK, HF_CASE_RECEIVED, AT (2, 11, 45) } } },
  { HF_COMPLAINT_NO_FOLLOW_UP, HF_COMPLAINT_NORMAL, HF_WANTS_APOLOGY, HF_CHANNEL_PHONE, TRUE,
    "买之前天天打电话，买完两个月没有一个人问一声。", .note = "核对了回访记录",
    .received = AT (3, 14, 30),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (3, 15, 10) },
               { TALK, HF_CASE_RECEIVED, AT (3, 18, 20) },
               { MOVE, HF_CASE_INVESTIGATING, AT (2, 9, 30) } } },
  { HF_COMPLAINT_QUANTITY, HF_COMPLAINT_NORMAL, HF_WANTS_EXCHANGE, HF_CHANNEL_PHONE, FALSE,
    "订了三盒，打开只有两盒，快递单上也写着三盒。", .note = "请顾客找一下快递单",
    .received = AT (4, 10, 0),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (4, 10, 50) },
               { TALK, HF_CASE_RECEIVED, AT (4, 12, 0) },
               { MOVE, HF_CASE_INVESTIGATING, AT (3, 9, 30) },
               { WAIT, HF_CASE_RECEIVED, AT (2, 11, 40) } } },
  { HF_COMPLAINT_PRODUCTION_DATE, HF_COMPLAINT_SERIOUS, HF_WANTS_REFUND, HF_CHANNEL_OFFICE, FALSE,
    "生产日期是去年的，离过期只有三个月，老人一个人怎么吃得完？", .note = "已向仓库查批次",
    .received = AT (12, 11, 0),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (12, 11, 30) },
               { TALK, HF_CASE_RECEIVED, AT (12, 18, 10) },
               { MOVE, HF_CASE_INVESTIGATING, AT (11, 10, 0) } } },
  { HF_COMPLAINT_DELIVERY_WRONG, HF_COMPLAINT_NORMAL, HF_WANTS_EXCHANGE, HF_CHANNEL_PHONE, FALSE,
    "要的是无糖的，送来的是普通的。", .note = "已道歉，换货已下单",
    .remedy = "上门换成无糖的，另送一份小礼品", .remedy_in = 1, .received = AT (5, 15, 0),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (5, 15, 20) },
               { TALK, HF_CASE_RECEIVED, AT (5, 18, 30) },
               { MOVE, HF_CASE_INVESTIGATING, AT (4, 9, 20) },
               { MOVE, HF_CASE_ANSWERED, AT (3, 16, 30) } } },
  { HF_COMPLAINT_DISTURBS, HF_COMPLAINT_NORMAL, HF_WANTS_OTHER, HF_CHANNEL_PHONE, FALSE,
    "中午睡觉的时候总来电话，说了不要在这个时间打。", .note = "顾客说时间段还是不对",
    .remedy = "改到上午九点半以后联系", .remedy_in = 2, .received = AT (7, 13, 10),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (7, 14, 0) },
               { TALK, HF_CASE_RECEIVED, AT (7, 18, 5) },
               { MOVE, HF_CASE_INVESTIGATING, AT (6, 9, 30) },
               { MOVE, HF_CASE_ANSWERED, AT (5, 10, 30) },
               { MOVE, HF_CASE_INVESTIGATING, AT (3, 11, 50) } } },
  { HF_COMPLAINT_LACKS_KNOWLEDGE, HF_COMPLAINT_NORMAL, HF_WANTS_EXPLANATION, HF_CHANNEL_HOME, FALSE,
    "问怎么吃、能不能和药一起，说不清楚，让我自己看说明书。", .note = "专家已当面讲解",
    .remedy = "请专家上门讲一次，并留下大字版说明", .remedy_in = 0, .received = AT (8, 10, 20),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (8, 10, 40) },
               { TALK, HF_CASE_RECEIVED, AT (8, 11, 50) },
               { MOVE, HF_CASE_INVESTIGATING, AT (7, 9, 40) },
               { MOVE, HF_CASE_ANSWERED, AT (6, 15, 0) },
               { MOVE, HF_CASE_RESOLVED, AT (2, 10, 30) } } },
  { HF_COMPLAINT_DELIVERY_LATE, HF_COMPLAINT_NORMAL, HF_WANTS_GIFT, HF_CHANNEL_PHONE, FALSE,
    "等了九天才到，节都过完了。", .note = "顾客满意", .remedy = "道歉并补送一份礼品",
    .remedy_in = -15, .cause = "仓库漏发，三天后才发现", .action = "发货后第二天核对一次单号",
    .satisfaction = 5, .received = AT (20, 9, 50),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (20, 10, 10) },
               { TALK, HF_CASE_RECEIVED, AT (20, 11, 40) },
               { MOVE, HF_CASE_INVESTIGATING, AT (19, 9, 30) },
               { MOVE, HF_CASE_ANSWERED, AT (18, 10, 0) },
               { MOVE, HF_CASE_RESOLVED, AT (15, 16, 0) },
               { MOVE, HF_CASE_CLOSED, AT (13, 11, 30) } } },
  { HF_COMPLAINT_ATTITUDE, HF_COMPLAINT_NORMAL, HF_WANTS_APOLOGY, HF_CHANNEL_PHONE, FALSE,
    "又是这样，上次说改，这次还是推来推去。", .note = "顾客再次来电",
    .remedy = "经理登门道歉，换一位负责人", .remedy_in = -20, .cause = "交接时没有把承诺写下来",
    .action = "交接单加一栏“答应过的事”", .satisfaction = 3, .received = AT (30, 10, 0),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (30, 10, 45) },
               { TALK, HF_CASE_RECEIVED, AT (30, 18, 15) },
               { MOVE, HF_CASE_INVESTIGATING, AT (29, 9, 30) },
               { MOVE, HF_CASE_ANSWERED, AT (27, 14, 0) },
               { MOVE, HF_CASE_RESOLVED, AT (25, 10, 0) },
               { MOVE, HF_CASE_CLOSED, AT (24, 15, 0) },
               { MOVE, HF_CASE_INVESTIGATING, AT (1, 10, 20) } } },
  { HF_COMPLAINT_NOT_AS_PROMISED, HF_COMPLAINT_SERIOUS, HF_WANTS_REFUND, HF_CHANNEL_HOME, FALSE,
    "讲座上说一个月就有变化，现在两个月了，什么变化也没有，我要退。", .note = "退款已报经理批准",
    .remedy = "按退货办理，退还未拆封部分的货款", .remedy_in = 3, .received = AT (28, 15, 30),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (28, 15, 50) },
               { TALK, HF_CASE_RECEIVED, AT (27, 10, 0) },
               { MOVE, HF_CASE_INVESTIGATING, AT (27, 11, 0) },
               { MOVE, HF_CASE_ANSWERED, AT (22, 10, 30) },
               { MOVE, HF_CASE_RESOLVED, AT (10, 9, 50) } } },
  { HF_COMPLAINT_OTHER, HF_COMPLAINT_NORMAL, HF_WANTS_EXPLANATION, HF_CHANNEL_MESSAGE, FALSE,
    "联谊会通知的时间改了没人说，白跑一趟。", .received = AT (1, 15, 40),
    .steps = { { MOVE, HF_CASE_ACKNOWLEDGED, AT (1, 16, 10) },
               { MOVE, HF_CASE_INVESTIGATING, TODAY (90) } } },
};

static HfMinute
get_minute (const HfSample *sample, const Ago *ago)
{
  return ago->days == 0 ? sample->actor->now - ago->minute
                        : hf_minute_new (sample->today - ago->days, ago->minute);
}

/* Who acts at that moment: whoever looks after the customer, or the manager when it is about them.
 */
static HfActor
act_then (const HfSample *sample, gint64 staff, const Ago *ago)
{
  HfActor then = *sample->actor;

  then.now = get_minute (sample, ago);
  then.now_ms -= (sample->actor->now - then.now) * 60 * 1000;
  then.staff_id = staff;
  return then;
}

static gboolean
move (HfSample *sample,
      const HfActor *actor,
      const Script *script,
      gint64 complaint,
      const Step *step,
      GError **error)
{
  HfComplaintStep move;

  hf_complaint_step_init (&move);
  move.to = step->to;
  if (step[1].act == END)
    move.note = script->note;
  if (step->to == HF_CASE_INVESTIGATING && script->about_owner)
    move.investigator_id = sample->manager;
  if (step->to == HF_CASE_ANSWERED)
    {
      move.apology = TRUE;
      move.apology_how = APOLOGY;
      move.remedy = script->remedy;
      move.remedy_by = hf_minute_new (sample->today + script->remedy_in, 18 * 60);
    }
  move.satisfaction = script->satisfaction;
  move.cause = script->cause;
  move.action = script->action;
  return hf_command_move_complaint (sample->db, actor, complaint, &move, error);
}

static gboolean
talk (HfSample *sample, HfSampleCustomer *customer, const HfActor *actor, GError **error)
{
  HfSampleVisit visit = { customer->owner, HF_CHANNEL_PHONE, HF_OUTCOME_REACHED, actor->now };

  return hf_sample_add_visit (sample, customer, &visit, error) &&
         hf_deadlines_note_contact (sample->db, actor, customer->id, HF_CHANNEL_PHONE, actor->now,
                                    error);
}

static gboolean
take_step (HfSample *sample,
           HfSampleCustomer *customer,
           const Script *script,
           gint64 complaint,
           const Step *step,
           GError **error)
{
  HfActor actor =
      act_then (sample, script->about_owner ? sample->manager : customer->owner, &step->ago);

  switch (step->act)
    {
    case MOVE:
      return move (sample, &actor, script, complaint, step, error);
    case TALK:
      return talk (sample, customer, &actor, error);
    case WAIT:
    case REPLY:
      return hf_command_wait_for_customer (sample->db, &actor, complaint, step->act == WAIT,
                                           script->note, error);
    case END:
    default:
      return TRUE;
    }
}

static gboolean
play (HfSample *sample, HfSampleCustomer *customer, const Script *script, GError **error)
{
  HfActor actor = act_then (sample, customer->owner, &script->received);
  HfComplaintDraft draft;
  gint64 id;

  hf_complaint_draft_init (&draft);
  draft.customer_id = customer->id;
  draft.channel = script->channel;
  draft.reason = script->reason;
  draft.severity = script->severity;
  draft.wants = script->wants;
  draft.words = script->words;
  if (script->about_owner)
    {
      draft.about_id = customer->owner;
      draft.responsible_id = sample->manager;
    }
  if (customer->bought_on < hf_minute_get_day (actor.now))
    {
      draft.purchase_id = customer->purchase;
      draft.product_id = customer->product;
    }
  sample->result->complaints++;
  sample->complaint_number++;
  if (!hf_command_open_complaint (sample->db, &actor, &draft, &id, error))
    return FALSE;
  for (guint i = 0; i + 1 < MOST_STEPS && script->steps[i].act != END; i++)
    {
      if (!take_step (sample, customer, script, id, &script->steps[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_sample_add_cases:
 *
 * A case for some of those who bought: each stands elsewhere, through the commands that a clerk
 * would use, so that its moves and deadlines are those of a real one (COMP-3 to COMP-8).
 */
gboolean
hf_sample_add_cases (HfSample *sample, HfSampleCustomer *customer, GError **error)
{
  guint kinds = G_N_ELEMENTS (scripts) + HF_SAMPLE_N_OTHERS;
  guint gap = sample->n_cases < kinds ? FIRST_GAP : LATER_GAP;
  guint index = sample->n_cases % kinds;

  if (customer->since > sample->today - KNOWN_FOR || customer->owner == 0 ||
      ++sample->n_since_case < gap)
    return TRUE;
  /* What is about goods waits for somebody who has them. */
  if (index >= G_N_ELEMENTS (scripts) &&
      (customer->purchase == 0 || customer->bought_on > sample->today - GOODS_FOR))
    return TRUE;
  sample->n_since_case = 0;
  sample->n_cases++;
  return index < G_N_ELEMENTS (scripts)
             ? play (sample, customer, &scripts[index], error)
             : hf_sample_add_other_case (sample, customer, index - G_N_ELEMENTS (scripts), error);
}

/**
 * hf_sample_finish_cases:
 *
 * What the passing of time did: missed deadlines are with the manager (COMP-4), failures of
 * yesterday and today are found (COMP-7).
 */
gboolean
hf_sample_finish_cases (HfSample *sample, GError **error)
{
  HfActor yesterday = *sample->actor;
  int escalated = 0;
  int found = 0;

  yesterday.now -= HF_MINUTES_A_DAY;
  return hf_deadlines_run (sample->db, sample->actor, &escalated, error) &&
         hf_recovery_run_day (sample->db, &yesterday, &found, error) &&
         hf_recovery_run_day (sample->db, sample->actor, &found, error);
}
