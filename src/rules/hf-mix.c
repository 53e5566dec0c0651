/* hf-mix.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-mix.h"

/**
 * hf_mix_suggest:
 * @kinds: (array length=n_kinds): of the last contacts that reached the customer, the latest first;
 *   #HfMix, -1 for one that nobody named
 * @has_interests: whether it is known what the customer enjoys
 *
 * VISIT-7: three of one kind in a row suggest another one: what the customer enjoys where that is
 * known, else care for the family; an offer is never what is suggested (care, not pressure).
 *
 * Returns: an #HfMix, or -1 when there is nothing to suggest
 */
int
hf_mix_suggest (const int *kinds, gsize n_kinds, gboolean has_interests)
{
  if (n_kinds < HF_MIX_ROW || kinds[0] < 0)
    return -1;
  for (gsize i = 1; i < HF_MIX_ROW; i++)
    if (kinds[i] != kinds[0])
      return -1;
  if (has_interests && kinds[0] != HF_MIX_PERSONAL)
    return HF_MIX_PERSONAL;
  return kinds[0] == HF_MIX_FAMILY ? HF_MIX_PROFESSIONAL : HF_MIX_FAMILY;
}
