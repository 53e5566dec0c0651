/* hf-calendar-page.h: the calendar: what is to be done, by looking instead of counting (CAL-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-civil.h"

G_BEGIN_DECLS

#define HF_TYPE_CALENDAR_PAGE (hf_calendar_page_get_type ())

G_DECLARE_FINAL_TYPE (HfCalendarPage, hf_calendar_page, HF, CALENDAR_PAGE, AdwBin)

HfDay hf_calendar_page_get_day (HfCalendarPage *self);
gint64 hf_calendar_page_get_staff (HfCalendarPage *self);
HfAppContext *hf_calendar_page_get_context (HfCalendarPage *self);

G_END_DECLS
