/* hf-civil.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-civil.h"

#include <glib/gi18n-lib.h>

#include "hf-error.h"

/* Day count of 0000-03-01, from which the years below are counted, before 1970-01-01. */
#define DAYS_BEFORE_EPOCH (719468)
#define DAYS_IN_ERA       (146097) /* 400 years */

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static gboolean
year_is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/**
 * hf_days_in_month:
 * @year: a Gregorian year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int
hf_days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && year_is_leap (year) ? 29 : days[month - 1];
}

/**
 * hf_ymd_is_valid:
 *
 * Whether such a day exists and lies within the years 1900 to 2100, outside of
 * which no date of a customer can be meant (CAL-3).
 */
gboolean
hf_ymd_is_valid (int year, int month, int day)
{
  return year >= HF_DAY_FIRST_YEAR && year <= HF_DAY_LAST_YEAR && month >= 1 && month <= 12 &&
         day >= 1 && day <= hf_days_in_month (year, month);
}

/**
 * hf_day_from_ymd:
 *
 * The day count of a Gregorian date. Counts from March, so that the leap day is
 * the last of its year.
 */
HfDay
hf_day_from_ymd (int year, int month, int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = floor_div (y, 400);
  gint64 year_of_era = y - era * 400;
  gint64 month_from_march = (month + 9) % 12;
  gint64 day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_IN_ERA + day_of_era - DAYS_BEFORE_EPOCH;
}

/**
 * hf_day_to_ymd:
 * @year: (out) (optional):
 * @month: (out) (optional): 1 to 12
 * @mday: (out) (optional): 1 to 31
 */
void
hf_day_to_ymd (HfDay day, int *year, int *month, int *mday)
{
  gint64 shifted = day + DAYS_BEFORE_EPOCH;
  gint64 era = floor_div (shifted, DAYS_IN_ERA);
  gint64 day_of_era = shifted - era * DAYS_IN_ERA;
  gint64 year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month_from_march = (5 * day_of_year + 2) / 153;
  int m = (int) (month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);

  if (year != NULL)
    *year = (int) (year_of_era + era * 400 + (m <= 2));
  if (month != NULL)
    *month = m;
  if (mday != NULL)
    *mday = (int) (day_of_year - (153 * month_from_march + 2) / 5 + 1);
}

HfWeekday
hf_day_get_weekday (HfDay day)
{
  /* 1970-01-01 was a Thursday. */
  gint64 from_monday = day + 3;

  return (HfWeekday) (from_monday - floor_div (from_monday, 7) * 7 + 1);
}

static gboolean
parse_digits (const char **text, int count, int *value)
{
  *value = 0;
  for (int i = 0; i < count; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = *value * 10 + g_ascii_digit_value (**text);
    }
  return TRUE;
}

static gboolean
parse_ymd (const char **text, HfDay *day)
{
  int y, m, d;

  if (!parse_digits (text, 4, &y) || *(*text)++ != '-' || !parse_digits (text, 2, &m) ||
      *(*text)++ != '-' || !parse_digits (text, 2, &d) || !hf_ymd_is_valid (y, m, d))
    return FALSE;
  *day = hf_day_from_ymd (y, m, d);
  return TRUE;
}

/* A date, but of another century. */
static gboolean
is_out_of_reach (const char *text)
{
  int y, m, d;

  return parse_digits (&text, 4, &y) && *text++ == '-' && parse_digits (&text, 2, &m) &&
         *text++ == '-' && parse_digits (&text, 2, &d) && *text == '\0' &&
         (y < HF_DAY_FIRST_YEAR || y > HF_DAY_LAST_YEAR) && hf_ymd_is_valid (2000, m, d);
}

/**
 * hf_day_parse:
 * @text: exactly `YYYY-MM-DD`
 * @day: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when @text is no date between 1900 and 2100
 */
gboolean
hf_day_parse (const char *text, HfDay *day, GError **error)
{
  const char *at = text;

  g_return_val_if_fail (text != NULL, FALSE);

  if (parse_ymd (&at, day) && *at == '\0')
    return TRUE;
  if (is_out_of_reach (text))
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("“%s” is too far away. A date is one between %d and %d."), text,
                 HF_DAY_FIRST_YEAR, HF_DAY_LAST_YEAR);
  else
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("“%s” is not a date. Write it as year-month-day, for example 2026-02-28."),
                 text);
  return FALSE;
}

/**
 * hf_day_format:
 *
 * Returns: (transfer full): `YYYY-MM-DD`
 */
char *
hf_day_format (HfDay day)
{
  int y, m, d;

  hf_day_to_ymd (day, &y, &m, &d);
  return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
}

/**
 * hf_day_add_months:
 *
 * The same day of the month @months later (or earlier, when negative); the last
 * day of that month where it is shorter.
 */
HfDay
hf_day_add_months (HfDay day, int months)
{
  int y, m, d;
  gint64 count;

  hf_day_to_ymd (day, &y, &m, &d);
  count = (gint64) y * 12 + m - 1 + months;
  y = (int) floor_div (count, 12);
  m = (int) (count - (gint64) y * 12) + 1;
  return hf_day_from_ymd (y, m, MIN (d, hf_days_in_month (y, m)));
}

/**
 * hf_minute_new:
 * @minute_of_day: 0 to 1439, or 1440 for the end of @day
 */
HfMinute
hf_minute_new (HfDay day, int minute_of_day)
{
  return day * HF_MINUTES_A_DAY + minute_of_day;
}

HfDay
hf_minute_get_day (HfMinute minute)
{
  return floor_div (minute, HF_MINUTES_A_DAY);
}

int
hf_minute_of_day (HfMinute minute)
{
  return (int) (minute - hf_minute_get_day (minute) * HF_MINUTES_A_DAY);
}

/**
 * hf_minute_parse:
 * @text: exactly `YYYY-MM-DDTHH:MM`
 * @minute: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when @text is no such moment
 */
gboolean
hf_minute_parse (const char *text, HfMinute *minute, GError **error)
{
  const char *at = text;
  HfDay day;
  int h, m;

  g_return_val_if_fail (text != NULL, FALSE);

  if (parse_ymd (&at, &day) && *at++ == 'T' && parse_digits (&at, 2, &h) && *at++ == ':' &&
      parse_digits (&at, 2, &m) && *at == '\0' && h < 24 && m < 60)
    {
      *minute = hf_minute_new (day, h * 60 + m);
      return TRUE;
    }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is not a time. Write it as 2026-02-28T09:30."), text);
  return FALSE;
}

/**
 * hf_minute_format:
 *
 * Returns: (transfer full): `YYYY-MM-DDTHH:MM`
 */
char *
hf_minute_format (HfMinute minute)
{
  g_autofree char *day = hf_day_format (hf_minute_get_day (minute));
  int m = hf_minute_of_day (minute);

  return g_strdup_printf ("%sT%02d:%02d", day, m / 60, m % 60);
}
