/* hf-lunar.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-lunar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-lunar-table.h"

#define LEAP_SHIFT  (13)
#define LEAP_MASK   (0xfu)
#define FIRST_SHIFT (17)

/* Digits and the words of the calendar are Chinese in every language, as on the
 * wall calendars that customers have. */
static const char *const numerals[] = { "",   "一", "二", "三", "四", "五",
                                        "六", "七", "八", "九", "十" };

static const struct
{
  HfFestival festival;
  int month;
  int day;
  const char *nick;
  const char *label;
} festivals[] = {
  { HF_FESTIVAL_SPRING, 1, 1, "spring-festival", N_ ("Spring Festival") },
  { HF_FESTIVAL_LANTERN, 1, 15, "lantern", N_ ("Lantern Festival") },
  { HF_FESTIVAL_DRAGON_BOAT, 5, 5, "dragon-boat", N_ ("Dragon Boat Festival") },
  { HF_FESTIVAL_MID_AUTUMN, 8, 15, "mid-autumn", N_ ("Mid-Autumn Festival") },
  { HF_FESTIVAL_DOUBLE_NINTH, 9, 9, "double-ninth", N_ ("Double Ninth Festival") },
  /* The last day of the year, whichever it is. */
  { HF_FESTIVAL_NEW_YEARS_EVE, 12, 0, "new-years-eve", N_ ("New Year’s Eve") },
};

static gboolean
year_is_known (int year)
{
  return year >= HF_LUNAR_FIRST_YEAR && year <= HF_LUNAR_LAST_YEAR;
}

static guint32
get_entry (int year)
{
  return hf_lunar_years[year - HF_LUNAR_FIRST_YEAR];
}

static HfDay
get_first_day (int year)
{
  return hf_day_from_ymd (year, 1, 1) + (HfDay) (get_entry (year) >> FIRST_SHIFT);
}

static int
get_n_months (int year)
{
  return hf_lunar_get_leap_month (year) > 0 ? 13 : 12;
}

/* @index counts the months of the year from 0, the leap month included. */
static int
get_length (int year, int index)
{
  return ((get_entry (year) >> index) & 1u) != 0 ? 30 : 29;
}

static int
get_index (int year, int month, gboolean leap)
{
  int leap_month = hf_lunar_get_leap_month (year);

  return month - 1 + (leap || (leap_month > 0 && month > leap_month) ? 1 : 0);
}

static gboolean
month_exists (int year, int month, gboolean leap)
{
  return year_is_known (year) && month >= 1 && month <= 12 &&
         (!leap || hf_lunar_get_leap_month (year) == month);
}

/**
 * hf_lunar_get_leap_month:
 * @year: a lunar year from 1899 to 2100
 *
 * Returns: the month that comes twice, the second time as leap month, or 0
 */
int
hf_lunar_get_leap_month (int year)
{
  g_return_val_if_fail (year_is_known (year), 0);

  return (int) ((get_entry (year) >> LEAP_SHIFT) & LEAP_MASK);
}

/**
 * hf_lunar_get_days_in_month:
 *
 * Returns: 29 or 30, or 0 when the year has no such month
 */
int
hf_lunar_get_days_in_month (int year, int month, gboolean leap)
{
  if (!month_exists (year, month, leap))
    return 0;
  return get_length (year, get_index (year, month, leap));
}

/**
 * hf_lunar_from_day:
 * @date: (out):
 *
 * Returns: %FALSE when @day is not within the years 1900 to 2100 (CAL-3)
 */
gboolean
hf_lunar_from_day (HfDay day, HfLunarDate *date)
{
  int year, index, leap_month;
  HfDay rest;

  g_return_val_if_fail (date != NULL, FALSE);

  if (day < hf_day_from_ymd (HF_DAY_FIRST_YEAR, 1, 1) ||
      day > hf_day_from_ymd (HF_DAY_LAST_YEAR, 12, 31))
    return FALSE;
  hf_day_to_ymd (day, &year, NULL, NULL);
  if (day < get_first_day (year))
    year--;
  rest = day - get_first_day (year);
  for (index = 0; rest >= get_length (year, index); index++)
    rest -= get_length (year, index);
  leap_month = hf_lunar_get_leap_month (year);
  date->year = year;
  date->leap = leap_month > 0 && index == leap_month;
  date->month = leap_month > 0 && index >= leap_month ? index : index + 1;
  date->day = (int) rest + 1;
  return TRUE;
}

/**
 * hf_lunar_to_day:
 * @day: (out):
 *
 * Returns: %FALSE when there is no such lunar date
 */
gboolean
hf_lunar_to_day (const HfLunarDate *date, HfDay *day)
{
  int index;

  g_return_val_if_fail (date != NULL && day != NULL, FALSE);

  if (date->day < 1 || date->day > hf_lunar_get_days_in_month (date->year, date->month, date->leap))
    return FALSE;
  *day = get_first_day (date->year) + date->day - 1;
  index = get_index (date->year, date->month, date->leap);
  for (int i = 0; i < index; i++)
    *day += get_length (date->year, i);
  return TRUE;
}

static gboolean
parse_number (const char **text, int most_digits, int *number)
{
  int digits = 0;

  *number = 0;
  for (; digits < most_digits && g_ascii_isdigit (**text); digits++)
    *number = *number * 10 + g_ascii_digit_value (*(*text)++);
  return digits > 0;
}

/**
 * hf_lunar_parse:
 * @text: `lunar:YEAR-MONTH-DAY`; a `+` before a leap month
 * @date: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when there is no such lunar date
 */
gboolean
hf_lunar_parse (const char *text, HfLunarDate *date, GError **error)
{
  const char *at = text;
  HfLunarDate d = { 0 };
  HfDay day;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  if (g_str_has_prefix (at, "lunar:"))
    at += strlen ("lunar:");
  if (parse_number (&at, 4, &d.year) && *at++ == '-')
    {
      d.leap = *at == '+';
      at += d.leap;
      if (parse_number (&at, 2, &d.month) && *at++ == '-' && parse_number (&at, 2, &d.day) &&
          *at == '\0' && hf_lunar_to_day (&d, &day))
        {
          *date = d;
          return TRUE;
        }
    }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is not a lunar date. Write lunar:year-month-day, with a + before a leap "
                  "month."),
               text);
  return FALSE;
}

/**
 * hf_lunar_format:
 *
 * Returns: (transfer full): what hf_lunar_parse() reads
 */
char *
hf_lunar_format (const HfLunarDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return g_strdup_printf ("lunar:%d-%s%d-%d", date->year, date->leap ? "+" : "", date->month,
                          date->day);
}

static char *
format_month (const HfLunarDate *date)
{
  return g_strdup_printf (
      "%s%s%s月", date->leap ? "闰" : "", date->month > 10 ? "十" : "",
      date->month == 1 ? "正" : numerals[date->month > 10 ? date->month - 10 : date->month]);
}

static char *
format_day (int day)
{
  if (day == 20 || day == 30)
    return g_strdup_printf ("%s十", numerals[day / 10]);
  return g_strdup_printf ("%s%s",
                          day <= 10  ? "初"
                          : day < 20 ? "十"
                                     : "廿",
                          numerals[day <= 10 ? day : day % 10]);
}

/**
 * hf_lunar_format_chinese:
 *
 * Returns: (transfer full): month and day in Chinese, `八月十二`, `闰六月初一`
 */
char *
hf_lunar_format_chinese (const HfLunarDate *date)
{
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (date != NULL && date->month >= 1 && date->month <= 12, NULL);
  g_return_val_if_fail (date->day >= 1 && date->day <= 30, NULL);

  month = format_month (date);
  day = format_day (date->day);
  return g_strconcat (month, day, NULL);
}

/**
 * hf_lunar_format_cell:
 *
 * Returns: (transfer full): what a day's cell of a calendar shows: the day, on the
 *   first of a month the month
 */
char *
hf_lunar_format_cell (const HfLunarDate *date)
{
  g_return_val_if_fail (date != NULL && date->month >= 1 && date->month <= 12, NULL);
  g_return_val_if_fail (date->day >= 1 && date->day <= 30, NULL);

  return date->day == 1 ? format_month (date) : format_day (date->day);
}

/**
 * hf_lunar_get_festival_day:
 * @lunar_year: the lunar year; its New Year's Eve lies in the next Gregorian year
 * @day: (out):
 *
 * Returns: %FALSE when the year is not known
 */
gboolean
hf_lunar_get_festival_day (HfFestival festival, int lunar_year, HfDay *day)
{
  HfLunarDate date = { .year = lunar_year };

  g_return_val_if_fail (festival > HF_FESTIVAL_NONE && festival < HF_N_FESTIVALS, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  if (!year_is_known (lunar_year))
    return FALSE;
  date.month = festivals[festival - 1].month;
  date.day = festivals[festival - 1].day;
  if (festival != HF_FESTIVAL_NEW_YEARS_EVE)
    return hf_lunar_to_day (&date, day);
  *day = get_first_day (lunar_year) - 1;
  for (int i = 0; i < get_n_months (lunar_year); i++)
    *day += get_length (lunar_year, i);
  return TRUE;
}

/**
 * hf_lunar_get_festival:
 *
 * Returns: the traditional festival on @day (CAL-4), %HF_FESTIVAL_NONE for none
 */
HfFestival
hf_lunar_get_festival (HfDay day)
{
  HfLunarDate date;
  HfDay of_year;

  if (!hf_lunar_from_day (day, &date))
    return HF_FESTIVAL_NONE;
  for (HfFestival f = HF_FESTIVAL_SPRING; f < HF_N_FESTIVALS; f++)
    {
      if (hf_lunar_get_festival_day (f, date.year, &of_year) && of_year == day)
        return f;
    }
  return HF_FESTIVAL_NONE;
}

/**
 * hf_festival_get_nick:
 *
 * Returns: (transfer none) (nullable): the word that files and huifangctl use
 */
const char *
hf_festival_get_nick (HfFestival festival)
{
  g_return_val_if_fail (festival < HF_N_FESTIVALS, NULL);

  return festival == HF_FESTIVAL_NONE ? NULL : festivals[festival - 1].nick;
}

/**
 * hf_festival_get_label:
 *
 * Returns: (transfer none) (nullable): its name in the user's language
 */
const char *
hf_festival_get_label (HfFestival festival)
{
  g_return_val_if_fail (festival < HF_N_FESTIVALS, NULL);

  return festival == HF_FESTIVAL_NONE ? NULL : _ (festivals[festival - 1].label);
}
