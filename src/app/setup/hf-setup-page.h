/* hf-setup-page.h: the first-start assistant
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-civil.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_PAGE (hf_setup_page_get_type ())

G_DECLARE_FINAL_TYPE (HfSetupPage, hf_setup_page, HF, SETUP_PAGE, AdwBin)

void hf_setup_page_set_database (HfSetupPage *self, const char *database, HfMinute fixed_now);

G_END_DECLS
