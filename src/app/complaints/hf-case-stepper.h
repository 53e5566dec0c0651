/* hf-case-stepper.h: how far a complaint has come
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-complaint-case.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_STEPPER (hf_case_stepper_get_type ())

G_DECLARE_FINAL_TYPE (HfCaseStepper, hf_case_stepper, HF, CASE_STEPPER, AdwBin)

void hf_case_stepper_set_case (HfCaseStepper *self, const HfComplaintCase *one, HfMinute now);

G_END_DECLS
