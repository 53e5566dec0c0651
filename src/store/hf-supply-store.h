/* hf-supply-store.h: how long what a customer has will last (PUR-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-purchase.h"

G_BEGIN_DECLS

/**
 * HfSupplyLeft:
 * @product: its name
 * @days_left: from today
 * @of_days: how long the packs that are in use, or to come, last altogether
 *
 * What a customer has of one product.
 */
typedef struct
{
  char *product;
  HfDay runs_out;
  HfDay expected_purchase;
  int days_left;
  int of_days;
  gboolean beyond_expiry;
} HfSupplyLeft;

gboolean
hf_supply_refresh (HfDb *db, gint64 customer, HfDay today, GArray **beyond, GError **error);
gboolean
hf_supply_check_sale (HfDb *db, const HfActor *actor, const HfPurchaseDraft *draft, GError **error);

GPtrArray *hf_supply_dup_left (HfDb *db, gint64 customer, HfDay today, GError **error);

G_END_DECLS
