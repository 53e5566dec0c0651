/* hf-call.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-call.h"

/* VISIT-4: a call of so many minutes is a good one; a shorter one than this is marked. */
#define GOOD_FROM    (3)
#define GOOD_TO      (5)
#define SHORT_BEFORE (1)

/**
 * hf_call_prices_init:
 *
 * VISIT-4's defaults: landline 0.2, mobile 0.4 yuan a minute, a home visit nothing.
 */
void
hf_call_prices_init (HfCallPrices *prices)
{
  *prices = (HfCallPrices){ 20, 40, 0 };
}

/**
 * hf_call_get_cost:
 * @landline: the number that was called is one
 * @minutes: -1 when nobody said
 *
 * Returns: in fen
 */
gint64
hf_call_get_cost (const HfCallPrices *prices, HfChannel channel, gboolean landline, int minutes)
{
  if (minutes <= 0)
    return 0;
  if (channel == HF_CHANNEL_PHONE)
    return (gint64) minutes * (landline ? prices->landline : prices->mobile);
  return channel == HF_CHANNEL_HOME ? (gint64) minutes * prices->home : 0;
}

/**
 * hf_call_grade:
 * @minutes: -1 when nobody said
 *
 * VISIT-4: of calls that reached somebody.
 */
HfCallGrade
hf_call_grade (HfChannel channel, HfOutcome outcome, int minutes)
{
  if (channel != HF_CHANNEL_PHONE || outcome != HF_OUTCOME_REACHED || minutes < 0)
    return HF_CALL_PLAIN;
  if (minutes < SHORT_BEFORE)
    return HF_CALL_SHORT;
  return minutes >= GOOD_FROM && minutes <= GOOD_TO ? HF_CALL_GOOD : HF_CALL_PLAIN;
}
