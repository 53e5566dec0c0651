/* hf-today-list.h: Today's groups as one list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-today-item.h"

G_BEGIN_DECLS

#define HF_TYPE_TODAY_LIST (hf_today_list_get_type ())

G_DECLARE_FINAL_TYPE (HfTodayList, hf_today_list, HF, TODAY_LIST, GObject)

HfTodayList *hf_today_list_new (HfAppContext *context);
GListModel *hf_today_list_get_model (HfTodayList *self);
void hf_today_list_set_today (HfTodayList *self, const HfToday *today);
gboolean hf_today_list_find (HfTodayList *self, gint64 id, guint *position);
GArray *hf_today_list_dup_customers (HfTodayList *self);
guint hf_today_list_get_n_open (HfTodayList *self);

G_END_DECLS
