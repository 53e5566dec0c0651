/* hf-facts-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-facts-store.h"

#include "hf-recovery.h"
#include "hf-stage-store.h"
#include "hf-supply-store.h"
#include "hf-tier-store.h"

/**
 * hf_facts_refresh:
 *
 * Supply, tiers and what would be used after its expiry (PUR-3, TIER-5, COMP-7), after a purchase
 * or a visit, for that customer only and within the running operation.
 */
gboolean
hf_facts_refresh (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  g_autoptr (GArray) beyond = NULL;
  int created = 0;

  if (!hf_supply_refresh (db, customer, hf_minute_get_day (actor->now), &beyond, error))
    return FALSE;
  for (guint i = 0; i < beyond->len; i++)
    {
      if (!hf_recovery_add (db, actor, "expiry", g_array_index (beyond, gint64, i), customer,
                            &created, error))
        return FALSE;
    }
  return hf_tier_refresh (db, actor, customer, NULL, error);
}

/**
 * hf_facts_refresh_undone:
 * @first_seq: the first change of the undo
 *
 * What the change log leaves out since it is derived: supply and stage of those whose rows an undo
 * gave back.
 */
gboolean
hf_facts_refresh_undone (HfDb *db, const HfActor *actor, gint64 first_seq, GError **error)
{
  g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_UNDO_CUSTOMERS, error, "l", first_seq);
  HfDay today = hf_minute_get_day (actor->now);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!hf_supply_refresh (db, id, today, NULL, error) ||
          !hf_stage_refresh (db, id, today, error))
        return FALSE;
    }
  return ids != NULL && hf_db_run (db, HF_QUERY_UNDO_LOOK_AGAIN, error, "l", first_seq);
}
