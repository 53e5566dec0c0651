/* hf-calendar-model.h: the days that the calendar shows, read ahead
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-calendar-range.h"

G_BEGIN_DECLS

#define HF_TYPE_CALENDAR_MODEL (hf_calendar_model_get_type ())

G_DECLARE_FINAL_TYPE (HfCalendarModel, hf_calendar_model, HF, CALENDAR_MODEL, GObject)

HfCalendarModel *hf_calendar_model_new (HfAppContext *context);
HfAppContext *hf_calendar_model_get_context (HfCalendarModel *self);
HfDay hf_calendar_model_get_today (HfCalendarModel *self);
const HfCalendarFilter *hf_calendar_model_get_filter (HfCalendarModel *self);
void hf_calendar_model_set_filter (HfCalendarModel *self, HfCalendarFilter *filter);
void hf_calendar_model_set_active (HfCalendarModel *self, gboolean active);
HfCalendarRange *
hf_calendar_model_get_range (HfCalendarModel *self, HfDay from, HfDay to, guint limit);
gboolean hf_calendar_model_is_counting (HfCalendarModel *self);
void hf_calendar_model_prefetch (HfCalendarModel *self, HfDay from, HfDay to, guint limit);

G_END_DECLS
