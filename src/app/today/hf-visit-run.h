/* hf-visit-run.h: recording a contact off the main thread
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-brief.h"
#include "hf-note-entry.h"
#include "hf-visit.h"

G_BEGIN_DECLS

void hf_visit_run_async (HfAppContext *context,
                         const HfVisitDraft *draft,
                         gint64 follow_up,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
gboolean hf_visit_run_finish (HfAppContext *context, GAsyncResult *result, GError **error);

char *hf_visit_format_next (HfAppContext *context, const HfNextContact *next);
void hf_visit_move_phone (HfAppContext *context, gint64 customer, HfNoteEntry *entry);

G_END_DECLS
