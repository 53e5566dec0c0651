/* hf-deadline-reminder.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-deadline-reminder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-db-private.h"
#include "hf-deadline-store.h"
#include "hf-follow-up.h"
#include "hf-reason.h"

/* `follow_up.occurrence` of a deadline's reminders. */
enum
{
  FOR_STAFF,   /* before and at it */
  FOR_MANAGERS /* after it */
};

/* What only a contact with the customer does; the rest is done by moving the complaint on. */
static const char *const ways_texts[HF_DEADLINE_REFUND + 1] = {
  [HF_DEADLINE_CALL_BACK] = "phone:agent;home:agent;office:agent;phone:expert;home:expert",
  [HF_DEADLINE_HOME_VISIT] = "home:agent;home:expert",
};

typedef struct
{
  gint64 id;
  HfDeadlineKind kind;
  HfMinute due_at;
  HfMinute warn_at;
  gboolean missed;
  gboolean over; /* done, needed no more, or the case is closed */
  gboolean stands;
  gint64 customer;
  gint64 number;
  HfDay received;
  gint64 staff;
} Deadline;

static void
read_deadline (Deadline *deadline, HfRows *rows)
{
  const char *what = hf_rows_text (rows, 1);
  const char *state = hf_rows_text (rows, 4);

  deadline->id = hf_rows_int (rows, 0);
  while (deadline->kind < HF_DEADLINE_REFUND &&
         strcmp (hf_deadline_get_nick (deadline->kind), what) != 0)
    deadline->kind++;
  deadline->due_at = hf_rows_int (rows, 2);
  deadline->warn_at = hf_rows_int (rows, 3);
  deadline->missed = strcmp (state, "missed") == 0;
  deadline->over = !hf_rows_is_null (rows, 5) || strcmp (state, "void") == 0 ||
                   strcmp (state, "kept") == 0 || hf_rows_int (rows, 11) != 0;
  deadline->stands = hf_rows_int (rows, 6) != 0;
  deadline->customer = hf_rows_int (rows, 7);
  deadline->number = hf_rows_int (rows, 8);
  deadline->received = hf_rows_int (rows, 9);
  deadline->staff = hf_rows_int (rows, 10);
}

static GArray *
read_deadlines (HfDb *db, gint64 complaint, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Deadline));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_DEADLINE_REMINDERS, error, "l", complaint))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      Deadline deadline = { 0 };

      read_deadline (&deadline, &rows);
      g_array_append_val (list, deadline);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* A deadline is a moment that was told to the customer: it is not moved off days without contact,
 * nor out of their window. */
static gboolean
put (HfDb *db, const HfActor *actor, const Deadline *deadline, int whose, GError **error)
{
  const char *text = whose == FOR_STAFF ? ways_texts[deadline->kind] : NULL;
  g_autofree char *title = g_strdup_printf (
      "complaint:%s:%lld", hf_deadline_get_nick (deadline->kind), (long long) deadline->number);
  HfFollowUpDraft draft = { 0 };
  HfWays ways = { 0 };
  gint64 id;

  if (text != NULL && !hf_ways_parse (text, &ways, error))
    return FALSE;
  draft.customer_id = deadline->customer;
  draft.staff_id = whose == FOR_STAFF ? deadline->staff : 0;
  draft.occurrence = whose;
  draft.kind = HF_KIND_COMPLAINT;
  draft.due_at = deadline->due_at;
  draft.original_on = draft.window_to = hf_minute_get_day (deadline->due_at);
  draft.window_from = draft.anchor_on = deadline->received;
  draft.ways = &ways;
  draft.title = title;
  draft.cause = whose == FOR_STAFF ? "deadline" : "deadline-missed";
  draft.subject_id = deadline->id;
  draft.paused = deadline->stands;
  if (whose == FOR_STAFF && deadline->due_at > actor->now)
    draft.warn_at = deadline->warn_at;
  return hf_follow_up_insert (db, &draft, &id, error);
}

/* Managers are told of a case once, whatever else is late in it; when that is done, of the next. */
static gboolean
tell_managers (
    HfDb *db, const HfActor *actor, const Deadline *deadline, gboolean *told, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *state =
      hf_db_dup_text (db, HF_QUERY_DEADLINE_TOLD, &local, "li", deadline->id, FOR_MANAGERS);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (state != NULL && strcmp (state, "open") != 0)
    return TRUE;
  *told = TRUE;
  return state != NULL || put (db, actor, deadline, FOR_MANAGERS, error);
}

/**
 * hf_deadline_reminders_refresh:
 *
 * Brings what reminds of a complaint's deadlines in line with them: one follow-up for each that is
 * open, one for managers about what is overdue. Called any number of times it gives the same.
 * Within a running operation.
 */
gboolean
hf_deadline_reminders_refresh (HfDb *db, const HfActor *actor, gint64 complaint, GError **error)
{
  g_autoptr (GArray) list = read_deadlines (db, complaint, error);
  gboolean told = FALSE;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Deadline *deadline = &g_array_index (list, Deadline, i);

      if (deadline->over)
        {
          if (!hf_db_run (db, HF_QUERY_DEADLINE_REMINDER_CLOSE, error, "ll", deadline->id,
                          actor->now))
            return FALSE;
          continue;
        }
      if (!put (db, actor, deadline, FOR_STAFF, error) ||
          (deadline->missed && !told && !tell_managers (db, actor, deadline, &told, error)))
        return FALSE;
    }
  return list != NULL;
}

/**
 * hf_deadline_reminder_pass_on:
 *
 * A line for managers about a complaint that somebody passed on to them. Within a running
 * operation.
 */
gboolean
hf_deadline_reminder_pass_on (HfDb *db,
                              const HfActor *actor,
                              const HfComplaint *complaint,
                              GError **error)
{
  g_autofree char *title =
      g_strdup_printf ("complaint:escalated:%lld", (long long) complaint->number);
  HfFollowUpDraft draft = { 0 };
  HfWays ways = { 0 };
  gint64 id;

  draft.customer_id = complaint->customer_id;
  draft.occurrence = FOR_MANAGERS;
  draft.kind = HF_KIND_COMPLAINT;
  draft.due_at = actor->now;
  draft.original_on = draft.window_from = draft.window_to = hf_minute_get_day (actor->now);
  draft.anchor_on = hf_minute_get_day (complaint->received_at);
  draft.ways = &ways;
  draft.title = title;
  draft.cause = "deadline-missed";
  draft.subject_id = complaint->id;
  return hf_follow_up_insert (db, &draft, &id, error);
}

/**
 * hf_deadlines_note_contact:
 * @at: when the customer was reached
 *
 * A talk keeps the call-back, a home visit the visit as well, of each complaint that was received
 * before. Within a running operation.
 */
gboolean
hf_deadlines_note_contact (
    HfDb *db, const HfActor *actor, gint64 customer, HfChannel channel, HfMinute at, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (channel == HF_CHANNEL_MESSAGE || channel == HF_CHANNEL_POST)
    return TRUE;
  ids = hf_db_dup_ids (db, HF_QUERY_DEADLINE_COMPLAINTS_OF_CUSTOMER, error, "ll", customer, at);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!hf_deadline_set_done (db, id, HF_DEADLINE_CALL_BACK, at, error) ||
          (channel == HF_CHANNEL_HOME &&
           !hf_deadline_set_done (db, id, HF_DEADLINE_HOME_VISIT, at, error)) ||
          !hf_deadline_reminders_refresh (db, actor, id, error))
        return FALSE;
    }
  return ids != NULL;
}

/**
 * hf_deadlines_run:
 * @escalated: (inout): complaints that became a manager's matter are added to it
 *
 * What the passing of time does to deadlines, up to the actor's "now": reminds at the moment of
 * each, marks those that passed as missed and tells managers. Within a running operation; however
 * often and late it is called (SCHED-6).
 */
gboolean
hf_deadlines_run (HfDb *db, const HfActor *actor, int *escalated, GError **error)
{
  g_autoptr (GArray) overdue = NULL;

  if (!hf_db_run (db, HF_QUERY_DEADLINE_RING, error, "l", actor->now) ||
      !hf_db_run (db, HF_QUERY_DEADLINE_MISS, error, "l", actor->now) ||
      !hf_db_run (db, HF_QUERY_COMPLAINT_ESCALATE, error, ""))
    return FALSE;
  *escalated += (int) hf_db_get_changes (db);
  overdue = hf_db_dup_ids (db, HF_QUERY_DEADLINE_OVERDUE, error, "");
  for (guint i = 0; overdue != NULL && i < overdue->len; i++)
    {
      if (!hf_deadline_reminders_refresh (db, actor, g_array_index (overdue, gint64, i), error))
        return FALSE;
    }
  return overdue != NULL;
}

/**
 * hf_deadlines_get_next:
 * @next: (out): the next moment at which hf_command_run_deadlines() has something to do, or has had
 * already; %HF_MINUTE_NONE for never
 *
 * One look into an index.
 */
gboolean
hf_deadlines_get_next (HfDb *db, HfMinute *next, GError **error)
{
  *next = HF_MINUTE_NONE;
  return hf_db_get_int (db, HF_QUERY_DEADLINE_NEXT, next, error, "");
}

/**
 * hf_command_run_deadlines:
 *
 * hf_deadlines_run() for those who wait for that moment; the daily evaluation does it as well.
 */
gboolean
hf_command_run_deadlines (HfDb *db, const HfActor *actor, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  int escalated = 0;

  return hf_operation_begin (&operation, db, actor, "engine.run", error) &&
         hf_deadlines_run (db, actor, &escalated, error) &&
         hf_operation_commit (&operation, NULL, error);
}

static HfDeadlineKind
parse_title (const char *title, gint64 *number)
{
  const char *what = title + strlen ("complaint:");
  const char *colon = strrchr (what, ':');
  HfDeadlineKind kind = HF_DEADLINE_ACKNOWLEDGE;

  *number = colon != NULL ? g_ascii_strtoll (colon + 1, NULL, 10) : 0;
  while (kind < HF_DEADLINE_REFUND && !g_str_has_prefix (what, hf_deadline_get_nick (kind)))
    kind++;
  return kind;
}

/**
 * hf_deadline_reminder_describe:
 * @title: as stored, `complaint:answer:12`
 * @received: the day on which the complaint came in
 * @passed: it is the one for managers
 * @reason: (out) (transfer full): why it is there
 *
 * Returns: (transfer full): what to do, without what the customer said
 */
char *
hf_deadline_reminder_describe (
    const char *title, HfMinute due_at, HfDay received, gboolean passed, char **reason)
{
  HfDay due_on = hf_minute_get_day (due_at);
  g_autofree char *since = hf_reason_format_day_seen (received, due_on);
  g_autofree char *day = hf_reason_format_day (due_on);
  int clock = hf_minute_of_day (due_at);
  gint64 number;
  HfDeadlineKind kind = parse_title (title, &number);
  const char *label = hf_deadline_get_label (kind);

  if (g_str_has_prefix (title, "complaint:escalated:"))
    {
      *reason = g_strdup_printf (_ ("Complaint no. %lld of %s was passed to the manager"),
                                 (long long) number, since);
      return g_strdup (_ ("Decide on a complaint"));
    }
  if (kind == HF_DEADLINE_REFUND)
    {
      *reason = g_strdup_printf (passed ? _ ("Return no. %lld of %s: the money was due on %s at "
                                             "%02d:%02d")
                                        : _ ("Return no. %lld of %s: by %s, %02d:%02d"),
                                 (long long) number, since, day, clock / 60, clock % 60);
      return g_strdup (passed ? _ ("See to the overdue refund") : _ ("Pay the money back"));
    }
  if (passed)
    *reason = g_strdup_printf (_ ("Complaint no. %lld of %s: “%s” was due on %s at %02d:%02d and "
                                  "has not been done"),
                               (long long) number, since, label, day, clock / 60, clock % 60);
  else
    *reason = g_strdup_printf (_ ("Complaint no. %lld of %s: by %s, %02d:%02d"), (long long) number,
                               since, day, clock / 60, clock % 60);
  return passed ? g_strdup_printf (_ ("See to the overdue complaint: %s"), label)
                : g_strdup_printf (_ ("Complaint: %s"), label);
}
