/* hf-yearly-date.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-yearly-date.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-import-date.h"
#include "hf-lunar.h"

static gboolean
read_number (const char **at, int *value)
{
  char *end;
  long number;

  if (!g_ascii_isdigit (**at))
    return FALSE;
  number = strtol (*at, &end, 10);
  *value = (int) CLAMP (number, 0, 9999);
  *at = end;
  return TRUE;
}

/* `M-D` or `MM-DD`. */
static gboolean
read_month_day (const char *at, HfYearlyDate *date)
{
  return read_number (&at, &date->month) && *at++ == '-' && read_number (&at, &date->day) &&
         *at == '\0' && date->month >= 1 && date->month <= 12 && date->day >= 1;
}

/* `Y-M-D`, `Y-+M-D` in a leap month, without the year `-M-D` (CAL-9); one that there was. */
static gboolean
parse_lunar (const char *at, HfYearlyDate *date)
{
  const int longest_month = 30;
  gboolean with_year = *at != '-';

  if ((with_year && !read_number (&at, &date->year)) || *at++ != '-')
    return FALSE;
  date->leap = *at == '+';
  at += date->leap;
  if (!read_month_day (at, date) || (with_year && date->year < HF_DAY_FIRST_YEAR) ||
      date->year > HF_DAY_LAST_YEAR)
    return FALSE;
  return date->day <= (with_year ? hf_lunar_get_days_in_month (date->year, date->month, date->leap)
                                 : longest_month);
}

/* `YYYY-MM-DD`, without the year `--MM-DD` (CAL-9). */
static gboolean
parse_solar (const char *text, HfYearlyDate *date)
{
  const int leap_year = 2000;
  HfDay day;

  if (g_str_has_prefix (text, "--"))
    return read_month_day (text + 2, date) &&
           date->day <= hf_days_in_month (leap_year, date->month);
  if (!hf_day_parse (text, &day, NULL))
    return FALSE;
  hf_day_to_ymd (day, &date->year, &date->month, &date->day);
  return TRUE;
}

static gboolean
parse_strictly (const char *text, HfYearlyDate *date)
{
  memset (date, 0, sizeof *date);
  date->lunar = g_str_has_prefix (text, "lunar:");
  return date->lunar ? parse_lunar (text + strlen ("lunar:"), date) : parse_solar (text, date);
}

/* As people write them, and as lists are read: 1950年3月8日, 农历二月初一 (CAL-9, PUR-4). */
static gboolean
parse_loosely (const char *text, HfYearlyDate *date)
{
  HfImportDate typed = { 0 };
  g_autofree char *exact = NULL;

  /* 0000-08-15 is a year that was not, rather than none. */
  if (!hf_import_parse_special_date (text, FALSE, &typed, NULL) ||
      (typed.year == 0 && strstr (text, "月") == NULL))
    return FALSE;
  *date = (HfYearlyDate){ .lunar = typed.lunar,
                          .leap = typed.leap,
                          .year = typed.year,
                          .month = typed.month,
                          .day = typed.day };
  exact = hf_yearly_date_format (date);
  return parse_strictly (exact, date);
}

/**
 * hf_yearly_date_parse:
 * @text: `YYYY-MM-DD`, or `lunar:Y-M-D`, a leap month `lunar:Y-+M-D`; without the year `--MM-DD`
 *   and `lunar:-M-D` (CAL-9); or as people write it: 1950/3/8, 1950年3月8日, 农历二月初一
 * @date: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when there is no such day
 */
gboolean
hf_yearly_date_parse (const char *text, HfYearlyDate *date, GError **error)
{
  if (parse_strictly (text, date) || parse_loosely (text, date))
    return TRUE;
  if (g_str_has_prefix (text, "lunar:"))
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("“%s” is not a day of the lunar calendar. Write it as lunar:1950-8-15, a leap "
                    "month as lunar:1949-+7-15, or without the year as lunar:-8-15."),
                 text);
  else
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("“%s” is not a date. Write it as 1950-08-15, or without the year as --08-15."),
                 text);
  return FALSE;
}

/**
 * hf_yearly_date_format:
 *
 * Returns: (transfer full): what hf_yearly_date_parse() reads
 */
char *
hf_yearly_date_format (const HfYearlyDate *date)
{
  g_autofree char *year = date->year != 0 ? g_strdup_printf ("%04d", date->year) : NULL;

  if (date->lunar)
    return g_strdup_printf ("lunar:%s-%s%d-%d", year != NULL ? year : "", date->leap ? "+" : "",
                            date->month, date->day);
  return g_strdup_printf ("%s-%02d-%02d", year != NULL ? year : "-", date->month, date->day);
}

/**
 * hf_yearly_date_check_past:
 * @today: the office's
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when the day lies after @today; nobody was born then
 */
gboolean
hf_yearly_date_check_past (const HfYearlyDate *date, HfDay today, GError **error)
{
  HfLunarDate lunar = { date->year, date->month, date->day, date->leap };
  HfDay day = HF_DAY_NONE;

  if (date->year != 0 && date->lunar)
    hf_lunar_to_day (&lunar, &day);
  else if (date->year != 0)
    day = hf_day_from_ymd (date->year, date->month, date->day);
  if (day <= today)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("This birth date lies in the future. Check the year."));
  return FALSE;
}
