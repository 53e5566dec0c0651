/* hf-day-button.h: a button that asks for a day, and perhaps for a time
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-civil.h"

G_BEGIN_DECLS

#define HF_TYPE_DAY_BUTTON (hf_day_button_get_type ())

G_DECLARE_FINAL_TYPE (HfDayButton, hf_day_button, HF, DAY_BUTTON, AdwBin)

void hf_day_button_set_today (HfDayButton *self, HfDay today);
HfDay hf_day_button_get_day (HfDayButton *self);
void hf_day_button_set_day (HfDayButton *self, HfDay day);

G_END_DECLS
