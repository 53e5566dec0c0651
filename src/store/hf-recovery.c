/* hf-recovery.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-recovery.h"

#include <glib/gi18n-lib.h>

#include "hf-contact-facts.h"
#include "hf-db-private.h"
#include "hf-follow-up.h"

static const struct
{
  const char *kind;
  const char *ways;
  const char *label;
} kinds[] = {
  { "expiry", "home:agent;phone:agent",
    N_ ("Part of the supply will still be in use after its expiry date: exchange it") },
  { "late-delivery", "phone:agent;home:agent",
    N_ ("The parcel came, or will come, later than promised: apologise") },
  { "missed-promise", "phone:agent;home:agent",
    N_ ("A promise was not kept in time: apologise, and keep it") },
  { "missed-step", "phone:agent;home:agent", N_ ("A planned contact was missed: apologise") },
  { "missed-deadline", "phone:agent;home:agent;phone:manager",
    N_ ("A complaint was not dealt with in time: apologise") },
};

static guint
find_kind (const char *kind)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (kinds) && g_strcmp0 (kinds[i].kind, kind) != 0)
    i++;
  return i;
}

/**
 * hf_recovery_get_label:
 *
 * Returns: (transfer none): what failed and what to do, as people read it
 */
const char *
hf_recovery_get_label (const char *kind)
{
  return _ (kinds[find_kind (kind)].label);
}

static gboolean
insert_follow_up (HfDb *db,
                  const HfActor *actor,
                  const char *kind,
                  const HfContactFacts *contact,
                  gint64 recovery,
                  gint64 *id,
                  GError **error)
{
  g_autofree char *cause = g_strconcat ("recovery-", kind, NULL);
  HfFollowUpDraft draft = { 0 };
  HfDay today = hf_minute_get_day (actor->now);
  HfSet channels;
  HfWays ways;

  if (!hf_ways_parse (kinds[find_kind (kind)].ways, &ways, error))
    return FALSE;
  channels = hf_ways_get_channels (&ways);
  draft.original_on = draft.anchor_on = draft.window_from = today;
  draft.window_to = today + 1;
  draft.blocked =
      !hf_contact_rules_day_is_allowed (&contact->rules, today, channels) &&
      hf_contact_rules_next_allowed_day (&contact->rules, today, channels) == HF_DAY_NONE;
  if (!draft.blocked)
    today = hf_contact_rules_next_allowed_day (&contact->rules, today, channels);
  draft.customer_id = contact->customer_id;
  draft.staff_id = contact->owner_id;
  draft.kind = HF_KIND_URGENT;
  draft.due_at = hf_contact_facts_get_reminder (contact, today, &ways);
  draft.ways = &ways;
  draft.cause = cause;
  draft.subject_id = recovery;
  return hf_follow_up_insert (db, &draft, id, error);
}

/**
 * hf_recovery_add:
 * @subject: what failed; the same is never found twice
 * @created: (inout): is added to
 *
 * Writes a failure down with a follow-up that mends it, within a running operation. Who is not to
 * be contacted is left in peace.
 */
gboolean
hf_recovery_add (HfDb *db,
                 const HfActor *actor,
                 const char *kind,
                 gint64 subject,
                 gint64 customer,
                 int *created,
                 GError **error)
{
  g_autoptr (HfContactFacts) contact = hf_contact_facts_load (db, customer, error);
  gint64 id, follow_up;

  if (contact == NULL)
    return FALSE;
  if (contact->barred)
    return TRUE;
  id = hf_db_new_id (db);
  if (!hf_db_run (db, HF_QUERY_RECOVERY_INSERT, error, "llsll", id, customer, kind, subject,
                  hf_minute_get_day (actor->now)))
    return FALSE;
  if (hf_db_get_changes (db) == 0)
    return TRUE;
  if (!insert_follow_up (db, actor, kind, contact, id, &follow_up, error))
    return FALSE;
  *created += 1;
  return hf_db_run (db, HF_QUERY_RECOVERY_SET_FOLLOW_UP, error, "ll", id, follow_up);
}

void
hf_recovery_row_clear (gpointer data)
{
  HfRecoveryRow *row = data;

  g_free (row->customer);
  g_free (row->kind);
  g_free (row->state);
  g_free (row->act);
  g_free (row->note);
  g_free (row->owner);
}

static void
read_row (HfRecoveryRow *row, HfRows *rows)
{
  row->id = hf_rows_int (rows, 0);
  row->customer_id = hf_rows_int (rows, 1);
  row->customer = hf_rows_dup (rows, 2);
  row->kind = hf_rows_dup (rows, 3);
  row->found_on = hf_rows_int (rows, 4);
  row->state = hf_rows_dup (rows, 5);
  row->follow_up_id = hf_rows_int (rows, 6);
  row->act = hf_rows_dup (rows, 7);
  row->note = hf_rows_dup (rows, 8);
  row->owner_id = hf_rows_int (rows, 9);
  row->owner = hf_rows_dup (rows, 10);
  row->due_at = hf_rows_int_or (rows, 11, HF_MINUTE_NONE);
  row->subject_id = hf_rows_int (rows, 12);
}

static GArray *
find (HfDb *db, HfDay day, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (HfRecoveryRow));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  g_array_set_clear_func (found, hf_recovery_row_clear);
  if (!hf_rows_open (&rows, db, HF_QUERY_RECOVERY_FIND, error, "l", day))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfRecoveryRow row = { 0 };

      row.kind = hf_rows_dup (&rows, 0);
      row.id = hf_rows_int (&rows, 1);
      row.customer_id = hf_rows_int (&rows, 2);
      g_array_append_val (found, row);
    }
  if (local == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_recovery_run_day:
 * @created: (inout): is added to
 *
 * What has come to be a failure on the actor's day. Supply beyond its expiry is found when the
 * goods are sold or the use is heard of, by hf_facts_refresh().
 */
gboolean
hf_recovery_run_day (HfDb *db, const HfActor *actor, int *created, GError **error)
{
  g_autoptr (GArray) found = find (db, hf_minute_get_day (actor->now), error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const HfRecoveryRow *row = &g_array_index (found, HfRecoveryRow, i);

      if (!hf_recovery_add (db, actor, row->kind, row->id, row->customer_id, created, error))
        return FALSE;
    }
  return found != NULL;
}

/**
 * hf_recovery_dup_rows:
 * @agent: who looks, where they see only their own customers' (ROLE-1); 0 for who sees all
 * @owner: whose customers', 0 for anybody's
 *
 * Returns: (transfer full) (element-type HfRecoveryRow): open ones first, newest first; %NULL with
 * an error
 */
GArray *
hf_recovery_dup_rows (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (HfRecoveryRow));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  g_array_set_clear_func (list, hf_recovery_row_clear);
  if (!hf_rows_open (&rows, db, HF_QUERY_RECOVERY_LIST, error, "lil", agent, limit, owner))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfRecoveryRow row = { 0 };

      read_row (&row, &rows);
      g_array_append_val (list, row);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_recovery_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): as hf_recovery_dup_rows(), only which; %NULL with
 * an error
 */
GArray *
hf_recovery_dup_ids (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_RECOVERY_IDS, error, "lli", agent, owner, limit);
}

/**
 * hf_recovery_load:
 * @row: (out caller-allocates): clear with hf_recovery_row_clear()
 */
gboolean
hf_recovery_load (HfDb *db, gint64 id, HfRecoveryRow *row, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_RECOVERY_GET, error, "l", id))
    return FALSE;
  if (hf_rows_next (&rows, &local))
    {
      read_row (row, &rows);
      return TRUE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such finding."));
  return FALSE;
}
