/* hf-try.h: what to do after a try to reach a customer (VISIT-5, CARD-9)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-rules.h"

G_BEGIN_DECLS

/* CARD-9: failed tries on so many different days discard the card. */
#define HF_TRY_DAYS_TO_DISCARD (3)

/**
 * HfTry:
 * @at: when
 *
 * A contact or a try to make one.
 */
typedef struct
{
  HfMinute at;
  HfChannel channel;
  HfOutcome outcome;
} HfTry;

/**
 * HfTryAdvice:
 * @failed: tries in a row, up to now, in which the customer was not reached
 * @failed_days: on how many different days of them nobody answered, the number was
 *   wrong or the phone was off
 * @next_at: when to try next; %HF_MINUTE_NONE when the last one reached the customer
 *   or no day is possible
 * @other_number: propose another number or a message
 * @discard: the card is to be discarded: three failed days in a row, or a refusal
 */
typedef struct
{
  guint failed;
  guint failed_days;
  HfMinute next_at;
  gboolean other_number;
  gboolean discard;
} HfTryAdvice;

gboolean hf_outcome_is_failed_try (HfOutcome outcome);
HfTryAdvice hf_try_advise (const HfTry *tries, gsize n_tries, const HfContactRules *rules);

G_END_DECLS
