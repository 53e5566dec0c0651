/* test-work-calendar.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-error.h"
#include "hf-work-calendar.h"

static HfDay
parse_day (const char *text)
{
  HfDay day = HF_DAY_NONE;

  g_assert_true (hf_day_parse (text, &day, NULL));
  return day;
}

static HfMinute
parse_minute (const char *text)
{
  HfMinute minute = HF_MINUTE_NONE;

  g_assert_true (hf_minute_parse (text, &minute, NULL));
  return minute;
}

static HfWorkCalendar *
load_calendar (void)
{
  static const char *const names[] = { "china-2024.ini", "china-2025.ini", "china-2026.ini" };
  HfWorkCalendar *calendar = hf_work_calendar_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (HOLIDAYS_DIR, names[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      hf_work_calendar_add (calendar, names[i], text, -1, &error);
      g_assert_no_error (error);
    }
  return calendar;
}

static void
test_days (void)
{
  static const struct
  {
    const char *day;
    gboolean open, working, collection;
  } rows[] = {
    { "2026-11-20", TRUE, TRUE, TRUE },    /* Friday */
    { "2026-11-21", TRUE, FALSE, TRUE },   /* Saturday */
    { "2026-11-22", FALSE, FALSE, FALSE }, /* Sunday */
    { "2026-02-15", FALSE, FALSE, FALSE }, /* Spring Festival */
    { "2026-02-23", FALSE, FALSE, FALSE }, { "2026-02-24", TRUE, TRUE, TRUE },
    { "2026-02-28", TRUE, TRUE, TRUE },  /* a Saturday of work */
    { "2026-09-20", TRUE, TRUE, FALSE }, /* a Sunday of work: no collection all the same */
    { "2026-10-03", FALSE, FALSE, FALSE }, { "2025-10-11", TRUE, TRUE, TRUE },
    { "2024-05-11", TRUE, TRUE, TRUE },
  };
  g_autoptr (HfWorkCalendar) calendar = load_calendar ();
  const char *name;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfDay day = parse_day (rows[i].day);

      g_assert_cmpint (hf_work_calendar_is_open_day (calendar, day), ==, rows[i].open);
      g_assert_cmpint (hf_work_calendar_is_working_day (calendar, day), ==, rows[i].working);
      g_assert_cmpint (hf_work_calendar_allows_collection (calendar, day), ==, rows[i].collection);
    }
  g_assert_cmpint (hf_work_calendar_get_kind (calendar, parse_day ("2026-10-01"), &name), ==,
                   HF_DAY_REST);
  g_assert_cmpstr (name, ==, "National Day");
  g_assert_cmpint (hf_work_calendar_get_kind (calendar, parse_day ("2026-11-22"), &name), ==,
                   HF_DAY_ORDINARY);
  g_assert_null (name);
}

static void
test_missing_year (void)
{
  g_autoptr (HfWorkCalendar) calendar = load_calendar ();

  g_assert_true (hf_work_calendar_knows_year (calendar, 2026));
  g_assert_false (hf_work_calendar_knows_year (calendar, 2027));
  /* Only the weekday counts then. 1 October 2027 is a Friday. */
  g_assert_true (hf_work_calendar_is_open_day (calendar, parse_day ("2027-10-01")));
}

static void
test_arithmetic (void)
{
  static const struct
  {
    const char *from;
    int minutes;
    const char *open;
    const char *working;
  } rows[] = {
    { "2026-11-20T10:00", 60, "2026-11-20T11:00", "2026-11-20T11:00" },
    { "2026-11-20T17:00", 60, "2026-11-20T18:00", "2026-11-20T18:00" },
    { "2026-11-20T17:00", 61, "2026-11-21T09:01", "2026-11-23T09:01" },
    { "2026-11-20T18:00", 1, "2026-11-21T09:01", "2026-11-23T09:01" },
    { "2026-11-20T06:00", 540, "2026-11-20T18:00", "2026-11-20T18:00" },
    { "2026-11-21T23:00", 120, "2026-11-23T11:00", "2026-11-23T11:00" },
    { "2026-09-30T17:30", 60, "2026-10-08T09:30", "2026-10-08T09:30" },
    { "2026-10-09T18:00", 540, "2026-10-10T18:00", "2026-10-10T18:00" },
  };
  g_autoptr (HfWorkCalendar) calendar = load_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfMinute from = parse_minute (rows[i].from);
      HfMinute open = hf_work_calendar_add_open_minutes (calendar, from, rows[i].minutes);
      HfMinute working = hf_work_calendar_add_working_minutes (calendar, from, rows[i].minutes);

      g_assert_cmpint (open, ==, parse_minute (rows[i].open));
      g_assert_cmpint (working, ==, parse_minute (rows[i].working));
      g_assert_cmpint (hf_work_calendar_count_working_minutes (calendar, from, working), ==,
                       rows[i].minutes);
    }
  g_assert_cmpint (hf_work_calendar_add_working_days (calendar, parse_day ("2026-09-30"), 5), ==,
                   parse_day ("2026-10-13"));
  g_assert_cmpint (hf_work_calendar_next_open_day (calendar, parse_day ("2026-09-30")), ==,
                   parse_day ("2026-10-08"));
}

static void
test_own_hours (void)
{
  HfOpeningHours hours = { .opens = 8 * 60,
                           .closes = 12 * 60,
                           .open_weekdays = HF_BIT (HF_SUNDAY),
                           .working_weekdays = HF_BIT (HF_SUNDAY) };
  g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new (&hours);

  g_assert_true (hf_work_calendar_is_open_day (calendar, parse_day ("2026-11-22")));
  g_assert_false (hf_work_calendar_is_open_day (calendar, parse_day ("2026-11-23")));
  g_assert_cmpint (
      hf_work_calendar_add_open_minutes (calendar, parse_minute ("2026-11-22T11:00"), 120), ==,
      parse_minute ("2026-11-29T09:00"));
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } rows[] = {
    { "[Rest]\n2026-01-01=x\n", "h.ini:1: [Calendar] Year: " },
    { "[Calendar]\nYear=26\n", "h.ini:2: [Calendar] Year: " },
    { "[Calendar]\nYear=2026\n[Rest]\n2027-01-01=x\n", "h.ini:4: [Rest] 2027-01-01: " },
    { "[Calendar]\nYear=2026\n[Rest]\n2026-02-30=x\n", "h.ini:4: [Rest] 2026-02-30: " },
    { "[Calendar]\nYear=2026\n[Rest]\n2026-05-05..2026-05-01=x\n", "h.ini:4: [Rest] 2026-05-05" },
    { "[Calendar]\nYear=2026\n[Holidays]\n2026-05-05=x\n", "h.ini:4: [Holidays] 2026-05-05: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HfWorkCalendar) calendar = hf_work_calendar_new (NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (hf_work_calendar_add (calendar, "h.ini", rows[i].text, -1, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
      if (!g_str_has_prefix (error->message, rows[i].place))
        g_error ("row %u: %s", i, error->message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-calendar/CAL-6/days", test_days);
  g_test_add_func ("/work-calendar/CAL-4/missing-year", test_missing_year);
  g_test_add_func ("/work-calendar/COMP-4/arithmetic", test_arithmetic);
  g_test_add_func ("/work-calendar/COMP-4/own-hours", test_own_hours);
  g_test_add_func ("/work-calendar/CAL-4/mistakes", test_mistakes);
  return g_test_run ();
}
