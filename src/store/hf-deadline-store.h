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

/**
 * HfDeadlineRow:
 * @what: nick of an #HfDeadlineKind
 * @state: `open`, `kept` or `missed`
 */
typedef struct
{
  char *what;
  HfMinute at;
  char *state;
} HfDeadlineRow;

gboolean hf_deadline_settings_load (HfDb *db, HfDeadlineSettings *settings, GError **error);
gboolean hf_deadlines_set_for_complaint (
    HfDb *db, const HfActor *actor, gint64 complaint, int *unknown_year, GError **error);
gboolean hf_deadline_set_for_return (HfDb *db, gint64 id, HfMinute from, HfDay due, GError **error);
gboolean
hf_deadline_set_done (HfDb *db, gint64 complaint, HfDeadlineKind kind, HfMinute at, GError **error);
GArray *hf_deadlines_dup_rows (HfDb *db, gint64 complaint, GError **error);

G_END_DECLS
