/* hf-day-note.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-note.h"

#include <glib/gi18n-lib.h>

#include "hf-lunar.h"

/* Festivals that have a day of the solar calendar. The names of days off would not do: those of
 * the Spring Festival begin before it. */
static const struct
{
  int month;
  int day;
  const char *label;
} solar_festivals[] = {
  { 1, 1, N_ ("New Year’s Day") }, { 3, 8, N_ ("Women’s Day") },    { 5, 1, N_ ("Labour Day") },
  { 6, 1, N_ ("Children’s Day") }, { 9, 10, N_ ("Teachers’ Day") }, { 10, 1, N_ ("National Day") },
};

static const char *
find_solar_festival (HfDay day)
{
  int month, mday;

  hf_day_to_ymd (day, NULL, &month, &mday);
  for (guint i = 0; i < G_N_ELEMENTS (solar_festivals); i++)
    {
      if (solar_festivals[i].month == month && solar_festivals[i].day == mday)
        return _ (solar_festivals[i].label);
    }
  return NULL;
}

static void
choose_text (HfDayNote *note, HfDay day)
{
  HfFestival festival = hf_lunar_get_festival (day);
  const char *solar = find_solar_festival (day);
  int term = hf_solar_term_on_day (day);
  HfLunarDate lunar;

  note->kind = HF_NOTE_LUNAR;
  note->text = NULL;
  if (festival != HF_FESTIVAL_NONE || solar != NULL)
    {
      note->kind = HF_NOTE_FESTIVAL;
      note->text =
          g_strdup (festival != HF_FESTIVAL_NONE ? hf_festival_get_label (festival) : solar);
    }
  else if (term >= 0)
    {
      note->kind = HF_NOTE_TERM;
      note->text = g_strdup (hf_solar_term_get_label (term));
    }
  else if (hf_lunar_from_day (day, &lunar))
    note->text = hf_lunar_format_cell (&lunar);
}

/**
 * hf_day_note_init:
 * @note: (out caller-allocates): to be cleared with hf_day_note_clear()
 * @calendar: days off and make-up workdays
 *
 * A festival goes before a solar term, and that before the lunar day (CAL-3, CAL-4).
 */
void
hf_day_note_init (HfDayNote *note, const HfWorkCalendar *calendar, HfDay day)
{
  g_return_if_fail (note != NULL && calendar != NULL);

  choose_text (note, day);
  note->mark = hf_work_calendar_get_kind (calendar, day, NULL);
  note->rest = note->mark == HF_DAY_REST ||
               (note->mark == HF_DAY_ORDINARY && hf_day_get_weekday (day) >= HF_SATURDAY);
}

void
hf_day_note_clear (HfDayNote *note)
{
  g_clear_pointer (&note->text, g_free);
}

/* The name of a year in the cycle of sixty. */
static char *
format_year (int year)
{
  static const char *const stems[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" };
  static const char *const branches[] = { "子", "丑", "寅", "卯", "辰", "巳",
                                          "午", "未", "申", "酉", "戌", "亥" };

  return g_strdup_printf ("%s%s年", stems[(year - 4) % 10], branches[(year - 4) % 12]);
}

static char *
format_first_of_month (const HfLunarDate *date)
{
  HfLunarDate first = *date;

  first.day = 1;
  return hf_lunar_format_cell (&first);
}

/**
 * hf_lunar_format_span:
 *
 * Returns: (transfer full) (nullable): the lunar year and months in which the days from @from to
 *   @to lie, in Chinese: `丙午年 七月至八月`; %NULL outside of the known years
 */
char *
hf_lunar_format_span (HfDay from, HfDay to)
{
  HfLunarDate first, last;
  g_autofree char *year = NULL;
  g_autofree char *last_year = NULL;
  g_autofree char *month = NULL;
  g_autofree char *last_month = NULL;

  if (!hf_lunar_from_day (from, &first) || !hf_lunar_from_day (to, &last))
    return NULL;
  year = format_year (first.year);
  last_year = format_year (last.year);
  month = format_first_of_month (&first);
  last_month = format_first_of_month (&last);
  if (first.year != last.year)
    return g_strdup_printf ("%s %s至%s %s", year, month, last_year, last_month);
  if (first.month != last.month || first.leap != last.leap)
    return g_strdup_printf ("%s %s至%s", year, month, last_month);
  return g_strdup_printf ("%s %s", year, month);
}
