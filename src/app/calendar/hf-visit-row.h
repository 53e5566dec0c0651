/* hf-visit-row.h: one home visit of a day's round
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-calendar-item.h"

G_BEGIN_DECLS

#define HF_TYPE_VISIT_ROW (hf_visit_row_get_type ())

G_DECLARE_FINAL_TYPE (HfVisitRow, hf_visit_row, HF, VISIT_ROW, GtkWidget)

GtkWidget *hf_visit_row_new (const HfCalendarItem *item, guint number);
gint64 hf_visit_row_get_id (HfVisitRow *self);

G_END_DECLS
