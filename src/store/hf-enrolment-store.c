/* hf-enrolment-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-enrolment-store.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-engine-facts.h"
#include "hf-engine.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-plans.h"

/* Days from the anchor until the last step is due when each is done on its day. */
static int
get_course_length (const HfPlan *plan)
{
  int end = 0;

  for (guint i = 0; i < hf_plan_get_n_steps (plan); i++)
    {
      const HfPlanItem *step = hf_plan_get_step (plan, i);

      end = step->anchor == HF_ANCHOR_TRIGGER ? MAX (end, step->offset) : end + step->offset;
    }
  return end;
}

/* A list of old sales must not fill the first day with steps that were due a year ago (decision
 * 0004). */
static gboolean
lies_in_the_past (const HfActor *actor, const HfPurchaseDraft *draft, const HfPlan *plan)
{
  return draft->imported &&
         draft->bought_on + get_course_length (plan) < hf_minute_get_day (actor->now);
}

static gboolean
read_chosen_plan (HfDb *db, gint64 customer, gint64 *plan, GError **error)
{
  g_autofree char *key = NULL;
  gint64 children = 0;

  *plan = 0;
  if (!hf_db_get_int (db, HF_QUERY_CHILD_COUNT, &children, error, "l", customer))
    return FALSE;
  key = children > 0 ? hf_setting_dup (db, "plan.purchase-infant", "four-level", error)
                     : hf_setting_dup (db, "plan.purchase", "member-28-day", error);
  return key != NULL && hf_db_get_int (db, HF_QUERY_PLAN_ACTIVE, plan, error, "s", key);
}

static gboolean
has_new_product (HfDb *db, const HfPurchaseDraft *draft, gboolean *is_new, GError **error)
{
  *is_new = FALSE;
  for (guint i = 0; i < draft->lines->len; i++)
    {
      gint64 had = 0;

      if (!hf_db_get_int (db, HF_QUERY_PURCHASE_HAS_PRODUCT, &had, error, "ll", draft->customer_id,
                          g_array_index (draft->lines, HfPurchaseLine, i).product_id))
        return FALSE;
      *is_new |= had == 0;
    }
  return TRUE;
}

/* A course is over when none of its steps is open and no later one is to come: its routine runs. */
static gboolean
is_in_routine (HfDb *db, gint64 enrolment, gint64 plan_id, gboolean *routine, GError **error)
{
  HfPlan *plan = hf_plans_get (db, plan_id, error);
  gint64 open = 0;
  gint64 last = 0;

  if (plan == NULL ||
      !hf_db_get_int (db, HF_QUERY_ENROLMENT_OPEN_STEPS, &open, error, "li", enrolment,
                      HF_STEP_KEY_ROUTINE) ||
      !hf_db_get_int (db, HF_QUERY_ENROLMENT_ROUTINE_ONLY, &last, error, "li", enrolment,
                      HF_STEP_KEY_ROUTINE))
    return FALSE;
  *routine = open == 0 && last > 0;
  return TRUE;
}

/**
 * hf_enrolment_choose_plan:
 * @plan: (out): the plan that this purchase starts, 0 for none
 *
 * PLAN-10: an infant family's purchase starts another plan than others'; one purchase plan runs at
 * a time; the same product again starts none, a new product does once the course of the running one
 * is over. To be asked before the purchase is stored.
 */
gboolean
hf_enrolment_choose_plan (HfDb *db, const HfPurchaseDraft *draft, gint64 *plan, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  gboolean is_new = FALSE;
  gboolean routine = FALSE;

  if (!read_chosen_plan (db, draft->customer_id, plan, error) ||
      !hf_rows_open (&rows, db, HF_QUERY_ENROLMENT_RUNNING_PURCHASE, error, "l",
                     draft->customer_id))
    return FALSE;
  if (!hf_rows_next (&rows, &local))
    {
      if (local == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!has_new_product (db, draft, &is_new, error) ||
      !is_in_routine (db, hf_rows_int (&rows, 0), hf_rows_int (&rows, 1), &routine, error))
    return FALSE;
  if (!is_new || !routine)
    *plan = 0;
  return TRUE;
}

static gboolean
end_running_purchase_plans (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);

  return hf_db_run (db, HF_QUERY_FOLLOW_UP_CANCEL_PURCHASE_PLANS, error, "lsl", customer,
                    "plan-replaced", actor->now) &&
         hf_db_run (db, HF_QUERY_ENROLMENT_END_PURCHASE_PLANS, error, "lls", customer, today,
                    "plan-replaced");
}

static gboolean
insert_enrolment (HfDb *db,
                  const HfActor *actor,
                  gint64 customer,
                  gint64 plan,
                  HfDay anchor,
                  gint64 purchase,
                  gboolean routine_only,
                  const char *choice,
                  gint64 *id,
                  GError **error)
{
  *id = hf_db_new_id (db);
  return hf_db_run (db, HF_QUERY_ENROLMENT_INSERT, error, "lllllris", *id, customer, plan, anchor,
                    actor->now, purchase, routine_only ? 1 : 0, choice) &&
         hf_engine_update_customer (db, actor, customer, error);
}

/**
 * hf_enrolment_start_for_purchase:
 * @plan: from hf_enrolment_choose_plan()
 * @enrolment: (out):
 *
 * Within a running operation, once the purchase is stored.
 */
gboolean
hf_enrolment_start_for_purchase (HfDb *db,
                                 const HfActor *actor,
                                 const HfPurchaseDraft *draft,
                                 gint64 plan,
                                 gint64 purchase,
                                 gint64 *enrolment,
                                 GError **error)
{
  HfPlan *grammar = hf_plans_get (db, plan, error);

  return grammar != NULL && end_running_purchase_plans (db, actor, draft->customer_id, error) &&
         insert_enrolment (db, actor, draft->customer_id, plan, draft->bought_on, purchase,
                           lies_in_the_past (actor, draft, grammar), "", enrolment, error);
}

/* PLAN-10: which plan a trigger starts; what is not always there has to be switched on. A referral
 * that changes its state restarts its referrer's plan (PLAN-8). */
static gboolean
read_plan_of_trigger (HfDb *db, HfTrigger trigger, gint64 *plan, GError **error)
{
  static const char *const always[] = {
    [HF_TRIGGER_SERVICE_STOPPED] = "service-stopped",
    [HF_TRIGGER_NEW_CARD] = "new-card",
    [HF_TRIGGER_REFERRAL] = "referrer-feedback",
  };
  g_autofree char *setting =
      g_strconcat ("plan.", hf_domain_get_nick (HF_DOMAIN_TRIGGER, (int) trigger), NULL);
  const char *otherwise = always[trigger] != NULL ? always[trigger] : "";
  g_autofree char *key = hf_setting_dup (db, setting, otherwise, error);

  *plan = 0;
  return key != NULL && hf_db_get_int (db, HF_QUERY_PLAN_ACTIVE, plan, error, "s", key);
}

/**
 * hf_enrolment_start:
 * @choice: one of the plan's choices, or empty
 *
 * Starts the plan that the branch has chosen for @trigger, if any (PLAN-10), unless the customer
 * follows it already or is not to be contacted. Within a running operation.
 */
gboolean
hf_enrolment_start (HfDb *db,
                    const HfActor *actor,
                    gint64 customer,
                    HfTrigger trigger,
                    HfDay anchor,
                    const char *choice,
                    GError **error)
{
  gint64 plan, id;
  gint64 barred = 0;
  gint64 running = 0;

  if (!read_plan_of_trigger (db, trigger, &plan, error))
    return FALSE;
  if (plan == 0)
    return TRUE;
  if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_BARRED, &barred, error, "l", customer) ||
      !hf_db_get_int (db, HF_QUERY_ENROLMENT_RUNNING, &running, error, "ll", customer, plan))
    return FALSE;
  return barred != 0 || running != 0 ||
         insert_enrolment (db, actor, customer, plan, anchor, 0, FALSE, choice, &id, error);
}

static gboolean
end_one (HfDb *db, const HfActor *actor, gint64 enrolment, const char *reason, GError **error)
{
  return hf_db_run (db, HF_QUERY_FOLLOW_UP_CANCEL_ENROLMENT, error, "lsli", enrolment, reason,
                    actor->now, G_MAXINT32) &&
         hf_db_run (db, HF_QUERY_ENROLMENT_END_ONE, error, "lls", enrolment,
                    hf_minute_get_day (actor->now), reason);
}

/* An adverse reaction ends the steps, not the care: the routine waits until it is closed (PLAN-1,
 * SCHED-5). */
static gboolean
end_steps (HfDb *db, const HfActor *actor, gint64 enrolment, const char *reason, GError **error)
{
  return hf_db_run (db, HF_QUERY_FOLLOW_UP_CANCEL_ENROLMENT, error, "lsli", enrolment, reason,
                    actor->now, HF_STEP_KEY_ROUTINE) &&
         hf_db_run (db, HF_QUERY_ENROLMENT_END_STEPS, error, "l", enrolment);
}

/**
 * hf_enrolment_end_on:
 *
 * Ends the plans that say they end on @end. Within a running operation.
 */
gboolean
hf_enrolment_end_on (HfDb *db, const HfActor *actor, gint64 customer, HfPlanEnd end, GError **error)
{
  const char *reason = hf_domain_get_nick (HF_DOMAIN_PLAN_END, (int) end);
  g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_ENROLMENT_ALL_RUNNING, error, "l", customer);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      HfEnrolmentRow row;
      HfPlan *plan;

      if (!hf_enrolment_row_load (&row, db, id, error) ||
          (plan = hf_plans_get (db, row.plan, error)) == NULL)
        return FALSE;
      if (!hf_plan_ends_on (plan, end))
        continue;
      if (end == HF_PLAN_END_ADVERSE && hf_plan_get_n_routines (plan) > 0
              ? !end_steps (db, actor, id, reason, error)
              : !end_one (db, actor, id, reason, error))
        return FALSE;
    }
  return ids != NULL;
}

/**
 * hf_enrolment_restart:
 * @choice: one of the plan's choices
 *
 * As hf_enrolment_start() from today on; one that runs is replaced: the cause may be another one.
 */
gboolean
hf_enrolment_restart (HfDb *db,
                      const HfActor *actor,
                      gint64 customer,
                      HfTrigger trigger,
                      const char *choice,
                      GError **error)
{
  const char *nick = hf_domain_get_nick (HF_DOMAIN_TRIGGER, (int) trigger);
  gint64 running = 0;

  return hf_db_get_int (db, HF_QUERY_ENROLMENT_OF_TRIGGER, &running, error, "ls", customer, nick) &&
         (running == 0 || end_one (db, actor, running, "plan-replaced", error)) &&
         hf_enrolment_start (db, actor, customer, trigger, hf_minute_get_day (actor->now), choice,
                             error);
}

/**
 * hf_enrolment_ensure:
 * @key: the plan to start when the branch has chosen none for @trigger
 * @enrolment: (out): the running one
 *
 * The customer follows the plan of @trigger, from today on unless they did already.
 */
gboolean
hf_enrolment_ensure (HfDb *db,
                     const HfActor *actor,
                     gint64 customer,
                     HfTrigger trigger,
                     const char *key,
                     gint64 *enrolment,
                     GError **error)
{
  const char *nick = hf_domain_get_nick (HF_DOMAIN_TRIGGER, (int) trigger);
  gint64 plan = 0;

  *enrolment = 0;
  if (!hf_db_get_int (db, HF_QUERY_ENROLMENT_OF_TRIGGER, enrolment, error, "ls", customer, nick))
    return FALSE;
  if (*enrolment != 0)
    return TRUE;
  if (!read_plan_of_trigger (db, trigger, &plan, error) ||
      (plan == 0 && !hf_db_get_int (db, HF_QUERY_PLAN_ACTIVE, &plan, error, "s", key)))
    return FALSE;
  if (plan != 0)
    return insert_enrolment (db, actor, customer, plan, hf_minute_get_day (actor->now), 0, FALSE,
                             "", enrolment, error);
  g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such care plan."));
  return FALSE;
}

/**
 * hf_enrolment_follow_tier:
 * @tier: the customer's new tier, empty for none
 *
 * A plan that goes by tier begins anew with the new one (PLAN-4), also one that was started by
 * hand.
 */
gboolean
hf_enrolment_follow_tier (
    HfDb *db, const HfActor *actor, gint64 customer, const char *tier, GError **error)
{
  const char *trigger = hf_domain_get_nick (HF_DOMAIN_TRIGGER, HF_TRIGGER_TIER);
  HfEnrolmentRow row = { 0 };
  gint64 running = 0;
  gint64 plan, id;

  if (!hf_db_get_int (db, HF_QUERY_ENROLMENT_OF_TRIGGER, &running, error, "ls", customer,
                      trigger) ||
      !read_plan_of_trigger (db, HF_TRIGGER_TIER, &plan, error))
    return FALSE;
  if (running != 0 && (!hf_enrolment_row_load (&row, db, running, error) ||
                       !end_one (db, actor, running, "plan-replaced", error)))
    return FALSE;
  plan = row.plan != 0 ? row.plan : plan;
  return plan == 0 || *tier == '\0' ||
         insert_enrolment (db, actor, customer, plan, hf_minute_get_day (actor->now), 0, FALSE,
                           tier, &id, error);
}

static gboolean
is_for_stage (const HfPlan *plan, const char *stage)
{
  return *stage != '\0' && (plan->choices == NULL || plan->choices[0] == NULL ||
                            g_strv_contains ((const char *const *) plan->choices, stage));
}

/**
 * hf_enrolment_follow_stage:
 * @stage: the customer's new one, `T3`, empty for none (CARD-10)
 *
 * The plan that the branch has for stages (PLAN-10) begins with one that its choices name, and ends
 * with it. Within a running operation.
 */
gboolean
hf_enrolment_follow_stage (
    HfDb *db, const HfActor *actor, gint64 customer, const char *stage, GError **error)
{
  const char *trigger = hf_domain_get_nick (HF_DOMAIN_TRIGGER, HF_TRIGGER_STAGE);
  HfPlan *grammar = NULL;
  gint64 running = 0;
  gint64 plan;

  if (!hf_db_get_int (db, HF_QUERY_ENROLMENT_OF_TRIGGER, &running, error, "ls", customer,
                      trigger) ||
      (running != 0 && !end_one (db, actor, running, "plan-replaced", error)) ||
      !read_plan_of_trigger (db, HF_TRIGGER_STAGE, &plan, error))
    return FALSE;
  if (plan == 0)
    return TRUE;
  grammar = hf_plans_get (db, plan, error);
  return grammar != NULL && (!is_for_stage (grammar, stage) ||
                             hf_enrolment_start (db, actor, customer, HF_TRIGGER_STAGE,
                                                 hf_minute_get_day (actor->now), stage, error));
}

/**
 * hf_enrolment_stop_all:
 * @reason: a word that is stored: `discarded`, `stopped` …
 *
 * Ends all plans of a customer and cancels what is open, within a running operation (CARD-9). An
 * adverse reaction stays open (COMP-6), and what the branch itself has to do about a complaint.
 */
gboolean
hf_enrolment_stop_all (
    HfDb *db, const HfActor *actor, gint64 customer, const char *reason, GError **error)
{
  return hf_db_run (db, HF_QUERY_FOLLOW_UP_CANCEL_ALL, error, "lsl", customer, reason,
                    actor->now) &&
         hf_db_run (db, HF_QUERY_DEADLINE_VOID_CONTACTS, error, "l", customer) &&
         hf_db_run (db, HF_QUERY_PROMISE_VOID_ALL, error, "l", customer) &&
         hf_db_run (db, HF_QUERY_ENROLMENT_STOP_ALL, error, "lls", customer,
                    hf_minute_get_day (actor->now), reason);
}

static gboolean
check_not_running (HfDb *db, gint64 customer, gint64 plan, GError **error)
{
  gint64 running = 0;

  if (!hf_db_get_int (db, HF_QUERY_ENROLMENT_RUNNING, &running, error, "ll", customer, plan))
    return FALSE;
  if (running == 0)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                       _ ("The customer follows this care plan already."));
  return FALSE;
}

/**
 * hf_enrolment_check_may_follow:
 *
 * Returns: %FALSE with %HF_ERROR_CONFLICT when the customer is not to be contacted
 */
gboolean
hf_enrolment_check_may_follow (HfDb *db, gint64 customer, GError **error)
{
  gint64 barred = 0;

  if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_BARRED, &barred, error, "l", customer))
    return FALSE;
  if (barred == 0)
    return TRUE;
  g_set_error_literal (
      error, HF_ERROR, HF_ERROR_CONFLICT,
      _ ("The customer wants no contact, or the card is discarded. Change that on the card "
         "first."));
  return FALSE;
}

/**
 * hf_command_enrol:
 * @from: the anchor day, %HF_DAY_NONE for today
 * @follow_ups: (out) (transfer full) (element-type gint64): what is open now
 *
 * Puts a customer on a plan by hand. A plan for purchases takes the place of the one that runs
 * (PLAN-10).
 */
gboolean
hf_command_enrol (HfDb *db,
                  const HfActor *actor,
                  gint64 customer,
                  gint64 plan,
                  HfDay from,
                  GArray **follow_ups,
                  GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (GArray) open = NULL;
  g_autofree char *name = NULL;
  HfDay anchor = from != HF_DAY_NONE ? from : hf_minute_get_day (actor->now);
  gint64 owner, enrolment;
  HfPlan *grammar;

  if (!hf_operation_begin (&operation, db, actor, "enrolment.add", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      (grammar = hf_plans_get (db, plan, error)) == NULL ||
      !check_not_running (db, customer, plan, error) ||
      !hf_enrolment_check_may_follow (db, customer, error))
    return FALSE;
  if ((grammar->trigger == HF_TRIGGER_PURCHASE &&
       !end_running_purchase_plans (db, actor, customer, error)) ||
      !insert_enrolment (db, actor, customer, plan, anchor, 0, FALSE, "", &enrolment, error) ||
      (open = hf_db_dup_ids (db, HF_QUERY_ENROLMENT_OPEN_FOLLOW_UPS, error, "l", enrolment)) ==
          NULL)
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  if (name == NULL || !hf_operation_commit (&operation, name, error))
    return FALSE;
  *follow_ups = g_steal_pointer (&open);
  return TRUE;
}
