/* hf-engine.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-engine.h"

#include "hf-cause.h"
#include "hf-engine-agenda.h"
#include "hf-follow-up.h"

typedef struct
{
  HfDb *db;
  const HfActor *actor;
  HfEngineResult *result;
  const HfContactFacts *contact;
  gint64 enrolment;
} Run;

static gboolean
create (Run *run, const HfDueContact *due, GError **error)
{
  HfFollowUpDraft draft = { 0 };

  draft.customer_id = run->contact->customer_id;
  draft.staff_id = run->contact->owner_id;
  draft.enrolment_id = run->enrolment;
  draft.step = due->step;
  draft.occurrence = due->occurrence;
  draft.kind = due->kind;
  draft.due_at = due->due_at;
  draft.original_on = due->original_day;
  draft.window_from = due->window_from;
  draft.window_to = due->window_to;
  draft.ways = &due->ways;
  draft.cause = hf_cause_get_nick (due->moved);
  draft.anchor_on = due->anchor_day;
  draft.paused = due->state == HF_FOLLOW_UP_PAUSED;
  draft.blocked = due->blocked;
  draft.step_no = (int) due->index;
  draft.step_count = (int) due->count;
  run->result->paused += draft.paused;
  return hf_follow_up_gather (run->db, &draft, error);
}

/* What it stands for may have changed: another forbidden day, a complaint opened or closed. */
static gboolean
adjust (Run *run, gint64 id, const HfStepFact *fact, const HfDueContact *due, GError **error)
{
  g_autofree char *ways = hf_ways_format (&due->ways);
  g_autofree char *channels =
      hf_domain_format_set (HF_DOMAIN_CHANNEL, hf_ways_get_channels (&due->ways));

  if (fact->state != due->state)
    {
      const char *nick = hf_domain_get_nick (HF_DOMAIN_FOLLOW_UP_STATE, (int) due->state);

      if (!hf_db_run (run->db, HF_QUERY_FOLLOW_UP_PAUSE, error, "ls", id, nick))
        return FALSE;
      run->result->paused += due->state == HF_FOLLOW_UP_PAUSED;
    }
  if (fact->rescheduled && due->moved == HF_MOVE_BY_STAFF)
    return TRUE;
  if (!hf_db_run (run->db, HF_QUERY_FOLLOW_UP_ADJUST, error, "llllllsssdiii", id, due->due_at,
                  hf_minute_get_day (due->due_at), due->original_day, due->window_from,
                  due->window_to, ways, channels, hf_cause_get_nick (due->moved), due->anchor_day,
                  due->blocked ? 1 : 0, (int) due->index, (int) due->count))
    return FALSE;
  run->result->moved += hf_db_get_changes (run->db) > 0;
  return TRUE;
}

static gboolean
apply_due (Run *run, const HfEngineFacts *facts, const HfSchedule *schedule, GError **error)
{
  for (guint i = 0; i < hf_schedule_get_n_due (schedule); i++)
    {
      const HfDueContact *due = hf_schedule_get_due (schedule, i);
      guint index = 0;
      gint64 id = hf_engine_facts_find (facts, due->step, due->occurrence, &index);

      if (id == 0 ? !create (run, due, error)
                  : !adjust (run, id, &g_array_index (facts->steps, HfStepFact, index), due, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_wanted (const HfSchedule *schedule, const HfStepFact *fact)
{
  for (guint i = 0; i < hf_schedule_get_n_due (schedule); i++)
    {
      const HfDueContact *due = hf_schedule_get_due (schedule, i);

      if (due->step == fact->step && due->occurrence == fact->occurrence)
        return TRUE;
    }
  return FALSE;
}

/* What the plan no longer asks for: a call that another contact made needless, a changed plan. */
static gboolean
cancel_unwanted (Run *run, const HfEngineFacts *facts, const HfSchedule *schedule, GError **error)
{
  for (guint i = 0; i < facts->steps->len; i++)
    {
      const HfStepFact *fact = &g_array_index (facts->steps, HfStepFact, i);
      gint64 id = g_array_index (facts->ids, gint64, i);

      if (fact->closed_at != HF_MINUTE_NONE || is_wanted (schedule, fact))
        continue;
      if (!hf_db_run (run->db, HF_QUERY_FOLLOW_UP_CANCEL, error, "lsl", id, "not-needed",
                      run->actor->now))
        return FALSE;
      run->result->cancelled++;
    }
  return TRUE;
}

static gboolean
apply_plan (Run *run, const HfAgenda *agenda, const HfAgendaPlan *plan, GError **error)
{
  HfDay today = hf_minute_get_day (run->actor->now);

  run->enrolment = plan->row.id;
  return cancel_unwanted (run, plan->facts, plan->schedule, error) &&
         apply_due (run, plan->facts, plan->schedule, error) &&
         (!plan->schedule->ended || hf_db_run (run->db, HF_QUERY_ENROLMENT_END, error, "lls",
                                               plan->row.id, today, "completed")) &&
         hf_db_run (run->db, HF_QUERY_ENROLMENT_EVALUATED, error, "ll", plan->row.id,
                    hf_agenda_plan_get_next_look (agenda, plan, today));
}

/**
 * hf_engine_evaluate_customer:
 * @result: (inout): what changed is added to it
 *
 * As hf_engine_update_customer(), for very many: hf_follow_up_insert_gathered() has to follow,
 * after this customer or some hundreds.
 */
gboolean
hf_engine_evaluate_customer (
    HfDb *db, const HfActor *actor, gint64 customer, HfEngineResult *result, GError **error)
{
  g_autoptr (HfAgenda) agenda = hf_agenda_load (db, customer, actor->now, HF_DAY_NONE, error);
  Run run = { db, actor, result, NULL, 0 };

  if (agenda == NULL)
    return FALSE;
  run.contact = agenda->contact;
  for (guint i = 0; i < agenda->plans->len; i++)
    {
      if (!apply_plan (&run, agenda, &g_array_index (agenda->plans, HfAgendaPlan, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_engine_update_customer:
 *
 * Brings the follow-ups of a customer's plans in line with the facts, at once, within a running
 * operation. The same facts give the same follow-ups, however often and late it is called
 * (SCHED-6).
 */
gboolean
hf_engine_update_customer (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  HfEngineResult result = { 0 };

  return hf_engine_evaluate_customer (db, actor, customer, &result, error) &&
         hf_follow_up_insert_gathered (db, &result.created, error);
}

/**
 * hf_engine_update_household:
 *
 * The customer and those at the same address, whose quotas a visit fills as well (PLAN-1).
 */
gboolean
hf_engine_update_household (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  g_autoptr (GArray) ids =
      hf_db_dup_ids (db, HF_QUERY_CUSTOMER_HOUSEHOLD_MEMBERS, error, "l", customer);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (!hf_engine_update_customer (db, actor, g_array_index (ids, gint64, i), error))
        return FALSE;
    }
  return ids != NULL;
}
