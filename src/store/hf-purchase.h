/* hf-purchase.h: what customers bought
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfPurchaseLine:
 * @price_fen: of one pack, -1 when not known
 * @batch: (nullable):
 * @expires_on: %HF_DAY_NONE when not known
 */
typedef struct
{
  gint64 product_id;
  int packs;
  gint64 price_fen;
  const char *batch;
  HfDay expires_on;
} HfPurchaseLine;

/**
 * HfPurchaseDraft:
 * @customer_id: who bought
 * @bought_on: the day of the sale
 * @received_on: when the goods arrived, %HF_DAY_NONE when not yet or not known
 * @promised_on: when delivery was promised, %HF_DAY_NONE
 * @collect_on: agreed day of payment, %HF_DAY_NONE
 * @sold_by: the #HfChannel of the sale, -1 when not known (COMP-10)
 * @lines: (element-type HfPurchaseLine): at least one
 * @reason: (nullable): why it is sold in spite of a warning (PUR-2)
 * @note: (nullable): whatever else is to be remembered
 * @price_basis: (nullable): `promotion` or `membership`, never both (TIER-3)
 * @imported: from a list: a course of steps that lies wholly in the past is not made up for
 *
 * A sale to be recorded (PUR-1). Texts may be %NULL.
 */
typedef struct
{
  gint64 customer_id;
  HfDay bought_on;
  HfDay received_on;
  HfDay promised_on;
  HfDay collect_on;
  const char *store;
  const char *order_number;
  const char *courier;
  const char *tracking_number;
  gint64 delivered_by;
  gint64 discount_fen;
  gint64 paid_fen;
  gint64 owed_fen;
  int sold_by;
  GArray *lines;
  const char *reason;
  const char *note;
  const char *price_basis;
  gboolean imported;
} HfPurchaseDraft;

void hf_purchase_draft_init (HfPurchaseDraft *draft);

gboolean hf_command_add_purchase (HfDb *db,
                                  const HfActor *actor,
                                  const HfPurchaseDraft *draft,
                                  gint64 *id,
                                  GStrv *enrolled,
                                  GError **error);
gboolean
hf_purchase_check_days (const HfActor *actor, const HfPurchaseDraft *draft, GError **error);
gboolean hf_purchase_check_health (
    HfDb *db, gint64 customer, gint64 product, const char *reason, GError **error);
gboolean
hf_purchase_insert_line (HfDb *db, gint64 purchase, const HfPurchaseLine *line, GError **error);
gboolean hf_purchase_insert (HfDb *db,
                             const HfActor *actor,
                             const HfPurchaseDraft *draft,
                             gint64 *id,
                             gint64 *enrolment,
                             GError **error);

G_END_DECLS
