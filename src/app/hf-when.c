/* hf-when.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-when.h"

#include <glib/gi18n-lib.h>

#define MINUTES_AN_HOUR (60)

/* UTC stands for the office's zone here: the minute is civil already. */
static char *
format (HfMinute moment, const char *pattern)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (moment * 60);

  return g_date_time_format (date, pattern);
}

static gboolean
is_same_year (HfDay a, HfDay b)
{
  int year_a, year_b;

  hf_day_to_ymd (a, &year_a, NULL, NULL);
  hf_day_to_ymd (b, &year_b, NULL, NULL);
  return year_a == year_b;
}

/**
 * hf_when_format_clock:
 *
 * Returns: (transfer full): "09:05"
 */
char *
hf_when_format_clock (HfMinute moment)
{
  int minute = hf_minute_of_day (moment);

  return g_strdup_printf ("%02d:%02d", minute / MINUTES_AN_HOUR, minute % MINUTES_AN_HOUR);
}

/**
 * hf_when_format_date:
 *
 * Returns: (transfer full): "4 Dec", with the year when it is another one
 */
char *
hf_when_format_date (HfDay day, HfDay today)
{
  /* Translators: days as in g_date_time_format(), one without and one with the year. */
  return format (hf_minute_new (day, 0),
                 is_same_year (day, today) ? _ ("%-e %b") : _ ("%-e %b %Y"));
}

/**
 * hf_when_format_day:
 *
 * Returns: (transfer full): "today", "tomorrow", "yesterday", else the date
 */
char *
hf_when_format_day (HfDay day, HfDay today)
{
  if (day == today)
    return g_strdup (_ ("today"));
  if (day == today + 1)
    return g_strdup (_ ("tomorrow"));
  if (day == today - 1)
    return g_strdup (_ ("yesterday"));
  return hf_when_format_date (day, today);
}

/**
 * hf_when_format_day_or_month:
 *
 * For narrow columns; the exact day belongs into a tooltip.
 *
 * Returns: (transfer full): as hf_when_format_day(), but only the month of a day in another year
 */
char *
hf_when_format_day_or_month (HfDay day, HfDay today)
{
  if (is_same_year (day, today) || ABS (day - today) == 1)
    return hf_when_format_day (day, today);
  /* Translators: a month with its year as in g_date_time_format(). */
  return format (hf_minute_new (day, 0), _ ("%b %Y"));
}

/**
 * hf_when_format_moment:
 *
 * Returns: (transfer full): "11:30" for today, else "tomorrow 18:00", "4 Dec 18:00"
 */
char *
hf_when_format_moment (HfMinute moment, HfMinute now)
{
  g_autofree char *clock = hf_when_format_clock (moment);
  g_autofree char *day = NULL;

  if (hf_minute_get_day (moment) == hf_minute_get_day (now))
    return g_steal_pointer (&clock);
  day = hf_when_format_day (hf_minute_get_day (moment), hf_minute_get_day (now));
  return g_strdup_printf ("%s %s", day, clock);
}

/**
 * hf_when_format_exact:
 *
 * Returns: (transfer full): day and time in full, for a tooltip
 */
char *
hf_when_format_exact (HfMinute moment)
{
  /* Translators: a moment as in g_date_time_format(), with weekday and year. */
  return format (moment, _ ("%a %-e %B %Y, %H:%M"));
}

/**
 * hf_when_format_heading:
 *
 * Returns: (transfer full): "Sun 22 Nov", for a page's title
 */
char *
hf_when_format_heading (HfDay day)
{
  /* Translators: a day with its weekday as in g_date_time_format(), without the year. */
  return format (hf_minute_new (day, 0), _ ("%a %-e %b"));
}

/**
 * hf_when_format_late:
 * @due: when it should have been done, before @now
 *
 * Returns: (transfer full): "40 minutes late", "3 hours late", "2 days late"
 */
char *
hf_when_format_late (HfMinute due, HfMinute now)
{
  int days = (int) (hf_minute_get_day (now) - hf_minute_get_day (due));
  int minutes = (int) MIN (MAX (now - due, 1), G_MAXINT);
  int hours = minutes / MINUTES_AN_HOUR;

  if (days > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) days), days);
  if (hours > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d hour late", "%d hours late", (gulong) hours), hours);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d minute late", "%d minutes late", (gulong) minutes),
      minutes);
}

/**
 * hf_when_format_minutes:
 *
 * Returns: (transfer full): how long something took: "6 minutes"
 */
char *
hf_when_format_minutes (int minutes)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", (gulong) minutes), minutes);
}

/**
 * hf_when_format_left:
 * @minutes: how long there is still time
 *
 * Returns: (transfer full): "50 minutes", "1 h 35 min", "21 hours", "4 days": as exact as people
 *   ask for at that length
 */
char *
hf_when_format_left (HfMinute minutes)
{
  const HfMinute exact = 6 * MINUTES_AN_HOUR;

  if (minutes >= MINUTES_AN_HOUR && minutes < exact && minutes % MINUTES_AN_HOUR != 0)
    return g_strdup_printf (_ ("%d h %d min"), (int) (minutes / MINUTES_AN_HOUR),
                            (int) (minutes % MINUTES_AN_HOUR));
  return hf_when_format_length (minutes);
}

/**
 * hf_when_format_length:
 * @minutes: how long something has been going on
 *
 * Returns: (transfer full): "25 minutes", "3 hours", "4 days"
 */
char *
hf_when_format_length (HfMinute minutes)
{
  gint64 hours = minutes / MINUTES_AN_HOUR;
  gint64 days = minutes / HF_MINUTES_A_DAY;

  if (minutes < MINUTES_AN_HOUR)
    return hf_when_format_minutes ((int) MAX (minutes, 0));
  if (days == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour", "%d hours", (gulong) hours),
                            (int) hours);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days),
                          (int) days);
}
