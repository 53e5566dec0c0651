/* test-taken-up.c: a discarded card that is taken up again, and its care
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-check.h"
#include "hf-undo.h"
#include "store-fixture.h"

static void
assert_due (Branch *branch, const char *expected)
{
  g_autofree char *due = branch_due (branch);

  g_assert_cmpstr (due, ==, expected);
}

static void
assert_whole (Branch *branch)
{
  g_auto (GStrv) troubles = hf_check_run (branch->db, NULL);

  g_assert_nonnull (troubles);
  g_assert_cmpstr (troubles[0], ==, NULL);
}

static void
undo_to (Branch *branch, const char *before)
{
  g_auto (HfUndoResult) result = { 0 };
  g_autofree char *after = NULL;
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* Bought on 10 November; nobody answers on three days, so the card is discarded on the 14th. */
static gint64
discard (Branch *branch)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  for (int day = 12; day <= 14; day++)
    {
      g_autofree char *now = g_strdup_printf ("2026-11-%dT12:00", day);

      branch_set_now (branch, now);
      branch_visit (branch, wang, "phone", "no-answer");
    }
  assert_due (branch, "");
  return wang;
}

static void
test_reached_again (Branch *branch, gconstpointer data)
{
  gint64 wang = discard (branch);
  g_autofree char *before = branch_dump (branch);

  branch_set_now (branch, "2026-11-16T12:00");
  branch_visit (branch, wang, "phone", "reached");
  g_assert_cmpint (branch_count (branch, "SELECT card_type = 'customer' FROM customer"), ==, 1);
  assert_due (branch, "王秀英 member-28-day 2 2026-11-17T09:00 2026-11-17\n");
  assert_whole (branch);
  undo_to (branch, before);
}

static void
test_set_back_by_hand (Branch *branch, gconstpointer data)
{
  gint64 wang = discard (branch);
  g_autofree char *before = branch_dump (branch);

  branch_set (branch, wang, "card-type", "customer");
  assert_due (branch, "王秀英 member-28-day 1 2026-11-13T09:00 2026-11-13\n");
  assert_whole (branch);
  undo_to (branch, before);
}

static void
test_by_hand_and_reached (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_set (branch, wang, "card-type", "discarded");
  assert_due (branch, "");
  branch_set_now (branch, "2026-11-11T12:00");
  branch_visit (branch, wang, "phone", "reached");
  g_assert_cmpint (branch_count (branch, "SELECT card_type = 'customer' FROM customer"), ==, 1);
  assert_whole (branch);
}

static void
test_no_contact_stays (Branch *branch, gconstpointer data)
{
  gint64 wang = discard (branch);

  branch_set (branch, wang, "do-not-contact", "本人要求");
  branch_set (branch, wang, "card-type", "customer");
  assert_due (branch, "");
  assert_whole (branch);
}

/* The later plan counts: a purchase made a discarded card a customer's, and began a plan anew. */
static void
test_later_plan_counts (Branch *branch, gconstpointer data)
{
  gint64 wang = discard (branch);

  branch_buy (branch, wang, branch->powder, "2026-11-14");
  branch_set (branch, wang, "card-type", "discarded");
  branch_set (branch, wang, "card-type", "customer");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM enrolment WHERE state = 'running'"),
                   ==, 1);
  assert_whole (branch);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/taken-up/CARD-9/reached-again", test_reached_again);
  branch_test ("/taken-up/CARD-9/set-back-by-hand", test_set_back_by_hand);
  branch_test ("/taken-up/CARD-9/discarded-by-hand-and-reached", test_by_hand_and_reached);
  branch_test ("/taken-up/CARD-9/no-contact-stays", test_no_contact_stays);
  branch_test ("/taken-up/CARD-9/later-plan-counts", test_later_plan_counts);
  return g_test_run ();
}
