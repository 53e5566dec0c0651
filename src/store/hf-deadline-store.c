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

static gboolean
read_complaint (HfDb *db, gint64 complaint, HfMinute *received, gboolean *serious, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_DEADLINE_COMPLAINT, error, "l", complaint))
    return FALSE;
  if (hf_rows_next (&rows, &local))
    {
      *received = hf_rows_int (&rows, 0);
      *serious = strcmp (hf_rows_text (&rows, 1), "serious") == 0;
      return TRUE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such complaint."));
  return FALSE;
}

static HfMinute
get_stands_since (const HfWait *waits, gsize n_waits)
{
  for (gsize i = 0; i < n_waits; i++)
    {
      if (waits[i].to == HF_MINUTE_NONE)
        return waits[i].from;
    }
  return HF_MINUTE_NONE;
}

/**
 * hf_deadlines_set_for_complaint:
 * @waits: (array length=n_waits) (nullable): when the branch waited for the customer
 *
 * Writes the deadlines of a complaint, or moves those that are open: when it is received, becomes
 * serious, or the customer is asked or answers (COMP-4). Within a running operation. The daily
 * evaluation marks those that passed and escalates their complaints.
 */
gboolean
hf_deadlines_set_for_complaint (HfDb *db,
                                const HfActor *actor,
                                gint64 complaint,
                                const HfWait *waits,
                                gsize n_waits,
                                GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = hf_calendar_load (db, error);
  HfDeadlineSettings settings;
  HfDeadlines deadlines;
  HfMinute received;
  gboolean serious;

  if (calendar == NULL || !read_complaint (db, complaint, &received, &serious, error))
    return FALSE;
  hf_deadline_settings_init (&settings);
  deadlines = hf_deadlines_for_complaint (&settings, calendar, received, serious, waits, n_waits,
                                          actor->now);
  for (int i = 0; i < HF_N_DEADLINES; i++)
    {
      gboolean stands = i == HF_DEADLINE_ANSWER && deadlines.answer_waits;

      if (deadlines.at[i] != HF_MINUTE_NONE &&
          !hf_db_run (db, HF_QUERY_DEADLINE_SET, error, "lslslld", hf_db_new_id (db), "complaint",
                      complaint, hf_deadline_get_nick ((HfDeadlineKind) i), deadlines.at[i],
                      hf_deadline_get_warning (received, deadlines.at[i]),
                      stands ? get_stands_since (waits, n_waits) : HF_MINUTE_NONE))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_deadline_set_done:
 *
 * What the deadline asks for was done now: kept, or missed. Within a running operation.
 */
gboolean
hf_deadline_set_done (
    HfDb *db, const HfActor *actor, gint64 complaint, HfDeadlineKind kind, GError **error)
{
  return hf_db_run (db, HF_QUERY_DEADLINE_DONE, error, "lsl", complaint,
                    hf_deadline_get_nick (kind), actor->now);
}
