/* hf-reminder-screen.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder-screen.h"

#include "hf-process.h"
#include "hf-reminder-show.h"
#include "hf-reminder.h"

/**
 * hf_reminder_screen_init:
 * @screen: (out caller-allocates): cleared with hf_reminder_screen_clear()
 * @db: borrowed until then
 * @notifier: (transfer full):
 */
void
hf_reminder_screen_init (HfReminderScreen *screen, HfDb *db, HfNotifier *notifier)
{
  screen->db = db;
  screen->notifier = notifier;
  screen->process = hf_process_dup_name ();
  screen->singles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  screen->failed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  screen->backlog_failed_at = HF_MINUTE_NONE;
}

void
hf_reminder_screen_clear (HfReminderScreen *screen)
{
  g_clear_object (&screen->notifier);
  g_clear_pointer (&screen->process, g_free);
  g_clear_pointer (&screen->singles, g_hash_table_unref);
  g_clear_pointer (&screen->failed, g_hash_table_unref);
}

static void
note_shown (HfReminderScreen *screen, GArray *ids, gboolean one_by_one)
{
  screen->backlog_failed_at = HF_MINUTE_NONE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_hash_table_remove (screen->failed, &id);
      if (one_by_one)
        g_hash_table_add (screen->singles, g_memdup2 (&id, sizeof id));
    }
}

static void
note_failed (HfReminderScreen *screen, GArray *ids, HfMinute now)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_replace (screen->failed,
                          g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)),
                          g_memdup2 (&now, sizeof now));
}

static void
take_from_screen (HfReminderScreen *screen, gint64 id)
{
  g_autofree char *key = hf_reminder_key (id);

  g_hash_table_remove (screen->singles, &id);
  hf_notifier_withdraw (screen->notifier, key);
}

/* A JSON array of what has a notification of its own: all else that is shown is in the summary. */
static char *
list_singles (HfReminderScreen *screen)
{
  GString *list = g_string_new ("[");
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, screen->singles);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, list->len > 1 ? "," : "", *(gint64 *) id);
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

static gboolean
show_claimed (HfReminderScreen *screen, const HfActor *actor, GArray *ids, GError **error)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) not_shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) trouble = NULL;

  hf_reminder_show (screen->db, screen->notifier, ids, actor->now, shown, not_shown, &trouble);
  if (trouble != NULL)
    g_message ("a reminder could not be shown: %s", trouble->message);
  note_failed (screen, not_shown, actor->now);
  note_shown (screen, shown, TRUE);
  return hf_reminder_set_shown (screen->db, actor, shown, error) &&
         hf_reminder_give_back (screen->db, not_shown, error);
}

/**
 * hf_reminder_screen_show_each:
 * @ids: (element-type gint64): follow-ups
 *
 * Claims first and shows then: after a crash in between the claim tells that it was never shown.
 * What cannot be shown is given back and noted as failed, which is no error.
 */
gboolean
hf_reminder_screen_show_each (HfReminderScreen *screen,
                              const HfActor *actor,
                              GArray *ids,
                              GError **error)
{
  g_autoptr (GArray) mine = NULL;

  if (ids->len == 0)
    return TRUE;
  return hf_reminder_claim (screen->db, actor, ids, screen->process, &mine, error) &&
         show_claimed (screen, actor, mine, error);
}

/* A notification of its own that was snoozed or moved and is now one of many. */
static gboolean
take_gathered_from_screen (HfReminderScreen *screen, GError **error)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (screen->singles);

  for (GList *each = ids; each != NULL; each = each->next)
    {
      gint64 id = *(gint64 *) each->data;
      gint64 claimed = 0;

      if (!hf_db_get_int (screen->db, HF_QUERY_REMINDER_IS_CLAIMED, &claimed, error, "ls", id,
                          screen->process))
        return FALSE;
      if (claimed != 0)
        take_from_screen (screen, id);
    }
  return TRUE;
}

static gboolean
show_summary (HfReminderScreen *screen, const HfActor *actor, GArray *ids, GError **error)
{
  g_auto (HfReminderSummary) summary = { 0 };
  g_autoptr (GError) trouble = NULL;
  g_autofree char *singles = NULL;

  if (!take_gathered_from_screen (screen, error))
    return FALSE;
  singles = list_singles (screen);
  if (!hf_reminder_read_summary (screen->db, screen->process, singles,
                                 hf_minute_get_day (actor->now), &summary, error))
    return FALSE;
  if (summary.n_follow_ups == 0)
    return TRUE;
  if (hf_reminder_show_summary (screen->db, screen->notifier, &summary, &trouble))
    {
      note_shown (screen, ids, FALSE);
      screen->has_summary = TRUE;
      return hf_reminder_set_all_shown (screen->db, actor, screen->process, error);
    }
  g_message ("a summary could not be shown: %s", trouble->message);
  if (ids->len == 0)
    screen->backlog_failed_at = actor->now;
  note_failed (screen, ids, actor->now);
  return hf_reminder_give_all_back (screen->db, screen->process, G_MAXINT64, error);
}

/**
 * hf_reminder_screen_gather:
 * @ids: (element-type gint64) (nullable): follow-ups; %NULL for a backlog: all that has come due
 *
 * Like hf_reminder_screen_show_each(), with one summary for all.
 */
gboolean
hf_reminder_screen_gather (HfReminderScreen *screen,
                           const HfActor *actor,
                           GArray *ids,
                           GError **error)
{
  g_autoptr (GArray) mine = NULL;

  if (ids == NULL)
    {
      mine = g_array_new (FALSE, FALSE, sizeof (gint64));
      return hf_reminder_claim_backlog (screen->db, actor, screen->process, error) &&
             show_summary (screen, actor, mine, error);
    }
  if (ids->len == 0)
    return TRUE;
  if (!hf_reminder_claim (screen->db, actor, ids, screen->process, &mine, error))
    return FALSE;
  return mine->len > 1 ? show_summary (screen, actor, mine, error)
                       : show_claimed (screen, actor, mine, error);
}

/**
 * hf_reminder_screen_withdraw:
 * @ids: (element-type gint64): follow-ups whose notification says what is no longer true
 */
gboolean
hf_reminder_screen_withdraw (HfReminderScreen *screen, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    take_from_screen (screen, g_array_index (ids, gint64, i));
  return hf_reminder_withdraw (screen->db, ids, error);
}

/**
 * hf_reminder_screen_close:
 * @key: of a notification that the person has done with
 * @answer: which button, or `closed`
 *
 * Notes the answer for what it stands for, the summary's for all that it gathers.
 */
gboolean
hf_reminder_screen_close (HfReminderScreen *screen,
                          const char *key,
                          const char *answer,
                          GError **error)
{
  gint64 id = hf_reminder_parse_key (key);
  g_autofree char *singles = list_singles (screen);

  if (id != 0)
    return hf_reminder_set_closed (screen->db, id, answer, error);
  if (!screen->has_summary)
    return TRUE;
  return hf_reminder_set_summary_closed (screen->db, screen->process, singles, answer, error);
}

static gboolean
withdraw_empty_summary (HfReminderScreen *screen, GError **error)
{
  g_autofree char *singles = NULL;
  gint64 n = 0;

  if (!screen->has_summary)
    return TRUE;
  singles = list_singles (screen);
  if (!hf_db_get_int (screen->db, HF_QUERY_REMINDER_IN_SUMMARY, &n, error, "ss", screen->process,
                      singles))
    return FALSE;
  screen->has_summary = n > 0;
  if (n == 0)
    hf_notifier_withdraw (screen->notifier, HF_REMINDER_SUMMARY_KEY);
  return TRUE;
}

/**
 * hf_reminder_screen_withdraw_gone:
 *
 * An undo takes the delivery along with its follow-up, so that no row asks for a withdrawal. A
 * summary goes with the last one that it gathers.
 */
gboolean
hf_reminder_screen_withdraw_gone (HfReminderScreen *screen, GError **error)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (screen->singles);

  for (GList *each = ids; each != NULL; each = each->next)
    {
      gint64 id = *(gint64 *) each->data;
      gint64 live = 0;

      if (!hf_db_get_int (screen->db, HF_QUERY_REMINDER_LIVE, &live, error, "l", id))
        return FALSE;
      if (live == 0)
        take_from_screen (screen, id);
    }
  return withdraw_empty_summary (screen, error);
}
