/* hf-special-date.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-special-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

/* Any leap year: for dates whose year is not known. */
#define SOME_LEAP_YEAR (2000)

static guint
append_lunar (HfDay *days, guint n, int year, int month, int day, gboolean leap)
{
  HfLunarDate date = { year, month, MIN (day, hf_lunar_get_days_in_month (year, month, leap)),
                       leap };

  return n + (hf_lunar_to_day (&date, &days[n]) ? 1 : 0);
}

static guint
get_lunar_days (const HfSpecialDate *date, int year, HfDay *days)
{
  gboolean has_leap = date->leap && hf_lunar_get_days_in_month (year, date->month, TRUE) > 0;
  guint n = 0;

  if (!has_leap || date->leap_rule != HF_LEAP_KEEP_LEAP)
    n = append_lunar (days, n, year, date->month, date->day, FALSE);
  if (has_leap && date->leap_rule != HF_LEAP_KEEP_ORDINARY)
    n = append_lunar (days, n, year, date->month, date->day, TRUE);
  return n;
}

/**
 * hf_special_date_get_days:
 * @year: a Gregorian year or, for a lunar date, the lunar year that begins in it
 * @days: (out): ascending
 *
 * The days on which it is kept in a year (CAL-3): a leap-month date in the ordinary
 * month when the year has no such leap month, day 30 on day 29 of a short month,
 * 29 February on 28 February. Two days when both months are kept (CAL-9).
 *
 * Returns: how many, 0 when @year is not within 1900 to 2100
 */
guint
hf_special_date_get_days (const HfSpecialDate *date, int year, HfDay days[HF_SPECIAL_DATE_MAX_DAYS])
{
  g_return_val_if_fail (date != NULL && days != NULL, 0);

  if (date->is_lunar)
    return get_lunar_days (date, year, days);
  if (year < HF_DAY_FIRST_YEAR || year > HF_DAY_LAST_YEAR || date->month < 1 || date->month > 12)
    return 0;
  days[0] =
      hf_day_from_ymd (year, date->month, MIN (date->day, hf_days_in_month (year, date->month)));
  return 1;
}

/**
 * hf_special_date_get_next:
 *
 * Returns: the first day from @from on, @from included, on which it is kept;
 *   %HF_DAY_NONE when that is after the year 2100
 */
HfDay
hf_special_date_get_next (const HfSpecialDate *date, HfDay from)
{
  int year;

  g_return_val_if_fail (date != NULL, HF_DAY_NONE);

  hf_day_to_ymd (from, &year, NULL, NULL);
  for (int y = year - 1; y <= year + 2; y++)
    {
      HfDay days[HF_SPECIAL_DATE_MAX_DAYS];
      guint n = hf_special_date_get_days (date, y, days);

      for (guint i = 0; i < n; i++)
        {
          if (days[i] >= from)
            return days[i];
        }
    }
  return HF_DAY_NONE;
}

static gboolean
parse_parts (const char *text, HfSpecialDate *date)
{
  const char *at = text;
  int parts[3] = { 0 };
  guint n = 0;

  for (; n < 3 && *at != '\0'; n++)
    {
      if (n > 0 && *at++ != '-')
        return FALSE;
      if (*at == '+' && date->is_lunar && !date->leap && n < 2)
        {
          date->leap = TRUE;
          at++;
        }
      if (!g_ascii_isdigit (*at))
        return FALSE;
      for (guint digits = 0; g_ascii_isdigit (*at) && digits < 4; digits++)
        parts[n] = parts[n] * 10 + g_ascii_digit_value (*at++);
    }
  if (*at != '\0' || n < 2)
    return FALSE;
  date->year = n == 3 ? parts[0] : 0;
  date->month = parts[n - 2];
  date->day = parts[n - 1];
  return TRUE;
}

static gboolean
exists (const HfSpecialDate *date)
{
  HfLunarDate lunar = { date->year, date->month, date->day, date->leap };
  HfDay day;

  if (!date->is_lunar)
    return hf_ymd_is_valid (date->year != 0 ? date->year : SOME_LEAP_YEAR, date->month, date->day);
  if (date->year != 0)
    return hf_lunar_to_day (&lunar, &day);
  return date->month >= 1 && date->month <= 12 && date->day >= 1 && date->day <= 30;
}

/**
 * hf_special_date_parse:
 * @text: `YYYY-MM-DD`, `MM-DD`, `lunar:Y-M-D` or `lunar:M-D`, `+` before a leap month
 * @date: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when there is no such date
 */
gboolean
hf_special_date_parse (const char *text, HfSpecialDate *date, GError **error)
{
  HfSpecialDate parsed = { 0 };

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  parsed.is_lunar = g_str_has_prefix (text, "lunar:");
  if (parse_parts (parsed.is_lunar ? text + strlen ("lunar:") : text, &parsed) && exists (&parsed))
    {
      *date = parsed;
      return TRUE;
    }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is not a date. Write year-month-day or month-day, with “lunar:” before a "
                  "lunar date and a + before a leap month."),
               text);
  return FALSE;
}

/**
 * hf_special_date_format:
 *
 * Returns: (transfer full): what hf_special_date_parse() reads
 */
char *
hf_special_date_format (const HfSpecialDate *date)
{
  GString *text;

  g_return_val_if_fail (date != NULL, NULL);

  text = g_string_new (date->is_lunar ? "lunar:" : "");
  if (date->year != 0)
    g_string_append_printf (text, date->is_lunar ? "%d-" : "%04d-", date->year);
  g_string_append_printf (text, date->is_lunar ? "%s%d-%d" : "%s%02d-%02d", date->leap ? "+" : "",
                          date->month, date->day);
  return g_string_free (text, FALSE);
}
