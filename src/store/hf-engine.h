/* hf-engine.h: plans applied to customers: what is due, stored
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfEngineResult:
 *
 * What an evaluation changed.
 */
typedef struct
{
  int created;
  int paused;
  int moved;
  int cancelled;
  int escalated;
} HfEngineResult;

gboolean
hf_engine_update_customer (HfDb *db, const HfActor *actor, gint64 customer, GError **error);
gboolean
hf_engine_update_household (HfDb *db, const HfActor *actor, gint64 customer, GError **error);
gboolean hf_engine_evaluate_customer (
    HfDb *db, const HfActor *actor, gint64 customer, HfEngineResult *result, GError **error);
gboolean hf_command_run_engine (HfDb *db,
                                const HfActor *actor,
                                HfEngineResult *result,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
