/* hf-calendar-filters.h: whose days the calendar shows, and what of them (CAL-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-calendar-range.h"

G_BEGIN_DECLS

#define HF_TYPE_CALENDAR_FILTERS (hf_calendar_filters_get_type ())

G_DECLARE_FINAL_TYPE (HfCalendarFilters, hf_calendar_filters, HF, CALENDAR_FILTERS, GtkWidget)

void hf_calendar_filters_set_context (HfCalendarFilters *self, HfAppContext *context);
HfCalendarFilter *hf_calendar_filters_create_filter (HfCalendarFilters *self);

G_END_DECLS
