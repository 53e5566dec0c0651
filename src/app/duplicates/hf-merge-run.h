/* hf-merge-run.h: merges from the window (CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"

G_BEGIN_DECLS

void hf_merge_run (HfAppContext *context,
                   gint64 kept,
                   gint64 gone,
                   GStrv take,
                   GAsyncReadyCallback callback,
                   gpointer data);
void hf_merge_run_different (HfAppContext *context,
                             gint64 customer,
                             gint64 other,
                             GAsyncReadyCallback callback,
                             gpointer data);
void hf_merge_run_search (HfAppContext *context, GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
