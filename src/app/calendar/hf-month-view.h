/* hf-month-view.h: the month of the calendar
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HF_TYPE_MONTH_VIEW (hf_month_view_get_type ())

G_DECLARE_FINAL_TYPE (HfMonthView, hf_month_view, HF, MONTH_VIEW, GtkWidget)

G_END_DECLS
