/* hf-stage-store.h: a customer's stage, kept on the card (CARD-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_stage_refresh (HfDb *db, gint64 customer, HfDay today, GError **error);
gboolean hf_stage_follow (HfDb *db, const HfActor *actor, gint64 customer, GError **error);
gboolean hf_stage_run_day (HfDb *db, const HfActor *actor, GError **error);

G_END_DECLS
