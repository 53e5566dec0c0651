/* hf-week-plan-view.h: the week plan in the calendar (CAL-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_WEEK_PLAN_VIEW (hf_week_plan_view_get_type ())

G_DECLARE_FINAL_TYPE (HfWeekPlanView, hf_week_plan_view, HF, WEEK_PLAN_VIEW, AdwBin)

G_END_DECLS
