/* hf-calendar-store.h: days off and opening hours of the branch (CAL-4, CAL-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-work-calendar.h"

G_BEGIN_DECLS

/* The branch's own file of a year stands in the setting of this name and the year. */
#define HF_CALENDAR_SETTING "holidays."

HfWorkCalendar *hf_calendar_load (HfDb *db, GError **error);
gboolean hf_calendar_find_unknown_year (HfDb *db, HfDay from, HfDay to, int *year, GError **error);

G_END_DECLS
