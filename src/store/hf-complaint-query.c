/* hf-complaint-query.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint-query.h"

/* What each order goes by; cases without it come last in either direction. */
static const char *const orders[] = {
  [HF_COMPLAINT_SORT_NUMBER] = "p.number",
  [HF_COMPLAINT_SORT_CUSTOMER] = "c.name_sort",
  [HF_COMPLAINT_SORT_REASON] = "p.reason",
  [HF_COMPLAINT_SORT_STAGE] =
      "CASE p.stage WHEN 'received' THEN 0 WHEN 'acknowledged' THEN 1 WHEN 'investigating' THEN 2 "
      "WHEN 'answered' THEN 3 WHEN 'resolved' THEN 4 ELSE 5 END",
  [HF_COMPLAINT_SORT_STAFF] =
      "(SELECT name FROM staff WHERE id = coalesce (p.investigator_id, p.responsible_id, "
      "c.owner_id))",
  [HF_COMPLAINT_SORT_RECEIVED] = "p.received_at",
  [HF_COMPLAINT_SORT_DEADLINE] =
      "(SELECT min (due_at) FROM deadline d WHERE d.subject_id = p.id AND d.state IN ('open', "
      "'missed') AND d.done_at IS NULL AND d.stands_since_at IS NULL)",
  [HF_COMPLAINT_SORT_CLOSED] = "p.closed_at",
};

static const char *const conditions[] = {
  [HF_COMPLAINTS_OPEN] = "p.stage <> 'closed'",
  [HF_COMPLAINTS_CLOSED] = "p.closed_at IS NOT NULL",
  [HF_COMPLAINTS_ALL] = "1",
};

/**
 * hf_complaint_query_dup_ids:
 *
 * All of them, 8 bytes each; rows are read by id as they are seen. For a reader thread.
 *
 * Returns: (transfer full) (element-type gint64): or %NULL with an error
 */
GArray *
hf_complaint_query_dup_ids (HfDb *db, const HfComplaintQuery *query, GError **error)
{
  const char *order = orders[query->sort];
  const char *direction = query->descending ? "DESC" : "ASC";
  g_autofree char *sql = g_strdup_printf (
      "SELECT p.id FROM complaint p JOIN customer c ON c.id = p.customer_id WHERE %s "
      "AND (?1 = 0 OR c.owner_id = ?1 OR c.owner_id IS NULL OR p.investigator_id = ?1 "
      "OR p.responsible_id = ?1) "
      "AND (?2 = 0 OR coalesce (p.investigator_id, p.responsible_id, c.owner_id) = ?2) "
      "ORDER BY %s IS NULL, %s %s, p.id %s",
      conditions[query->shown], order, order, direction, direction);
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open_text (&rows, db, sql, error, "ll", query->filter.agent_id,
                          query->filter.responsible_id))
    return NULL;
  return hf_rows_dup_ids (&rows, error);
}
