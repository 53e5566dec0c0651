/* hf-case-link.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-link.h"

/**
 * hf_case_link_load:
 * @link: (out): the complaint or return whose deadline it reminds of (COMP-4, COMP-5), the reaction
 *   about which an expert calls (COMP-6), the failure it puts right (COMP-7), the incident of which
 *   it warns (COMP-8)
 *
 * Any thread with a connection of its own.
 *
 * Returns: whether it could be looked up
 */
gboolean
hf_case_link_load (HfDb *db, gint64 follow_up, HfCaseLink *link, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) failed = NULL;

  *link = (HfCaseLink){ NULL, 0 };
  if (!hf_rows_open (&rows, db, HF_QUERY_CASE_OF_FOLLOW_UP, error, "l", follow_up))
    return FALSE;
  if (hf_rows_next (&rows, &failed))
    *link = (HfCaseLink){ g_intern_string (hf_rows_text (&rows, 0)), hf_rows_int (&rows, 1) };
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}
