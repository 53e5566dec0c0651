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

HfWorkCalendar *hf_calendar_load (HfDb *db, GError **error);

G_END_DECLS
