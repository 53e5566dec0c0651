/* hf-return-list.h: goods that come back, read (COMP-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfReturn:
 * @number: as people call it; 0 for one of the past
 * @goods: product and packs, for people
 * @exchange: other goods instead of the money
 * @refund_fen: what was paid back, -1
 * @payable_fen: what was paid for the purchase and not paid back yet, -1 for not known
 * @goods_fen: what the goods cost, -1 for not known
 * @goods_back_on: %HF_DAY_NONE; @done_at: %HF_MINUTE_NONE
 * @refund_due: by when the money is to be back, %HF_MINUTE_NONE
 * @refund_state: (nullable): `open`, `kept` or `missed`
 * @staff: (nullable): who recorded it
 * @bought_on: %HF_DAY_NONE
 */
typedef struct
{
  gint64 id;
  gint64 number;
  gint64 customer_id;
  char *customer;
  gint64 owner_id;
  gint64 purchase_id;
  gint64 complaint_id;
  gint64 adverse_id;
  HfMinute opened_at;
  HfReturnReason reason;
  gboolean insists;
  gboolean exchange;
  HfReturnState state;
  gint64 refund_fen;
  HfDay goods_back_on;
  HfMinute done_at;
  char *note;
  char *staff;
  HfDay bought_on;
  HfMinute refund_due;
  char *refund_state;
  gint64 payable_fen;
  gint64 goods_fen;
  char *goods;
} HfReturn;

/**
 * HfReturnChoice:
 * @packs: how many can still come back
 * @price_fen: of one, -1 for not known
 *
 * A line of a purchase.
 */
typedef struct
{
  gint64 line_id;
  gint64 purchase_id;
  gint64 product_id;
  HfDay bought_on;
  char *product;
  int packs;
  gint64 price_fen;
} HfReturnChoice;

/* Goods that came back. @expires_on: %HF_DAY_NONE */
typedef struct
{
  char *product;
  char *batch;
  HfDay expires_on;
  int sealed;
  int opened;
} HfReturnStock;

HfReturn *hf_return_load (HfDb *db, gint64 id, GError **error);
void hf_return_free (HfReturn *back);
gboolean hf_return_find (HfDb *db, const char *text, gint64 *id, GError **error);
GArray *hf_returns_dup_ids (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error);
GArray *hf_return_dup_choices (HfDb *db, gint64 customer, GError **error);
GArray *hf_returns_dup_stock (HfDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReturn, hf_return_free)

G_END_DECLS
