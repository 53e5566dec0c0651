/* hf-return-rules.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-return-rules.h"

#include <glib/gi18n-lib.h>

#include "hf-error.h"

#define BACK (HF_BIT (HF_RETURN_TAKE_BACK) | HF_BIT (HF_RETURN_REFUND))

static const struct
{
  HfSet steps;
  int urgent;
  const char *ways;
} reasons[] = {
  [HF_RETURN_NORMAL] = { HF_BIT (HF_RETURN_EXPLAIN) | HF_BIT (HF_RETURN_LOWER_DOSE) |
                             HF_BIT (HF_RETURN_CUSTOMER_DECIDES),
                         HF_RETURN_EXPLAIN, "phone:agent;home:agent" },
  [HF_RETURN_INDIVIDUAL] = { HF_BIT (HF_RETURN_STOP_USE) | HF_BIT (HF_RETURN_EXPERT_CALL) |
                                 HF_BIT (HF_RETURN_CUSTOMER_DECIDES),
                             HF_RETURN_EXPERT_CALL, "phone:expert;home:expert" },
  [HF_RETURN_CONTRAINDICATED] = { HF_BIT (HF_RETURN_STOP_USE) | HF_BIT (HF_RETURN_APOLOGISE) | BACK,
                                  HF_RETURN_TAKE_BACK, NULL },
  [HF_RETURN_NEGATIVE_NEWS] = { HF_BIT (HF_RETURN_EXPLAIN) | HF_BIT (HF_RETURN_CUSTOMER_DECIDES),
                                HF_RETURN_EXPLAIN, "phone:agent;home:agent" },
  [HF_RETURN_OFFENDED] = { HF_BIT (HF_RETURN_APOLOGISE) | HF_BIT (HF_RETURN_MANAGER_VISIT) |
                               HF_BIT (HF_RETURN_CUSTOMER_DECIDES),
                           HF_RETURN_MANAGER_VISIT, "home:manager" },
  [HF_RETURN_LEFT_OUT] = { HF_BIT (HF_RETURN_APOLOGISE) | HF_BIT (HF_RETURN_INCLUDE_FAMILY) |
                               HF_BIT (HF_RETURN_CUSTOMER_DECIDES),
                           HF_RETURN_INCLUDE_FAMILY, "home:agent;phone:agent" },
  [HF_RETURN_HEARSAY] = { HF_BIT (HF_RETURN_LISTEN) | HF_BIT (HF_RETURN_EXPLAIN) |
                              HF_BIT (HF_RETURN_CUSTOMER_DECIDES),
                          HF_RETURN_EXPLAIN, "phone:agent;home:agent" },
  [HF_RETURN_OTHER] = { HF_BIT (HF_RETURN_LISTEN) | HF_BIT (HF_RETURN_CUSTOMER_DECIDES),
                        HF_RETURN_LISTEN, "phone:agent;home:agent" },
};

static const char take_back_ways[] = "home:agent;office:agent;phone:agent";

/**
 * hf_return_advise:
 *
 * What is done for a reason (COMP-5). Who must not use the product, and who insists, is not talked
 * to any further: the goods come back at once (fixed).
 */
HfReturnAdvice
hf_return_advise (HfReturnReason reason, gboolean insists)
{
  HfReturnAdvice advice = { 0 };

  g_return_val_if_fail (reason <= HF_RETURN_OTHER, advice);

  advice.steps = reasons[reason].steps;
  advice.urgent = reasons[reason].urgent;
  advice.ways = reasons[reason].ways;
  advice.at_once = insists || reason == HF_RETURN_CONTRAINDICATED;
  if (advice.at_once)
    {
      advice.steps =
          (advice.steps & HF_BIT (HF_RETURN_STOP_USE)) | HF_BIT (HF_RETURN_APOLOGISE) | BACK;
      advice.urgent = HF_RETURN_TAKE_BACK;
      advice.ways = take_back_ways;
    }
  return advice;
}

/**
 * hf_return_step_get_text:
 *
 * Returns: (transfer none): what to do, for whoever talks to the customer
 */
const char *
hf_return_step_get_text (HfReturnStep step)
{
  static const char *const texts[HF_N_RETURN_STEPS] = {
    [HF_RETURN_STOP_USE] = N_ ("Ask the customer to stop using it now"),
    [HF_RETURN_APOLOGISE] = N_ ("Apologise"),
    [HF_RETURN_LISTEN] = N_ ("Listen to what worries the customer"),
    [HF_RETURN_EXPLAIN] = N_ ("Explain honestly what is known"),
    [HF_RETURN_LOWER_DOSE] = N_ ("Offer to take less, or to pause"),
    [HF_RETURN_EXPERT_CALL] = N_ ("An expert calls today"),
    [HF_RETURN_MANAGER_VISIT] = N_ ("The manager visits and apologises"),
    [HF_RETURN_INCLUDE_FAMILY] = N_ ("Talk to the one who decides in the family"),
    [HF_RETURN_CUSTOMER_DECIDES] = N_ ("The customer decides"),
    [HF_RETURN_TAKE_BACK] = N_ ("Take the goods back"),
    [HF_RETURN_REFUND] = N_ ("Pay the money back, or exchange"),
  };

  g_return_val_if_fail (step < HF_N_RETURN_STEPS, NULL);

  return _ (texts[step]);
}

static const char *
find_lack (const HfReturnMove *move)
{
  if (move->from >= HF_RETURN_REFUNDED)
    return _ ("This return is settled already.");
  if (move->to <= move->from)
    return _ ("The goods are back already.");
  if (move->to == HF_RETURN_KEPT && move->reason == HF_RETURN_CONTRAINDICATED)
    return _ ("The customer must not use this product. Take the goods back.");
  if (move->to == HF_RETURN_KEPT && move->insists)
    return _ ("The customer insists on the return. Take the goods back, and pay the money back.");
  if (move->to == HF_RETURN_KEPT && move->from == HF_RETURN_GOODS_BACK)
    return _ ("The goods are back already. Pay the money back, or exchange them.");
  if (move->from == HF_RETURN_OPEN && move->to != HF_RETURN_GOODS_BACK &&
      move->reason == HF_RETURN_CONTRAINDICATED)
    return _ ("The customer must not use this product. Take the goods back first.");
  if (move->to == HF_RETURN_REFUNDED && move->refund_fen < 0)
    return _ ("Say how much was paid back.");
  /* Where nothing is left to pay back, nothing closes it. */
  if (move->to == HF_RETURN_REFUNDED && move->refund_fen == 0 && move->payable_fen != 0)
    return _ ("Nothing was paid back? Record the exchange, or that the customer keeps the goods; "
              "otherwise write the amount once it is paid.");
  return NULL;
}

/**
 * hf_return_move_check:
 *
 * Whether a return may go on like that: the fixed rules of COMP-5, and no more is paid back than
 * was paid.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT and a sentence that says what would be right
 */
gboolean
hf_return_move_check (const HfReturnMove *move, GError **error)
{
  const char *lack;

  g_return_val_if_fail (move != NULL && move->to <= HF_RETURN_KEPT, FALSE);

  lack = find_lack (move);
  if (lack != NULL)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, lack);
      return FALSE;
    }
  if (move->to == HF_RETURN_REFUNDED && move->payable_fen >= 0 &&
      move->refund_fen > move->payable_fen)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("No more is paid back than was paid: ¥%.2f at most."),
                   (double) move->payable_fen / 100);
      return FALSE;
    }
  return TRUE;
}
