/* hf-calendar-range.h: the days of a calendar: what lies on them, and how much (CAL-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-item.h"
#include "hf-day-note.h"

G_BEGIN_DECLS

/* For HfCalendarFilter.staff_id: the work that nobody has yet. */
#define HF_CALENDAR_NOBODY (-1)

/* For the days' @limit: everything, where a day of one person is read. */
#define HF_CALENDAR_MOST (400)

/**
 * HfCalendarFilter:
 * @staff_id: whose; 0 everybody's, %HF_CALENDAR_NOBODY
 * @area: (nullable): %NULL for all
 * @channel: the preferred one, -1 for any
 * @plan_id: care plan, 0 for any and for what no plan asked for
 * @tier: (nullable): of the leading scheme, %NULL for all
 * @roughly: leave out the numbers and loads that would have to be counted: what is shown is there
 *   at once, hf_calendar_filter_is_counted()
 *
 * The strings belong to the filter: hf_calendar_filter_copy(), hf_calendar_filter_free().
 */
typedef struct
{
  gint64 staff_id;
  char *area;
  int channel;
  gint64 plan_id;
  char *tier;
  gboolean roughly;
} HfCalendarFilter;

/**
 * HfCalendarDay:
 * @note: the lunar day or festival, 休 or 班
 * @items: (element-type HfCalendarItem): those shown, as many as were asked for; deadlines and
 *   events first, what is open by its time, then what was done
 * @n_items: how many there are, with those that @items has no room for
 * @n_open: of them those that are still to be done; @n_done visits that happened
 * @n_projected: of them those that are only foreseen, hf_calendar_range_add()
 * @n_home: home visits still to be made
 * @load: minutes of everything on that day, done or not (home 60, phone 5: settings)
 * @capacity: minutes that whoever is asked for can work in a day
 */
typedef struct
{
  HfDay day;
  HfDayNote note;
  GPtrArray *items;
  guint n_items;
  guint n_open;
  guint n_done;
  guint n_projected;
  guint n_home;
  int load;
  int capacity;
} HfCalendarDay;

/**
 * HfCalendarRange:
 * @refs: hf_calendar_range_ref(), hf_calendar_range_unref()
 * @roughly: the numbers are not counted yet, and visits of a plan not read
 * @days: @n_days of them, from @from on
 * @gone: (element-type HfCalendarItem): what was foreseen before, for those who still show it
 */
typedef struct
{
  gatomicrefcount refs;
  HfDay from;
  guint n_days;
  gboolean roughly;
  HfCalendarDay *days;
  GPtrArray *gone;
} HfCalendarRange;

HfCalendarFilter *hf_calendar_filter_new (gint64 staff_id);
HfCalendarFilter *hf_calendar_filter_copy (const HfCalendarFilter *filter);
void hf_calendar_filter_free (HfCalendarFilter *filter);
gboolean hf_calendar_filter_is_plain (const HfCalendarFilter *filter);
gboolean hf_calendar_filter_is_counted (const HfCalendarFilter *filter);

HfCalendarRange *hf_calendar_range_load (HfDb *db,
                                         const HfCalendarFilter *filter,
                                         HfDay from,
                                         HfDay to,
                                         guint limit,
                                         HfMinute now,
                                         GError **error);
HfCalendarRange *hf_calendar_range_ref (HfCalendarRange *range);
void hf_calendar_range_unref (HfCalendarRange *range);
HfCalendarDay *hf_calendar_range_get_day (const HfCalendarRange *range, HfDay day);

gboolean hf_load_minutes_read (HfDb *db, int *minutes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCalendarFilter, hf_calendar_filter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCalendarRange, hf_calendar_range_unref)

G_END_DECLS
