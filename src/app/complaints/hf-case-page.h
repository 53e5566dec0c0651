/* hf-case-page.h: one complaint
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-page.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_PAGE (hf_case_page_get_type ())

G_DECLARE_FINAL_TYPE (HfCasePage, hf_case_page, HF, CASE_PAGE, AdwBin)

void hf_case_page_show_complaint (HfCasePage *self, gint64 id);

G_END_DECLS
