/* hf-product.h: what is sold
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfProductDraft:
 * @doses: daily doses in one pack (PUR-3)
 * @shelf_life_days: 0 when not known
 * @price_fen: of one pack, -1 when not known
 * @contraindications: (nullable): conditions and allergies that speak against it (PUR-2)
 */
typedef struct
{
  const char *name;
  int doses;
  int shelf_life_days;
  gint64 price_fen;
  gint64 cost_fen;
  const char *const *contraindications;
  const char *const *normal_reactions;
} HfProductDraft;

/**
 * HfProduct:
 * @doses: daily doses in one pack
 */
typedef struct
{
  gint64 id;
  char *name;
  int doses;
  gboolean active;
} HfProduct;

GPtrArray *hf_product_dup_all (HfDb *db, GError **error);
gboolean hf_command_add_product (
    HfDb *db, const HfActor *actor, const HfProductDraft *draft, gint64 *id, GError **error);

G_END_DECLS
