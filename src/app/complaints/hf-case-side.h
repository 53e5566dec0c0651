/* hf-case-side.h: who complains, what is to be done next, and by when
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-complaint-case.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_SIDE (hf_case_side_get_type ())

G_DECLARE_FINAL_TYPE (HfCaseSide, hf_case_side, HF, CASE_SIDE, AdwBin)

void hf_case_side_set_case (HfCaseSide *self, const HfComplaintCase *one, HfMinute now);
void hf_case_side_focus_next (HfCaseSide *self);

G_END_DECLS
