/* test-queries.c: the ways in which SQLite answers what is asked often
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

/* How SQLite would go about it, a step a line. */
static char *
dup_plan (Branch *branch, HfQuery query)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", hf_query_texts[query], NULL);
  GString *plan = g_string_new (NULL);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;

  hf_rows_open_text (&rows, branch->db, sql, &error, "");
  g_assert_no_error (error);
  while (hf_rows_next (&rows, &error))
    g_string_append_printf (plan, "%s\n", hf_rows_text (&rows, 3));
  g_assert_no_error (error);
  return g_string_free (plan, FALSE);
}

static void
assert_uses (Branch *branch, HfQuery query, const char *step)
{
  g_autofree char *plan = dup_plan (branch, query);

  g_test_message ("%s", plan);
  g_assert_nonnull (g_strstr_len (plan, -1, step));
  g_assert_null (g_strstr_len (plan, -1, "SCAN"));
}

/* What an operation opened is looked up, one by one, and not among all that is open. */
static void
test_opened_since (Branch *branch, gconstpointer data)
{
  assert_uses (branch, HF_QUERY_FOLLOW_UPS_OPENED_SINCE,
               "SEARCH follow_up USING INTEGER PRIMARY KEY");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/queries/opened-since", test_opened_since);
  return g_test_run ();
}
