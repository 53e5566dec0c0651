/* hf-today-item.h: a line of Today: a heading or a follow-up
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-today.h"
#include "hf-work.h"

G_BEGIN_DECLS

#define HF_TYPE_TODAY_ITEM (hf_today_item_get_type ())

G_DECLARE_FINAL_TYPE (HfTodayItem, hf_today_item, HF, TODAY_ITEM, GObject)

HfTodayItem *hf_today_item_new_heading (HfTodayGroup group);
HfTodayItem *hf_today_item_new_work (HfTodayGroup group, HfAppContext *context, gint64 id);
gboolean hf_today_item_is_heading (HfTodayItem *self);
HfTodayGroup hf_today_item_get_group (HfTodayItem *self);
guint hf_today_item_get_count (HfTodayItem *self);
void hf_today_item_set_count (HfTodayItem *self, guint count);
gint64 hf_today_item_get_id (HfTodayItem *self);
const HfWorkItem *hf_today_item_get_work (HfTodayItem *self);
void hf_today_item_reload (HfTodayItem *self);

G_END_DECLS
