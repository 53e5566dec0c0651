/* hf-deadline-store.h: by when a complaint must be worked on, kept (COMP-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-deadline.h"
#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_deadlines_set_for_complaint (HfDb *db,
                                         const HfActor *actor,
                                         gint64 complaint,
                                         const HfWait *waits,
                                         gsize n_waits,
                                         GError **error);
gboolean hf_deadline_set_done (
    HfDb *db, const HfActor *actor, gint64 complaint, HfDeadlineKind kind, GError **error);

G_END_DECLS
