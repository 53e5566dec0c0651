/* hf-supply-store.h: how long what a customer has will last (PUR-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-purchase.h"

G_BEGIN_DECLS

gboolean
hf_supply_refresh (HfDb *db, gint64 customer, HfDay today, GArray **beyond, GError **error);
gboolean
hf_supply_check_sale (HfDb *db, const HfActor *actor, const HfPurchaseDraft *draft, GError **error);

G_END_DECLS
