/* hf-return.h: goods that come back, written (COMP-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"
#include "hf-return-rules.h"

G_BEGIN_DECLS

/* So many packs of a line of a purchase. */
typedef struct
{
  gint64 line_id;
  int packs;
} HfReturnLine;

/**
 * HfReturnDraft:
 * @lines: (element-type HfReturnLine): of one purchase, at least one
 * @insists: the customer wants to give it back, whatever is said
 * @exchange: other goods instead of the money
 * @complaint_id, @adverse_id: what it came from, 0 for none
 * @note: (nullable):
 */
typedef struct
{
  gint64 purchase_id;
  GArray *lines;
  HfReturnReason reason;
  gboolean insists;
  gboolean exchange;
  gint64 complaint_id;
  gint64 adverse_id;
  const char *note;
} HfReturnDraft;

/**
 * HfReturnMoveTo:
 * @to: how it goes on
 * @refund_fen: what is paid back, -1 for what the goods cost
 * @sealed: the packs came back unopened
 */
typedef struct
{
  HfReturnState to;
  gint64 refund_fen;
  gboolean sealed;
} HfReturnMoveTo;

gboolean hf_command_open_return (
    HfDb *db, const HfActor *actor, const HfReturnDraft *draft, gint64 *id, GError **error);
gboolean hf_command_insist_on_return (HfDb *db, const HfActor *actor, gint64 id, GError **error);
gboolean hf_command_move_return (
    HfDb *db, const HfActor *actor, gint64 id, const HfReturnMoveTo *move, GError **error);

G_END_DECLS
