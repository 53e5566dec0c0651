/* hf-sample-others.c: returns, adverse reactions and incidents in every state
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-adverse.h"
#include "hf-incident.h"
#include "hf-return.h"
#include "hf-visit.h"
#include "hf-sample-private.h"

/* A return: @opened days ago, and how it went on, @back and @done days ago, -1 for not yet. */
typedef struct
{
  HfReturnReason reason;
  gboolean insists;
  gboolean exchange;
  int opened;
  int back;
  int done;
  HfReturnState end;
} Return;

static const Return returns[] = {
  { HF_RETURN_CONTRAINDICATED, FALSE, FALSE, 1, -1, -1, HF_RETURN_OPEN },
  { HF_RETURN_HEARSAY, TRUE, FALSE, 4, 3, -1, HF_RETURN_OPEN },
  { HF_RETURN_OFFENDED, FALSE, FALSE, 1, -1, -1, HF_RETURN_OPEN },
  { HF_RETURN_OTHER, FALSE, TRUE, 5, 4, 2, HF_RETURN_EXCHANGED },
  { HF_RETURN_NEGATIVE_NEWS, TRUE, FALSE, 12, 10, -1, HF_RETURN_OPEN },
  { HF_RETURN_LEFT_OUT, FALSE, FALSE, 15, 13, 9, HF_RETURN_REFUNDED },
  { HF_RETURN_NORMAL, FALSE, FALSE, 9, -1, 7, HF_RETURN_KEPT },
};

/* A reaction: @opened days ago, closed @closed days ago, -1 for not yet. */
static const struct
{
  HfSeverity severity;
  int opened;
  int closed;
  const char *dose;
  const char *symptoms;
  const char *outcome;
} reactions[] = {
  { HF_SEVERITY_SEVERE, 1, -1, "每天两次，吃了三天", "起红疹，脸有点肿", NULL },
  { HF_SEVERITY_MILD, 3, -1, "每天一次", "饭后有点胀气", NULL },
  { HF_SEVERITY_MODERATE, 18, 11, "每天两次", "拉肚子两天", "停用后第三天恢复，已建议看医生" },
};

static const struct
{
  int days;
  HfSet knew;
  gint64 lost_fen;
  const char *caller;
  const char *claimed;
  const char *courier;
  const char *tracking;
  gboolean closed;
} incidents[] = {
  { 2, HF_BIT (HF_KNEW_NAME) | HF_BIT (HF_KNEW_POINTS) | HF_BIT (HF_KNEW_STAFF), 38000, "4417",
    "自称总公司客服，说积分快到期，付运费就能换一台按摩仪", "货到付款快递", "KD20261120", FALSE },
  { 25, HF_BIT (HF_KNEW_NAME) | HF_BIT (HF_KNEW_PURCHASES), 0, "0932",
    "自称老师，说手里有更便宜的同款", NULL, NULL, TRUE },
};

static HfActor
act_on_day (const HfSample *sample, gint64 staff, int days, int minute)
{
  HfActor then = *sample->actor;

  then.now = hf_minute_new (sample->today - days, minute);
  then.now_ms -= (sample->actor->now - then.now) * 60 * 1000;
  then.staff_id = staff;
  return then;
}

static gboolean
move (HfSample *sample,
      const HfSampleCustomer *customer,
      gint64 id,
      int days,
      HfReturnState to,
      GError **error)
{
  HfActor actor = act_on_day (sample, customer->owner, days, 15 * 60);
  HfReturnMoveTo step = { to, -1, hf_sample_chance (sample, 50) };

  return hf_command_move_return (sample->db, &actor, id, &step, error);
}

/* Of the last sale, unless that was later than the return. */
static gboolean
add_return (HfSample *sample, const HfSampleCustomer *customer, const Return *one, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfReturnLine));
  HfActor actor = act_on_day (sample, customer->owner, one->opened, 10 * 60 + 20);
  HfReturnLine line = { customer->line, 1 };
  HfReturnDraft draft = { .purchase_id = customer->purchase,
                          .lines = lines,
                          .reason = one->reason,
                          .insists = one->insists,
                          .exchange = one->exchange };
  gint64 id;

  g_array_append_val (lines, line);
  sample->result->returns++;
  return hf_command_open_return (sample->db, &actor, &draft, &id, error) &&
         (one->back < 0 || move (sample, customer, id, one->back, HF_RETURN_GOODS_BACK, error)) &&
         (one->done < 0 || move (sample, customer, id, one->done, one->end, error));
}

/* COMP-6: nobody closes one before an expert has talked to the customer. */
static gboolean
close_reaction (
    HfSample *sample, const HfSampleCustomer *customer, guint i, gint64 id, GError **error)
{
  HfActor later = act_on_day (sample, sample->manager, reactions[i].closed, 17 * 60);
  HfActor expert = act_on_day (sample, g_array_index (sample->experts, gint64, 0),
                               reactions[i].closed, 16 * 60 + 30);
  g_auto (HfVisitResult) result = { 0 };
  HfVisitDraft draft;

  hf_visit_draft_init (&draft);
  draft.customer_id = customer->id;
  draft.channel = HF_CHANNEL_PHONE;
  draft.outcome = HF_OUTCOME_REACHED;
  expert.role = HF_ROLE_EXPERT;
  sample->result->visits++;
  return hf_command_log_visit (sample->db, &expert, &draft, &result, error) &&
         hf_command_close_adverse (sample->db, &later, id, reactions[i].outcome, error);
}

static gboolean
add_reaction (HfSample *sample, const HfSampleCustomer *customer, guint i, GError **error)
{
  HfActor actor = act_on_day (sample, customer->owner, reactions[i].opened, 16 * 60);
  HfAdverseOpening opening = { .customer_id = customer->id, .product_id = customer->product };
  HfAdverseDraft draft = { reactions[i].symptoms, reactions[i].dose,
                           sample->today - reactions[i].opened - 1, reactions[i].severity };
  gint64 id;

  return hf_command_open_adverse (sample->db, &actor, &opening, &draft, &id, error) &&
         (reactions[i].closed < 0 || close_reaction (sample, customer, i, id, error));
}

static gboolean
add_incident (HfSample *sample, const HfSampleCustomer *customer, guint i, GError **error)
{
  HfActor actor = act_on_day (sample, customer->owner, incidents[i].days, 11 * 60);
  HfIncidentDraft draft = { customer->id,         actor.now - 90,       incidents[i].caller,
                            incidents[i].claimed, incidents[i].knew,    incidents[i].lost_fen,
                            incidents[i].courier, incidents[i].tracking };
  gint64 id;

  if (!hf_command_open_incident (sample->db, &actor, &draft, &id, error) ||
      !hf_command_tick_incident (sample->db, &actor, id, HF_INCIDENT_HEAD_OFFICE, TRUE, error))
    return FALSE;
  return !incidents[i].closed ||
         (hf_command_tick_incident (sample->db, &actor, id, HF_INCIDENT_WARNED, TRUE, error) &&
          hf_command_close_incident (sample->db, &actor, id, error));
}

/**
 * hf_sample_add_other_case:
 * @index: which one
 *
 * A return, a reaction or an incident in one of the states that there are (COMP-5, COMP-6, COMP-8).
 */
gboolean
hf_sample_add_other_case (HfSample *sample, HfSampleCustomer *customer, guint index, GError **error)
{
  guint i = index % HF_SAMPLE_N_OTHERS;

  if (i < G_N_ELEMENTS (reactions))
    return add_reaction (sample, customer, i, error);
  i -= G_N_ELEMENTS (reactions);
  if (i < G_N_ELEMENTS (incidents))
    return add_incident (sample, customer, i, error);
  i -= G_N_ELEMENTS (incidents);
  G_STATIC_ASSERT (G_N_ELEMENTS (reactions) + G_N_ELEMENTS (incidents) + G_N_ELEMENTS (returns) ==
                   HF_SAMPLE_N_OTHERS);
  return add_return (sample, customer, &returns[i], error);
}
