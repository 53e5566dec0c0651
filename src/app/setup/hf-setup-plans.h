/* hf-setup-plans.h: which care plan begins by itself, and when (PLAN-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_SETUP_PLANS (hf_setup_plans_get_type ())

G_DECLARE_FINAL_TYPE (HfSetupPlans, hf_setup_plans, HF, SETUP_PLANS, AdwBin)

void hf_setup_plans_add_choices (HfSetupPlans *self, GHashTable *choices);

G_END_DECLS
