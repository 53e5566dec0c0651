/* hf-month-view-private.h: what the month's files share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-calendar-view.h"
#include "hf-month-cell.h"
#include "hf-month-view.h"

G_BEGIN_DECLS

#define HF_DAYS_A_WEEK (7)
#define HF_MOST_WEEKS  (6)
#define HF_N_CELLS     (HF_DAYS_A_WEEK * HF_MOST_WEEKS)

/**
 * HfMonthView:
 * @day: the chosen one
 * @from: a Monday, the first day that is shown; @n_weeks from there
 * @selected: ids of what is selected, to be moved together
 * @moved: (nullable) (element-type gint64): what is being moved, by the pointer or by keys
 * @preview: (nullable) (element-type HfMoveDay): what would be of each day shown; %NULL while it is
 *   asked for
 * @target: the day on which it would be dropped now, %HF_DAY_NONE
 * @hovered: the day over which the pointer was last
 * @by_keys: the move was begun with the keyboard
 * @drop_wanted: it is to be dropped as soon as @preview is there
 * @turn_to: the day of another month on which the pointer is pressed, %HF_DAY_NONE
 * @turned: the last click turned the page, a second one is part of it
 * @foreign: it is dragged from beside the calendar
 */
struct _HfMonthView
{
  GtkWidget parent_instance;

  GtkWidget *weekdays[HF_DAYS_A_WEEK];
  GtkWidget *cells[HF_N_CELLS];

  HfCalendarModel *model;
  HfCalendarRange *range; /* (nullable) */
  HfDay day;
  HfDay from;
  guint n_weeks;
  guint limit;
  guint idle;

  GHashTable *selected;
  GArray *moved;
  char *moved_name;
  GArray *preview;
  HfDay target;
  HfDay hovered;
  gboolean by_keys;
  gboolean drop_wanted;
  gboolean foreign;
  HfDay turn_to;
  gboolean turned;
};

HfMonthCell *hf_month_view_get_cell (HfMonthView *self, HfDay day);
HfMonthCell *hf_month_view_pick_cell (HfMonthView *self, double x, double y);
HfCalendarChip *hf_month_view_pick_chip (HfMonthView *self, double x, double y);
void hf_month_view_choose_day (HfMonthView *self, HfDay day);
void hf_month_view_show_selected (HfMonthView *self);

void hf_month_view_add_keys (HfMonthView *self);
HfCalendarChip *hf_month_view_get_focused_chip (HfMonthView *self);

void hf_month_view_add_drag (HfMonthView *self);
gboolean hf_month_view_begin_move (HfMonthView *self, HfCalendarChip *chip, gboolean by_keys);
void hf_month_view_set_target (HfMonthView *self, HfDay day);
gboolean hf_month_view_drop (HfMonthView *self);
void hf_month_view_end_move (HfMonthView *self);
void hf_month_view_renew_preview (HfMonthView *self);

G_END_DECLS
