/* hf-sale-expected.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-sale-expected.h"

#include "hf-engine.h"
#include "hf-enrolment-store.h"
#include "hf-lookup.h"
#include "hf-office.h"

/**
 * hf_command_expect_sale:
 * @expected: %HF_DAY_NONE for what the supply says (PUR-3)
 * @follow_ups: (out) (transfer full) (element-type gint64): what is open now because of it
 *
 * Staff say when the customer is expected to buy again; the sale-window plan starts, or goes on in
 * another rhythm (PLAN-5).
 */
gboolean
hf_command_expect_sale (HfDb *db,
                        const HfActor *actor,
                        gint64 customer,
                        HfDay expected,
                        GArray **follow_ups,
                        GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (GArray) opened = NULL;
  g_autofree char *name = NULL;
  gint64 owner, enrolment;

  if (!hf_operation_begin (&operation, db, actor, "customer.expect-sale", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      !hf_enrolment_check_may_follow (db, customer, error) ||
      !hf_db_run (db, HF_QUERY_SALE_EXPECTED_SET, error, "ld", customer, expected) ||
      !hf_enrolment_ensure (db, actor, customer, HF_TRIGGER_SALE_WINDOW, "sale-window", &enrolment,
                            error) ||
      !hf_engine_update_customer (db, actor, customer, error) ||
      (opened = hf_db_dup_ids (db, HF_QUERY_ENROLMENT_OPEN_FOLLOW_UPS, error, "l", enrolment)) ==
          NULL)
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  if (name == NULL || !hf_operation_commit (&operation, name, error))
    return FALSE;
  *follow_ups = g_steal_pointer (&opened);
  return TRUE;
}
