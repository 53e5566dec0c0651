/* test-reminder.c: claims of reminders, given back and taken
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder.h"
#include "store-fixture.h"

static GArray *
claim (Branch *branch, const char *process)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = branch_count (branch, "SELECT max (id) FROM follow_up");
  GArray *claimed = NULL;
  GError *error = NULL;

  g_array_append_val (ids, id);
  hf_reminder_claim (branch->db, &branch->actor, ids, process, &claimed, &error);
  g_assert_no_error (error);
  return claimed;
}

static void
add_due (Branch *branch)
{
  gint64 customer = branch_add_customer (branch, "王秀英", NULL);

  branch_buy (branch, customer, branch->powder, "2026-11-10");
  branch_set_now (branch, "2026-11-13T09:00");
}

/* Half of it would be a reminder that is marked as claimed and has no delivery: lost. */
static void
test_give_back_is_whole (Branch *branch, gconstpointer data)
{
  g_autoptr (GArray) claimed = NULL;
  g_autoptr (GError) error = NULL;

  add_due (branch);
  claimed = claim (branch, "a");
  g_assert_cmpuint (claimed->len, ==, 1);
  g_assert_true (hf_db_execute (branch->db,
                                "CREATE TEMP TRIGGER power_cut BEFORE UPDATE OF reminded_for_at "
                                "ON follow_up BEGIN SELECT RAISE (ABORT, 'power cut'); END",
                                NULL));
  g_assert_false (hf_reminder_give_back (branch->db, claimed, &error));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery"), ==, 1);
  g_assert_true (hf_db_execute (branch->db, "DROP TRIGGER power_cut", NULL));
  g_assert_true (hf_reminder_give_back (branch->db, claimed, NULL));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery"), ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT reminded_for_at IS NULL FROM follow_up"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/reminder/give-back-is-whole", test_give_back_is_whole);
  return g_test_run ();
}
