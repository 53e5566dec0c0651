/* hf-visit-hints.h: what the last contacts suggest
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-brief.h"

G_BEGIN_DECLS

#define HF_TYPE_VISIT_HINTS (hf_visit_hints_get_type ())

G_DECLARE_FINAL_TYPE (HfVisitHints, hf_visit_hints, HF, VISIT_HINTS, AdwBin)

void hf_visit_hints_set_brief (HfVisitHints *self, const HfBrief *brief);
void hf_visit_hints_say_gone (HfVisitHints *self, const char *text);

G_END_DECLS
