/* hf-today-buttons.h: what can be done with a line of Today by mouse
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_TODAY_BUTTONS (hf_today_buttons_get_type ())

G_DECLARE_FINAL_TYPE (HfTodayButtons, hf_today_buttons, HF, TODAY_BUTTONS, AdwBin)

GtkWidget *hf_today_buttons_new (void);
void hf_today_buttons_pop_up_menu (HfTodayButtons *self);

G_END_DECLS
