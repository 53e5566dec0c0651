/* hf-case-badge.h: how many complaints need somebody today, for the sidebar
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-page-row.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_BADGE (hf_case_badge_get_type ())

G_DECLARE_FINAL_TYPE (HfCaseBadge, hf_case_badge, HF, CASE_BADGE, GObject)

void hf_case_badge_attach (HfPageRow *row, HfAppContext *context);

G_END_DECLS
