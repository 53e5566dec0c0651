/* test-lunar.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-error.h"
#include "hf-special-date.h"

static HfDay
parse_day (const char *text)
{
  HfDay day = HF_DAY_NONE;

  g_assert_true (hf_day_parse (text, &day, NULL));
  return day;
}

/* Both lists were computed from an ephemeris, not taken from the table. */
static const struct
{
  int year;
  int month;
} leap_months[] = { { 1900, 8 }, { 1903, 5 },  { 1906, 4 }, { 1909, 2 }, { 1911, 6 }, { 1914, 5 },
                    { 1917, 2 }, { 1919, 7 },  { 1922, 5 }, { 1925, 4 }, { 1928, 2 }, { 1930, 6 },
                    { 1933, 5 }, { 1936, 3 },  { 1938, 7 }, { 1941, 6 }, { 1944, 4 }, { 1947, 2 },
                    { 1949, 7 }, { 1952, 5 },  { 1955, 3 }, { 1957, 8 }, { 1960, 6 }, { 1963, 4 },
                    { 1966, 3 }, { 1968, 7 },  { 1971, 5 }, { 1974, 4 }, { 1976, 8 }, { 1979, 6 },
                    { 1982, 4 }, { 1984, 10 }, { 1987, 6 }, { 1990, 5 }, { 1993, 3 }, { 1995, 8 },
                    { 1998, 5 }, { 2001, 4 },  { 2004, 2 }, { 2006, 7 }, { 2009, 5 }, { 2012, 4 },
                    { 2014, 9 }, { 2017, 6 },  { 2020, 4 }, { 2023, 2 }, { 2025, 6 }, { 2028, 5 },
                    { 2031, 3 }, { 2033, 11 }, { 2036, 6 }, { 2039, 5 }, { 2042, 2 }, { 2044, 7 },
                    { 2047, 5 }, { 2050, 3 },  { 2052, 8 }, { 2055, 6 }, { 2058, 4 }, { 2061, 3 },
                    { 2063, 7 }, { 2066, 5 },  { 2069, 4 }, { 2071, 8 }, { 2074, 6 }, { 2077, 4 },
                    { 2080, 3 }, { 2082, 7 },  { 2085, 5 }, { 2088, 4 }, { 2090, 8 }, { 2093, 6 },
                    { 2096, 4 }, { 2099, 2 } };

/* The first day of each lunar year from 1900: A for 20 January, B for the 21st … */
static const char first_days[] =
    "L_TJ\\PFYNCVK^RGZODWM`TI\\QEYNDVK]RGZPEWL_TH[QFYNCVJ]RHZOEXL^TI[QFYNB"
    "UK]RH[ODWL^SI\\QFYN`UJ]RH[PDVL_SI\\QEXMCUJ^SGZODVL_TI\\QFXMCVJ]RGYODWL"
    "_TI[PEXMCVK]RGZNDWM_TI[PEXNBUJ]QGZODWL_SH[QEXNCUJ]RGZOEVK^SH[QFXMBU";

static void
test_years (void)
{
  guint n = 0;

  g_assert_cmpuint (strlen (first_days), ==, 201);
  for (int year = 1900; year <= 2100; year++)
    {
      HfLunarDate date = { year, 1, 1, FALSE };
      HfDay day;

      g_assert_true (hf_lunar_to_day (&date, &day));
      g_assert_cmpint (day, ==, hf_day_from_ymd (year, 1, 20) + first_days[year - 1900] - 'A');
      if (n < G_N_ELEMENTS (leap_months) && leap_months[n].year == year)
        g_assert_cmpint (hf_lunar_get_leap_month (year), ==, leap_months[n++].month);
      else
        g_assert_cmpint (hf_lunar_get_leap_month (year), ==, 0);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (leap_months));
}

static void
test_every_day (void)
{
  HfDay day = hf_day_from_ymd (1900, 1, 1);
  HfDay end = hf_day_from_ymd (2100, 12, 31);
  HfLunarDate before = { 1899, 11, 30, FALSE };
  HfLunarDate date;

  g_assert_false (hf_lunar_from_day (day - 1, &date));
  g_assert_false (hf_lunar_from_day (end + 1, &date));
  for (; day <= end; day++)
    {
      g_autofree char *text = NULL;
      HfLunarDate again;
      HfDay back;

      g_assert_true (hf_lunar_from_day (day, &date));
      g_assert_true (hf_lunar_to_day (&date, &back));
      g_assert_cmpint (back, ==, day);
      if (day > hf_day_from_ymd (1900, 1, 1))
        {
          if (date.day != 1)
            g_assert_cmpint (date.day, ==, before.day + 1);
          else
            g_assert_cmpint (before.day, ==,
                             hf_lunar_get_days_in_month (before.year, before.month, before.leap));
        }
      text = hf_lunar_format (&date);
      g_assert_true (hf_lunar_parse (text, &again, NULL));
      g_assert_cmpmem (&again, sizeof again, &date, sizeof date);
      before = date;
    }
}

/* Known days, among them those that many programs have wrong. */
static void
test_known (void)
{
  static const struct
  {
    const char *solar;
    const char *lunar;
    const char *chinese;
    const char *cell;
  } rows[] = {
    { "1900-01-01", "lunar:1899-12-1", "十二月初一", "十二月" },
    { "1900-01-31", "lunar:1900-1-1", "正月初一", "正月" },
    { "1933-07-23", "lunar:1933-6-1", "六月初一", "六月" },
    { "1978-09-03", "lunar:1978-8-1", "八月初一", "八月" },
    { "2013-06-12", "lunar:2013-5-5", "五月初五", "初五" },
    { "2020-05-23", "lunar:2020-+4-1", "闰四月初一", "闰四月" },
    { "2025-07-25", "lunar:2025-+6-1", "闰六月初一", "闰六月" },
    { "2026-02-16", "lunar:2025-12-29", "十二月廿九", "廿九" },
    { "2026-02-17", "lunar:2026-1-1", "正月初一", "正月" },
    { "2026-09-22", "lunar:2026-8-12", "八月十二", "十二" },
    { "2026-09-25", "lunar:2026-8-15", "八月十五", "十五" },
    { "2026-11-22", "lunar:2026-10-14", "十月十四", "十四" },
    { "2027-02-06", "lunar:2027-1-1", "正月初一", "正月" },
    { "2027-02-25", "lunar:2027-1-20", "正月二十", "二十" },
    { "2028-06-23", "lunar:2028-+5-1", "闰五月初一", "闰五月" },
    { "2033-12-22", "lunar:2033-+11-1", "闰十一月初一", "闰十一月" },
    { "2030-02-03", "lunar:2030-1-1", "正月初一", "正月" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfLunarDate date;
      g_autofree char *text = NULL;
      g_autofree char *chinese = NULL;
      g_autofree char *cell = NULL;

      g_assert_true (hf_lunar_from_day (parse_day (rows[i].solar), &date));
      text = hf_lunar_format (&date);
      chinese = hf_lunar_format_chinese (&date);
      cell = hf_lunar_format_cell (&date);
      g_assert_cmpstr (text, ==, rows[i].lunar);
      g_assert_cmpstr (chinese, ==, rows[i].chinese);
      g_assert_cmpstr (cell, ==, rows[i].cell);
    }
}

static void
test_parse (void)
{
  static const char *const wrong[] = { "",
                                       "lunar:",
                                       "lunar:2026-1",
                                       "lunar:2026-13-1",
                                       "lunar:2026-0-1",
                                       "lunar:2026-+5-1",
                                       "lunar:2028-+6-1",
                                       "lunar:2026-1-31",
                                       "lunar:2025-12-30",
                                       "lunar:1898-1-1",
                                       "lunar:2101-1-1",
                                       "lunar:2026-1-1x",
                                       "lunar:2026--1-1" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      HfLunarDate date;
      g_autoptr (GError) error = NULL;

      g_assert_false (hf_lunar_parse (wrong[i], &date, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
}

static void
test_festivals (void)
{
  static const struct
  {
    HfFestival festival;
    int year;
    const char *day;
  } rows[] = {
    { HF_FESTIVAL_SPRING, 2026, "2026-02-17" },
    { HF_FESTIVAL_SPRING, 2027, "2027-02-06" },
    { HF_FESTIVAL_LANTERN, 2026, "2026-03-03" },
    { HF_FESTIVAL_DRAGON_BOAT, 2026, "2026-06-19" },
    { HF_FESTIVAL_DRAGON_BOAT, 2028, "2028-05-28" }, /* not in the leap month 5 */
    { HF_FESTIVAL_MID_AUTUMN, 2026, "2026-09-25" },
    { HF_FESTIVAL_DOUBLE_NINTH, 2026, "2026-10-18" },
    { HF_FESTIVAL_NEW_YEARS_EVE, 2025, "2026-02-16" },
    { HF_FESTIVAL_NEW_YEARS_EVE, 2026, "2027-02-05" },
  };
  HfDay day;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (hf_lunar_get_festival_day (rows[i].festival, rows[i].year, &day));
      g_assert_cmpint (day, ==, parse_day (rows[i].day));
      g_assert_cmpint (hf_lunar_get_festival (day), ==, rows[i].festival);
      g_assert_nonnull (hf_festival_get_nick (rows[i].festival));
      g_assert_nonnull (hf_festival_get_label (rows[i].festival));
    }
  g_assert_cmpint (hf_lunar_get_festival (parse_day ("2026-11-22")), ==, HF_FESTIVAL_NONE);
}

/* The terms of 2026 and 2027, computed from an ephemeris. */
static void
test_solar_terms (void)
{
  static const char *const days[2] = {
    "01-05 01-20 02-04 02-18 03-05 03-20 04-05 04-20 05-05 05-21 06-05 06-21 07-07 07-23 08-07 "
    "08-23 09-07 09-23 10-08 10-23 11-07 11-22 12-07 12-22",
    "01-05 01-20 02-04 02-19 03-06 03-21 04-05 04-20 05-06 05-21 06-06 06-21 07-07 07-23 08-08 "
    "08-23 09-08 09-23 10-08 10-23 11-07 11-22 12-07 12-22",
  };

  for (int i = 0; i < 2; i++)
    {
      g_auto (GStrv) list = g_strsplit (days[i], " ", -1);
      HfDay day = hf_day_from_ymd (2026 + i, 1, 1);
      int term = 0;

      for (; day < hf_day_from_ymd (2027 + i, 1, 1); day++)
        {
          int on_day = hf_solar_term_on_day (day);
          g_autofree char *text = hf_day_format (day);

          if (on_day < 0)
            continue;
          g_assert_cmpint (on_day, ==, term);
          g_assert_cmpstr (text + 5, ==, list[term]);
          g_assert_nonnull (hf_solar_term_get_label (term++));
        }
      g_assert_cmpint (term, ==, 24);
    }
  g_assert_true (hf_solar_term_get_day (2101, 0) == HF_DAY_NONE);
}

static void
test_special_dates (void)
{
  static const struct
  {
    const char *date;
    HfLeapRule rule;
    int year;
    const char *days;
  } rows[] = {
    { "1960-08-15", 0, 2026, "2026-08-15" },
    { "08-15", 0, 2026, "2026-08-15" },
    { "1960-02-29", 0, 2026, "2026-02-28" },
    { "02-29", 0, 2028, "2028-02-29" },
    { "lunar:1950-8-15", 0, 2026, "2026-09-25" },
    { "lunar:8-15", 0, 2027, "2027-09-15" },
    /* Day 30 of a month that has 29 days. */
    { "lunar:12-30", 0, 2025, "2026-02-16" },
    { "lunar:12-30", 0, 2026, "2027-02-05" },
    /* Born in the leap month 5 of 1952 or 1971. */
    { "lunar:1952-+5-10", HF_LEAP_KEEP_LEAP, 2026, "2026-06-24" },
    { "lunar:1952-+5-10", HF_LEAP_KEEP_ORDINARY, 2026, "2026-06-24" },
    { "lunar:1952-+5-10", HF_LEAP_KEEP_LEAP, 2028, "2028-07-02" },
    { "lunar:1952-+5-10", HF_LEAP_KEEP_ORDINARY, 2028, "2028-06-02" },
    { "lunar:1952-+5-10", HF_LEAP_KEEP_BOTH, 2028, "2028-06-02 2028-07-02" },
    { "lunar:1952-+5-10", HF_LEAP_KEEP_BOTH, 2026, "2026-06-24" },
    /* Born in an ordinary month: the leap month means nothing. */
    { "lunar:1953-5-10", HF_LEAP_KEEP_BOTH, 2028, "2028-06-02" },
    { "lunar:8-15", 0, 2101, "" },
    { "08-15", 0, 2101, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfSpecialDate date;
      HfDay days[HF_SPECIAL_DATE_MAX_DAYS];
      GString *text = g_string_new (NULL);
      g_autofree char *formatted = NULL;
      guint n;

      g_assert_true (hf_special_date_parse (rows[i].date, &date, NULL));
      formatted = hf_special_date_format (&date);
      g_assert_cmpstr (formatted, ==, rows[i].date);
      date.leap_rule = rows[i].rule;
      n = hf_special_date_get_days (&date, rows[i].year, days);
      for (guint d = 0; d < n; d++)
        {
          g_autofree char *day = hf_day_format (days[d]);

          g_string_append_printf (text, "%s%s", d > 0 ? " " : "", day);
        }
      g_assert_cmpstr (text->str, ==, rows[i].days);
      g_string_free (text, TRUE);
    }
}

static void
test_next (void)
{
  static const struct
  {
    const char *date;
    const char *from;
    const char *next;
  } rows[] = {
    { "08-15", "2026-08-15", "2026-08-15" },
    { "08-15", "2026-08-16", "2027-08-15" },
    { "02-29", "2026-02-28", "2026-02-28" },
    { "lunar:12-20", "2026-01-01", "2026-02-07" }, /* of the lunar year 2025 */
    { "lunar:12-20", "2026-02-08", "2027-01-27" },
    { "lunar:1952-+5-10", "2028-06-03", "2028-07-02" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfSpecialDate date;
      g_autofree char *text = NULL;

      g_assert_true (hf_special_date_parse (rows[i].date, &date, NULL));
      date.leap_rule = HF_LEAP_KEEP_BOTH;
      text = hf_day_format (hf_special_date_get_next (&date, parse_day (rows[i].from)));
      g_assert_cmpstr (text, ==, rows[i].next);
    }
}

static void
test_special_date_mistakes (void)
{
  static const char *const wrong[] = {
    "",           "2026",  "13-01", "02-30",       "2026-02-29", "1899-01-01", "lunar:2026-+5-1",
    "lunar:1-31", "+5-10", "8-15-", "lunar:++5-1", "2026-8-15-1"
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      HfSpecialDate date;
      g_autoptr (GError) error = NULL;

      g_assert_false (hf_special_date_parse (wrong[i], &date, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lunar/CAL-3/years", test_years);
  g_test_add_func ("/lunar/CAL-3/every-day", test_every_day);
  g_test_add_func ("/lunar/CAL-3/known", test_known);
  g_test_add_func ("/lunar/CAL-3/parse", test_parse);
  g_test_add_func ("/lunar/CAL-4/festivals", test_festivals);
  g_test_add_func ("/lunar/CAL-3/solar-terms", test_solar_terms);
  g_test_add_func ("/special-date/CAL-3/days", test_special_dates);
  g_test_add_func ("/special-date/CAL-9/next", test_next);
  g_test_add_func ("/special-date/CARD-4/mistakes", test_special_date_mistakes);
  return g_test_run ();
}
