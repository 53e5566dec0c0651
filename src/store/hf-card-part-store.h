/* hf-card-part-store.h: the parts of a card, written
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card-part.h"
#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_card_changes_store (
    HfDb *db, const HfActor *actor, gint64 customer, GPtrArray *changes, GError **error);

G_END_DECLS
