/* hf-calendar-view.h: what the calendar's page knows of its month, week, day and agenda
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-calendar-model.h"

G_BEGIN_DECLS

#define HF_TYPE_CALENDAR_VIEW (hf_calendar_view_get_type ())

G_DECLARE_INTERFACE (HfCalendarView, hf_calendar_view, HF, CALENDAR_VIEW, GtkWidget)

/**
 * HfCalendarViewInterface:
 * @set_model: called once; the view asks the model for its days when it is shown, and again when
 *   the model says that they changed
 * @set_day: the day that is chosen; the view shows the days around it
 * @step: the day that is chosen when one goes on by @n: months, weeks, days
 * @get_span: the days that the view is about, both included: for the heading
 *
 * A view tells the page with the actions `calendar.day` and `calendar.open-day` (a day as int64)
 * which day somebody chose, says with
 * #HfCalendarView::status what would become of a move that is under way, and opens what lies on one
 * with hf_calendar_open_item().
 */
struct _HfCalendarViewInterface
{
  GTypeInterface parent;

  void (*set_model) (HfCalendarView *self, HfCalendarModel *model);
  void (*set_day) (HfCalendarView *self, HfDay day);
  HfDay (*step) (HfCalendarView *self, HfDay day, int n);
  void (*get_span) (HfCalendarView *self, HfDay day, HfDay *from, HfDay *to);
};

void hf_calendar_view_set_model (HfCalendarView *self, HfCalendarModel *model);
void hf_calendar_view_set_day (HfCalendarView *self, HfDay day);
HfDay hf_calendar_view_step (HfCalendarView *self, HfDay day, int n);
void hf_calendar_view_get_span (HfCalendarView *self, HfDay day, HfDay *from, HfDay *to);

void hf_calendar_view_emit_status (HfCalendarView *self, const char *text);

void hf_calendar_open_item (GtkWidget *widget, const HfCalendarItem *item);
char *hf_calendar_describe_item (const HfCalendarItem *item);
char *hf_calendar_format_load (int minutes);

G_END_DECLS
