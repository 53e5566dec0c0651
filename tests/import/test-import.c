/* test-import.c: all of a table or nothing; cancelled, tried, taken back (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-undo.h"
#include "import-fixture.h"

#define CUSTOMERS                                                             \
  "姓名,手机,生日,住址,标签,病史,宝宝生日,家庭,负责人\n" \
  "王秀英,13800000001,1950-01-02,海棠路1号3栋,茶,痛风,,,林娜\n"  \
  "李建国,13800000002,农历1949年八月十五,海棠路1号3栋,,,,,\n"  \
  "陈玮,13800000004,,,茶、车,,2026-05-20,甲,林娜\n"

#define PURCHASES                                                                                  \
  "姓名,日期,产品,数量\n王秀英,2026-11-02,蛋白粉,2\n陈玮,2026-11-09,蛋白粉,1\n" \
  "李建国,2025-11-09,蛋白粉,1\n"

static char *
make_long_table (guint n)
{
  GString *table = g_string_new ("姓名,手机\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (table, "王%u,138%08u\n", i, i);
  return g_string_free (table, FALSE);
}

static void
undo (Branch *branch, HfUndoResult *result)
{
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, result, &error);
  g_assert_no_error (error);
}

static void
test_undo (Branch *branch, gconstpointer data)
{
  g_auto (HfUndoResult) purchases = { 0 };
  g_auto (HfUndoResult) customers = { 0 };
  g_autofree char *empty = branch_dump (branch);
  g_autofree char *filled = NULL;
  g_autofree char *after = NULL;
  g_autofree char *at_last = NULL;

  import_good (branch, HF_IMPORT_CUSTOMERS, CUSTOMERS, "3/0/0/0");
  filled = branch_dump (branch);
  import_good (branch, HF_IMPORT_PURCHASES, PURCHASES, "3/0/0/0");
  undo (branch, &purchases);
  g_assert_cmpstr (purchases.kind, ==, "import.purchases");
  g_assert_cmpint (purchases.kept, ==, 0);
  after = branch_dump (branch);
  branch_assert_same (filled, after);
  undo (branch, &customers);
  g_assert_cmpstr (customers.kind, ==, "import.customers");
  at_last = branch_dump (branch);
  branch_assert_same (empty, at_last);
}

/* What a second import filled in goes, what the first one brought stays. */
static void
test_undo_of_updates (Branch *branch, gconstpointer data)
{
  g_auto (HfUndoResult) result = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import_good (branch, HF_IMPORT_CUSTOMERS, "姓名,手机\n王秀英,13800000001\n", "1/0/0/0");
  before = branch_dump (branch);
  import_good (branch, HF_IMPORT_CUSTOMERS, CUSTOMERS, "2/1/0/0");
  undo (branch, &result);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

static void
test_undo_keeps_what_came_after (Branch *branch, gconstpointer data)
{
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_auto (HfUndoResult) result = { 0 };
  g_autofree char *names = NULL;
  GError *error = NULL;
  gint64 wang;

  import_good (branch, HF_IMPORT_CUSTOMERS, CUSTOMERS, "3/0/0/0");
  wang = branch_count (branch, "SELECT id FROM customer WHERE name = '王秀英'");
  hf_customer_draft_set (draft, "note", "喜欢兰花", &error);
  g_assert_no_error (error);
  hf_command_set_customer (branch->db, &branch->actor, wang, draft, NULL, &error);
  g_assert_no_error (error);
  hf_command_undo (branch->db, &branch->actor,
                   branch_count (branch, "SELECT id FROM operation WHERE kind LIKE 'import.%'"),
                   &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.kept, >, 0);
  names = import_dup_value (branch, "SELECT name, note FROM customer");
  g_assert_cmpstr (names, ==, "王秀英|喜欢兰花");
}

static void
test_dry_run (Branch *branch, gconstpointer data)
{
  g_autofree char *path = import_write (branch, CUSTOMERS);
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_auto (HfImportResult) result = { 0 };
  HfImportOptions options = { .dry_run = TRUE };
  GError *error = NULL;

  hf_command_import (branch->db, &branch->actor, HF_IMPORT_CUSTOMERS, path, &options, &result,
                     &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.added, ==, 3);
  after = branch_dump (branch);
  branch_assert_same (before, after);
  /* The ids that it gave are free again. */
  import_good (branch, HF_IMPORT_CUSTOMERS, CUSTOMERS, "3/0/0/0");
}

static void
cancel_half_way (double fraction, gpointer data)
{
  g_assert_true (fraction >= 0 && fraction <= 1);
  if (fraction > 0.5)
    g_cancellable_cancel (data);
}

static void
test_cancel (Branch *branch, gconstpointer data)
{
  g_autofree char *table = make_long_table (20000);
  g_autofree char *path = import_write (branch, table);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_auto (HfImportResult) result = { 0 };
  HfImportOptions options = { .cancellable = cancellable,
                              .progress = cancel_half_way,
                              .progress_data = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_false (hf_command_import (branch->db, &branch->actor, HF_IMPORT_CUSTOMERS, path,
                                     &options, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (result.added, >, 1000);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

typedef struct
{
  const char *name;
  const char *tail; /* after thousand good rows */
  gsize length;
} Broken;

static const Broken broken[] = {
  { "unterminated-quote", "张,\"13800000001\n李,\n", 0 },
  { "nul-byte", "张,\0001380000\n", 10 },
  { "another-encoding", "\xd5\xc5,13800000001\n", 0 },
  { "torn-character", "\xe5\xbc", 0 },
};

/* The good rows before the damage are not written either. */
static void
test_broken (Branch *branch, gconstpointer data)
{
  const Broken *one = data;
  g_autofree char *table = make_long_table (1000);
  g_autoptr (GString) text = g_string_new (table);
  g_autofree char *path = g_build_filename (branch->folder, "broken.csv", NULL);
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_auto (HfImportResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  g_string_append_len (text, one->tail,
                       one->length > 0 ? (gssize) one->length : (gssize) strlen (one->tail));
  g_file_set_contents (path, text->str, (gssize) text->len, NULL);
  g_assert_false (hf_command_import (branch->db, &branch->actor, HF_IMPORT_CUSTOMERS, path, NULL,
                                     &result, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/import/PUR-4/undo-restores-the-rows", test_undo);
  branch_test ("/import/PUR-4/undo-of-updates", test_undo_of_updates);
  branch_test ("/import/PUR-4/undo-keeps-what-came-after", test_undo_keeps_what_came_after);
  branch_test ("/import/PUR-4/dry-run", test_dry_run);
  branch_test ("/import/PUR-4/cancel", test_cancel);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/import/PUR-4/broken/", broken[i].name, NULL);

      g_test_add (path, Branch, &broken[i], branch_set_up, test_broken, branch_tear_down);
    }
  return g_test_run ();
}
