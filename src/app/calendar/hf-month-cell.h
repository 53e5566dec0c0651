/* hf-month-cell.h: a day of the month
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-chip.h"
#include "hf-calendar-range.h"
#include "hf-reschedule.h"

G_BEGIN_DECLS

#define HF_TYPE_MONTH_CELL (hf_month_cell_get_type ())

G_DECLARE_FINAL_TYPE (HfMonthCell, hf_month_cell, HF, MONTH_CELL, GtkWidget)

GtkWidget *hf_month_cell_new (void);
HfDay hf_month_cell_get_day (HfMonthCell *self);
void hf_month_cell_set_day (HfMonthCell *self, HfDay day, gboolean in_month, gboolean is_today);
void hf_month_cell_set_content (HfMonthCell *self, const HfCalendarDay *content);
void hf_month_cell_set_selected (HfMonthCell *self, gboolean selected);
void hf_month_cell_set_move (HfMonthCell *self, const HfMoveDay *move, gboolean is_target);
guint hf_month_cell_get_n_chips (HfMonthCell *self);
HfCalendarChip *hf_month_cell_get_chip (HfMonthCell *self, guint index);
gboolean hf_month_cell_is_more (HfMonthCell *self, GtkWidget *widget);

G_END_DECLS
