/* hf-tier.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-tier.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *nick;
  const char *label;
} fact_words[HF_N_TIER_FACTS] = {
  { "purchases", N_ ("Purchases") },
  { "repurchases", N_ ("Repurchases") },
  { "knows-company", N_ ("Knows the company, its products and its staff") },
  { "encourages-others", N_ ("Encourages new customers") },
  { "events", N_ ("Events attended in 12 months") },
  { "guests", N_ ("Guests brought to an event") },
  { "referrals", N_ ("Referrals that purchased") },
  { "recent-referrals", N_ ("Referrals that purchased in 12 months") },
  { "confirmed", N_ ("Confirmed by the manager") },
  { "spent", N_ ("Spent in 12 months") },
  { "high-turnover", N_ ("Turnover at or above the median") },
  { "high-profit", N_ ("Profit at or above the median") },
};

/**
 * hf_tier_fact_get_nick:
 *
 * Returns: (transfer none): the word that scheme files and huifangctl use
 */
const char *
hf_tier_fact_get_nick (HfTierFact fact)
{
  g_return_val_if_fail (fact < HF_N_TIER_FACTS, NULL);

  return fact_words[fact].nick;
}

/**
 * hf_tier_fact_get_label:
 *
 * Returns: (transfer none): the words that people read
 */
const char *
hf_tier_fact_get_label (HfTierFact fact)
{
  g_return_val_if_fail (fact < HF_N_TIER_FACTS, NULL);

  return _ (fact_words[fact].label);
}

gboolean
hf_tier_need_holds (const HfTierNeed *need, const HfTierFacts *facts)
{
  g_return_val_if_fail (need != NULL && facts != NULL, FALSE);

  return (facts->values[need->fact] >= need->at_least) != need->negated;
}

static gboolean
tier_holds (const HfTier *tier, const HfTierFacts *facts)
{
  for (guint i = 0; i < tier->needs->len; i++)
    {
      if (!hf_tier_need_holds (&g_array_index (tier->needs, HfTierNeed, i), facts))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_tier_evaluate:
 *
 * Returns: the rank of the highest tier whose facts all hold, %HF_TIER_NONE for none
 */
int
hf_tier_evaluate (const HfTierScheme *scheme, const HfTierFacts *facts)
{
  g_return_val_if_fail (scheme != NULL && facts != NULL, HF_TIER_NONE);

  for (guint i = 0; i < scheme->tiers->len; i++)
    {
      if (tier_holds (scheme->tiers->pdata[i], facts))
        return (int) i;
    }
  return HF_TIER_NONE;
}

/**
 * hf_tier_list_missing:
 * @rank: the tier that the customer has
 *
 * Returns: (transfer container) (element-type HfTierNeed): what is missing for the
 *   next higher tier (TIER-5); empty at the top. Borrows from @scheme
 */
GPtrArray *
hf_tier_list_missing (const HfTierScheme *scheme, const HfTierFacts *facts, int rank)
{
  GPtrArray *missing = g_ptr_array_new ();
  const HfTier *next;

  g_return_val_if_fail (scheme != NULL && facts != NULL, missing);

  next =
      hf_tier_scheme_get (scheme, rank == HF_TIER_NONE ? (int) scheme->tiers->len - 1 : rank - 1);
  for (guint i = 0; next != NULL && i < next->needs->len; i++)
    {
      HfTierNeed *need = &g_array_index (next->needs, HfTierNeed, i);

      if (!hf_tier_need_holds (need, facts))
        g_ptr_array_add (missing, need);
    }
  return missing;
}

static gboolean
is_listed (GPtrArray *needs, const HfTierNeed *need)
{
  for (guint i = 0; i < needs->len; i++)
    {
      if (strcmp (((const HfTierNeed *) needs->pdata[i])->text, need->text) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * hf_tier_list_needs:
 *
 * Returns: (transfer container) (element-type HfTierNeed): all that the scheme asks
 *   about, each once, the lowest tier's first. Borrows from @scheme
 */
GPtrArray *
hf_tier_list_needs (const HfTierScheme *scheme)
{
  GPtrArray *needs = g_ptr_array_new ();

  g_return_val_if_fail (scheme != NULL, needs);

  for (guint i = scheme->tiers->len; i > 0; i--)
    {
      const HfTier *tier = scheme->tiers->pdata[i - 1];

      for (guint n = 0; n < tier->needs->len; n++)
        {
          HfTierNeed *need = &g_array_index (tier->needs, HfTierNeed, n);

          if (!is_listed (needs, need))
            g_ptr_array_add (needs, need);
        }
    }
  return needs;
}

static int
compare_values (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/**
 * hf_tier_get_median:
 * @values: of the branch's customers who purchased in 12 months
 *
 * Returns: the median, the mean of the two in the middle rounded down; 0 for none
 */
gint64
hf_tier_get_median (const gint64 *values, gsize n_values)
{
  g_autofree gint64 *sorted = NULL;

  if (n_values == 0)
    return 0;
  sorted = g_memdup2 (values, n_values * sizeof (gint64));
  qsort (sorted, n_values, sizeof (gint64), compare_values);
  if (n_values % 2 == 1)
    return sorted[n_values / 2];
  return sorted[n_values / 2 - 1] + (sorted[n_values / 2] - sorted[n_values / 2 - 1]) / 2;
}

/**
 * hf_tier_get_skill_gap:
 * @skills: of a member of staff
 *
 * Returns: by how many grades in all they fall short of what the tier asks for; 0
 *   fits. Suggests staff when a customer is handed over (TIER-2)
 */
int
hf_tier_get_skill_gap (const HfTier *tier, const HfGrade skills[HF_N_SKILLS])
{
  int gap = 0;

  g_return_val_if_fail (tier != NULL && skills != NULL, 0);

  for (guint i = 0; i < HF_N_SKILLS; i++)
    gap += MAX ((int) tier->skills[i] - (int) skills[i], 0);
  return gap;
}

static gboolean
is_lower (int rank, int than)
{
  if (rank == HF_TIER_NONE || than == HF_TIER_NONE)
    return rank == HF_TIER_NONE && than != HF_TIER_NONE;
  return rank > than;
}

static HfTierCause
change (HfTierState *state, int rank, HfTierCause cause)
{
  if (state->rank == rank)
    return HF_TIER_CAUSE_NONE;
  state->rank = rank;
  return cause;
}

/**
 * hf_tier_settle:
 * @state: (inout): keep it with the customer
 * @rank: what hf_tier_evaluate() says today
 * @override: (nullable): what a manager has set by hand (TIER-4)
 * @complaint_open: the customer has an open complaint
 *
 * Decides on the tier of today: a rise at once; a fall 30 days after the fact that
 * caused it, and never while a complaint is open (TIER-6).
 *
 * Returns: why it changed, for the history
 */
HfTierCause
hf_tier_settle (HfTierState *state,
                int rank,
                const HfTierOverride *override,
                gboolean complaint_open,
                HfDay today)
{
  g_return_val_if_fail (state != NULL, HF_TIER_CAUSE_NONE);

  if (!is_lower (rank, state->rank))
    state->fall_since = HF_DAY_NONE;
  else if (state->fall_since == HF_DAY_NONE)
    state->fall_since = today;
  if (override != NULL && override->until != HF_DAY_NONE && today <= override->until)
    return change (state, override->rank, HF_TIER_CAUSE_OVERRIDE);
  if (state->fall_since != HF_DAY_NONE &&
      (complaint_open || today < state->fall_since + HF_TIER_GRACE_DAYS))
    return HF_TIER_CAUSE_NONE;
  state->fall_since = HF_DAY_NONE;
  return change (state, rank, HF_TIER_CAUSE_FACTS);
}
