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
 * @done_at: when what it asks for was done; a deadline may be missed and not done yet;
 *   %HF_MINUTE_NONE
 * @warn_at: when it is warned of; @stands_since: its clock stands still; %HF_MINUTE_NONE
 */
typedef struct
{
  char *what;
  HfMinute at;
  char *state;
  HfMinute done_at;
  HfMinute warn_at;
  HfMinute stands_since;
} HfDeadlineRow;

gboolean hf_deadline_settings_load (HfDb *db, HfDeadlineSettings *settings, GError **error);
gboolean hf_deadlines_set_for_complaint (
    HfDb *db, const HfActor *actor, gint64 complaint, int *unknown_year, GError **error);
gboolean hf_deadline_set_for_authority (
    HfDb *db, const HfActor *actor, gint64 complaint, HfDay asked_on, GError **error);
gboolean hf_deadline_set_for_return (HfDb *db, gint64 id, HfMinute from, HfDay due, GError **error);
gboolean
hf_deadline_set_done (HfDb *db, gint64 complaint, HfDeadlineKind kind, HfMinute at, GError **error);
GArray *hf_deadlines_dup_rows (HfDb *db, gint64 complaint, GError **error);

G_END_DECLS
