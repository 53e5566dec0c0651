/* hf-case-list.h: complaints as a list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_LIST (hf_case_list_get_type ())

G_DECLARE_FINAL_TYPE (HfCaseList, hf_case_list, HF, CASE_LIST, AdwBin)

void hf_case_list_set_context (HfCaseList *self, HfAppContext *context);
void hf_case_list_set_responsible (HfCaseList *self, gint64 staff);
void hf_case_list_show_closed (HfCaseList *self);

G_END_DECLS
