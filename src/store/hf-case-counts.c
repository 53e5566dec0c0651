/* hf-case-counts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-counts.h"

/**
 * hf_case_counts_load:
 *
 * Reads the open cases of all kinds, which are few.
 *
 * Returns: (transfer full): freed with g_free(), or %NULL with an error
 */
HfCaseCounts *
hf_case_counts_load (HfDb *db, const HfCaseFilter *filter, GError **error)
{
  g_autofree HfCaseCounts *counts = g_new0 (HfCaseCounts, 1);
  HfMinute tomorrow = hf_minute_new (hf_minute_get_day (filter->now) + 1, 0);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  guint *const fields[] = { &counts->complaints, &counts->returns,   &counts->adverse,
                            &counts->recovery,   &counts->incidents, &counts->today };

  if (!hf_rows_open (&rows, db, HF_QUERY_CASE_COUNTS, error, "lll", filter->agent_id,
                     filter->responsible_id, tomorrow) ||
      !hf_rows_next (&rows, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] = (guint) hf_rows_int (&rows, (int) i);
  return g_steal_pointer (&counts);
}
