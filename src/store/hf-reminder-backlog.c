/* hf-reminder-backlog.c: reminders by the thousand, never loaded one by one
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder.h"

#define NAMES_IN_A_SUMMARY (3)

void
hf_reminder_summary_clear (HfReminderSummary *summary)
{
  g_clear_pointer (&summary->names, g_strfreev);
}

/**
 * hf_reminder_is_backlog:
 * @is_backlog: (out): whether more has come due than is listed one by one
 */
gboolean
hf_reminder_is_backlog (HfDb *db, HfMinute now, gboolean *is_backlog, GError **error)
{
  gint64 n = 0;

  if (!hf_db_get_int (db, HF_QUERY_REMINDER_COUNT_DUE, &n, error, "ll", now,
                      (gint64) HF_REMINDER_MOST_ROWS + 1))
    return FALSE;
  *is_backlog = n > HF_REMINDER_MOST_ROWS;
  return TRUE;
}

/**
 * hf_reminder_claim_backlog:
 * @process: names the claiming process
 *
 * Claims all that has come due, in one transaction, but for adverse reactions, which never hide
 * among others.
 */
gboolean
hf_reminder_claim_backlog (HfDb *db, const HfActor *actor, const char *process, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;

  return hf_operation_begin (&operation, db, actor, "reminder.claim", error) &&
         hf_db_run (db, HF_QUERY_REMINDER_CLAIM_BACKLOG, error, "lsl", actor->now, process,
                    actor->now_ms) &&
         hf_db_run (db, HF_QUERY_REMINDER_MARK_BACKLOG, error, "l", actor->now) &&
         hf_db_run (db, HF_QUERY_REMINDER_SUPERSEDE, error, "") &&
         hf_operation_commit (&operation, NULL, error);
}

static gboolean
read_names (
    HfReminderSummary *summary, HfDb *db, const char *process, const char *singles, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_REMINDER_SUMMARY_NAMES, error, "ssi", process, singles,
                     NAMES_IN_A_SUMMARY))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    g_strv_builder_add (names, hf_rows_text (&rows, 0));
  summary->names = g_strv_builder_end (names);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_reminder_read_summary:
 * @process: whose claims
 * @singles: a JSON array of the follow-ups that have a notification of their own
 * @summary: (out caller-allocates): cleared with hf_reminder_summary_clear()
 *
 * What is to be said about all that @process has claimed, and about what the summary that is on the
 * screen already gathers, whose place it takes.
 */
gboolean
hf_reminder_read_summary (HfDb *db,
                          const char *process,
                          const char *singles,
                          HfDay today,
                          HfReminderSummary *summary,
                          GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_REMINDER_SUMMARY, error, "ssl", process, singles, today) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  summary->n_follow_ups = (guint) hf_rows_int (&rows, 0);
  summary->n_pressing = (guint) hf_rows_int (&rows, 1);
  summary->n_late = (guint) hf_rows_int (&rows, 2);
  summary->n_customers = (guint) hf_rows_int (&rows, 3);
  return read_names (summary, db, process, singles, error);
}

/**
 * hf_reminder_set_all_shown:
 *
 * All that @process has claimed is on the screen.
 */
gboolean
hf_reminder_set_all_shown (HfDb *db, const HfActor *actor, const char *process, GError **error)
{
  return hf_db_run (db, HF_QUERY_REMINDER_ALL_SHOWN, error, "sl", process, actor->now_ms);
}

/**
 * hf_reminder_set_summary_closed:
 * @singles: a JSON array of the follow-ups that have a notification of their own
 * @answer: which button, or `closed`
 *
 * The answer holds for all else that @process has shown.
 */
gboolean
hf_reminder_set_summary_closed (
    HfDb *db, const char *process, const char *singles, const char *answer, GError **error)
{
  return hf_db_run (db, HF_QUERY_REMINDER_SUMMARY_CLOSED, error, "sss", process, singles, answer);
}

/**
 * hf_reminder_give_all_back:
 * @until_ms: only what was claimed until then, UTC milliseconds
 *
 * What @process has claimed and not shown is due again, in one transaction.
 */
gboolean
hf_reminder_give_all_back (HfDb *db, const char *process, gint64 until_ms, GError **error)
{
  if (!hf_db_execute (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (hf_db_run (db, HF_QUERY_REMINDER_UNMARK_ALL, error, "sl", process, until_ms) &&
      hf_db_run (db, HF_QUERY_REMINDER_GIVE_ALL_BACK, error, "sl", process, until_ms) &&
      hf_db_execute (db, "COMMIT", error))
    return TRUE;
  sqlite3_exec (hf_db_get_handle (db), "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static void
clear_claim (gpointer data)
{
  HfReminderClaim *claim = data;

  g_free (claim->process);
}

/**
 * hf_reminder_dup_claims:
 *
 * Returns: (transfer full) (element-type HfReminderClaim): the processes that have claimed what
 *   they have not shown yet, or %NULL with an error
 */
GArray *
hf_reminder_dup_claims (HfDb *db, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (HfReminderClaim));
  g_autoptr (GError) local = NULL;

  g_array_set_clear_func (claims, clear_claim);
  if (!hf_rows_open (&rows, db, HF_QUERY_REMINDER_CLAIMS, error, ""))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfReminderClaim claim = { hf_rows_dup (&rows, 0), hf_rows_int (&rows, 1) };

      g_array_append_val (claims, claim);
    }
  if (local == NULL)
    return g_steal_pointer (&claims);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
