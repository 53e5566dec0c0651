/* hf-case-item.h: a complaint in a list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-complaint-board.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_ITEM (hf_case_item_get_type ())

G_DECLARE_FINAL_TYPE (HfCaseItem, hf_case_item, HF, CASE_ITEM, GObject)

HfCaseItem *hf_case_item_new (HfAppContext *context, gint64 id);
gint64 hf_case_item_get_id (HfCaseItem *self);
HfAppContext *hf_case_item_get_context (HfCaseItem *self);
const HfComplaintRow *hf_case_item_get_row (HfCaseItem *self);
void hf_case_item_reload (HfCaseItem *self);

G_END_DECLS
