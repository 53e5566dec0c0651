/* hf-matter-view.h: all of one return, reaction, finding or incident, with what to do next
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-matter.h"

G_BEGIN_DECLS

/**
 * HfMatterView:
 *
 * Signals: `act` with the name of what was pressed; `check` with a line of the checklist and
 * whether it is ticked.
 */
#define HF_TYPE_MATTER_VIEW (hf_matter_view_get_type ())

G_DECLARE_FINAL_TYPE (HfMatterView, hf_matter_view, HF, MATTER_VIEW, AdwBin)

void hf_matter_view_show (HfMatterView *self, const HfMatter *matter);

G_END_DECLS
