/* hf-calendar-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-store.h"

#include <string.h>

#include "hf-store-resources.h"

#define HOLIDAY_FOLDER "/org/huifang/Huifang/holidays/"

static gboolean
add_shipped (HfWorkCalendar *calendar, const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (HOLIDAY_FOLDER, file, NULL);
  const char *year = strpbrk (file, "0123456789");
  g_autoptr (GBytes) bytes = NULL;

  if (year != NULL &&
      hf_work_calendar_knows_year (calendar, (int) g_ascii_strtoll (year, NULL, 10)))
    return TRUE;
  bytes =
      g_resource_lookup_data (hf_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL && hf_work_calendar_add (calendar, file, g_bytes_get_data (bytes, NULL),
                                                (gssize) g_bytes_get_size (bytes), error);
}

static gboolean
add_own (HfWorkCalendar *calendar, HfDb *db, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_CALENDAR_OWN, error, ""))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      if (!hf_work_calendar_add (calendar, hf_rows_text (&rows, 0), hf_rows_text (&rows, 1), -1,
                                 error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_calendar_load:
 *
 * The branch's own days of a year take the place of those that came with the program (CAL-4).
 *
 * Returns: (transfer full): what the branch knows of days off and make-up workdays, or %NULL with
 * an error that names the file, group and key
 */
HfWorkCalendar *
hf_calendar_load (HfDb *db, GError **error)
{
  g_auto (GStrv) files = g_resource_enumerate_children (hf_store_get_resource (), HOLIDAY_FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (HfWorkCalendar) calendar = NULL;
  HfOpeningHours hours;

  hf_opening_hours_init (&hours);
  calendar = hf_work_calendar_new (&hours);
  if (files == NULL || !add_own (calendar, db, error))
    return NULL;
  for (guint i = 0; files[i] != NULL; i++)
    {
      if (!add_shipped (calendar, files[i], error))
        return NULL;
    }
  return g_steal_pointer (&calendar);
}

/**
 * hf_calendar_find_unknown_year:
 * @year: (out): the first year from @from to @to whose days off are not known, 0 for none: say so
 */
gboolean
hf_calendar_find_unknown_year (HfDb *db, HfDay from, HfDay to, int *year, GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = hf_calendar_load (db, error);
  int last;

  if (calendar == NULL)
    return FALSE;
  hf_day_to_ymd (from, year, NULL, NULL);
  hf_day_to_ymd (to, &last, NULL, NULL);
  while (*year <= last && hf_work_calendar_knows_year (calendar, *year))
    *year += 1;
  if (*year > last)
    *year = 0;
  return TRUE;
}
