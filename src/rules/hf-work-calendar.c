/* hf-work-calendar.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-work-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-data-file.h"
#include "hf-error.h"

/* A year whose days off fill more days in a row than this is a mistake in a file. */
#define MOST_CLOSED_DAYS (60)

#define WEEK_DAYS        (7)

typedef struct
{
  HfDayKind kind;
  char *name;
} SpecialDay;

struct _HfWorkCalendar
{
  HfOpeningHours hours;
  GHashTable *days;  /* GINT of HfDay -> SpecialDay */
  GHashTable *years; /* GINT of year */
};

static void
special_day_free (gpointer data)
{
  SpecialDay *day = data;

  g_free (day->name);
  g_free (day);
}

static gboolean
day_is (const HfWorkCalendar *calendar, HfDay day, HfSet weekdays)
{
  HfDayKind kind = hf_work_calendar_get_kind (calendar, day, NULL);

  if (kind != HF_DAY_ORDINARY)
    return kind == HF_DAY_WORK;
  return HF_SET_HAS (weekdays, hf_day_get_weekday (day));
}

/**
 * hf_opening_hours_init:
 * @hours: (out): 09:00–18:00, Monday to Saturday; working days Monday to Friday (COMP-4)
 */
void
hf_opening_hours_init (HfOpeningHours *hours)
{
  HfSet week = HF_BIT (HF_MONDAY) | HF_BIT (HF_TUESDAY) | HF_BIT (HF_WEDNESDAY) |
               HF_BIT (HF_THURSDAY) | HF_BIT (HF_FRIDAY);

  g_return_if_fail (hours != NULL);

  *hours = (HfOpeningHours){ .opens = 9 * 60,
                             .closes = 18 * 60,
                             .open_weekdays = week | HF_BIT (HF_SATURDAY),
                             .working_weekdays = week };
}

/**
 * hf_work_calendar_new:
 * @hours: (nullable): %NULL for the defaults
 *
 * Returns: (transfer full): knows of no year's days off yet
 */
HfWorkCalendar *
hf_work_calendar_new (const HfOpeningHours *hours)
{
  HfWorkCalendar *calendar = g_new0 (HfWorkCalendar, 1);

  if (hours != NULL && hours->opens < hours->closes && hours->open_weekdays != 0)
    calendar->hours = *hours;
  else
    hf_opening_hours_init (&calendar->hours);
  calendar->days = g_hash_table_new_full (NULL, NULL, NULL, special_day_free);
  calendar->years = g_hash_table_new (NULL, NULL);
  return calendar;
}

void
hf_work_calendar_free (HfWorkCalendar *calendar)
{
  g_return_if_fail (calendar != NULL);

  g_hash_table_unref (calendar->days);
  g_hash_table_unref (calendar->years);
  g_free (calendar);
}

/* `FIRST` or `FIRST..LAST`, of that year. */
static gboolean
parse_days (const char *key, int year, HfDay *first, HfDay *last)
{
  g_auto (GStrv) ends = g_strsplit (key, "..", 2);
  int first_year, last_year;

  if (!hf_day_parse (ends[0], first, NULL) ||
      !hf_day_parse (ends[1] != NULL ? ends[1] : ends[0], last, NULL))
    return FALSE;
  hf_day_to_ymd (*first, &first_year, NULL, NULL);
  hf_day_to_ymd (*last, &last_year, NULL, NULL);
  return *first <= *last && first_year == year && last_year == year &&
         *last - *first < MOST_CLOSED_DAYS;
}

static gboolean
read_days (HfWorkCalendar *calendar,
           HfDataFile *file,
           const char *group,
           int year,
           HfDayKind kind,
           GError **error)
{
  g_auto (GStrv) keys = hf_data_file_dup_keys (file, group);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *name = hf_data_file_dup_text (file, group, keys[i]);
      HfDay first, last;

      if (!parse_days (keys[i], year, &first, &last))
        return hf_data_file_fail (file, group, keys[i],
                                  _ ("Write days of that year, 2026-05-01 or "
                                     "2026-05-01..2026-05-05."),
                                  error);
      for (HfDay day = first; day <= last; day++)
        {
          SpecialDay *special = g_new (SpecialDay, 1);

          *special = (SpecialDay){ kind, g_strdup (name) };
          g_hash_table_replace (calendar->days, GINT_TO_POINTER ((int) day), special);
        }
    }
  return TRUE;
}

/**
 * hf_work_calendar_add:
 * @file_name: for messages
 * @text: a file of data/holidays, for one year
 * @length: of @text in bytes, or -1
 *
 * A later file for the same year adds to the one before, so that a branch's own
 * days can stand beside the public ones.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT, whose message names file, line and key
 */
gboolean
hf_work_calendar_add (HfWorkCalendar *calendar,
                      const char *file_name,
                      const char *text,
                      gssize length,
                      GError **error)
{
  g_autoptr (HfDataFile) file = NULL;
  g_autofree char *year_text = NULL;
  gint64 year = 0;

  g_return_val_if_fail (calendar != NULL && file_name != NULL && text != NULL, FALSE);

  file = hf_data_file_new (file_name, text, length, HF_ERROR_BAD_INPUT, error);
  if (file == NULL)
    return FALSE;
  year_text = hf_data_file_dup_string (file, "Calendar", "Year");
  if (year_text == NULL ||
      !g_ascii_string_to_signed (year_text, 10, HF_DAY_FIRST_YEAR, HF_DAY_LAST_YEAR, &year, NULL))
    return hf_data_file_fail (file, "Calendar", "Year", _ ("Say for which year the file is."),
                              error);
  if (!read_days (calendar, file, "Rest", (int) year, HF_DAY_REST, error) ||
      !read_days (calendar, file, "Work", (int) year, HF_DAY_WORK, error) ||
      !hf_data_file_check_unused (file, error))
    return FALSE;
  g_hash_table_add (calendar->years, GINT_TO_POINTER ((int) year));
  return TRUE;
}

/**
 * hf_work_calendar_knows_year:
 *
 * Whether the days off of @year are known. If not, only weekdays count, and whoever
 * shows a deadline in that year says so: days off are announced, not guessed.
 */
gboolean
hf_work_calendar_knows_year (const HfWorkCalendar *calendar, int year)
{
  g_return_val_if_fail (calendar != NULL, FALSE);

  return g_hash_table_contains (calendar->years, GINT_TO_POINTER (year));
}

/**
 * hf_work_calendar_get_kind:
 * @name: (out) (optional) (nullable) (transfer none): of the day off
 */
HfDayKind
hf_work_calendar_get_kind (const HfWorkCalendar *calendar, HfDay day, const char **name)
{
  const SpecialDay *special;

  g_return_val_if_fail (calendar != NULL, HF_DAY_ORDINARY);

  special = g_hash_table_lookup (calendar->days, GINT_TO_POINTER ((int) day));
  if (name != NULL)
    *name = special != NULL ? special->name : NULL;
  return special != NULL ? special->kind : HF_DAY_ORDINARY;
}

gboolean
hf_work_calendar_is_open_day (const HfWorkCalendar *calendar, HfDay day)
{
  g_return_val_if_fail (calendar != NULL, FALSE);

  return day_is (calendar, day, calendar->hours.open_weekdays);
}

gboolean
hf_work_calendar_is_working_day (const HfWorkCalendar *calendar, HfDay day)
{
  g_return_val_if_fail (calendar != NULL, FALSE);

  return day_is (calendar, day, calendar->hours.working_weekdays);
}

/**
 * hf_work_calendar_allows_collection:
 *
 * Whether a payment may be collected on @day: never on a Sunday, not even one on
 * which people work, and never on a public holiday (CAL-6, fixed).
 */
gboolean
hf_work_calendar_allows_collection (const HfWorkCalendar *calendar, HfDay day)
{
  return hf_day_get_weekday (day) != HF_SUNDAY &&
         hf_work_calendar_get_kind (calendar, day, NULL) != HF_DAY_REST;
}

/**
 * hf_work_calendar_next_open_day:
 *
 * Returns: the first open day after @day
 */
HfDay
hf_work_calendar_next_open_day (const HfWorkCalendar *calendar, HfDay day)
{
  HfDay next = day + 1;

  while (!hf_work_calendar_is_open_day (calendar, next) && next < day + MOST_CLOSED_DAYS)
    next++;
  return next;
}

/**
 * hf_work_calendar_add_working_days:
 *
 * Returns: the @n_days-th working day after @day, which itself does not count
 */
HfDay
hf_work_calendar_add_working_days (const HfWorkCalendar *calendar, HfDay day, int n_days)
{
  HfDay limit = day + MOST_CLOSED_DAYS + (HfDay) n_days * WEEK_DAYS;

  while (n_days > 0 && day < limit)
    n_days -= hf_work_calendar_is_working_day (calendar, ++day) ? 1 : 0;
  return day;
}

HfMinute
hf_work_calendar_get_opening (const HfWorkCalendar *calendar, HfDay day)
{
  g_return_val_if_fail (calendar != NULL, HF_MINUTE_NONE);

  return hf_minute_new (day, calendar->hours.opens);
}

HfMinute
hf_work_calendar_get_closing (const HfWorkCalendar *calendar, HfDay day)
{
  g_return_val_if_fail (calendar != NULL, HF_MINUTE_NONE);

  return hf_minute_new (day, calendar->hours.closes);
}

typedef gboolean (*DayTest) (const HfWorkCalendar *calendar, HfDay day);

static HfMinute
add_minutes (const HfWorkCalendar *calendar, HfMinute from, HfMinute minutes, DayTest counts)
{
  HfDay day = hf_minute_get_day (from);
  HfDay limit = day + MOST_CLOSED_DAYS + minutes;

  for (; day < limit; day++)
    {
      HfMinute start = MAX (from, hf_work_calendar_get_opening (calendar, day));
      HfMinute end = hf_work_calendar_get_closing (calendar, day);

      if (start > end || !counts (calendar, day))
        continue;
      if (start + minutes <= end && (minutes > 0 || start < end))
        return start + minutes;
      minutes -= end - start;
    }
  return hf_work_calendar_get_closing (calendar, limit);
}

/**
 * hf_work_calendar_add_open_minutes:
 * @minutes: more than 0
 *
 * Returns: the moment at which @minutes of opening hours have passed since @from
 */
HfMinute
hf_work_calendar_add_open_minutes (const HfWorkCalendar *calendar, HfMinute from, int minutes)
{
  g_return_val_if_fail (calendar != NULL && minutes > 0, from);

  return add_minutes (calendar, from, minutes, hf_work_calendar_is_open_day);
}

/**
 * hf_work_calendar_add_working_minutes:
 * @minutes: 0 or more
 *
 * As hf_work_calendar_add_open_minutes(), with opening hours on working days only.
 */
HfMinute
hf_work_calendar_add_working_minutes (const HfWorkCalendar *calendar, HfMinute from, int minutes)
{
  g_return_val_if_fail (calendar != NULL && minutes >= 0, from);

  return minutes == 0 ? from
                      : add_minutes (calendar, from, minutes, hf_work_calendar_is_working_day);
}

/**
 * hf_work_calendar_count_working_minutes:
 *
 * Returns: the opening hours on working days between @from and @to, in minutes
 */
int
hf_work_calendar_count_working_minutes (const HfWorkCalendar *calendar, HfMinute from, HfMinute to)
{
  HfMinute sum = 0;

  g_return_val_if_fail (calendar != NULL, 0);

  for (HfDay day = hf_minute_get_day (from); day <= hf_minute_get_day (to); day++)
    {
      HfMinute start = MAX (from, hf_work_calendar_get_opening (calendar, day));
      HfMinute end = MIN (to, hf_work_calendar_get_closing (calendar, day));

      if (start < end && hf_work_calendar_is_working_day (calendar, day))
        sum += end - start;
    }
  return (int) sum;
}
