/* hf-holidays.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-holidays.h"

#include <string.h>

#include "hf-calendar-store.h"
#include "hf-db-private.h"
#include "hf-deadline-reminder.h"
#include "hf-deadline-store.h"
#include "hf-office.h"

/* 0 with an error that names file, group, key and line */
static int
read_year (const char *file_name, const char *text, GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = NULL;
  HfOpeningHours hours;
  int year = HF_DAY_FIRST_YEAR;

  hf_opening_hours_init (&hours);
  calendar = hf_work_calendar_new (&hours);
  if (!hf_work_calendar_add (calendar, file_name, text, -1, error))
    return 0;
  while (year < HF_DAY_LAST_YEAR && !hf_work_calendar_knows_year (calendar, year))
    year++;
  return year;
}

/* Working days count differently now: what is due follows. */
static gboolean
move_deadlines (HfDb *db, const HfActor *actor, GError **error)
{
  g_autoptr (GArray) ids = hf_db_dup_ids (db, HF_QUERY_COMPLAINT_OPEN_IDS, error, "");

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!hf_deadlines_set_for_complaint (db, actor, id, NULL, error) ||
          !hf_deadline_reminders_refresh (db, actor, id, error))
        return FALSE;
    }
  return ids != NULL;
}

/**
 * hf_command_import_holidays:
 * @file_name: for messages
 * @text: a file as those of data/holidays, for one year
 * @year: (out): which
 *
 * The branch's own days off and make-up workdays of a year take the place of those that came with
 * the program, or of those that it had before. A manager's.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT, whose message names file, group, key and line
 */
gboolean
hf_command_import_holidays (HfDb *db,
                            const HfActor *actor,
                            const char *file_name,
                            const char *text,
                            int *year,
                            GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *key = NULL;

  if (!hf_actor_check_manager (actor, error) || (*year = read_year (file_name, text, error)) == 0)
    return FALSE;
  key = g_strdup_printf ("%s%d", HF_CALENDAR_SETTING, *year);
  return hf_operation_begin (&operation, db, actor, "holidays.import", error) &&
         hf_setting_store (db, actor, key, text, error) && move_deadlines (db, actor, error) &&
         hf_operation_commit (&operation, key + strlen (HF_CALENDAR_SETTING), error);
}
