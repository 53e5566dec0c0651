/* hf-enrolment-resume.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-enrolment-resume.h"

#include "hf-db-private.h"
#include "hf-engine.h"

/**
 * hf_enrolment_resume:
 *
 * The care plans that ended when the card was discarded run on, and what was cancelled then is for
 * the engine to open again (CARD-9, decision 0030). Nothing happens to a card that is still barred.
 * Within a running operation.
 */
gboolean
hf_enrolment_resume (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  return hf_db_run (db, HF_QUERY_ENROLMENT_RESUME, error, "l", customer) &&
         (hf_db_get_changes (db) == 0 ||
          (hf_db_run (db, HF_QUERY_FOLLOW_UP_REVIVE, error, "l", customer) &&
           hf_engine_update_customer (db, actor, customer, error)));
}

/**
 * hf_card_take_up:
 *
 * A discarded card becomes what it was before, and its care goes on; any other stays as it is
 * (CARD-9). Within a running operation.
 */
gboolean
hf_card_take_up (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  return hf_db_run (db, HF_QUERY_CUSTOMER_TAKE_UP, error, "l", customer) &&
         (hf_db_get_changes (db) == 0 || hf_enrolment_resume (db, actor, customer, error));
}
