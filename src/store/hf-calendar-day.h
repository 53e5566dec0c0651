/* hf-calendar-day.h: one day of the calendar as a list to be worked through (CAL-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-range.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfCalendarList:
 * @range: of that one day; owns the items
 * @homes: (element-type HfCalendarItem): home visits still to be made, in visiting order, with
 *   what they are for; borrowed
 * @others: (element-type HfCalendarItem): the rest that is still to be done, likewise
 * @done: (element-type HfCalendarItem): visits that happened, likewise
 * @better: the next day on which the load leaves room for one more home visit, %HF_DAY_NONE when
 *   this day is not too full or none is near
 * @movable: of @homes the one that can go there, 0 for none
 */
typedef struct
{
  HfCalendarRange *range;
  HfCalendarDay *day;
  GPtrArray *homes;
  GPtrArray *others;
  GPtrArray *done;
  HfDay better;
  gint64 movable;
} HfCalendarList;

HfCalendarList *hf_calendar_list_load (
    HfDb *db, const HfActor *actor, const HfCalendarFilter *filter, HfDay day, GError **error);
void hf_calendar_list_free (HfCalendarList *list);

gboolean hf_calendar_item_read_task (HfCalendarItem *item, HfDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCalendarList, hf_calendar_list_free)

G_END_DECLS
