/* hf-greeting-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-list.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-follow-up.h"
#include "hf-greeting-round.h"
#include "hf-greeting-store.h"
#include "hf-office.h"
#include "hf-visit.h"
#include "hf-way.h"

static const char *const shown_nicks[] = { "", "open", "done", "left-out" };

static void
clear_row (gpointer data)
{
  HfGreetingRow *row = data;

  g_free (row->title);
  g_free (row->text);
  g_free (row->staff);
}

/* Whose customers: agents see their own and those of nobody (ROLE-1). */
static gint64
get_scope (const HfActor *actor)
{
  return actor->role == HF_ROLE_AGENT ? actor->staff_id : 0;
}

static gboolean
read_rounds (HfDb *db, gint64 staff, int limit, GArray *list, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_GREETING_ROUNDS, error, "li", staff, limit))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfGreetingRow row = { 0 };

      row.id = hf_rows_int (&rows, 0);
      row.title = hf_greeting_dup_occasion_label (hf_rows_text (&rows, 1));
      row.text = hf_rows_dup (&rows, 2);
      row.staff = hf_rows_dup (&rows, 3);
      row.staff_id = hf_rows_int (&rows, 4);
      row.from = hf_rows_int (&rows, 5);
      row.day = hf_rows_int (&rows, 6);
      g_array_append_val (list, row);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_counts (HfDb *db, gint64 staff, HfGreetingRow *row, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_GREETING_COUNTS, error, "ll", row->id, staff) ||
      !hf_rows_next (&rows, error))
    return FALSE;
  row->customers = (int) hf_rows_int (&rows, 0);
  row->done = (int) hf_rows_int (&rows, 1);
  row->left_out = (int) hf_rows_int (&rows, 2);
  return TRUE;
}

/**
 * hf_greetings_dup_rows:
 * @actor: an agent sees the rounds in which there are customers of theirs, and counts those
 *
 * For a reader's thread.
 *
 * Returns: (transfer full) (element-type HfGreetingRow): newest first, festivals among them; %NULL
 * with an error
 */
GArray *
hf_greetings_dup_rows (HfDb *db, const HfActor *actor, int limit, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (HfGreetingRow));
  gint64 staff = get_scope (actor);

  g_array_set_clear_func (list, clear_row);
  if (!read_rounds (db, staff, limit, list, error))
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (!read_counts (db, staff, &g_array_index (list, HfGreetingRow, i), error))
      return NULL;
  return g_steal_pointer (&list);
}

/**
 * hf_greetings_dup_ids:
 *
 * For a reader's thread.
 *
 * Returns: (transfer full) (element-type gint64): greetings of @round that the actor may see: those
 *   still to be done by day and name, then the others, the last one first; %NULL with an error
 */
GArray *
hf_greetings_dup_ids (
    HfDb *db, const HfActor *actor, gint64 round, HfGreetingsShown shown, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_GREETING_IDS, error, "lls", round, get_scope (actor),
                        shown_nicks[shown]);
}

static void
read_channel (HfGreetingLine *line, const char *by, const char *ways_text)
{
  int channel = HF_CHANNEL_PHONE;
  HfWays ways = { 0 };

  if (*by != '\0')
    hf_domain_parse (HF_DOMAIN_CHANNEL, by, &channel, NULL);
  else if (hf_ways_parse (ways_text, &ways, NULL) && ways.n_ways > 0)
    channel = (int) ways.ways[0].channel;
  line->channel = (HfChannel) channel;
}

static HfGreetingLine *
read_line (HfRows *rows, gint64 id)
{
  HfGreetingLine *line = g_new0 (HfGreetingLine, 1);
  int state = HF_FOLLOW_UP_CANCELLED;

  line->id = id;
  line->customer_id = hf_rows_int (rows, 0);
  line->follow_up_id = hf_rows_int (rows, 1);
  line->customer = hf_rows_dup (rows, 2);
  line->tier = hf_rows_dup (rows, 3);
  line->due_on = hf_rows_int_or (rows, 4, HF_DAY_NONE);
  line->at = hf_rows_int_or (rows, 5, HF_MINUTE_NONE);
  hf_domain_parse (HF_DOMAIN_FOLLOW_UP_STATE, hf_rows_text (rows, 7), &state, NULL);
  line->state = (HfFollowUpState) state;
  line->reason = line->state == HF_FOLLOW_UP_SKIPPED ? hf_rows_dup (rows, 8) : g_strdup ("");
  read_channel (line, hf_rows_text (rows, 10), hf_rows_text (rows, 6));
  line->title = hf_greeting_dup_occasion_label (hf_rows_text (rows, 11));
  return line;
}

/**
 * hf_greeting_line_load:
 *
 * Returns: (transfer full): one greeting; %NULL with %HF_ERROR_NOT_FOUND when it is gone
 */
HfGreetingLine *
hf_greeting_line_load (HfDb *db, gint64 id, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_GREETING_LINE, error, "l", id))
    return NULL;
  if (hf_rows_next (&rows, &local))
    return read_line (&rows, id);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                         _ ("This greeting is gone: the round was taken back."));
  return NULL;
}

void
hf_greeting_line_free (HfGreetingLine *line)
{
  g_free (line->customer);
  g_free (line->tier);
  g_free (line->title);
  g_free (line->reason);
  g_free (line);
}

/**
 * hf_greeting_find:
 * @id: (out): the customer's greeting in the round
 */
gboolean
hf_greeting_find (HfDb *db, gint64 round, gint64 customer, gint64 *id, GError **error)
{
  *id = 0;
  if (!hf_db_get_int (db, HF_QUERY_GREETING_FIND, id, error, "ll", round, customer))
    return FALSE;
  if (*id == 0)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                         _ ("This customer is not in the round."));
  return *id != 0;
}

static gboolean
check_open (const HfGreetingLine *line, GError **error)
{
  if (line->state == HF_FOLLOW_UP_OPEN)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
               line->state == HF_FOLLOW_UP_DONE
                   ? _ ("%s has been greeted already.")
                   : _ ("The greeting to %s was left out; undo that first."),
               line->customer);
  return FALSE;
}

/* A contact does what is due within three days (SCHED-3); a tick means this very greeting, whenever
 * its turn was. */
static gboolean
complete (HfDb *db, const HfActor *actor, const HfGreetingLine *line, gint64 visit, GError **error)
{
  gint64 done = 0;

  return hf_db_get_int (db, HF_QUERY_GREETING_IS_DONE, &done, error, "l", line->id) &&
         (done != 0 || (hf_follow_up_complete (db, line->follow_up_id, visit, actor->now, error) &&
                        hf_engine_update_customer (db, actor, line->customer_id, error)));
}

/**
 * hf_command_note_greeting:
 * @id: a greeting that is still to be done
 * @channel: how the customer was greeted
 * @outcome: %HF_OUTCOME_REACHED ticks it off; after another one it stays to be done
 *
 * Ticks off one line of a round: the contact is on the customer's card like any other.
 */
gboolean
hf_command_note_greeting (
    HfDb *db, const HfActor *actor, gint64 id, HfChannel channel, HfOutcome outcome, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfGreetingLine) line = NULL;
  g_auto (HfVisitResult) result = { 0 };
  HfVisitDraft draft;

  if (!hf_operation_begin (&operation, db, actor, "greeting.tick", error) ||
      (line = hf_greeting_line_load (db, id, error)) == NULL || !check_open (line, error))
    return FALSE;
  hf_visit_draft_init (&draft);
  draft.customer_id = line->customer_id;
  draft.channel = channel;
  draft.outcome = outcome;
  draft.note = line->title;
  return hf_command_log_visit (db, actor, &draft, &result, error) &&
         (outcome != HF_OUTCOME_REACHED || complete (db, actor, line, result.visit, error)) &&
         hf_operation_commit (&operation, line->customer, error);
}

static gboolean
check_round (HfDb *db, const HfActor *actor, gint64 round, char **title, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_GREETING_ROUND_OWNER, error, "l", round))
    return FALSE;
  if (hf_rows_next (&rows, &local))
    {
      *title = hf_greeting_dup_occasion_label (hf_rows_text (&rows, 1));
      if (actor->role != HF_ROLE_AGENT || hf_rows_int (&rows, 0) == actor->staff_id)
        return TRUE;
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_ALLOWED,
                           _ ("The words of this round are a colleague’s."));
    }
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such round."));
  return FALSE;
}

/**
 * hf_command_word_greetings:
 * @text: what is to be said from now on; empty: the branch's own words
 *
 * Words for a whole round, with placeholders (TEXT-1), without claims (TEXT-3). An agent words
 * their own rounds (ROLE-1).
 */
gboolean
hf_command_word_greetings (
    HfDb *db, const HfActor *actor, gint64 round, const char *text, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *title = NULL;

  return hf_greeting_check_words (db, text, error) &&
         hf_operation_begin (&operation, db, actor, "greeting.word", error) &&
         check_round (db, actor, round, &title, error) &&
         hf_db_run (db, HF_QUERY_GREETING_ROUND_WORD, error, "ls", round, text) &&
         hf_operation_commit (&operation, title, error);
}
