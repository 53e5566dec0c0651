/* hf-calendar-read.h: what lies on days of the calendar, read from its tables
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-range.h"

G_BEGIN_DECLS

GPtrArray *hf_calendar_read_open (
    HfDb *db, const HfCalendarFilter *filter, HfDay day, guint limit, HfMinute now, GError **error);
GPtrArray *hf_calendar_read_visits (
    HfDb *db, const HfCalendarFilter *filter, HfDay day, guint limit, GError **error);
gboolean hf_calendar_find_few (HfDb *db,
                               const HfCalendarFilter *filter,
                               const char **common,
                               GError **error);
GPtrArray *hf_calendar_read_few (HfDb *db,
                                 const HfCalendarFilter *filter,
                                 const char *common,
                                 HfDay from,
                                 HfDay to,
                                 HfMinute now,
                                 GError **error);
GPtrArray *hf_calendar_read_paused (
    HfDb *db, const HfCalendarFilter *filter, HfDay from, HfDay to, HfMinute now, GError **error);
GPtrArray *hf_calendar_read_fixed (
    HfDb *db, const HfCalendarFilter *filter, HfDay from, HfDay to, HfMinute now, GError **error);

G_END_DECLS
