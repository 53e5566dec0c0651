/* hf-facts-store.h: what is derived from a customer's facts, kept on the card
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

gboolean hf_facts_refresh (HfDb *db, const HfActor *actor, gint64 customer, GError **error);
gboolean hf_facts_refresh_undone (HfDb *db, const HfActor *actor, gint64 first_seq, GError **error);

G_END_DECLS
