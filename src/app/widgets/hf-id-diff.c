/* hf-id-diff.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-id-diff.h"

/* Beyond this the view had better begin anew: more rows, or more places, than anybody looks at. */
#define MAX_MIDDLE   (20000)
#define MAX_HUNKS    (200)

#define ID(array, i) g_array_index (array, gint64, i)

/* What differs lies between what both have in common at the beginning and at the end. */
typedef struct
{
  guint start;
  guint old_end;
  guint new_end;
} Middle;

static Middle
find_middle (GArray *before, GArray *after)
{
  Middle middle = { 0, before->len, after->len };

  while (middle.start < before->len && middle.start < after->len &&
         ID (before, middle.start) == ID (after, middle.start))
    middle.start++;
  while (middle.old_end > middle.start && middle.new_end > middle.start &&
         ID (before, middle.old_end - 1) == ID (after, middle.new_end - 1))
    {
      middle.old_end--;
      middle.new_end--;
    }
  return middle;
}

/* Where each id of the new middle stood before; -1 for one that is new. */
static int *
find_old_places (GArray *before, GArray *after, const Middle *middle)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  int *old = g_new (int, middle->new_end - middle->start + 1);

  for (guint i = middle->start; i < middle->old_end; i++)
    g_hash_table_insert (places, &ID (before, i), GUINT_TO_POINTER (i + 1));
  for (guint i = middle->start; i < middle->new_end; i++)
    old[i - middle->start] =
        (int) GPOINTER_TO_UINT (g_hash_table_lookup (places, &ID (after, i))) - 1;
  return old;
}

static guint
find_slot (const int *old, const guint *ends, guint n_ends, int value)
{
  guint low = 0;
  guint high = n_ends;

  while (low < high)
    {
      guint half = low + (high - low) / 2;

      if (old[ends[half]] < value)
        low = half + 1;
      else
        high = half;
    }
  return low;
}

/* The longest ascending run of old places: those ids can stay where they are, the rest moves.
 * Since an id occurs once, that is the longest common subsequence, in n log n. */
static gboolean *
find_kept (const int *old, guint n)
{
  g_autofree guint *ends = g_new (guint, n + 1);
  g_autofree int *before = g_new (int, n + 1);
  gboolean *kept = g_new0 (gboolean, n + 1);
  guint n_ends = 0;

  for (guint i = 0; i < n; i++)
    {
      guint slot;

      if (old[i] < 0)
        continue;
      slot = find_slot (old, ends, n_ends, old[i]);
      before[i] = slot > 0 ? (int) ends[slot - 1] : -1;
      ends[slot] = i;
      n_ends = MAX (n_ends, slot + 1);
    }
  for (int i = n_ends > 0 ? (int) ends[n_ends - 1] : -1; i >= 0; i = before[i])
    kept[i] = TRUE;
  return kept;
}

static void
add_hunk (GArray *hunks, guint at, guint old_to, guint from, guint new_to)
{
  HfIdHunk hunk = { at, old_to - at, from, new_to - from };

  if (hunk.removed > 0 || hunk.added > 0)
    g_array_append_val (hunks, hunk);
}

/**
 * hf_id_diff:
 * @before: (element-type gint64): each id once
 * @after: (element-type gint64): likewise
 *
 * Returns: (transfer full) (nullable) (element-type HfIdHunk): in ascending order, none when both
 * are the same; %NULL when so much differs that everything is better replaced
 */
GArray *
hf_id_diff (GArray *before, GArray *after)
{
  Middle middle = find_middle (before, after);
  guint n = middle.new_end - middle.start;
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (HfIdHunk));
  g_autofree int *old = NULL;
  g_autofree gboolean *kept = NULL;
  guint at = middle.start;
  guint from = middle.start;

  if (n > MAX_MIDDLE || middle.old_end - middle.start > MAX_MIDDLE)
    return NULL;
  old = find_old_places (before, after, &middle);
  kept = find_kept (old, n);
  for (guint i = 0; i < n; i++)
    {
      if (!kept[i])
        continue;
      add_hunk (hunks, at, (guint) old[i], from, middle.start + i);
      at = (guint) old[i] + 1;
      from = middle.start + i + 1;
    }
  add_hunk (hunks, at, middle.old_end, from, middle.new_end);
  return hunks->len <= MAX_HUNKS ? g_steal_pointer (&hunks) : NULL;
}
