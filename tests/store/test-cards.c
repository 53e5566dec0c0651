/* test-cards.c: what a changed card brings along
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

/* A list says of a customer whom the branch knows that Fridays are no good: the step that is due on
 * Friday moves. */
static void
test_list_moves_follow_ups (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *due = NULL;
  HfCustomerFate fate;
  GError *error = NULL;
  gint64 id;

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  hf_customer_draft_set (draft, "name", "王秀英", &error);
  hf_customer_draft_set (draft, "phone", "13800005678", &error);
  hf_customer_draft_set (draft, "no-contact", "fri", &error);
  g_assert_no_error (error);
  hf_operation_begin (&operation, branch->db, &branch->actor, "import.customers", &error);
  hf_customer_store (branch->db, &branch->actor, draft, &id, &fate, &error);
  hf_operation_commit (&operation, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fate, ==, HF_CUSTOMER_UPDATED);
  due = branch_due (branch);
  g_assert_cmpstr (due, ==, "王秀英 member-28-day 1 2026-11-14T09:00 2026-11-13\n");
}

static gboolean
lives_with_somebody (Branch *branch, gint64 customer)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT household_id IS NOT NULL FROM customer WHERE id = %" G_GINT64_FORMAT, customer);

  return branch_count (branch, sql) == 1;
}

static void
test_moving_out (Branch *branch, gconstpointer data)
{
  gint64 wang, li;

  branch_add_customer (branch, "李建国", "address", "海棠路12号3室", NULL);
  wang = branch_add_customer (branch, "王秀英", "address", "海棠路12号3室", NULL);
  li = branch_add_customer (branch, "李梅", NULL);
  branch_execute (branch, "INSERT INTO household (id, name) VALUES (77, '李家');"
                          "UPDATE customer SET household_id = 77 WHERE name = '李梅'");
  g_assert_true (lives_with_somebody (branch, wang));
  branch_set (branch, wang, "address", "滨江道88号");
  g_assert_false (lives_with_somebody (branch, wang));
  /* Whom the branch put together stay so. */
  branch_set (branch, li, "address", "滨江道90号");
  g_assert_true (lives_with_somebody (branch, li));
}

/* A colleague had stood in for the owner: the new owner gets that work, too. */
static void
test_hand_over_moves_all (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_execute (branch, "UPDATE follow_up SET staff_id = NULL");
  branch_set (branch, wang, "owner", "周敏");
  g_assert_cmpint (branch_count (branch, "SELECT staff_id FROM follow_up WHERE state = 'open'"), ==,
                   zhou);
}

static void
test_discarded_by_hand (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_set (branch, wang, "card-type", "discarded");
  g_assert_cmpint (branch_count (branch, "SELECT card_type = 'discarded' AND card_type_before = "
                                         "'customer' AND discard_reason <> '' FROM customer"),
                   ==, 1);
  branch_visit (branch, wang, "phone", "reached");
  g_assert_cmpint (branch_count (branch, "SELECT card_type = 'customer' FROM customer"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/cards/SCHED-2/list-moves-follow-ups", test_list_moves_follow_ups);
  branch_test ("/cards/PLAN-1/moving-out-leaves-the-household", test_moving_out);
  branch_test ("/cards/CARD-11/hand-over-moves-all", test_hand_over_moves_all);
  branch_test ("/cards/CARD-9/discarded-by-hand", test_discarded_by_hand);
  return g_test_run ();
}
