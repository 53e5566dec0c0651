/* hf-complaints-tab.h: complaints, as a board or as a list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-cases-tab.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINTS_TAB (hf_complaints_tab_get_type ())

G_DECLARE_FINAL_TYPE (HfComplaintsTab, hf_complaints_tab, HF, COMPLAINTS_TAB, AdwBin)

G_END_DECLS
