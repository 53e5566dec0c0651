/* hf-day-layout.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-layout.h"

/* What lies outside of the hours shown stands at their edge: nothing is dropped. */
static void
place_in_hours (HfDayBlock *block, int opens, int closes, int shortest)
{
  block->from = CLAMP (block->start, opens, closes - shortest);
  block->to = CLAMP (block->start + MAX (block->minutes, 0), opens, closes);
  block->to = MAX (block->to, block->from + shortest);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const HfDayBlock *blocks = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const HfDayBlock *one = &blocks[first], *other = &blocks[second];

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->to != other->to)
    return one->to > other->to ? -1 : 1;
  return first < second ? -1 : 1;
}

/* The leftmost column that is free at that minute, a new one when none is. */
static guint
take_column (GArray *ends, const HfDayBlock *block)
{
  for (guint i = 0; i < ends->len; i++)
    {
      int *end = &g_array_index (ends, int, i);

      if (*end <= block->from)
        {
          *end = block->to;
          return i;
        }
    }
  g_array_append_val (ends, block->to);
  return ends->len - 1;
}

static void
close_cluster (HfDayBlock *blocks, const guint *order, gsize first, gsize end, GArray *ends)
{
  for (gsize i = first; i < end; i++)
    blocks[order[i]].n_columns = ends->len;
  g_array_set_size (ends, 0);
}

/**
 * hf_day_layout:
 * @blocks: (array length=n_blocks) (inout): in the order in which they are to be told apart when
 * all else is the same
 * @opens, @closes: the hours shown, minutes of the day
 * @shortest: minutes that a block takes at least, so that it can be read; at most @closes - @opens
 *
 * Blocks that overlap stand side by side, none over another; the earlier, then the longer, further
 * to the left. The same blocks give the same picture whatever is added after them in time.
 */
void
hf_day_layout (HfDayBlock *blocks, gsize n_blocks, int opens, int closes, int shortest)
{
  g_autofree guint *order = g_new (guint, n_blocks);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));
  gsize first = 0;
  int until = G_MININT;

  g_return_if_fail (shortest > 0 && opens + shortest <= closes);

  for (gsize i = 0; i < n_blocks; i++)
    {
      place_in_hours (&blocks[i], opens, closes, shortest);
      order[i] = (guint) i;
    }
  g_qsort_with_data (order, (int) n_blocks, sizeof (guint), compare, blocks);
  for (gsize i = 0; i < n_blocks; i++)
    {
      HfDayBlock *block = &blocks[order[i]];

      if (block->from >= until)
        {
          close_cluster (blocks, order, first, i, ends);
          first = i;
        }
      block->column = take_column (ends, block);
      until = MAX (until, block->to);
    }
  close_cluster (blocks, order, first, n_blocks, ends);
}
