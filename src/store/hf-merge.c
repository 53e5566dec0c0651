/* hf-merge.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-enrolment-store.h"
#include "hf-facts-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-special-store.h"
#include "hf-stage-store.h"
#include "hf-supply-store.h"

typedef struct
{
  HfDb *db;
  const HfActor *actor;
  gint64 kept;
  gint64 gone;
  gint64 kept_owner;
  gint64 gone_owner;
} Merge;

/* A customer has at most one row of these for each number, tag, event ...: where both cards have
 * it, one goes, once the other has learned what it lacked. A row that cannot move and stands in
 * none of them stays with the card that goes: nothing is lost for want of a line here. */
static const char *const says_once[] = {
  "consent", "customer_tag", "customer_tier", "greeting",    "invitation", "no_contact_day",
  "phone",   "special_date", "tier_fact",     "week_intent", NULL
};

/**
 * hf_merge_says_once:
 *
 * Whether two cards' rows of @table may say the same, of which one is enough.
 */
gboolean
hf_merge_says_once (const char *table)
{
  return g_strv_contains (says_once, table);
}

/**
 * hf_merge_get_target:
 *
 * Returns: the card into which @customer was merged, else @customer itself
 */
gint64
hf_merge_get_target (HfDb *db, gint64 customer)
{
  gint64 target = 0;

  hf_db_get_int (db, HF_QUERY_CUSTOMER_MERGED_INTO, &target, NULL, "l", customer);
  return target != 0 ? target : customer;
}

static gboolean
check_cards (Merge *merge, GError **error)
{
  if (merge->kept == merge->gone)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("This is one and the same card. Choose the other one."));
      return FALSE;
    }
  return hf_lookup_customer_owner (merge->db, merge->kept, &merge->kept_owner, error) &&
         hf_actor_check_owner (merge->actor, merge->kept_owner, error) &&
         hf_lookup_customer_owner (merge->db, merge->gone, &merge->gone_owner, error) &&
         hf_actor_check_owner (merge->actor, merge->gone_owner, error);
}

static gboolean
run_on_both (Merge *merge, const HfQuery *queries, guint n_queries, GError **error)
{
  for (guint i = 0; i < n_queries; i++)
    {
      if (!hf_db_run (merge->db, queries[i], error, "ll", merge->kept, merge->gone))
        return FALSE;
    }
  return TRUE;
}

/* What the card that stays learns from the rows that can't move beside its own. */
static gboolean
say_once (Merge *merge, GError **error)
{
  static const HfQuery queries[] = {
    HF_QUERY_MERGE_SAFE_SIDE,     HF_QUERY_MERGE_CARD_TYPE,    HF_QUERY_MERGE_CHILD_DROP,
    HF_QUERY_MERGE_HEALTH_DROP,   HF_QUERY_MERGE_SPECIAL_DROP, HF_QUERY_MERGE_PHONE_SAME,
    HF_QUERY_MERGE_PHONE_PREFER,  HF_QUERY_MERGE_CONSENT_SAME, HF_QUERY_MERGE_INVITATION_SAME,
    HF_QUERY_MERGE_GREETING_SAME, HF_QUERY_MERGE_TIER_DROP,    HF_QUERY_MERGE_PAIR_MERGED,
    HF_QUERY_MERGE_PAIRS_MOVE,    HF_QUERY_MERGE_PAIRS_DROP,
  };

  return run_on_both (merge, queries, G_N_ELEMENTS (queries), error);
}

static gboolean
move_rows (Merge *merge, const char *table, const char *column, GError **error)
{
  g_autofree char *move =
      g_strdup_printf ("UPDATE OR IGNORE %s SET %s = ?1 WHERE %s = ?2", table, column, column);
  g_autofree char *drop = g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", table, column);

  return hf_db_run_text (merge->db, move, error, "ll", merge->kept, merge->gone) &&
         (!hf_merge_says_once (table) || hf_db_run_text (merge->db, drop, error, "l", merge->gone));
}

static gboolean
move_all (Merge *merge, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, merge->db, HF_QUERY_MERGE_REFERENCES, error, ""))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      const char *table = hf_rows_text (&rows, 0);

      /* Pairs of cards were moved before: one may stand on either side. */
      if (strcmp (table, "duplicate") != 0 &&
          !move_rows (merge, table, hf_rows_text (&rows, 1), error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Nobody is called twice for the same: PLAN-10, SCHED-4. */
static gboolean
end_doubled_plans (Merge *merge, GError **error)
{
  g_autoptr (GArray) ids =
      hf_db_dup_ids (merge->db, HF_QUERY_MERGE_ENROLMENTS_DOUBLED, error, "l", merge->kept);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!hf_db_run (merge->db, HF_QUERY_FOLLOW_UP_CANCEL_ENROLMENT, error, "lsli", id,
                      "plan-replaced", merge->actor->now, G_MAXINT32) ||
          !hf_db_run (merge->db, HF_QUERY_ENROLMENT_END_ONE, error, "lls", id,
                      hf_minute_get_day (merge->actor->now), "plan-replaced"))
        return FALSE;
    }
  return ids != NULL && hf_db_run (merge->db, HF_QUERY_MERGE_SPECIAL_CANCEL, error, "ll",
                                   merge->kept, merge->actor->now);
}

/* The owner may be that of either card; the other one's work goes along (CARD-11). */
static gboolean
hand_over (Merge *merge, GError **error)
{
  HfDay today = hf_minute_get_day (merge->actor->now);
  gint64 owner = 0;

  if (!hf_db_get_int (merge->db, HF_QUERY_CUSTOMER_OWNER, &owner, error, "l", merge->kept) ||
      !hf_db_run (merge->db, HF_QUERY_MERGE_HAND_OVER, error, "lrr", merge->kept, merge->kept_owner,
                  merge->gone_owner))
    return FALSE;
  for (int i = 0; i < 2; i++)
    {
      gint64 before = i == 0 ? merge->kept_owner : merge->gone_owner;

      if (before != 0 && before != owner && (i == 0 || before != merge->kept_owner) &&
          !hf_db_run (merge->db, HF_QUERY_HANDOVER_INSERT, error, "llrrsl",
                      hf_db_new_id (merge->db), merge->kept, before, owner, "", today))
        return FALSE;
    }
  return TRUE;
}

static gboolean
stop_if_barred (Merge *merge, GError **error)
{
  gint64 barred = 0;

  return hf_db_get_int (merge->db, HF_QUERY_CUSTOMER_BARRED, &barred, error, "l", merge->kept) &&
         (barred == 0 ||
          hf_enrolment_stop_all (merge->db, merge->actor, merge->kept, "refused", error));
}

static gboolean
evaluate (Merge *merge, GError **error)
{
  HfDay today = hf_minute_get_day (merge->actor->now);

  return hf_supply_refresh (merge->db, merge->gone, today, NULL, error) &&
         hf_stage_refresh (merge->db, merge->gone, today, error) &&
         hf_stage_refresh (merge->db, merge->kept, today, error) &&
         hf_facts_refresh (merge->db, merge->actor, merge->kept, error) &&
         hf_special_refresh (merge->db, merge->actor, merge->kept, error) &&
         hf_engine_update_household (merge->db, merge->actor, merge->kept, error) &&
         hf_engine_update_customer (merge->db, merge->actor, merge->kept, error);
}

/**
 * hf_command_merge_customers:
 * @kept: the card that stays
 * @gone: the card of the same person that goes into it
 * @take: (nullable): the fields in which @gone is right, see hf_merge_get_field(); of the others
 *   what @kept lacks is filled in
 *
 * Everything that was written about @gone is @kept's from now on, plans that both followed go on
 * once, and lists and the search show one card (CARD-12). An agent merges own customers and those
 * without an owner (ROLE-1). Undoing it gives both cards back as they were.
 */
gboolean
hf_command_merge_customers (HfDb *db,
                            const HfActor *actor,
                            gint64 kept,
                            gint64 gone,
                            const char *const *take,
                            GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  Merge merge = { db, actor, kept, gone, 0, 0 };

  if (!hf_merge_check_fields (take, error) ||
      !hf_operation_begin (&operation, db, actor, "customer.merge", error) ||
      !check_cards (&merge, error) || !hf_merge_take_fields (db, kept, gone, take, error) ||
      !say_once (&merge, error) || !move_all (&merge, error) ||
      !hf_db_run (db, HF_QUERY_MERGE_SET, error, "ll", kept, gone) ||
      !end_doubled_plans (&merge, error) || !hand_over (&merge, error) ||
      !stop_if_barred (&merge, error) || !evaluate (&merge, error))
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", kept);
  return name != NULL && hf_operation_commit (&operation, name, error);
}
