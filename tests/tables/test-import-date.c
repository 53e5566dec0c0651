/* test-import-date.c: dates in tables, solar and lunar (PUR-4, CAL-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-error.h"
#include "hf-import-date.h"
#include "hf-typed-day.h"

static void
test_days (void)
{
  static const char *const texts[] = {
    "2026-02-28",
    "2026-2-28",
    "2026/2/28",
    "2026/02/28",
    "2026.2.28",
    "20260228",
    "2026年2月28日",
    "2026年02月28号",
    "2026 年 2 月 28 日",
    "2026年2月28",
    "２０２６－０２－２８",
    "２０２６年２月２８日",
    "2026-02-28 00:00:00",
    "2026-02-28 9:30",
    "2026-02-28T00:00:00",
    "2026-02-28T00:00:00.000Z",
    "二〇二六年二月二十八日",
    "二零二六年二月廿八日",
    " 2026-02-28 ",
    "2026-02-28 星期六",
    "2026年2月28日(周六)",
    "20260228 10:00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      HfDay day;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      hf_import_parse_day (texts[i], &day, &error);
      g_assert_no_error (error);
      g_assert_cmpint (day, ==, hf_day_from_ymd (2026, 2, 28));
    }
}

static void
test_typed (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
  } rows[] = {
    { "1950-03-08", TRUE },
    { "1950/3/8", TRUE },
    { "1950.3.8", TRUE },
    { "19500308", TRUE },
    { "1950年3月8日", TRUE },
    { "50-3-8", FALSE },
    { "1950-03-08T10:00", FALSE },
    { "1950-03-08 10:00", FALSE },
    { "1950-02-30", FALSE },
    { "3月8日", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfDay day = HF_DAY_NONE;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (hf_typed_day_parse (rows[i].text, &day, &error), ==, rows[i].good);
      if (rows[i].good)
        g_assert_cmpint (day, ==, hf_day_from_ymd (1950, 3, 8));
      else
        g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    { "26-02-28", "four digits" },
    { "2/28/2026", "four digits" },
    { "28.2.2026", "four digits" },
    { "26年2月28日", "four digits" },
    { "2-28", "four digits" },
    { "2月28日", "four digits" },
    { "2026-02-31", "no such day" },
    { "2025-02-29", "no such day" },
    { "20260231", "no such day" },
    { "2026年2月30日", "no such day" },
    { "2026-13-01", "no such day" },
    { "1899-12-31", "no such day" },
    { "2101-01-01", "no such day" },
    { "2026-00-10", "no such day" },
    { "0000-00-00", "no such day" },
    { "2026-02", "not a date" },
    { "1950年8月", "not a date" },
    { "2026", "not a date" },
    { "2026-02/28", "not a date" },
    { "2026-02-28x", "not a date" },
    { "2026-02-28 5", "not a date" },
    { "2026--28", "not a date" },
    { "46348", "not a date" },
    { "yesterday", "not a date" },
    { "一二三四五六", "not a date" },
    { "十", "not a date" },
    { "", "not a date" },
    { "\xff", "not a date" },
    { "13812345678", "138****5678" },
    { "999999999999999999999999", "not a date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfDay day;
      g_autoptr (GError) error = NULL;

      g_assert_false (hf_import_parse_day (rows[i].text, &day, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
      if (strstr (error->message, rows[i].words) == NULL)
        g_error ("“%s”: %s", rows[i].text, error->message);
    }
}

typedef struct
{
  const char *text;
  gboolean lunar_column;
  HfImportDate date; /* month 0: refused */
} Special;

static const Special specials[] = {
  { "1950-8-15", FALSE, { FALSE, FALSE, 1950, 8, 15 } },
  { "1950-8-15", TRUE, { TRUE, FALSE, 1950, 8, 15 } },
  { "公历1950-8-15", TRUE, { FALSE, FALSE, 1950, 8, 15 } },
  { "lunar:1950-8-15", FALSE, { TRUE, FALSE, 1950, 8, 15 } },
  { "lunar:1950-+5-3", FALSE, { TRUE, TRUE, 1950, 5, 3 } },
  { "农历1950年八月十五", FALSE, { TRUE, FALSE, 1950, 8, 15 } },
  { "农历1950年8月15日", FALSE, { TRUE, FALSE, 1950, 8, 15 } },
  { "农历：1950.8.15", FALSE, { TRUE, FALSE, 1950, 8, 15 } },
  { "阴历一九五〇年八月十五", FALSE, { TRUE, FALSE, 1950, 8, 15 } },
  { "（农）1950-08-15", FALSE, { TRUE, FALSE, 1950, 8, 15 } },
  { "1950-8-15（农历）", FALSE, { TRUE, FALSE, 1950, 8, 15 } },
  { "1950-8-15 农历", FALSE, { TRUE, FALSE, 1950, 8, 15 } },
  { "19500815(阳历)", TRUE, { FALSE, FALSE, 1950, 8, 15 } },
  { "1950年闰五月初三", FALSE, { TRUE, TRUE, 1950, 5, 3 } },
  { "农历1950年正月初一", FALSE, { TRUE, FALSE, 1950, 1, 1 } },
  { "农历1950年冬月廿三", FALSE, { TRUE, FALSE, 1950, 11, 23 } },
  { "腊月三十", FALSE, { TRUE, FALSE, 0, 12, 30 } },
  { "正月初十", FALSE, { TRUE, FALSE, 0, 1, 10 } },
  { "农历八月十五", FALSE, { TRUE, FALSE, 0, 8, 15 } },
  { "农历十一月二十", FALSE, { TRUE, FALSE, 0, 11, 20 } },
  { "农历19500815", FALSE, { TRUE, FALSE, 1950, 8, 15 } },
  { "8月15日", FALSE, { FALSE, FALSE, 0, 8, 15 } },
  { "8-15", TRUE, { TRUE, FALSE, 0, 8, 15 } },
  { "2-29", FALSE, { FALSE, FALSE, 0, 2, 29 } },
  { "农历1950年2月30日", FALSE, { TRUE, FALSE, 1950, 2, 30 } },
  { "农历1950年8月31日", FALSE, { 0 } },
  { "农历1950年13月1日", FALSE, { 0 } },
  { "农历1899年1月1日", FALSE, { 0 } },
  { "lunar:", FALSE, { 0 } },
  { "农历", FALSE, { 0 } },
  { "公历1950年闰五月初三x", FALSE, { 0 } },
  { "2-30", FALSE, { 0 } },
  { "50-8-15", FALSE, { 0 } },
};

static void
test_special (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    {
      const Special *row = &specials[i];
      HfImportDate date;
      g_autoptr (GError) error = NULL;
      gboolean done = hf_import_parse_special_date (row->text, row->lunar_column, &date, &error);

      if (done != (row->date.month != 0))
        g_error ("“%s”: %s", row->text, done ? "accepted" : error->message);
      if (done && memcmp (&date, &row->date, sizeof date) != 0)
        g_error ("“%s”: %d %d %d-%d-%d", row->text, date.lunar, date.leap, date.year, date.month,
                 date.day);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-date/PUR-4/days", test_days);
  g_test_add_func ("/import-date/CAL-3/days-as-people-type-them", test_typed);
  g_test_add_func ("/import-date/PUR-4/refused", test_refused);
  g_test_add_func ("/import-date/CAL-3/special-dates", test_special);
  return g_test_run ();
}
