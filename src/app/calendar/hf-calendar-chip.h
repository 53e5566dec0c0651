/* hf-calendar-chip.h: one thing on a day, as small as it can be read
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-calendar-item.h"

G_BEGIN_DECLS

#define HF_TYPE_CALENDAR_CHIP (hf_calendar_chip_get_type ())

G_DECLARE_FINAL_TYPE (HfCalendarChip, hf_calendar_chip, HF, CALENDAR_CHIP, GtkWidget)

GtkWidget *hf_calendar_chip_new (void);
void hf_calendar_chip_set_item (HfCalendarChip *self, const HfCalendarItem *item);
const HfCalendarItem *hf_calendar_chip_get_item (HfCalendarChip *self);
void hf_calendar_chip_set_selected (HfCalendarChip *self, gboolean selected);
void hf_calendar_chip_add_all (GtkBox *box, const GPtrArray *items, guint most);

G_END_DECLS
