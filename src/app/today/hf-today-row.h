/* hf-today-row.h: one line of Today
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-today-item.h"

G_BEGIN_DECLS

#define HF_TYPE_TODAY_ROW (hf_today_row_get_type ())

G_DECLARE_FINAL_TYPE (HfTodayRow, hf_today_row, HF, TODAY_ROW, AdwBin)

HfTodayRow *hf_today_row_new (HfAppContext *context);
void hf_today_row_set_item (HfTodayRow *self, HfTodayItem *item);
gint64 hf_today_row_get_id (HfTodayRow *self);
void hf_today_row_set_edges (HfTodayRow *self, gboolean first, gboolean last);
void hf_today_row_set_selected (HfTodayRow *self, gboolean selected);

void hf_today_row_pop_up_menu (HfTodayRow *self);

G_END_DECLS
