/* hf-stop.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-stop.h"

#include "hf-enrolment-store.h"
#include "hf-lookup.h"
#include "hf-office.h"

/**
 * hf_command_stop:
 * @follow_ups: (out) (transfer full) (element-type gint64): what is to be done about it
 *
 * The customer stops using the products: the plans that end on it end, and the one that the branch
 * has for it begins, today (PLAN-6).
 */
gboolean
hf_command_stop (HfDb *db,
                 const HfActor *actor,
                 gint64 customer,
                 HfStopCause cause,
                 GArray **follow_ups,
                 GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (GArray) opened = NULL;
  g_autofree char *name = NULL;
  gint64 owner;

  if (!hf_operation_begin (&operation, db, actor, "customer.stop", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      !hf_enrolment_check_may_follow (db, customer, error) ||
      !hf_enrolment_end_on (db, actor, customer, HF_PLAN_END_STOP, error) ||
      !hf_enrolment_restart (db, actor, customer, HF_TRIGGER_SERVICE_STOPPED,
                             hf_domain_get_nick (HF_DOMAIN_STOP_CAUSE, (int) cause), error) ||
      (opened = hf_db_dup_ids (db, HF_QUERY_FOLLOW_UPS_OPENED_SINCE, error, "l",
                               operation.first_seq)) == NULL)
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  if (name == NULL || !hf_operation_commit (&operation, name, error))
    return FALSE;
  *follow_ups = g_steal_pointer (&opened);
  return TRUE;
}
