/* hf-deadline-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-deadline-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-calendar-store.h"
#include "hf-db-private.h"
#include "hf-legal-store.h"
#include "hf-office.h"

/* A branch may change COMP-4's numbers; one that makes no sense counts as not set. */
#define MOST_MINUTES (100 * HF_MINUTES_A_DAY)

typedef struct
{
  gint64 complaint;
  HfMinute received;
  HfMinute reopened; /* %HF_MINUTE_NONE */
  HfMinute promised; /* %HF_MINUTE_NONE */
  gboolean serious;
  GArray *waits;
} Case;

static void
case_clear (Case *one)
{
  g_clear_pointer (&one->waits, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

/**
 * hf_deadline_settings_load:
 * @settings: (out): COMP-4's numbers, as the branch has them
 */
gboolean
hf_deadline_settings_load (HfDb *db, HfDeadlineSettings *settings, GError **error)
{
  struct
  {
    const char *key;
    int *value;
  } keys[] = {
    { "deadline.acknowledge-minutes", &settings->acknowledge_minutes },
    { "deadline.call-back-minutes", &settings->call_back_minutes },
    { "deadline.visit-until", &settings->visit_until },
    { "deadline.visit-next-day", &settings->visit_next_day },
    { "deadline.answer-days", &settings->answer_days },
    { "deadline.close-days", &settings->close_days },
  };

  hf_deadline_settings_init (settings);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = hf_setting_dup (db, keys[i].key, "", error);
      gint64 value;

      if (text == NULL)
        return FALSE;
      if (g_ascii_string_to_signed (text, 10, 1, MOST_MINUTES, &value, NULL))
        *keys[i].value = (int) value;
    }
  return TRUE;
}

static gboolean
read_waits (HfDb *db, Case *one, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  one->waits = g_array_new (FALSE, FALSE, sizeof (HfWait));
  if (!hf_rows_open (&rows, db, HF_QUERY_DEADLINE_WAITS, error, "l", one->complaint))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfWait wait = { hf_rows_int (&rows, 0), hf_rows_int_or (&rows, 1, HF_MINUTE_NONE) };

      g_array_append_val (one->waits, wait);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_case (HfDb *db, Case *one, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_DEADLINE_COMPLAINT, error, "l", one->complaint))
    return FALSE;
  if (!hf_rows_next (&rows, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                             _ ("There is no such complaint."));
      return FALSE;
    }
  one->received = hf_rows_int (&rows, 0);
  one->serious = strcmp (hf_rows_text (&rows, 1), "serious") == 0;
  one->reopened = hf_rows_int_or (&rows, 2, HF_MINUTE_NONE);
  one->promised = hf_rows_int_or (&rows, 3, HF_MINUTE_NONE);
  return read_waits (db, one, error);
}

static HfMinute
get_stands_since (GArray *waits)
{
  for (guint i = 0; i < waits->len; i++)
    {
      const HfWait *wait = &g_array_index (waits, HfWait, i);

      if (wait->to == HF_MINUTE_NONE)
        return wait->from;
    }
  return HF_MINUTE_NONE;
}

/* A quarter of the time before the deadline, when somebody is there to hear of it: rather later,
 * but earlier when it is closed until then, as all through a holiday. */
static HfMinute
get_warning (const HfWorkCalendar *calendar, HfMinute start, HfMinute deadline)
{
  HfMinute warning = hf_deadline_get_warning (start, deadline);
  HfDay day = hf_minute_get_day (warning);
  HfMinute opening = hf_work_calendar_get_opening (calendar, day);
  gboolean open = hf_work_calendar_is_open_day (calendar, day);

  if (open && warning >= opening && warning < hf_work_calendar_get_closing (calendar, day))
    return warning;
  if (!open || warning > opening)
    opening =
        hf_work_calendar_get_opening (calendar, hf_work_calendar_next_open_day (calendar, day));
  if (opening < deadline)
    return opening;
  for (day--; hf_work_calendar_get_opening (calendar, day) > start; day--)
    {
      if (hf_work_calendar_is_open_day (calendar, day))
        return hf_work_calendar_get_opening (calendar, day);
    }
  return warning;
}

static gboolean
set_one (HfDb *db,
         const Case *one,
         const HfWorkCalendar *calendar,
         const HfDeadlines *deadlines,
         HfDeadlineKind kind,
         HfMinute start,
         GError **error)
{
  gboolean stands = kind == HF_DEADLINE_ANSWER && deadlines->answer_waits;
  HfMinute at = deadlines->at[kind];

  return at == HF_MINUTE_NONE ||
         hf_db_run (db, HF_QUERY_DEADLINE_SET, error, "lslslld", hf_db_new_id (db), "complaint",
                    one->complaint, hf_deadline_get_nick (kind), at,
                    get_warning (calendar, start, at),
                    stands ? get_stands_since (one->waits) : HF_MINUTE_NONE);
}

/* By when somebody said: the customer was told so, or an authority did (COMP-1, COMP-10). */
static gboolean
name_one (HfDb *db,
          const HfActor *actor,
          gint64 complaint,
          const HfWorkCalendar *calendar,
          HfDeadlineKind kind,
          HfMinute at,
          GError **error)
{
  return hf_db_run (db, HF_QUERY_DEADLINE_NAME, error, "lslsll", hf_db_new_id (db), "complaint",
                    complaint, hf_deadline_get_nick (kind), at,
                    get_warning (calendar, actor->now, at));
}

static gboolean
set_promise (
    HfDb *db, const HfActor *actor, const Case *one, const HfWorkCalendar *calendar, GError **error)
{
  if (one->promised != HF_MINUTE_NONE)
    return name_one (db, actor, one->complaint, calendar, HF_DEADLINE_PROMISED, one->promised,
                     error);
  return hf_db_run (db, HF_QUERY_DEADLINE_VOID, error, "ls", one->complaint,
                    hf_deadline_get_nick (HF_DEADLINE_PROMISED));
}

/**
 * hf_deadline_set_for_authority:
 * @asked_on: the day on which the authority asked
 *
 * At the end of the opening hours of the last day that it gives (COMP-10). Within a running
 * operation.
 */
gboolean
hf_deadline_set_for_authority (
    HfDb *db, const HfActor *actor, gint64 complaint, HfDay asked_on, GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = hf_calendar_load (db, error);
  HfDay due;

  return calendar != NULL && hf_legal_get_due (db, HF_LEGAL_AUTHORITY, asked_on, &due, error) &&
         name_one (db, actor, complaint, calendar, HF_DEADLINE_AUTHORITY,
                   hf_work_calendar_get_closing (calendar, due), error);
}

/**
 * hf_deadlines_set_for_complaint:
 * @unknown_year: (out) (optional): a year whose days off are not known, 0 for none: say so (CAL-4)
 *
 * Writes the deadlines of a complaint, or moves those that are open: when it is received, opened
 * again, or the customer is asked or answers (COMP-4). Within a running operation.
 */
gboolean
hf_deadlines_set_for_complaint (
    HfDb *db, const HfActor *actor, gint64 complaint, int *unknown_year, GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = hf_calendar_load (db, error);
  g_auto (Case) one = { complaint, 0, HF_MINUTE_NONE, HF_MINUTE_NONE, FALSE, NULL };
  HfDeadlineSettings settings;
  HfDeadlines deadlines;
  HfMinute start;

  if (calendar == NULL || !read_case (db, &one, error) ||
      !hf_deadline_settings_load (db, &settings, error))
    return FALSE;
  start = one.reopened != HF_MINUTE_NONE ? one.reopened : one.received;
  deadlines = hf_deadlines_for_complaint (&settings, calendar, start, one.serious,
                                          (const HfWait *) (void *) one.waits->data, one.waits->len,
                                          actor->now);
  if (unknown_year != NULL)
    *unknown_year = deadlines.unknown_year;
  for (int i = 0; i < HF_N_RECEIPT_DEADLINES; i++)
    {
      /* Who complains again has been heard: what is left is the answer, and the end. */
      if (one.reopened != HF_MINUTE_NONE && i < HF_DEADLINE_ANSWER)
        continue;
      if (!set_one (db, &one, calendar, &deadlines, (HfDeadlineKind) i, start, error))
        return FALSE;
    }
  return set_promise (db, actor, &one, calendar, error);
}

/**
 * hf_deadline_set_for_return:
 * @from: when its time begins
 * @due: the last day on which the money can be paid back in time (COMP-5, COMP-10)
 *
 * At the end of the opening hours of that day. Within a running operation.
 */
gboolean
hf_deadline_set_for_return (HfDb *db, gint64 id, HfMinute from, HfDay due, GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = hf_calendar_load (db, error);
  HfMinute at = calendar != NULL ? hf_work_calendar_get_closing (calendar, due) : 0;

  return calendar != NULL &&
         hf_db_run (db, HF_QUERY_DEADLINE_SET, error, "lslslld", hf_db_new_id (db), "return", id,
                    hf_deadline_get_nick (HF_DEADLINE_REFUND), at, get_warning (calendar, from, at),
                    HF_MINUTE_NONE);
}

/**
 * hf_deadline_set_done:
 * @at: when what the deadline asks for was done: it is kept, or missed
 *
 * One that was done before stays as it is. Within a running operation.
 */
gboolean
hf_deadline_set_done (HfDb *db, gint64 complaint, HfDeadlineKind kind, HfMinute at, GError **error)
{
  return hf_db_run (db, HF_QUERY_DEADLINE_DONE, error, "lsl", complaint,
                    hf_deadline_get_nick (kind), at);
}

static void
clear_row (gpointer data)
{
  HfDeadlineRow *row = data;

  g_free (row->what);
  g_free (row->state);
}

/**
 * hf_deadlines_dup_rows:
 *
 * Returns: (transfer full) (element-type HfDeadlineRow): the first due first; %NULL with an error
 */
GArray *
hf_deadlines_dup_rows (HfDb *db, gint64 complaint, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (HfDeadlineRow));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  g_array_set_clear_func (list, clear_row);
  if (!hf_rows_open (&rows, db, HF_QUERY_DEADLINE_LIST, error, "l", complaint))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfDeadlineRow row = { hf_rows_dup (&rows, 0),
                            hf_rows_int (&rows, 1),
                            hf_rows_dup (&rows, 2),
                            hf_rows_int_or (&rows, 3, HF_MINUTE_NONE),
                            hf_rows_int_or (&rows, 4, HF_MINUTE_NONE),
                            hf_rows_int_or (&rows, 5, HF_MINUTE_NONE) };

      g_array_append_val (list, row);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
