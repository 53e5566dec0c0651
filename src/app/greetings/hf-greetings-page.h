/* hf-greetings-page.h: rounds of greetings, ticked off one by one (CAL-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_GREETINGS_PAGE (hf_greetings_page_get_type ())

G_DECLARE_FINAL_TYPE (HfGreetingsPage, hf_greetings_page, HF, GREETINGS_PAGE, AdwBin)

void hf_greetings_page_show_round (HfGreetingsPage *self, gint64 round);

G_END_DECLS
