/* bench-due.c: how long the day's list of one member of staff takes in a big branch
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-work.h"

#define ROUNDS (50)

static double
measure (HfDb *db, const HfWorkFilter *filter, guint *n)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  GError *error = NULL;
  g_autoptr (GArray) ids = hf_work_dup_ids (db, filter, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (HfWorkItem) item = hf_work_load (db, g_array_index (ids, gint64, i), &error);

      g_assert_no_error (error);
      g_assert_nonnull (item);
    }
  *n = ids->len;
  return g_timer_elapsed (timer, NULL) * 1000;
}

static void
measure_staff (HfDb *db, gint64 staff, HfDay day)
{
  HfWorkFilter filter = { HF_DAY_NONE, day, staff, HF_FOLLOW_UP_OPEN };
  double first, best;
  guint n = 0;

  first = best = measure (db, &filter, &n);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double again = measure (db, &filter, &n);

      best = MIN (best, again);
    }
  g_print ("%u follow-ups: first %.2f ms, then %.2f ms\n", n, first, best);
}

/* bench-due DATABASE DAY: of a branch made by “huifangctl sample”. */
int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = argc == 3 ? hf_db_open (argv[1], HF_DB_READ, &error) : NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GArray) staff = NULL;
  HfDay day;

  if (db == NULL || !hf_day_parse (argv[2], &day, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-due DATABASE YYYY-MM-DD");
      return 1;
    }
  if (hf_rows_open_text (&rows, db, "SELECT id FROM staff WHERE role = 'agent' LIMIT 5", &error,
                         ""))
    staff = hf_rows_dup_ids (&rows, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < staff->len; i++)
    measure_staff (db, g_array_index (staff, gint64, i), day);
  return 0;
}
