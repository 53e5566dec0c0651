/* hf-sample-matters.c: promises, complaints, returns and referrals of invented customers
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-db-private.h"
#include "hf-follow-up.h"
#include "hf-sample-private.h"

/* A promise of the last visit: kept, or open with a follow-up of its own (VISIT-6). */
static gboolean
add_promise (HfSample *sample, const HfSampleCustomer *customer, GError **error)
{
  HfDay said = hf_minute_get_day (customer->visited_at);
  HfDay due = said + hf_sample_between (sample, 2, 10);
  gboolean open = due >= sample->today - 2;
  const char *text = hf_sample_pick_promise (sample);
  gint64 id = hf_db_new_id (sample->db);
  HfFollowUpDraft draft = { 0 };
  gint64 follow_up;
  HfWays ways;

  sample->result->promises++;
  if (!hf_db_run (sample->db, HF_QUERY_SAMPLE_PROMISE_INSERT, error, "lllrslsd", id, customer->id,
                  customer->visit, customer->owner, text, due, open ? "open" : "kept",
                  open ? HF_DAY_NONE : due))
    return FALSE;
  if (!open)
    return TRUE;
  if (!hf_ways_parse ("phone:agent;phone:expert", &ways, error))
    return FALSE;
  draft.customer_id = customer->id;
  draft.staff_id = customer->owner;
  draft.kind = HF_KIND_PROMISE;
  draft.due_at = hf_minute_new (due, 11 * 60 + 30);
  draft.original_on = draft.window_from = draft.window_to = due;
  draft.ways = &ways;
  draft.title = text;
  draft.cause = "promise";
  draft.anchor_on = said;
  draft.subject_id = id;
  return hf_follow_up_insert (sample->db, &draft, &follow_up, error);
}

static gboolean
add_complaint (HfSample *sample, const HfSampleCustomer *customer, GError **error)
{
  static const char *const stages[] = { "received", "acknowledged", "investigating",
                                        "answered", "resolved",     "closed" };
  static const struct
  {
    const char *reason;
    const char *words;
  } kinds[] = {
    { "delivery-late", "说好三天到，等了一个星期。" },
    { "packaging", "盒子压扁了。" },
    { "quantity", "少了一盒。" },
    { "attitude", "电话里不耐烦。" },
    { "no-follow-up", "买了以后没人管。" },
    { "delivery-wrong", "送错了口味。" },
  };
  int kind = hf_sample_between (sample, 0, (int) G_N_ELEMENTS (kinds) - 1);
  HfMinute at = hf_sample_pick_time (
      sample, MIN (customer->bought_on + hf_sample_between (sample, 1, 9), sample->today - 1),
      HF_CHANNEL_PHONE);
  /* Who bought a few days ago complained lately; nothing happens after now. */
  HfMinute end = MIN (at + 3 * HF_MINUTES_A_DAY, sample->actor->now);
  gint64 id = hf_db_new_id (sample->db);

  sample->result->complaints++;
  if (!hf_db_run (sample->db, HF_QUERY_SAMPLE_COMPLAINT_INSERT, error, "lllrrlrssssrslsil", id,
                  ++sample->complaint_number, customer->id, customer->purchase, customer->product,
                  at, customer->owner, kinds[kind].words, kinds[kind].reason,
                  hf_sample_chance (sample, 15) ? "serious" : "normal", "explanation",
                  customer->owner, "closed", MIN (at + 60, end), "道歉并补送",
                  hf_sample_between (sample, 3, 5), end))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if (!hf_db_run (sample->db, HF_QUERY_SAMPLE_COMPLAINT_MOVE, error, "lllrss",
                      hf_db_new_id (sample->db), id,
                      at + (end - at) * i / (G_N_ELEMENTS (stages) - 1), customer->owner,
                      i > 0 ? stages[i - 1] : NULL, stages[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_return (HfSample *sample, const HfSampleCustomer *customer, GError **error)
{
  static const char *const reasons[] = { "hearsay", "other", "individual", "left-out" };
  HfDay day = MIN (customer->bought_on + hf_sample_between (sample, 1, 7), sample->today - 1);
  gint64 id = hf_db_new_id (sample->db);

  sample->result->returns++;
  return hf_db_run (sample->db, HF_QUERY_SAMPLE_RETURN_INSERT, error, "llrlrsllls", id,
                    customer->id, customer->purchase, hf_minute_new (day, 15 * 60), customer->owner,
                    reasons[hf_sample_between (sample, 0, 3)], (gint64) 19800, day,
                    hf_minute_new (day, 17 * 60), "") &&
         hf_db_run (sample->db, HF_QUERY_SAMPLE_RETURN_LINE, error, "lll",
                    hf_db_new_id (sample->db), id, customer->line);
}

/* How far it came: the moves to there lie some days apart. */
static gboolean
add_referral (HfSample *sample, const HfSampleCustomer *customer, GError **error)
{
  static const char *const states[] = { "named", "contacted", "invited", "attended" };
  static const char *const relations[] = { "邻居", "老同事", "妹妹", "舞伴" };
  int reached = hf_sample_between (sample, 0, (int) G_N_ELEMENTS (states) - 1);
  HfDay day = MAX (customer->since, sample->today - hf_sample_between (sample, 1, 200));
  g_autofree char *name = hf_sample_dup_name (sample, TRUE);
  gint64 id = hf_db_new_id (sample->db);
  const char *area;
  g_autofree char *address = hf_sample_dup_address (sample, &area);

  sample->result->referrals++;
  if (!hf_db_run (sample->db, HF_QUERY_SAMPLE_REFERRAL_INSERT, error, "llsssssrrl", id,
                  customer->id, name, relations[hf_sample_between (sample, 0, 3)], area,
                  reached == 3 ? "brought" : "name-only", states[reached], customer->owner,
                  (gint64) 0, day))
    return FALSE;
  for (int i = 0; i <= reached; i++)
    {
      if (!hf_db_run (sample->db, HF_QUERY_SAMPLE_REFERRAL_MOVE, error, "lllsr",
                      hf_db_new_id (sample->db), id, MIN (day + i * 3, sample->today), states[i],
                      customer->owner))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_sample_add_matters:
 *
 * What happens to a few of those who bought.
 */
gboolean
hf_sample_add_matters (HfSample *sample, HfSampleCustomer *customer, GError **error)
{
  return (customer->visit == 0 || !hf_sample_chance (sample, 10) ||
          add_promise (sample, customer, error)) &&
         (customer->bought_on >= sample->today - 1 ||
          ((!hf_sample_chance (sample, 2) || add_complaint (sample, customer, error)) &&
           (!hf_sample_chance (sample, 1) || add_return (sample, customer, error)))) &&
         (!hf_sample_chance (sample, 5) || add_referral (sample, customer, error));
}
