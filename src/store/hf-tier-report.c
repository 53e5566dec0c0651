/* hf-tier-report.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-tier-report.h"

static void
clear_move (gpointer data)
{
  HfTierMove *move = data;

  g_free (move->from);
  g_free (move->to);
}

/**
 * hf_tier_report_moves:
 *
 * Returns: (transfer full) (element-type HfTierMove): everybody who had a tier by the end of @to,
 * by where they were at the end of @from; %NULL with an error
 */
GArray *
hf_tier_report_moves (HfDb *db, gint64 scheme, HfDay from, HfDay to, GError **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (HfTierMove));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  g_array_set_clear_func (moves, clear_move);
  if (!hf_rows_open (&rows, db, HF_QUERY_TIER_REPORT, error, "lll", from, to, scheme))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfTierMove move = { hf_rows_dup (&rows, 0), hf_rows_dup (&rows, 1),
                          (int) hf_rows_int (&rows, 2) };

      g_array_append_val (moves, move);
    }
  if (local == NULL)
    return g_steal_pointer (&moves);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
