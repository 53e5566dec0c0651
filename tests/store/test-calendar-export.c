/* test-calendar-export.c: the calendar as a file, read back by libical
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-export.h"

#include <libical/ical.h>

#include "store-fixture.h"

static icalcomponent *
export_and_read (Branch *branch)
{
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (0);
  g_autofree char *path = g_build_filename (branch->folder, "out.ics", NULL);
  HfDay today = hf_minute_get_day (branch->actor.now);
  HfCalendarExport request = { filter, today - 30, today + 90, FALSE, path };
  g_autofree char *text = NULL;
  GError *error = NULL;
  guint n;

  hf_command_export_calendar (branch->db, &branch->actor, &request, &n, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return icalparser_parse_string (text);
}

static void
test_loads (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);
  icalcomponent *calendar, *event;
  struct icaltimetype start;

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  calendar = export_and_read (branch);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_nonnull (event);
  start = icalcomponent_get_dtstart (event);
  g_assert_cmpstr (icaltimezone_get_tzid ((icaltimezone *) start.zone), ==, "Asia/Shanghai");
  g_assert_false (icaltime_is_utc (start));
  icalcomponent_free (calendar);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/calendar-export/CAL-1/libical-loads-it", test_loads);
  return g_test_run ();
}
