/* hf-calendar-side.h: the chosen day beside the calendar: its round, its calls, its load
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-calendar-model.h"

G_BEGIN_DECLS

#define HF_TYPE_CALENDAR_SIDE (hf_calendar_side_get_type ())

G_DECLARE_FINAL_TYPE (HfCalendarSide, hf_calendar_side, HF, CALENDAR_SIDE, GtkWidget)

void hf_calendar_side_set_model (HfCalendarSide *self, HfCalendarModel *model);
void hf_calendar_side_set_day (HfCalendarSide *self, HfDay day);
void hf_calendar_side_expand (HfCalendarSide *self);

G_END_DECLS
