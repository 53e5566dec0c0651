/* hf-search-box.h: customers found while typing
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_SEARCH_BOX (hf_search_box_get_type ())

G_DECLARE_FINAL_TYPE (HfSearchBox, hf_search_box, HF, SEARCH_BOX, AdwBin)

void hf_search_box_set_context (HfSearchBox *self, HfAppContext *context);

G_END_DECLS
