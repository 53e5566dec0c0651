/* test-undo.c: taking back, and what must stay
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-check.h"
#include "hf-import.h"
#include "hf-undo.h"
#include "store-fixture.h"

static void
import_text (Branch *branch, HfImportKind kind, const char *text)
{
  g_autofree char *path = g_build_filename (branch->folder, "list.csv", NULL);
  g_auto (HfImportResult) result = { 0 };
  HfImportOptions options = { 0 };
  GError *error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  hf_command_import (branch->db, &branch->actor, kind, path, &options, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.refused, ==, 0);
}

static gint64
find_operation (Branch *branch, const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (id) FROM operation WHERE kind = '%s'", kind);

  return branch_count (branch, sql);
}

static void
undo (Branch *branch, gint64 operation)
{
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, operation, &result, &error);
  g_assert_no_error (error);
}

static void
assert_whole (Branch *branch)
{
  GError *error = NULL;
  g_auto (GStrv) troubles = hf_check_run (branch->db, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (troubles[0], ==, NULL);
}

static gint64
find_customer (Branch *branch, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM customer WHERE name = '%s'", name);

  return branch_count (branch, sql);
}

/* Two cards from a list; somebody called one of them since: that one stays as it came. */
static void
test_used_card_stays_whole (Branch *branch, gconstpointer data)
{
  import_text (branch, HF_IMPORT_CUSTOMERS,
               "姓名,电话,出生日期,标签\n"
               "王秀英,13800005678,1951-03-05,爱喝茶\n"
               "陈玮,13900001234,1960-01-02,爱喝茶\n");
  branch_visit (branch, find_customer (branch, "王秀英"), "phone", "reached");
  undo (branch, find_operation (branch, "import.customers"));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM phone"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM special_date"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer_tag"), ==, 1);
  assert_whole (branch);
}

/* A step of the plan that a purchase began was done since: the purchase stays with its lines, the
 * other customer's goes. */
static void
test_used_purchase_stays_whole (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);

  branch_add_customer (branch, "陈玮", NULL);
  import_text (branch, HF_IMPORT_PURCHASES,
               "姓名,日期,产品,数量\n"
               "王秀英,2026-11-10,蛋白粉,1\n"
               "陈玮,2026-11-10,蛋白粉,2\n");
  branch_set_now (branch, "2026-11-13T12:00");
  branch_visit (branch, wang, "phone", "reached");
  undo (branch, find_operation (branch, "import.purchases"));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM purchase"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT sum (packs) FROM purchase_line"), ==, 1);
  g_assert_cmpint (
      branch_count (branch, "SELECT count (*) FROM enrolment WHERE purchase_id IS NOT NULL"), ==,
      1);
  g_assert_cmpint (branch_count (branch,
                                 "SELECT group_concat (name || card_type) = '王秀英customer' FROM "
                                 "customer WHERE card_type = 'customer'"),
                   ==, 1);
  assert_whole (branch);
}

/* What was itself undone since does not count. */
static void
test_unused_again (Branch *branch, gconstpointer data)
{
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;

  import_text (branch, HF_IMPORT_CUSTOMERS, "姓名,电话\n王秀英,13800005678\n");
  branch_visit (branch, find_customer (branch, "王秀英"), "phone", "reached");
  undo (branch, 0);
  undo (branch, find_operation (branch, "import.customers"));
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* What was undone and redone is undone itself, not by way of the redo. */
static void
test_undo_of_a_redo (Branch *branch, gconstpointer data)
{
  g_auto (HfUndoResult) redone = { 0 };
  g_auto (HfUndoResult) refused = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 added;

  branch_add_customer (branch, "王秀英", NULL);
  added = find_operation (branch, "customer.add");
  undo (branch, added);
  g_assert_true (hf_command_redo (branch->db, &branch->actor, &redone, NULL));
  g_assert_cmpstr (redone.kind, ==, "customer.add");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer"), ==, 1);
  g_assert_false (hf_command_undo (branch->db, &branch->actor, find_operation (branch, "redo"),
                                   &refused, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  undo (branch, added);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer"), ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT undone_by IS NOT NULL FROM operation WHERE kind = "
                                         "'customer.add'"),
                   ==, 1);
}

/* The owner of the file undoes anybody's last, a person signed in their own, nobody the program's.
 */
static void
test_last_of_whom (Branch *branch, gconstpointer data)
{
  branch_act_as (branch, branch->agent);
  branch_add_customer (branch, "王秀英", NULL);
  branch_enrol (branch, find_customer (branch, "王秀英"), "member-28-day");
  branch_act_as (branch, 0);
  branch_add_customer (branch, "陈玮", NULL);
  branch_execute (branch, "UPDATE setting SET value = value || '.'");
  branch_execute (branch, "UPDATE operation SET kind = 'engine.run' WHERE kind = 'test'");
  branch_act_as (branch, branch->agent);
  undo (branch, 0);
  g_assert_cmpint (branch_count (branch,
                                 "SELECT count (*) FROM enrolment e JOIN care_plan p ON p.id = "
                                 "e.plan_id WHERE p.key = 'member-28-day'"),
                   ==, 0);
  branch_act_as (branch, 0);
  undo (branch, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer WHERE name = '陈玮'"), ==,
                   0);
  undo (branch, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/undo/PUR-4/used-card-stays-whole", test_used_card_stays_whole);
  branch_test ("/undo/PUR-4/used-purchase-stays-whole", test_used_purchase_stays_whole);
  branch_test ("/undo/PUR-4/unused-again", test_unused_again);
  branch_test ("/undo/undo-of-a-redo", test_undo_of_a_redo);
  branch_test ("/undo/ROLE-1/last-of-whom", test_last_of_whom);
  return g_test_run ();
}
