/* hf-merge-chooser.h: two cards side by side, and which of them is right in what (CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-merge-fields.h"

G_BEGIN_DECLS

#define HF_TYPE_MERGE_CHOOSER (hf_merge_chooser_get_type ())

G_DECLARE_FINAL_TYPE (HfMergeChooser, hf_merge_chooser, HF, MERGE_CHOOSER, AdwBin)

void hf_merge_chooser_show (HfMergeChooser *self, HfMergeView *view);
GStrv hf_merge_chooser_dup_taken (HfMergeChooser *self);

G_END_DECLS
