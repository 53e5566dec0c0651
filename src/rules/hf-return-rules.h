/* hf-return-rules.h: what to do about goods that a customer wants to give back (COMP-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"

G_BEGIN_DECLS

/* In the order in which they are done. */
typedef enum
{
  HF_RETURN_STOP_USE,
  HF_RETURN_APOLOGISE,
  HF_RETURN_LISTEN,
  HF_RETURN_EXPLAIN,
  HF_RETURN_LOWER_DOSE,
  HF_RETURN_EXPERT_CALL,
  HF_RETURN_MANAGER_VISIT,
  HF_RETURN_INCLUDE_FAMILY,
  HF_RETURN_CUSTOMER_DECIDES,
  HF_RETURN_TAKE_BACK,
  HF_RETURN_REFUND,
} HfReturnStep;

#define HF_N_RETURN_STEPS (HF_RETURN_REFUND + 1)

/* What could change the customer's mind: never offered once they insist, or must not use it. */
#define HF_RETURN_PERSUADING                                                                \
  (HF_BIT (HF_RETURN_LISTEN) | HF_BIT (HF_RETURN_EXPLAIN) | HF_BIT (HF_RETURN_LOWER_DOSE) | \
   HF_BIT (HF_RETURN_EXPERT_CALL) | HF_BIT (HF_RETURN_MANAGER_VISIT) |                      \
   HF_BIT (HF_RETURN_INCLUDE_FAMILY) | HF_BIT (HF_RETURN_CUSTOMER_DECIDES))

/**
 * HfReturnAdvice:
 * @steps: HF_BIT (#HfReturnStep)
 * @at_once: the goods come back without another word
 * @urgent: the step for which somebody is called today, -1 for none
 * @ways: (nullable): how and by whom that is done, as hf_ways_parse() takes it
 */
typedef struct
{
  HfSet steps;
  gboolean at_once;
  int urgent;
  const char *ways;
} HfReturnAdvice;

/**
 * HfReturnMove:
 * @refund_fen: what is paid back, -1 for not said
 * @payable_fen: what was paid for the purchase and not paid back yet, -1 for not known
 */
typedef struct
{
  HfReturnState from;
  HfReturnState to;
  HfReturnReason reason;
  gboolean insists;
  gint64 refund_fen;
  gint64 payable_fen;
} HfReturnMove;

HfReturnAdvice hf_return_advise (HfReturnReason reason, gboolean insists);
const char *hf_return_step_get_text (HfReturnStep step);
gboolean hf_return_move_check (const HfReturnMove *move, GError **error);

G_END_DECLS
