/* hf-run.h: one command that runs, as the window sees it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-progress.h"

G_BEGIN_DECLS

#define HF_TYPE_RUN (hf_run_get_type ())

G_DECLARE_FINAL_TYPE (HfRun, hf_run, HF, RUN, GObject)

HfRun *hf_run_new (void);
HfProgress *hf_run_get_progress (HfRun *self);
GCancellable *hf_run_get_cancellable (HfRun *self);
double hf_run_get_fraction (HfRun *self);
void hf_run_cancel (HfRun *self);
void hf_run_end (HfRun *self);

G_END_DECLS
