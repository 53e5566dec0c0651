/* hf-hours-view-private.h: what the files of week and day share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-view.h"
#include "hf-hours-grid.h"
#include "hf-hours-head.h"
#include "hf-hours-view.h"

G_BEGIN_DECLS

#define HF_DAYS_A_WEEK (7)

/**
 * HfHoursMove:
 * @ids: (nullable) (element-type gint64): what is being moved, %NULL for nothing
 * @preview: (nullable) (element-type HfMoveDay): what would be of each day shown
 * @grabbed: minute of the day at which it was taken hold of, so that a day alone can be changed
 * @target: %HF_DAY_NONE for none yet; @minute of that day
 * @by_keys: begun with the keyboard
 * @foreign: dragged from beside the calendar; keeps its hour
 * @drop_wanted: to be dropped as soon as @preview is there
 */
typedef struct
{
  GArray *ids;
  char *name;
  GArray *preview;
  int grabbed;
  HfDay origin;
  HfDay target;
  int minute;
  gboolean by_keys;
  gboolean foreign;
  gboolean drop_wanted;
} HfHoursMove;

/**
 * HfHoursViewPrivate:
 * @range: (nullable): the days shown, while they are read
 * @selected: ids of what is selected, to be moved together
 */
typedef struct
{
  HfHoursHead *head;
  GtkWidget *scroller;
  HfHoursGrid *grid;

  HfCalendarModel *model;
  HfCalendarRange *range;
  HfDay day;
  HfDay from;
  guint n_days;
  gboolean scrolled;
  GHashTable *selected;
  HfHoursMove move;
} HfHoursViewPrivate;

HfHoursViewPrivate *hf_hours_view_get_private (HfHoursView *self);

void hf_hours_view_add_moves (HfHoursView *self);
void hf_hours_view_show_selected (HfHoursView *self);
gboolean hf_hours_view_begin_move (HfHoursView *self, const HfCalendarItem *item, gboolean by_keys);
void hf_hours_view_set_target (HfHoursView *self, HfDay day, int minute);
gboolean hf_hours_view_drop (HfHoursView *self);
void hf_hours_view_end_move (HfHoursView *self);
void hf_hours_view_renew_preview (HfHoursView *self);

void hf_hours_view_add_keys (HfHoursView *self);

G_END_DECLS
