/* hf-hours-places.h: where what lies on days stands among their hours
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-range.h"
#include "hf-day-layout.h"

G_BEGIN_DECLS

/* The hours that are shown, minutes of the day. */
#define HF_HOURS_OPEN  (8 * 60)
#define HF_HOURS_CLOSE (21 * 60)

/**
 * HfHoursPlace:
 * @item: of the range
 * @day: from 0
 */
typedef struct
{
  const HfCalendarItem *item;
  guint day;
  HfDayBlock block;
} HfHoursPlace;

gboolean hf_hours_place_takes (const HfCalendarItem *item);
GPtrArray *hf_hours_places_new (const HfCalendarRange *range, HfDay from, guint n_days);

G_END_DECLS
