/* hf-priority.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-priority.h"

/**
 * hf_priority_get_key:
 *
 * A number to sort by, smallest first, then by the moment when it is due: the kind
 * in WORK-2's order, the higher tier, T3 and T1 before other stages. Can be kept in
 * an indexed column.
 */
int
hf_priority_get_key (HfKind kind, int tier, HfStage stage)
{
  gboolean sensitive = stage == HF_STAGE_T3 || stage == HF_STAGE_T1;

  return ((int) kind * (HF_PRIORITY_NO_TIER + 1) + CLAMP (tier, 0, HF_PRIORITY_NO_TIER)) * 2 +
         (sensitive ? 0 : 1);
}

/**
 * hf_priority_compare:
 *
 * Returns: less than 0 when @a comes first: by its key, then what is due for longest
 */
int
hf_priority_compare (const HfPriority *a, const HfPriority *b)
{
  int x, y;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  x = hf_priority_get_key (a->kind, a->tier, a->stage);
  y = hf_priority_get_key (b->kind, b->tier, b->stage);
  if (x != y)
    return x < y ? -1 : 1;
  return (a->due_at > b->due_at) - (a->due_at < b->due_at);
}
