/* hf-trouble-page.h: a database that cannot be opened
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_TROUBLE_PAGE (hf_trouble_page_get_type ())

G_DECLARE_FINAL_TYPE (HfTroublePage, hf_trouble_page, HF, TROUBLE_PAGE, AdwBin)

void hf_trouble_page_set_error (HfTroublePage *self, const GError *error);

G_END_DECLS
