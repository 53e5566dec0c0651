/* hf-adverse.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-adverse.h"

#include <glib/gi18n-lib.h>

#include "hf-case-follow-up.h"
#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-enrolment-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-text-check.h"

static gboolean
check_draft (const HfActor *actor, const HfAdverseDraft *draft, GError **error)
{
  if (draft->onset != HF_DAY_NONE && draft->onset > hf_minute_get_day (actor->now))
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("The reaction cannot have begun in the future. Check the day."));
      return FALSE;
    }
  return hf_text_check (draft->symptoms, error) && hf_text_check (draft->dose, error);
}

/**
 * hf_command_describe_adverse:
 * @customer: who has an open one, as a visit with the effect “adverse” made it (VISIT-3)
 * @which: the reaction, 0 for the one that nobody has described, else the last that is open
 *
 * Writes into the record what the customer feels, since when and how badly (COMP-6);
 * %HF_ERROR_NOT_FOUND when there is none that is open.
 */
gboolean
hf_command_describe_adverse (HfDb *db,
                             const HfActor *actor,
                             gint64 customer,
                             gint64 which,
                             const HfAdverseDraft *draft,
                             GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  gint64 owner;
  gint64 id = 0;

  g_return_val_if_fail (draft->symptoms != NULL && draft->dose != NULL, FALSE);

  if (!check_draft (actor, draft, error) ||
      !hf_operation_begin (&operation, db, actor, "adverse.describe", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      !hf_db_get_int (db, HF_QUERY_ADVERSE_OPEN_OF_CUSTOMER, &id, error, "ll", customer, which))
    return FALSE;
  if (id == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                           _ ("This customer has no open adverse reaction."));
      return FALSE;
    }
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  return name != NULL &&
         hf_db_run (db, HF_QUERY_ADVERSE_DESCRIBE, error, "lssds", id, draft->symptoms, draft->dose,
                    draft->onset, hf_severity_get_nick (draft->severity)) &&
         hf_operation_commit (&operation, name, error);
}

/**
 * hf_severity_get_nick:
 *
 * Returns: (transfer none): the word that the database and huifangctl use
 */
const char *
hf_severity_get_nick (HfSeverity severity)
{
  static const char *const nicks[] = { "mild", "moderate", "severe" };

  return nicks[severity];
}

const char *
hf_severity_get_label (HfSeverity severity)
{
  static const char *const labels[] = { N_ ("mild"), N_ ("moderate"), N_ ("severe") };

  return _ (labels[severity]);
}

/**
 * hf_adverse_get_first_action:
 *
 * Returns: (transfer none): what comes before all else (COMP-6)
 */
const char *
hf_adverse_get_first_action (HfSeverity severity)
{
  if (severity == HF_SEVERITY_SEVERE)
    return _ ("Stop use. Send the customer to a doctor now, and offer to come along.");
  return _ ("Stop or reduce use until an expert has answered.");
}

/**
 * hf_adverse_insert:
 * @owner: of the customer, 0 for none
 * @id: (out):
 *
 * A record at once; steps of plans end, an expert is called the same day (COMP-6). Within a running
 * operation.
 */
gboolean
hf_adverse_insert (HfDb *db,
                   const HfActor *actor,
                   const HfAdverseOpening *opening,
                   gint64 owner,
                   gint64 *id,
                   GError **error)
{
  HfCaseFollowUp task = { opening->customer_id,
                          owner != 0 ? owner : actor->staff_id,
                          HF_KIND_ADVERSE,
                          "phone:expert;home:expert",
                          "adverse",
                          0 };

  *id = task.subject_id = hf_db_new_id (db);
  return hf_db_run (db, HF_QUERY_ADVERSE_INSERT, error, "llrrrlrs", *id, opening->customer_id,
                    opening->visit_id, opening->complaint_id, opening->product_id, actor->now,
                    actor->staff_id, opening->batch != NULL ? opening->batch : "") &&
         hf_enrolment_end_on (db, actor, opening->customer_id, HF_PLAN_END_ADVERSE, error) &&
         hf_case_follow_up_insert (db, actor, &task, NULL, error);
}

static gboolean
check_none_open (HfDb *db, const HfAdverseOpening *opening, GError **error)
{
  gint64 same = 0;

  if (!hf_db_get_int (db, HF_QUERY_ADVERSE_OPEN_SAME, &same, error, "lr", opening->customer_id,
                      opening->product_id))
    return FALSE;
  if (same == 0)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                       _ ("There is an open adverse reaction to it already. Add what you heard "
                          "there."));
  return FALSE;
}

/**
 * hf_command_open_adverse:
 * @id: (out):
 *
 * An adverse reaction that was heard of outside a visit, alone or in a complaint (COMP-6): an
 * expert is called the same day, plans pause until it is closed (SCHED-5).
 */
gboolean
hf_command_open_adverse (HfDb *db,
                         const HfActor *actor,
                         const HfAdverseOpening *opening,
                         const HfAdverseDraft *draft,
                         gint64 *id,
                         GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  gint64 customer = opening->customer_id;
  gint64 owner;

  if (!check_draft (actor, draft, error) ||
      !hf_operation_begin (&operation, db, actor, "adverse.open", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) || !check_none_open (db, opening, error) ||
      !hf_adverse_insert (db, actor, opening, owner, id, error) ||
      !hf_db_run (db, HF_QUERY_ADVERSE_DESCRIBE, error, "lssds", *id, draft->symptoms, draft->dose,
                  draft->onset, hf_severity_get_nick (draft->severity)) ||
      !hf_engine_update_customer (db, actor, customer, error))
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  return name != NULL && hf_operation_commit (&operation, name, error);
}

static gboolean
check_may_close (HfDb *db, const HfActor *actor, const HfAdverse *adverse, GError **error)
{
  gint64 waits = 0;
  gint64 experts = 0;

  if (!hf_actor_check_owner (actor, adverse->owner_id, error) ||
      !hf_db_get_int (db, HF_QUERY_ADVERSE_EXPERT_WAITS, &waits, error, "l", adverse->id))
    return FALSE;
  if (adverse->closed_at != HF_MINUTE_NONE)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT,
                           _ ("This adverse reaction is closed already."));
      return FALSE;
    }
  if (waits == 0)
    return TRUE;
  if (!hf_db_get_int (db, HF_QUERY_STAFF_EXPERTS, &experts, error, ""))
    return FALSE;
  if (experts == 0 && actor->role == HF_ROLE_MANAGER)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       actor->role == HF_ROLE_EXPERT
                           ? _ ("The customer waits for your call. Record it, then close this.")
                           : _ ("No expert has answered yet. Have the expert call the customer, "
                                "then close this."));
  return FALSE;
}

/**
 * hf_command_close_adverse:
 * @outcome: how it ended; needed
 *
 * What paused goes on the day after (SCHED-5). Nobody closes it before an expert has talked to the
 * customer (COMP-6); where none works, a manager does.
 */
gboolean
hf_command_close_adverse (
    HfDb *db, const HfActor *actor, gint64 id, const char *outcome, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfAdverse) adverse = NULL;

  if (outcome == NULL || *outcome == '\0')
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Write down how it ended before you close it."));
      return FALSE;
    }
  if (!hf_text_check (outcome, error) ||
      !hf_operation_begin (&operation, db, actor, "adverse.close", error))
    return FALSE;
  adverse = hf_adverse_load (db, id, error);
  return adverse != NULL && check_may_close (db, actor, adverse, error) &&
         hf_db_run (db, HF_QUERY_ADVERSE_CLOSE, error, "lslr", id, outcome, actor->now,
                    actor->staff_id) &&
         hf_db_run (db, HF_QUERY_ADVERSE_FOLLOW_UPS_CLOSE, error, "ll", id, actor->now) &&
         hf_engine_update_customer (db, actor, adverse->customer_id, error) &&
         hf_operation_commit (&operation, adverse->customer, error);
}
