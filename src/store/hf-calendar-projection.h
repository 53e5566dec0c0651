/* hf-calendar-projection.h: what plans will ask for on days to come (SCHED-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-range.h"

G_BEGIN_DECLS

GPtrArray *hf_calendar_project (
    HfDb *db, const HfCalendarFilter *filter, HfDay from, HfDay to, HfMinute now, GError **error);
void hf_calendar_range_add (HfCalendarRange *range, GPtrArray *items, guint limit);
void hf_calendar_range_inherit (HfCalendarRange *range, const HfCalendarRange *old, guint limit);

G_END_DECLS
