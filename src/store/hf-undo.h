/* hf-undo.h: taking an operation back, and back again
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfUndoResult:
 * @operation: what was taken back
 * @kind: (transfer full): its command
 * @subject: (transfer full): whom it was about
 * @rows: how many rows went back
 * @kept: how many stayed, since they were changed later (imports only)
 */
typedef struct
{
  gint64 operation;
  char *kind;
  char *subject;
  gint64 rows;
  gint64 kept;
} HfUndoResult;

void hf_undo_result_clear (HfUndoResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfUndoResult, hf_undo_result_clear)

gboolean hf_command_undo (
    HfDb *db, const HfActor *actor, gint64 operation, HfUndoResult *result, GError **error);
gboolean hf_command_redo (HfDb *db, const HfActor *actor, HfUndoResult *result, GError **error);
const char *hf_operation_get_label (const char *kind);

G_END_DECLS
