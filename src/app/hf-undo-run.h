/* hf-undo-run.h: taking back what was done, from anywhere in the program
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"

G_BEGIN_DECLS

void hf_undo_run (HfAppContext *context, gint64 operation);
void hf_redo_run (HfAppContext *context);

G_END_DECLS
