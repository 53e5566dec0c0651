/* hf-today-page.h: what is to be done today
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-page.h"

G_BEGIN_DECLS

#define HF_TYPE_TODAY_PAGE (hf_today_page_get_type ())

G_DECLARE_FINAL_TYPE (HfTodayPage, hf_today_page, HF, TODAY_PAGE, AdwBin)

void hf_today_page_show_follow_up (HfTodayPage *self, gint64 id);

G_END_DECLS
