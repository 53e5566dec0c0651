/* hf-import-date.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-import-value.h"

#define YEAR_DIGITS (4)
#define LUNAR_DAYS  (30)

/* A number in a date: its value, and how many digits it was written with. */
typedef struct
{
  int value;
  guint n_digits;
} Number;

typedef enum
{
  PARSED,
  NOT_A_DATE,
  SHORT_YEAR,
  NO_SUCH_DAY,
} Outcome;

static gboolean
skip (const char **at, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*at, word, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

static gboolean
skip_any (const char **at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (skip (at, *words))
      return TRUE;
  return FALSE;
}

static void
skip_spaces (const char **at)
{
  while (**at == ' ' || **at == '\t')
    (*at)++;
}

/* 0 to 9 for a Chinese digit, 10 for 十, 20 and 30 for 廿 and 卅, else -1. */
static int
chinese_digit (gunichar c)
{
  static const struct
  {
    gunichar c;
    int value;
  } digits[] = {
    { 0x3007, 0 }, { 0x96f6, 0 }, { 0x25cb, 0 },  { 0x4e00, 1 },  { 0x4e8c, 2 },
    { 0x4e09, 3 }, { 0x56db, 4 }, { 0x4e94, 5 },  { 0x516d, 6 },  { 0x4e03, 7 },
    { 0x516b, 8 }, { 0x4e5d, 9 }, { 0x5341, 10 }, { 0x5eff, 20 }, { 0x5345, 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (digits[i].c == c)
      return digits[i].value;
  return -1;
}

/* 二〇二六, 十五, 二十八, 廿三: either digit by digit or with tens. */
static gboolean
read_chinese (const char **at, Number *number)
{
  gboolean tens = FALSE;
  int value;

  *number = (Number){ 0, 0 };
  for (; (value = chinese_digit (g_utf8_get_char (*at))) >= 0; *at = g_utf8_next_char (*at))
    {
      if (++number->n_digits > YEAR_DIGITS)
        return FALSE;
      if (value == 10)
        number->value = MAX (number->value, 1) * 10;
      else if (value > 10 || tens)
        number->value += value;
      else
        number->value = number->value * 10 + value;
      tens = value >= 10;
    }
  return number->n_digits > 0;
}

static gboolean
read_number (const char **at, Number *number)
{
  *number = (Number){ 0, 0 };
  if (!g_ascii_isdigit (**at))
    return read_chinese (at, number);
  for (; g_ascii_isdigit (**at); (*at)++)
    {
      if (++number->n_digits > 8)
        return FALSE;
      number->value = number->value * 10 + g_ascii_digit_value (**at);
    }
  return TRUE;
}

static gboolean
read_month (const char **at, gboolean lunar, HfImportDate *date)
{
  Number number;

  date->leap = lunar && (skip (at, "闰") || skip (at, "+"));
  if (lunar && skip (at, "正"))
    date->month = 1;
  else if (lunar && skip (at, "冬"))
    date->month = 11;
  else if (lunar && skip (at, "腊"))
    date->month = 12;
  else if (!read_number (at, &number) || number.n_digits > 2)
    return FALSE;
  else
    date->month = number.value;
  return TRUE;
}

static gboolean
read_day (const char **at, HfImportDate *date)
{
  const char *after;
  Number number;

  skip (at, "初");
  if (!read_number (at, &number) || number.n_digits > 3 || number.value > 99)
    return FALSE;
  date->day = number.value;
  after = *at;
  skip_spaces (&after);
  if (skip (&after, "日") || skip (&after, "号"))
    *at = after;
  return TRUE;
}

static gboolean
skip_separator (const char **at, const char *word, char *separator)
{
  skip_spaces (at);
  if (skip (at, word))
    skip_spaces (at);
  else if (**at != '\0' && strchr ("-/.", **at) != NULL &&
           (*separator == '\0' || *separator == **at))
    *separator = *(*at)++;
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_possible (const HfImportDate *date)
{
  /* 2000 stands in for a year that isn't known: it has a 29 February. */
  int year = date->year != 0 ? date->year : 2000;

  if (!date->lunar)
    return hf_ymd_is_valid (year, date->month, date->day);
  return hf_ymd_is_valid (year, 1, 1) && date->month >= 1 && date->month <= 12 && date->day >= 1 &&
         date->day <= LUNAR_DAYS;
}

/* What may follow a date: a time of day as spreadsheets add it, a weekday. */
static gboolean
is_harmless_rest (const char *rest)
{
  static const char *const weekdays[] = { "星期", "周", "(星期", "(周", NULL };

  if (*rest == 'T' || *rest == ' ')
    {
      rest++;
      skip_spaces (&rest);
      if (g_ascii_isdigit (*rest))
        return rest[strspn (rest, "0123456789:.Z")] == '\0' && strchr (rest, ':') != NULL;
    }
  return *rest == '\0' || (skip_any (&rest, weekdays) && g_utf8_strlen (rest, -1) <= 2);
}

/* Year, month and day in 8 digits. */
static Outcome
take_compact (const char *at, const Number *number, HfImportDate *date)
{
  date->year = number->value / 10000;
  date->month = number->value / 100 % 100;
  date->day = number->value % 100;
  if (!is_harmless_rest (at))
    return NOT_A_DATE;
  return is_possible (date) ? PARSED : NO_SUCH_DAY;
}

static Outcome
take_month_and_day (const char *at, char separator, HfImportDate *date)
{
  gboolean dated;

  if (!read_month (&at, date->lunar, date))
    return NOT_A_DATE;
  dated = skip_separator (&at, "月", &separator);
  if (!dated || !read_day (&at, date) || !is_harmless_rest (at))
    return NOT_A_DATE;
  return is_possible (date) ? PARSED : NO_SUCH_DAY;
}

static Outcome
take_date (const char *text, HfImportDate *date)
{
  const char *at = text;
  char separator = '\0';
  Number year;

  if (!read_number (&at, &year))
    return take_month_and_day (text, separator, date);
  if (year.n_digits == 8 && g_ascii_isdigit (*text))
    return take_compact (at, &year, date);
  if (year.n_digits < YEAR_DIGITS || *at == '\0')
    {
      Outcome without_year = take_month_and_day (text, separator, date);

      if (without_year != NOT_A_DATE)
        return without_year;
      return skip_separator (&at, "年", &separator) ? SHORT_YEAR : NOT_A_DATE;
    }
  date->year = year.value;
  if (year.n_digits > YEAR_DIGITS || !skip_separator (&at, "年", &separator))
    return NOT_A_DATE;
  return take_month_and_day (at, separator, date);
}

static gboolean
tell (Outcome outcome, const char *text, GError **error)
{
  g_autofree char *quote = NULL;

  if (outcome == PARSED)
    return TRUE;
  quote = hf_import_quote (text);
  if (outcome == SHORT_YEAR)
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("“%s” is not clear. Write the year first and with four digits, for example "
                    "2026-02-28."),
                 quote);
  else if (outcome == NO_SUCH_DAY)
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("“%s”: there is no such day between 1900 and 2100."), quote);
  else
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("“%s” is not a date. Write it as year-month-day, for example 2026-02-28."),
                 quote);
  return FALSE;
}

/**
 * hf_import_parse_day:
 * @text: `2026-02-28`, `2026/2/28`, `2026.2.28`, `20260228`, 2026年2月28日, 二〇二六年二月二十八日;
 *   a time of day after it is left out
 * @day: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT: years of two digits and days that don't
 *   exist are refused, never guessed
 */
gboolean
hf_import_parse_day (const char *text, HfDay *day, GError **error)
{
  HfImportDate date = { 0 };
  g_autofree char *plain = NULL;
  Outcome outcome;

  g_return_val_if_fail (text != NULL, FALSE);

  plain = hf_import_plain (text);
  outcome = take_date (plain, &date);
  if (outcome == PARSED && date.year == 0)
    outcome = SHORT_YEAR;
  if (!tell (outcome, text, error))
    return FALSE;
  *day = hf_day_from_ymd (date.year, date.month, date.day);
  return TRUE;
}

/* Takes the words off that say which calendar is meant, before or after the date. */
static void
take_calendar (char *plain, const char **start, HfImportDate *date)
{
  static const char *const lunar[] = { "lunar:", "农历", "阴历", "旧历", "(农)",
                                       "(阴)",   "农",   "阴",   NULL };
  static const char *const solar[] = { "solar:", "公历", "阳历", "新历", "(公)",
                                       "(阳)",   "公",   "阳",   NULL };
  static const char *const lunar_after[] = { "(农历)", "(阴历)", "(农)", "(阴)",
                                             "农历",   "阴历",   NULL };
  static const char *const solar_after[] = { "(公历)", "(阳历)", "(公)", "(阳)",
                                             "公历",   "阳历",   NULL };

  *start = plain;
  if (skip_any (start, lunar))
    date->lunar = TRUE;
  else if (skip_any (start, solar))
    date->lunar = FALSE;
  for (guint i = 0; lunar_after[i] != NULL; i++)
    {
      gboolean is_lunar = g_str_has_suffix (*start, lunar_after[i]);
      gsize length = strlen (lunar_after[i]);

      if (!is_lunar && !g_str_has_suffix (*start, solar_after[i]))
        continue;
      plain[strlen (plain) - length] = '\0';
      g_strchomp (plain);
      date->lunar = is_lunar;
      break;
    }
  *start += strspn (*start, ": ");
}

/**
 * hf_import_parse_special_date:
 * @text: a date as hf_import_parse_day() reads it, perhaps without the year; or a lunar
 *   one: `lunar:1950-8-15`, `lunar:1950-+5-3` (leap month), 农历1950年八月十五,
 *   1950年闰五月初三, 1950-8-15（农历）
 * @lunar_column: whether dates are lunar that don't say what they are
 * @date: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT
 */
gboolean
hf_import_parse_special_date (const char *text,
                              gboolean lunar_column,
                              HfImportDate *date,
                              GError **error)
{
  g_autofree char *plain = NULL;
  const char *start;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  *date = (HfImportDate){ .lunar = lunar_column };
  plain = hf_import_plain (text);
  take_calendar (plain, &start, date);
  /* Nobody writes these of a solar date. */
  if (strstr (start, "闰") != NULL || strstr (start, "初") != NULL ||
      strstr (start, "正月") != NULL || strstr (start, "腊月") != NULL ||
      strstr (start, "廿") != NULL)
    date->lunar = TRUE;
  return tell (take_date (start, date), text, error);
}
