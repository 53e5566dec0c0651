/* hf-day-foreseen.h: what plans will ask for on one day
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-calendar-model.h"

G_BEGIN_DECLS

#define HF_TYPE_DAY_FORESEEN (hf_day_foreseen_get_type ())

G_DECLARE_FINAL_TYPE (HfDayForeseen, hf_day_foreseen, HF, DAY_FORESEEN, GtkWidget)

void hf_day_foreseen_set_model (HfDayForeseen *self, HfCalendarModel *model);
void hf_day_foreseen_set_day (HfDayForeseen *self, HfDay day);
void hf_day_foreseen_expand (HfDayForeseen *self);

G_END_DECLS
