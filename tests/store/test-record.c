/* test-record.c: a customer's right to their data
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-record.h"

#include <string.h>

#include "complaint-fixture.h"
#include "hf-card-view.h"
#include "hf-check.h"
#include "hf-find.h"
#include "hf-handover.h"
#include "hf-lookup.h"
#include "hf-undo.h"
#include "store-fixture.h"

static gint64
add_wang (Branch *branch)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", "address",
                                     "海棠里6号楼", "condition", "痛风石", "tag", "爱喝茶", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_visit (branch, wang, "phone", "reached");
  branch_set (branch, wang, "note", "住院时女儿陪着");
  branch_set (branch, wang, "address", "海棠里8号楼");
  branch_set (branch, wang, "family", "女儿/王梅朵");
  branch_set (branch, wang, "family-remove", "王梅朵");
  return wang;
}

static char *
export_record (Branch *branch, gint64 customer, const char *file, HfRecordOptions options)
{
  g_autofree char *path = g_build_filename (branch->folder, file, NULL);
  char *text = NULL;
  GError *error = NULL;

  hf_command_export_record (branch->db, &branch->actor, customer, &options, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_export (Branch *branch, gconstpointer data)
{
  HfRecordOptions plain = { FALSE, FALSE, FALSE };
  HfRecordOptions all = { TRUE, TRUE, TRUE };
  gint64 wang = add_wang (branch);
  g_autofree char *html = export_record (branch, wang, "record.html", plain);
  g_autofree char *json = export_record (branch, wang, "record.json", all);

  g_assert_nonnull (strstr (html, "海棠里8号楼"));
  g_assert_nonnull (strstr (html, "138****5678"));
  g_assert_null (strstr (html, "13800005678"));
  g_assert_null (strstr (html, "痛风石"));
  g_assert_nonnull (strstr (json, "\"number\": \"13800005678\""));
  g_assert_nonnull (strstr (json, "痛风石"));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM audit WHERE action = 'export'"), ==,
                   2);
}

static void
test_full_phones_need_a_manager (Branch *branch, gconstpointer data)
{
  HfRecordOptions options = { FALSE, TRUE, FALSE };
  gint64 wang = add_wang (branch);
  g_autofree char *path = g_build_filename (branch->folder, "record.html", NULL);
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, branch->agent);
  g_assert_false (
      hf_command_export_record (branch->db, &branch->actor, wang, &options, path, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
erase (Branch *branch, gint64 customer)
{
  GError *error = NULL;

  hf_command_erase_customer (branch->db, &branch->actor, customer, "王秀英", &error);
  g_assert_no_error (error);
}

/* Nothing of it is in the file: neither in a row nor in the log. */
static void
assert_gone (Branch *branch, const char *const *words)
{
  g_autofree char *dump = branch_dump (branch);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT count (*) FROM change WHERE instr (coalesce (old, '') || coalesce (new, ''), "
          "'%s')",
          words[i]);

      g_assert_null (strstr (dump, words[i]));
      g_assert_cmpint (branch_count (branch, sql), ==, 0);
    }
}

static void
test_erase (Branch *branch, gconstpointer data)
{
  static const char *const words[] = { "王秀英",   "13800005678", "海棠里", "痛风石",
                                       "女儿陪着", "王梅朵",      NULL };
  gint64 other = branch_add_customer (branch, "李建国", NULL);
  gint64 wang = add_wang (branch);
  g_autoptr (HfCardView) view = NULL;
  g_autoptr (GArray) found = NULL;
  g_auto (GStrv) troubles = NULL;
  GError *error = NULL;

  branch_buy (branch, other, branch->powder, "2026-11-10");
  erase (branch, wang);
  assert_gone (branch, words);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM visit"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM purchase"), ==, 2);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM audit WHERE action = 'erase'"), ==,
                   1);
  g_assert_cmpint (
      branch_count (branch, "SELECT count (*) FROM operation WHERE subject = '王秀英'"), ==, 0);
  view = hf_card_view_load (branch->db, &branch->actor, wang, &error);
  g_assert_no_error (error);
  g_assert_cmpint (view->fate, ==, HF_CARD_WAS_ERASED);
  found = hf_find_customers (branch->db, &branch->actor, "王秀英", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 0);
  troubles = hf_check_run (branch->db, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (troubles[0], ==, NULL);
}

static void
test_erase_is_final (Branch *branch, gconstpointer data)
{
  gint64 li = branch_add_customer (branch, "李建国", NULL);
  gint64 wang = add_wang (branch);
  g_auto (HfUndoResult) result = { 0 };
  g_auto (HfUndoResult) other = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 operation;

  erase (branch, wang);
  operation = branch_count (branch, "SELECT max (id) FROM operation WHERE kind = 'customer.erase'");
  g_assert_false (hf_command_undo (branch->db, &branch->actor, operation, &result, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  g_clear_error (&error);
  /* What is taken back next is what was done to somebody else before. */
  hf_command_undo (branch->db, &branch->actor, 0, &other, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (other.subject, ==, "李建国");
  g_assert_cmpint (li, !=, wang);
}

/* CARD-13: whoever still has an erased card chosen hears that, not that it was merged. */
static void
test_erased_meanwhile (Branch *branch, gconstpointer data)
{
  gint64 wang = add_wang (branch);
  g_autoptr (GError) error = NULL;
  gint64 owner;

  erase (branch, wang);
  g_assert_false (hf_lookup_customer_owner (branch->db, wang, &owner, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "erased"));
}

static void
hand_over (Branch *branch, gint64 customer)
{
  g_autoptr (GArray) customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *error = NULL;
  guint n_handed;

  g_array_append_val (customers, customer);
  hf_command_hand_over (branch->db, &branch->actor, customers, branch_add_staff (branch, "陈静"),
                        "林娜调走", &n_handed, &error);
  g_assert_no_error (error);
}

static void
undo_last (Branch *branch)
{
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
}

/* What once was on the card, and what hangs on a row that hangs on the card. */
static gint64
add_storied (Branch *branch)
{
  gint64 wang = branch_add_customer (branch, "王小芳", "phone", "13800005678", "address",
                                     "海棠里6号楼", NULL);
  gint64 complaint;

  branch_set (branch, wang, "name", "王秀英");
  branch_execute (branch, "INSERT INTO household (id, name, address)"
                          " VALUES (hf_new_id (), '小芳一家', '海棠里6号楼')");
  branch_execute (branch, "UPDATE customer SET household_id = (SELECT max (id) FROM household)");
  branch_execute (branch, "UPDATE phone SET number = '13900001234'");
  branch_execute (branch, "DELETE FROM phone");
  complaint = complaint_open_about (branch, wang, 0, FALSE);
  complaint_set_waits (branch, complaint, TRUE, "2026-11-10T11:00");
  undo_last (branch);
  complaint_set_waits (branch, complaint, TRUE, "2026-11-10T11:30");
  hand_over (branch, wang);
  return wang;
}

static gboolean
file_holds (const char *path, const char *ending, const char *word)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;

  return g_file_get_contents (name, &text, &length, NULL) &&
         memmem (text, length, word, strlen (word)) != NULL;
}

static void
test_erase_the_past (Branch *branch, gconstpointer data)
{
  static const char *const words[] = { "王小芳",      "王秀英", "小芳一家", "13800005678",
                                       "13900001234", "海棠里", "一个星期", "包装的照片",
                                       "林娜调走",    NULL };
  gint64 wang = add_storied (branch);

  erase (branch, wang);
  assert_gone (branch, words);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count (*) FROM operation WHERE instr (subject, '%s')", words[i]);

      g_assert_cmpint (branch_count (branch, sql), ==, 0);
      g_assert_false (file_holds (branch->path, "", words[i]));
      g_assert_false (file_holds (branch->path, "-wal", words[i]));
    }
  g_assert_false (file_holds (branch->path, "", "xiuying"));
}

/* Undo goes on with what was done to others, and never brings an erased card half back. */
static void
test_undo_passes_over (Branch *branch, gconstpointer data)
{
  gint64 other = branch_add_customer (branch, "李建国", NULL);
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_auto (HfUndoResult) result = { 0 };
  g_auto (GStrv) troubles = NULL;
  GError *error = NULL;

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_visit (branch, wang, "phone", "refused");
  erase (branch, wang);
  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result.subject, ==, "李建国");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer WHERE erased_on > 0"), ==,
                   1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM purchase_line"), ==, 1);
  g_assert_cmpint (other, >, 0);
  troubles = hf_check_run (branch->db, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (troubles[0], ==, NULL);
}

static void
test_erase_asks (Branch *branch, gconstpointer data)
{
  gint64 wang = add_wang (branch);
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hf_command_erase_customer (branch->db, &branch->actor, wang, "王秀", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  branch_act_as (branch, branch->agent);
  g_assert_false (hf_command_erase_customer (branch->db, &branch->actor, wang, "王秀英", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/record/CARD-13/export", test_export);
  branch_test ("/record/PHONE-3/full-phones-need-a-manager", test_full_phones_need_a_manager);
  branch_test ("/record/CARD-13/erase", test_erase);
  branch_test ("/record/CARD-13/erase-the-past", test_erase_the_past);
  branch_test ("/record/CARD-13/undo-passes-over", test_undo_passes_over);
  branch_test ("/record/CARD-13/erase-is-final", test_erase_is_final);
  branch_test ("/record/CARD-13/erased-meanwhile", test_erased_meanwhile);
  branch_test ("/record/CARD-13/erase-asks", test_erase_asks);
  return g_test_run ();
}
