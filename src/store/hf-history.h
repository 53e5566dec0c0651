/* hf-history.h: what was done, read
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfHistoryEntry:
 * @kind: the command
 * @subject: whom or what it was about
 * @staff: (nullable): who
 * @at: when, on the office's clock
 * @n_changes: how many rows it changed
 * @changed: which: table, what happened and how often, such as `visit I 1`
 * @undone_by: the operation that took it back, 0 for none
 * @undoes: the operation that it took back, 0 for none
 */
typedef struct
{
  gint64 id;
  char *kind;
  char *subject;
  char *staff;
  HfMinute at;
  gint64 n_changes;
  GStrv changed;
  gint64 undone_by;
  gint64 undoes;
} HfHistoryEntry;

GPtrArray *hf_history_dup (HfDb *db, const HfActor *actor, int limit, GError **error);

G_END_DECLS
