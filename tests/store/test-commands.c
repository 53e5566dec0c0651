/* test-commands.c: the commands against a real database file
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-undo.h"
#include "hf-visit.h"
#include "store-fixture.h"

static void
assert_due (Branch *branch, const char *expected)
{
  g_autofree char *due = branch_due (branch);

  g_assert_cmpstr (due, ==, expected);
}

/* 28 days of care after a purchase on Tuesday 10 November: days 3, 7, 14 ... */
static void
test_purchase_enrols (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  assert_due (branch, "王秀英 member-28-day 1 2026-11-13T09:00 2026-11-13\n");
  branch_set_now (branch, "2026-11-13T12:00");
  branch_visit (branch, wang, "phone", "reached");
  assert_due (branch, "王秀英 member-28-day 2 2026-11-17T09:00 2026-11-17\n");
}

static void
test_infant_family (Branch *branch, gconstpointer data)
{
  gint64 chen = branch_add_customer (branch, "陈玮", "child", "2026-05-20", NULL);

  branch_buy (branch, chen, branch->powder, "2026-11-10");
  assert_due (branch, "陈玮 four-level 1 2026-11-17T11:30 2026-11-17\n");
}

static void
test_undo_restores_rows (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);
  g_auto (HfUndoResult) result = { 0 };
  g_auto (HfUndoResult) again = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *visited = NULL;
  g_autofree char *after = NULL;
  g_autofree char *redone = NULL;
  GError *error = NULL;

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_set_now (branch, "2026-11-13T12:00");
  before = branch_dump (branch);
  branch_visit (branch, wang, "phone", "reached");
  visited = branch_dump (branch);
  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result.kind, ==, "visit.log");
  g_assert_cmpstr (result.subject, ==, "王秀英");
  after = branch_dump (branch);
  branch_assert_same (before, after);
  hf_command_redo (branch->db, &branch->actor, &again, &error);
  g_assert_no_error (error);
  redone = branch_dump (branch);
  branch_assert_same (redone, visited);
}

static void
test_card_types (Branch *branch, gconstpointer data)
{
  gint64 luo = branch_add_customer (branch, "罗小梅", "phone", "13900001111", NULL);

  branch_visit (branch, luo, "phone", "no-answer");
  branch_visit (branch, luo, "phone", "off");
  branch_set_now (branch, "2026-11-11T10:00");
  branch_visit (branch, luo, "phone", "no-answer");
  g_assert_cmpint (branch_count (branch, "SELECT card_type = 'new' FROM customer"), ==, 1);
  branch_set_now (branch, "2026-11-12T10:00");
  branch_visit (branch, luo, "phone", "wrong-number");
  g_assert_cmpint (branch_count (branch, "SELECT card_type = 'discarded' FROM customer"), ==, 1);
  branch_set_now (branch, "2026-11-13T10:00");
  branch_visit (branch, luo, "home", "reached");
  g_assert_cmpint (branch_count (branch, "SELECT card_type = 'contacted' FROM customer"), ==, 1);
}

/* CARD-7: nothing stays open for somebody who wants no contact, and a plan can't be started. */
static void
test_do_not_contact (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autofree char *due = NULL;

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  g_assert_true (hf_customer_draft_set (draft, "do-not-contact", "本人要求", NULL));
  g_assert_true (hf_command_set_customer (branch->db, &branch->actor, wang, draft, NULL, NULL));
  due = branch_due (branch);
  g_assert_cmpstr (due, ==, "");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state_reason = "
                                         "'do-not-contact'"),
                   ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/commands/PLAN-10/purchase-enrols", test_purchase_enrols);
  branch_test ("/commands/PLAN-10/infant-family", test_infant_family);
  branch_test ("/commands/undo/restores-rows", test_undo_restores_rows);
  branch_test ("/commands/CARD-9/card-types", test_card_types);
  branch_test ("/commands/CARD-7/do-not-contact", test_do_not_contact);
  return g_test_run ();
}
