/* hf-progress.h: how far a command has come, and whether it is to stop
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

#define HF_PROGRESS_UNKNOWN (-1)

/**
 * HfProgress:
 * @cancellable: (nullable): stops it between two rows
 * @thousandths: written by the command's thread, read by any; %HF_PROGRESS_UNKNOWN where nobody
 * counts
 */
typedef struct
{
  GCancellable *cancellable;
  int thousandths; /* (atomic) */
} HfProgress;

void hf_db_set_progress (HfDb *db, HfProgress *progress);
gboolean hf_progress_step (HfDb *db, guint done, guint n, GError **error);

G_END_DECLS
