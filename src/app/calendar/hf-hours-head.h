/* hf-hours-head.h: the days' names, load and what has no hour, above the hours
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-chip.h"
#include "hf-calendar-range.h"

G_BEGIN_DECLS

#define HF_TYPE_HOURS_HEAD (hf_hours_head_get_type ())

G_DECLARE_FINAL_TYPE (HfHoursHead, hf_hours_head, HF, HOURS_HEAD, GtkWidget)

GtkWidget *hf_hours_head_new (guint n_days);
void hf_hours_head_set_days (
    HfHoursHead *self, const HfCalendarRange *range, HfDay from, HfDay day, HfDay today);

G_END_DECLS
