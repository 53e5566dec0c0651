/* hf-calendar-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-store.h"

#include "hf-office.h"
#include "hf-store-resources.h"

#define HOLIDAY_FOLDER "/org/huifang/Huifang/holidays/"

static gboolean
add_shipped (HfWorkCalendar *calendar, const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (HOLIDAY_FOLDER, file, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (hf_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL && hf_work_calendar_add (calendar, file, g_bytes_get_data (bytes, NULL),
                                                (gssize) g_bytes_get_size (bytes), error);
}

/* The branch's own file of a year takes the place of the shipped one (CAL-4). */
static gboolean
add_own (HfWorkCalendar *calendar, HfDb *db, const char *file, gboolean *added, GError **error)
{
  g_autofree char *key = g_strconcat ("holidays.", file, NULL);
  g_autofree char *text = hf_setting_dup (db, key, "", error);

  if (text == NULL)
    return FALSE;
  *added = *text != '\0';
  return !*added || hf_work_calendar_add (calendar, file, text, -1, error);
}

/**
 * hf_calendar_load:
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
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      gboolean added = FALSE;

      if (!add_own (calendar, db, files[i], &added, error) ||
          (!added && !add_shipped (calendar, files[i], error)))
        return NULL;
    }
  return files != NULL ? g_steal_pointer (&calendar) : NULL;
}
