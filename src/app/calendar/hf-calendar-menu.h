/* hf-calendar-menu.h: what else can be done with the calendar's days
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-page.h"

G_BEGIN_DECLS

void hf_calendar_menu_add_actions (GActionMap *map, HfCalendarPage *page);

G_END_DECLS
