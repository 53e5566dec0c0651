/* hf-hours-view.h: a week, or a day, of the calendar with its hours
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_HOURS_VIEW (hf_hours_view_get_type ())

G_DECLARE_DERIVABLE_TYPE (HfHoursView, hf_hours_view, HF, HOURS_VIEW, GtkWidget)

struct _HfHoursViewClass
{
  GtkWidgetClass parent_class;

  guint n_days;
};

GType hf_week_view_get_type (void);
GType hf_day_view_get_type (void);

G_END_DECLS
