/* hf-round.h: the home visits of a day as one round: when, and in which order (CAL-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/* No hour is agreed any more. */
#define HF_HOUR_NONE (-1)

gboolean
hf_command_agree_hour (HfDb *db, const HfActor *actor, gint64 id, int minute, GError **error);
gboolean hf_command_order_visits (
    HfDb *db, const HfActor *actor, const gint64 *ids, gsize n_ids, GError **error);
gboolean hf_command_clear_order (
    HfDb *db, const HfActor *actor, const gint64 *ids, gsize n_ids, GError **error);

G_END_DECLS
