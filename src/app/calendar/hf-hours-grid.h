/* hf-hours-grid.h: days side by side with their hours, and what lies on them
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-chip.h"
#include "hf-calendar-range.h"

G_BEGIN_DECLS

/* Room at the left for the hours' names. */
#define HF_HOURS_GUTTER    (52)

#define HF_TYPE_HOURS_GRID (hf_hours_grid_get_type ())

G_DECLARE_FINAL_TYPE (HfHoursGrid, hf_hours_grid, HF, HOURS_GRID, GtkWidget)

GtkWidget *hf_hours_grid_new (guint n_days);
void
hf_hours_grid_set_days (HfHoursGrid *self, const HfCalendarRange *range, HfDay from, HfMinute now);
void hf_hours_grid_set_selected (HfHoursGrid *self, GHashTable *selected);
HfCalendarChip *hf_hours_grid_pick_chip (HfHoursGrid *self, double x, double y);
gboolean hf_hours_grid_pick (HfHoursGrid *self, double x, double y, HfDay *day, int *minute);
void hf_hours_grid_set_target (HfHoursGrid *self, const GArray *moves, HfDay day, int minute);
HfCalendarChip *hf_hours_grid_get_chip (HfHoursGrid *self, HfDay day, guint index);
HfCalendarChip *hf_hours_grid_find_chip (HfHoursGrid *self, gint64 id);
double hf_hours_grid_get_y (HfHoursGrid *self, int minute);

G_END_DECLS
