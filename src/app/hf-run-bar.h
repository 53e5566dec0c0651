/* hf-run-bar.h: how far a long command has come, and Cancel
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-run.h"

G_BEGIN_DECLS

#define HF_TYPE_RUN_BAR (hf_run_bar_get_type ())

G_DECLARE_FINAL_TYPE (HfRunBar, hf_run_bar, HF, RUN_BAR, AdwBin)

void hf_run_bar_watch (HfRunBar *self, HfRun *run);

G_END_DECLS
