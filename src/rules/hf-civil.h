/* hf-civil.h: days and minutes as the office's wall calendar and clock show them
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfDay:
 *
 * A civil day: whole days since 1970-01-01 of the proleptic Gregorian calendar.
 * It belongs to no time zone and never becomes a moment by itself.
 */
typedef gint64 HfDay;

/**
 * HfMinute:
 *
 * A civil moment: whole minutes since 1970-01-01 00:00 on the office's clock.
 */
typedef gint64 HfMinute;

#define HF_DAY_NONE       (G_MININT64)
#define HF_MINUTE_NONE    (G_MININT64)
#define HF_MINUTES_A_DAY  (24 * 60)
#define HF_DAY_FIRST_YEAR (1900)
#define HF_DAY_LAST_YEAR  (2100)

typedef enum
{
  HF_MONDAY = 1,
  HF_TUESDAY,
  HF_WEDNESDAY,
  HF_THURSDAY,
  HF_FRIDAY,
  HF_SATURDAY,
  HF_SUNDAY,
} HfWeekday;

gboolean hf_ymd_is_valid (int year, int month, int day);
int hf_days_in_month (int year, int month);
HfDay hf_day_from_ymd (int year, int month, int day);
void hf_day_to_ymd (HfDay day, int *year, int *month, int *mday);
HfWeekday hf_day_get_weekday (HfDay day);
gboolean hf_day_parse (const char *text, HfDay *day, GError **error);
char *hf_day_format (HfDay day);
HfDay hf_day_add_months (HfDay day, int months);

HfMinute hf_minute_new (HfDay day, int minute_of_day);
HfDay hf_minute_get_day (HfMinute minute);
int hf_minute_of_day (HfMinute minute);
gboolean hf_minute_parse (const char *text, HfMinute *minute, GError **error);
char *hf_minute_format (HfMinute minute);

G_END_DECLS
