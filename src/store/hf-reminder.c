/* hf-reminder.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder.h"

#include "hf-db-private.h"

static void
clear_row (gpointer data)
{
  HfReminderRow *row = data;

  g_free (row->claimed_by);
}

static gboolean
read_rows (GArray *all, HfDb *db, HfQuery query, HfMinute now, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, query, error, "li", now, (gint64) HF_REMINDER_MOST_ROWS))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfReminderRow row = { 0 };
      int kind = HF_KIND_ROUTINE;

      hf_domain_parse (HF_DOMAIN_KIND, hf_rows_text (&rows, 1), &kind, NULL);
      row.follow_up = hf_rows_int (&rows, 0);
      row.kind = (HfKind) kind;
      row.remind_at = hf_rows_int_or (&rows, 2, HF_MINUTE_NONE);
      row.delivered_for = hf_rows_int_or (&rows, 3, HF_MINUTE_NONE);
      row.delivered = hf_rows_int (&rows, 4) != 0;
      row.claimed_by = hf_rows_dup (&rows, 5);
      row.claimed_ms = hf_rows_int (&rows, 6);
      g_array_append_val (all, row);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_reminder_dup_rows:
 *
 * What has come due and was not delivered for that moment, the next one to come, and the deliveries
 * that are not closed. Reads through an index that holds just these.
 *
 * Returns: (transfer full) (element-type HfReminderRow): or %NULL with an error
 */
GArray *
hf_reminder_dup_rows (HfDb *db, HfMinute now, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (HfReminderRow));

  g_array_set_clear_func (all, clear_row);
  if (read_rows (all, db, HF_QUERY_REMINDER_DUE, now, error) &&
      read_rows (all, db, HF_QUERY_REMINDER_NEXT, now, error) &&
      read_rows (all, db, HF_QUERY_REMINDER_UNFINISHED, now, error))
    return g_steal_pointer (&all);
  return NULL;
}

/* What was not won is marked all the same: it was shown for that very moment already, or another
 * process is about to. */
static gboolean
claim_one (
    HfDb *db, const HfActor *actor, gint64 id, const char *process, gboolean *won, GError **error)
{
  if (!hf_db_run (db, HF_QUERY_REMINDER_CLAIM, error, "llsll", hf_db_new_id (db), id, process,
                  actor->now_ms, actor->now))
    return FALSE;
  *won = hf_db_get_changes (db) > 0;
  return hf_db_run (db, HF_QUERY_REMINDER_MARK, error, "ll", id, actor->now);
}

/**
 * hf_reminder_claim:
 * @follow_ups: (element-type gint64): to be shown now
 * @process: names the claiming process, so that others can tell whether it still runs
 * @claimed: (out) (transfer full) (element-type gint64): those that are this process's to show
 *
 * One transaction, so that of two processes just one shows a reminder, and nothing rings twice.
 */
gboolean
hf_reminder_claim (HfDb *db,
                   const HfActor *actor,
                   GArray *follow_ups,
                   const char *process,
                   GArray **claimed,
                   GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!hf_operation_begin (&operation, db, actor, "reminder.claim", error))
    return FALSE;
  for (guint i = 0; i < follow_ups->len; i++)
    {
      gint64 id = g_array_index (follow_ups, gint64, i);
      gboolean won;

      if (!claim_one (db, actor, id, process, &won, error))
        return FALSE;
      if (won)
        g_array_append_val (mine, id);
    }
  if (!hf_db_run (db, HF_QUERY_REMINDER_SUPERSEDE, error, "") ||
      !hf_operation_commit (&operation, NULL, error))
    return FALSE;
  *claimed = g_steal_pointer (&mine);
  return TRUE;
}

static gboolean
run_for_each (HfDb *db, HfQuery query, GArray *follow_ups, gint64 value, GError **error)
{
  for (guint i = 0; i < follow_ups->len; i++)
    {
      if (!hf_db_run (db, query, error, "ll", g_array_index (follow_ups, gint64, i), value))
        return FALSE;
    }
  return TRUE;
}

/* The end of a transaction around what is no operation of a person's. */
static gboolean
finish (HfDb *db, gboolean done, GError **error)
{
  if (done && hf_db_execute (db, "COMMIT", error))
    return TRUE;
  sqlite3_exec (hf_db_get_handle (db), "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/**
 * hf_reminder_set_shown:
 *
 * They are on the screen.
 */
gboolean
hf_reminder_set_shown (HfDb *db, const HfActor *actor, GArray *follow_ups, GError **error)
{
  return hf_db_execute (db, "BEGIN IMMEDIATE", error) &&
         finish (db, run_for_each (db, HF_QUERY_REMINDER_SHOWN, follow_ups, actor->now_ms, error),
                 error);
}

/**
 * hf_reminder_give_back:
 *
 * They could not be shown: there is no server, or it would not. One transaction: a reminder that is
 * marked without a delivery would never ring again.
 */
gboolean
hf_reminder_give_back (HfDb *db, GArray *follow_ups, GError **error)
{
  return hf_db_execute (db, "BEGIN IMMEDIATE", error) &&
         finish (db,
                 run_for_each (db, HF_QUERY_REMINDER_GIVE_BACK, follow_ups, 0, error) &&
                     run_for_each (db, HF_QUERY_REMINDER_UNMARK, follow_ups, 0, error),
                 error);
}

/**
 * hf_reminder_withdraw:
 *
 * Closes what was claimed or shown for a moment that holds no longer, in one transaction.
 */
gboolean
hf_reminder_withdraw (HfDb *db, GArray *follow_ups, GError **error)
{
  gboolean done = TRUE;

  if (follow_ups->len == 0)
    return TRUE;
  if (!hf_db_execute (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (guint i = 0; done && i < follow_ups->len; i++)
    done = hf_reminder_set_closed (db, g_array_index (follow_ups, gint64, i), "withdrawn", error);
  return finish (db, done, error);
}

/**
 * hf_reminder_set_closed:
 * @answer: which button, or `closed`, `withdrawn`
 */
gboolean
hf_reminder_set_closed (HfDb *db, gint64 follow_up, const char *answer, GError **error)
{
  return hf_db_run (db, HF_QUERY_REMINDER_CLOSED, error, "ls", follow_up, answer);
}

/**
 * hf_reminder_close_others:
 * @process: this one
 *
 * What an earlier process showed cannot be withdrawn any more, since a notification's number dies
 * with its process.
 */
gboolean
hf_reminder_close_others (HfDb *db, const char *process, GError **error)
{
  return hf_db_run (db, HF_QUERY_REMINDER_CLOSE_OTHERS, error, "s", process);
}
