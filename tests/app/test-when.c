/* test-when.c: times as people say them
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-when.h"

static HfMinute
at (const char *text)
{
  HfMinute minute;

  g_assert_true (hf_minute_parse (text, &minute, NULL));
  return minute;
}

static void
test_moments (void)
{
  static const struct
  {
    const char *moment;
    const char *text;
  } rows[] = {
    { "2026-11-22T11:30", "11:30" },
    { "2026-11-23T09:05", "tomorrow 09:05" },
    { "2026-11-21T18:00", "yesterday 18:00" },
    { "2026-12-04T18:00", "4 Dec 18:00" },
    { "2027-01-02T18:00", "2 Jan 2027 18:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = hf_when_format_moment (at (rows[i].moment), at ("2026-11-22T11:42"));

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_narrow_columns (void)
{
  static const struct
  {
    const char *day;
    const char *text;
  } rows[] = {
    { "2026-12-31T09:00", "yesterday" },
    { "2027-01-01T09:00", "today" },
    { "2027-03-04T09:00", "4 Mar" },
    { "2026-08-04T09:00", "Aug 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = hf_when_format_day_or_month (
          hf_minute_get_day (at (rows[i].day)), hf_minute_get_day (at ("2027-01-01T09:00")));

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_lateness (void)
{
  static const struct
  {
    const char *due;
    const char *text;
  } rows[] = {
    { "2026-11-22T11:02", "40 minutes late" },
    { "2026-11-22T09:00", "2 hours late" },
    { "2026-11-21T23:59", "1 day late" },
    { "2026-11-20T11:42", "2 days late" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = hf_when_format_late (at (rows[i].due), at ("2026-11-22T11:42"));

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* As exact as people ask for at that length. */
static void
test_lengths (void)
{
  static const struct
  {
    HfMinute minutes;
    const char *left;
    const char *length;
  } rows[] = {
    { 50, "50 minutes", "50 minutes" }, { 95, "1 h 35 min", "1 hour" },
    { 120, "2 hours", "2 hours" },      { 21 * 60 + 5, "21 hours", "21 hours" },
    { 30 * 60, "1 day", "1 day" },      { 4 * 24 * 60, "4 days", "4 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *left = hf_when_format_left (rows[i].minutes);
      g_autofree char *length = hf_when_format_length (rows[i].minutes);

      g_assert_cmpstr (left, ==, rows[i].left);
      g_assert_cmpstr (length, ==, rows[i].length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/moments", test_moments);
  g_test_add_func ("/when/narrow-columns", test_narrow_columns);
  g_test_add_func ("/when/lateness", test_lateness);
  g_test_add_func ("/when/lengths", test_lengths);
  return g_test_run ();
}
