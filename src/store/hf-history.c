/* hf-history.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-history.h"

static void
entry_free (gpointer data)
{
  HfHistoryEntry *entry = data;

  g_free (entry->kind);
  g_free (entry->subject);
  g_free (entry->staff);
  g_strfreev (entry->changed);
  g_free (entry);
}

static GStrv
dup_changed (HfDb *db, gint64 first_seq, gint64 last_seq, GError **error)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_OPERATION_TABLES, error, "ll", first_seq, last_seq))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      g_autofree char *line = g_strdup_printf ("%s %s %" G_GINT64_FORMAT, hf_rows_text (&rows, 0),
                                               hf_rows_text (&rows, 1), hf_rows_int (&rows, 2));

      g_strv_builder_add (lines, line);
    }
  if (local == NULL)
    return g_strv_builder_end (lines);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
add_entry (GPtrArray *entries, HfDb *db, HfRows *rows, GError **error)
{
  HfHistoryEntry *entry = g_new0 (HfHistoryEntry, 1);
  gint64 first_seq = hf_rows_int (rows, 5);
  gint64 last_seq = hf_rows_int (rows, 6);

  g_ptr_array_add (entries, entry);
  entry->id = hf_rows_int (rows, 0);
  entry->kind = hf_rows_dup (rows, 1);
  entry->subject = hf_rows_dup (rows, 2);
  entry->staff = hf_rows_dup (rows, 3);
  entry->at = hf_rows_int (rows, 4);
  entry->n_changes = last_seq - first_seq + 1;
  entry->undone_by = hf_rows_int (rows, 7);
  entry->undoes = hf_rows_int (rows, 8);
  entry->changed = dup_changed (db, first_seq, last_seq, error);
  return entry->changed != NULL;
}

/**
 * hf_history_dup:
 * @actor: who reads it: an agent finds what they did themselves (ROLE-1)
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type HfHistoryEntry): operations, newest first, or %NULL with
 * an error
 */
GPtrArray *
hf_history_dup (HfDb *db, const HfActor *actor, int limit, GError **error)
{
  gint64 staff = actor->role == HF_ROLE_AGENT ? actor->staff_id : 0;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_OPERATION_LIST, error, "il", limit, staff))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      if (!add_entry (entries, db, &rows, error))
        return NULL;
    }
  if (local == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
