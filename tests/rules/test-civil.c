/* test-civil.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-civil.h"
#include "hf-error.h"

static void
test_every_day_against_glib (void)
{
  HfDay day = hf_day_from_ymd (1900, 1, 1);
  HfDay end = hf_day_from_ymd (2100, 12, 31);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1900);
  g_assert_cmpint (hf_day_from_ymd (1970, 1, 1), ==, 0);
  for (; day <= end; day++, g_date_add_days (&date, 1))
    {
      int y, m, d;

      hf_day_to_ymd (day, &y, &m, &d);
      g_assert_cmpint (y, ==, g_date_get_year (&date));
      g_assert_cmpint (m, ==, g_date_get_month (&date));
      g_assert_cmpint (d, ==, g_date_get_day (&date));
      g_assert_cmpint (hf_day_get_weekday (day), ==, g_date_get_weekday (&date));
      g_assert_cmpint (hf_day_from_ymd (y, m, d), ==, day);
    }
}

static void
test_parse_day (void)
{
  static const char *const wrong[] = { "",           "2026-2-28",     "2026-02-31",
                                       "2025-02-29", "1899-12-31",    "2101-01-01",
                                       "2026-13-01", "2026-00-10",    "2026-02-28x",
                                       "26-02-28",   "２０２６-02-28" };
  HfDay day;
  g_autoptr (GError) far = NULL;
  g_autofree char *text = NULL;

  g_assert_true (hf_day_parse ("2024-02-29", &day, NULL));
  text = hf_day_format (day);
  g_assert_cmpstr (text, ==, "2024-02-29");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hf_day_parse (wrong[i], &day, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
  hf_day_parse ("2126-01-01", &day, &far);
  g_assert_nonnull (strstr (far->message, "too far away"));
}

static void
test_minutes (void)
{
  static const char *const wrong[] = { "2026-11-22", "2026-11-22T24:00", "2026-11-22T09:60",
                                       "2026-11-22 09:00", "2026-11-22T09:00:00" };
  HfMinute minute;
  g_autofree char *text = NULL;

  g_assert_true (hf_minute_parse ("1965-03-01T23:59", &minute, NULL));
  g_assert_cmpint (hf_minute_get_day (minute), ==, hf_day_from_ymd (1965, 3, 1));
  g_assert_cmpint (hf_minute_of_day (minute), ==, 23 * 60 + 59);
  text = hf_minute_format (minute);
  g_assert_cmpstr (text, ==, "1965-03-01T23:59");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (hf_minute_parse (wrong[i], &minute, NULL));
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } rows[] = {
    { "2026-01-31", 1, "2026-02-28" },   { "2024-01-31", 1, "2024-02-29" },
    { "2026-12-15", 1, "2027-01-15" },   { "2026-01-15", -1, "2025-12-15" },
    { "2026-03-31", -13, "2025-02-28" }, { "2026-05-31", 0, "2026-05-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfDay day;
      g_autofree char *text = NULL;

      g_assert_true (hf_day_parse (rows[i].from, &day, NULL));
      text = hf_day_format (hf_day_add_months (day, rows[i].months));
      g_assert_cmpstr (text, ==, rows[i].to);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/civil/every-day-against-glib", test_every_day_against_glib);
  g_test_add_func ("/civil/parse-day", test_parse_day);
  g_test_add_func ("/civil/minutes", test_minutes);
  g_test_add_func ("/civil/add-months", test_add_months);
  return g_test_run ();
}
