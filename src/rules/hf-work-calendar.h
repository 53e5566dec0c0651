/* hf-work-calendar.h: days off, make-up workdays, opening hours (CAL-4, CAL-6, COMP-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"
#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfOpeningHours:
 * @opens: minute of the day
 * @closes: minute of the day, later than @opens
 * @open_weekdays: %HF_BIT (%HF_MONDAY) …: days on which the branch is open
 * @working_weekdays: days that count as working days
 *
 * The branch's own (COMP-4). On days off neither holds, on make-up workdays both.
 */
typedef struct
{
  int opens;
  int closes;
  HfSet open_weekdays;
  HfSet working_weekdays;
} HfOpeningHours;

typedef enum
{
  HF_DAY_ORDINARY,
  HF_DAY_REST,
  HF_DAY_WORK,
} HfDayKind;

typedef struct _HfWorkCalendar HfWorkCalendar;

HfWorkCalendar *hf_work_calendar_new (const HfOpeningHours *hours);
void hf_work_calendar_free (HfWorkCalendar *calendar);
gboolean hf_work_calendar_add (HfWorkCalendar *calendar,
                               const char *file_name,
                               const char *text,
                               gssize length,
                               GError **error);
void hf_opening_hours_init (HfOpeningHours *hours);

gboolean hf_work_calendar_knows_year (const HfWorkCalendar *calendar, int year);
HfDayKind hf_work_calendar_get_kind (const HfWorkCalendar *calendar, HfDay day, const char **name);
gboolean hf_work_calendar_is_open_day (const HfWorkCalendar *calendar, HfDay day);
gboolean hf_work_calendar_is_working_day (const HfWorkCalendar *calendar, HfDay day);
gboolean hf_work_calendar_allows_collection (const HfWorkCalendar *calendar, HfDay day);
HfDay hf_work_calendar_next_open_day (const HfWorkCalendar *calendar, HfDay day);
HfDay hf_work_calendar_add_working_days (const HfWorkCalendar *calendar, HfDay day, int n_days);
HfMinute hf_work_calendar_get_opening (const HfWorkCalendar *calendar, HfDay day);
HfMinute hf_work_calendar_get_closing (const HfWorkCalendar *calendar, HfDay day);
HfMinute
hf_work_calendar_add_open_minutes (const HfWorkCalendar *calendar, HfMinute from, int minutes);
int
hf_work_calendar_count_working_minutes (const HfWorkCalendar *calendar, HfMinute from, HfMinute to);
HfMinute
hf_work_calendar_add_working_minutes (const HfWorkCalendar *calendar, HfMinute from, int minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfWorkCalendar, hf_work_calendar_free)

G_END_DECLS
