/* hf-operation.h: one thing that a person did, as one transaction
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfActor:
 * @staff_id: who acts; 0 for the owner of the file and for the program itself
 * @role: what that person may do (ROLE-1); the owner of the file acts as a manager
 * @now: "now" on the office's clock; no rule reads a clock by itself (SCHED-7)
 * @now_ms: the same moment, UTC milliseconds
 */
typedef struct
{
  gint64 staff_id;
  HfRole role;
  HfMinute now;
  gint64 now_ms;
} HfActor;

/**
 * HfOperation:
 *
 * A running operation; lives on the stack as `g_auto (HfOperation)` and is rolled back unless it
 * is committed. Begun within another one it becomes part of that.
 */
typedef struct
{
  HfDb *db;
  const HfActor *actor;
  const char *kind;
  gint64 id; /* 0 when it turned out to change nothing */
  gint64 first_seq;
  gint64 undoes;
  gboolean inner;
} HfOperation;

#define HF_OPERATION_INIT            \
  {                                  \
    NULL, NULL, NULL, 0, 0, 0, FALSE \
  }

gboolean hf_operation_begin (
    HfOperation *operation, HfDb *db, const HfActor *actor, const char *kind, GError **error);
gboolean hf_operation_commit (HfOperation *operation, const char *subject, GError **error);
void hf_operation_abandon (HfOperation *operation);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfOperation, hf_operation_abandon)

G_END_DECLS
