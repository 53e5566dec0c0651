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

/**
 * HfProductCard:
 * @id: 0 for a new one
 * @shelf_life_days: 0 when not known
 * @price_fen, @cost_fen: of one pack, -1 when not known
 *
 * All that is known of a product (PUR-1).
 */
typedef struct
{
  gint64 id;
  char *name;
  int doses;
  int shelf_life_days;
  gint64 price_fen;
  gint64 cost_fen;
  GStrv contraindications;
  GStrv normal_reactions;
  gboolean active;
} HfProductCard;

HfProductCard *hf_product_card_new (void);
HfProductCard *hf_product_card_load (HfDb *db, gint64 id, GError **error);
void hf_product_card_free (HfProductCard *card);
gboolean
hf_command_save_product (HfDb *db, const HfActor *actor, const HfProductCard *card, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfProductCard, hf_product_card_free)

G_END_DECLS
