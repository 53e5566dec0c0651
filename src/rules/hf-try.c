/* hf-try.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-try.h"

/* After so many failed tries another number or a message is proposed. */
#define TRIES_TO_OTHER_NUMBER (2)

static int
compare_tries (gconstpointer a, gconstpointer b)
{
  const HfTry *x = a;
  const HfTry *y = b;

  return (x->at > y->at) - (x->at < y->at);
}

/* Somebody spoke with the customer: the row of failed tries ends. */
static gboolean
ends_row (HfOutcome outcome)
{
  return outcome == HF_OUTCOME_REACHED || outcome == HF_OUTCOME_REFUSED ||
         outcome == HF_OUTCOME_ASKED_TO_CALL_LATER;
}

/**
 * hf_outcome_is_failed_try:
 *
 * Whether a try counts towards discarding the card (CARD-9): no answer, wrong number
 * or switched off. A busy line or an empty house does not, and ends no row either.
 */
gboolean
hf_outcome_is_failed_try (HfOutcome outcome)
{
  return outcome == HF_OUTCOME_NO_ANSWER || outcome == HF_OUTCOME_WRONG_NUMBER ||
         outcome == HF_OUTCOME_OFF;
}

/* The opening after the one in which the last try was made, in turn. */
static int
get_other_opening (const HfContactWindow *window, int minute)
{
  int next = hf_contact_window_next_opening (window, minute);

  return next >= 0 ? next : hf_contact_window_next_opening (window, -1);
}

/* VISIT-5: on another day, in another window. */
static HfMinute
get_next_try (const HfTry *last, const HfContactRules *rules)
{
  HfDay day = hf_contact_rules_next_allowed_day (rules, hf_minute_get_day (last->at) + 1,
                                                 HF_BIT (last->channel));

  if (day == HF_DAY_NONE)
    return HF_MINUTE_NONE;
  if (last->channel != HF_CHANNEL_PHONE && last->channel != HF_CHANNEL_MESSAGE)
    return hf_contact_rules_get_reminder (rules, day, last->channel);
  return hf_minute_new (day, get_other_opening (&rules->window, hf_minute_of_day (last->at)));
}

/**
 * hf_try_advise:
 * @tries: of one customer, in any order
 * @rules: when and how the customer may be contacted
 *
 * What the tries so far mean: when to try next (VISIT-5), and whether the card is to
 * be discarded (CARD-9).
 */
HfTryAdvice
hf_try_advise (const HfTry *tries, gsize n_tries, const HfContactRules *rules)
{
  HfTryAdvice advice = { .next_at = HF_MINUTE_NONE };
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (HfTry));
  HfDay counted = HF_DAY_NONE;
  const HfTry *last;

  g_return_val_if_fail (rules != NULL, advice);

  if (n_tries == 0)
    return advice;
  g_array_append_vals (sorted, tries, (guint) n_tries);
  g_array_sort (sorted, compare_tries);
  last = &g_array_index (sorted, HfTry, sorted->len - 1);
  advice.discard = last->outcome == HF_OUTCOME_REFUSED;
  for (guint i = sorted->len; i > 0; i--)
    {
      const HfTry *one = &g_array_index (sorted, HfTry, i - 1);
      HfDay day = hf_minute_get_day (one->at);

      if (ends_row (one->outcome))
        break;
      advice.failed++;
      if (!hf_outcome_is_failed_try (one->outcome) || day == counted)
        continue;
      advice.failed_days++;
      counted = day;
    }
  if (advice.failed == 0)
    return advice;
  advice.other_number = advice.failed >= TRIES_TO_OTHER_NUMBER;
  advice.discard = advice.failed_days >= HF_TRY_DAYS_TO_DISCARD;
  if (!advice.discard)
    advice.next_at = get_next_try (last, rules);
  return advice;
}
