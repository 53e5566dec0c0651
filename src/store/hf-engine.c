/* hf-engine.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-engine.h"

#include "hf-cause.h"
#include "hf-engine-facts.h"
#include "hf-follow-up.h"
#include "hf-plans.h"
#include "hf-schedule.h"

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
  gint64 id;

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
  if (!hf_follow_up_insert (run->db, &draft, &id, error))
    return FALSE;
  if (id != 0 && due->state == HF_FOLLOW_UP_PAUSED &&
      !hf_db_run (run->db, HF_QUERY_FOLLOW_UP_PAUSE, error, "ls", id, "paused"))
    return FALSE;
  run->result->created += id != 0;
  run->result->paused += id != 0 && due->state == HF_FOLLOW_UP_PAUSED;
  return TRUE;
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
  if (fact->rescheduled)
    return TRUE;
  if (!hf_db_run (run->db, HF_QUERY_FOLLOW_UP_ADJUST, error, "llllllsssd", id, due->due_at,
                  hf_minute_get_day (due->due_at), due->original_day, due->window_from,
                  due->window_to, ways, channels, hf_cause_get_nick (due->moved), due->anchor_day))
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
update_enrolment (Run *run, gint64 plan_id, HfDay anchor, gboolean routine_only, GError **error)
{
  HfPlan *plan = hf_plans_get (run->db, plan_id, error);
  g_autoptr (HfEngineFacts) facts = NULL;
  g_autoptr (HfSchedule) schedule = NULL;
  HfDay today = hf_minute_get_day (run->actor->now);

  if (plan == NULL || (facts = hf_engine_facts_load (run->db, run->contact, plan, run->enrolment,
                                                     anchor, routine_only, error)) == NULL)
    return FALSE;
  schedule = hf_schedule_evaluate (plan, &facts->enrolment, run->actor->now);
  return cancel_unwanted (run, facts, schedule, error) && apply_due (run, facts, schedule, error) &&
         (!schedule->ended || hf_db_run (run->db, HF_QUERY_ENROLMENT_END, error, "lls",
                                         run->enrolment, today, "completed")) &&
         hf_db_run (run->db, HF_QUERY_ENROLMENT_EVALUATED, error, "ll", run->enrolment, today);
}

typedef struct
{
  gint64 id;
  gint64 plan;
  HfDay anchor;
  gboolean routine_only;
} Running;

static GArray *
dup_running (HfDb *db, gint64 customer, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Running));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_ENROLMENT_ALL_RUNNING, error, "l", customer))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      Running running = { hf_rows_int (&rows, 0), hf_rows_int (&rows, 1), hf_rows_int (&rows, 2),
                          hf_rows_int (&rows, 3) != 0 };

      g_array_append_val (all, running);
    }
  if (local == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
update_customer (
    HfDb *db, const HfActor *actor, gint64 customer, HfEngineResult *result, GError **error)
{
  g_autoptr (GArray) running = dup_running (db, customer, error);
  g_autoptr (HfContactFacts) contact = NULL;
  Run run = { db, actor, result, NULL, 0 };

  if (running == NULL)
    return FALSE;
  if (running->len == 0)
    return TRUE;
  contact = hf_contact_facts_load (db, customer, error);
  if (contact == NULL)
    return FALSE;
  if (contact->barred)
    return TRUE;
  run.contact = contact;
  for (guint i = 0; i < running->len; i++)
    {
      const Running *one = &g_array_index (running, Running, i);

      run.enrolment = one->id;
      if (!update_enrolment (&run, one->plan, one->anchor, one->routine_only, error))
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

  return update_customer (db, actor, customer, &result, error);
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

/**
 * hf_command_run_engine:
 * @result: (out caller-allocates):
 * @cancellable: (nullable):
 *
 * The daily evaluation up to the actor's "now", one operation; what was evaluated on that day
 * already is left alone, since facts that change during the day take effect at once.
 */
gboolean
hf_command_run_engine (HfDb *db,
                       const HfActor *actor,
                       HfEngineResult *result,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (GArray) ids = NULL;

  *result = (HfEngineResult){ 0 };
  if (!hf_operation_begin (&operation, db, actor, "engine.run", error))
    return FALSE;
  ids = hf_db_dup_ids (db, HF_QUERY_ENROLMENT_TO_EVALUATE, error, "l",
                       hf_minute_get_day (actor->now));
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !update_customer (db, actor, g_array_index (ids, gint64, i), result, error))
        return FALSE;
    }
  return ids != NULL && hf_operation_commit (&operation, NULL, error);
}
