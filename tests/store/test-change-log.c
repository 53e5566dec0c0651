/* test-change-log.c: every change is written down and can be taken back
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-change-log.h"
#include "hf-follow-up.h"
#include "hf-reschedule.h"
#include "hf-undo.h"
#include "hf-visit.h"
#include "store-fixture.h"

/* Three triggers a table, the update trigger over every column that is not derived. */
static void
test_covers_every_table (Branch *branch, gconstpointer data)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  int n_logged = 0;

  g_assert_true (hf_rows_open (&rows, branch->db, HF_QUERY_SCHEMA_TABLES, NULL, ""));
  while (hf_rows_next (&rows, NULL))
    {
      const char *table = hf_rows_text (&rows, 0);
      g_autofree char *triggers = g_strdup_printf (
          "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '%s' AND name "
          "LIKE 'log~_%%' ESCAPE '~'",
          table);
      g_autofree char *sql = g_strdup_printf (
          "SELECT count (*) FROM pragma_table_info ('%s') AS c JOIN sqlite_schema s ON s.name = "
          "'log_%s_update' WHERE s.sql LIKE '%%, OLD.' || c.name || ', NEW.' || c.name || '%%'",
          table, table);
      g_autofree char *id = g_strdup_printf (
          "SELECT count (*) FROM pragma_table_info ('%s') WHERE name = 'id' AND pk = 1", table);
      g_autoptr (GPtrArray) columns = hf_change_log_dup_columns (branch->db, table, NULL);

      if (!hf_change_log_covers (table))
        {
          g_assert_cmpint (branch_count (branch, triggers), ==, 0);
          continue;
        }
      n_logged++;
      g_assert_cmpint (branch_count (branch, triggers), ==, 3);
      g_assert_cmpint (branch_count (branch, sql), ==, columns->len);
      g_assert_cmpint (branch_count (branch, id), ==, 1);
    }
  g_assert_cmpint (n_logged, >, 40);
}

/* JSON and back would round a REAL; money and days are integers. */
static void
test_no_real_columns (Branch *branch, gconstpointer data)
{
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM sqlite_schema s JOIN "
                                         "pragma_table_info (s.name) c WHERE s.type = 'table' AND "
                                         "s.name NOT LIKE 'customer_search%' AND "
                                         "c.type NOT IN ('INTEGER', 'TEXT')"),
                   ==, 0);
}

/* A foreign key without an index makes each delete of a parent, and so each undo, read the whole
 * child table. */
static void
test_foreign_keys_have_indexes (Branch *branch, gconstpointer data)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GString *missing = g_string_new (NULL);

  g_assert_true (hf_rows_open_text (
      &rows, branch->db,
      "SELECT s.name, f.\"from\" FROM sqlite_schema s JOIN pragma_foreign_key_list (s.name) f "
      "WHERE s.type = 'table' AND f.\"table\" IN ('customer', 'visit', 'purchase', 'enrolment', "
      "'follow_up', 'purchase_line') AND NOT EXISTS (SELECT 1 FROM pragma_index_list (s.name) l "
      "JOIN "
      "pragma_index_info (l.name) i WHERE i.seqno = 0 AND i.name = f.\"from\")",
      NULL, ""));
  while (hf_rows_next (&rows, NULL))
    g_string_append_printf (missing, "%s.%s ", hf_rows_text (&rows, 0), hf_rows_text (&rows, 1));
  g_assert_cmpstr (missing->str, ==, "");
  g_string_free (missing, TRUE);
}

static void
undo (Branch *branch)
{
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.kept, ==, 0);
}

/* A history of every kind of command; then undo one after another and compare with what was before
 * each. */
static void
test_undo_in_reverse (Branch *branch, gconstpointer data)
{
  enum
  {
    N_STEPS = 9
  };
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  gint64 wang = 0;
  gint64 follow_up = 0;

  for (int step = 0; step < N_STEPS; step++)
    {
      GError *error = NULL;

      g_ptr_array_add (dumps, branch_dump (branch));
      switch (step)
        {
        case 0:
          wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", "birth",
                                      "lunar:1950-8-15", "tag", "爱喝茶", "condition", "高血压",
                                      "owner", "林娜", "address", "海棠路12号301室", NULL);
          break;
        case 1:
          branch_buy (branch, wang, branch->powder, "2026-11-10");
          break;
        case 2:
          branch_add_customer (branch, "王建国", "address", "海棠路12号301室", NULL);
          break;
        case 3:
          follow_up = branch_count (branch, "SELECT id FROM follow_up WHERE state = 'open'");
          hf_command_snooze (branch->db, &branch->actor, follow_up, branch->actor.now + 60, &error);
          break;
        case 4:
          hf_command_reschedule (branch->db, &branch->actor, follow_up,
                                 hf_minute_get_day (branch->actor.now) + 9, "顾客出门", &error);
          break;
        case 5:
          g_assert_true (hf_customer_draft_set (draft, "owner", "", NULL));
          g_assert_true (hf_customer_draft_set (draft, "no-contact", "tue,sun", NULL));
          hf_command_set_customer (branch->db, &branch->actor, wang, draft, "换人", &error);
          break;
        case 6:
          branch_visit (branch, wang, "phone", "no-answer");
          break;
        case 7:
          hf_command_skip (branch->db, &branch->actor, follow_up, "顾客在外地", &error);
          break;
        default:
          branch_visit (branch, wang, "home", "refused");
        }
      g_assert_no_error (error);
    }
  for (int step = N_STEPS - 1; step >= 0; step--)
    {
      g_autofree char *now = NULL;

      undo (branch);
      now = branch_dump (branch);
      branch_assert_same (dumps->pdata[step], now);
    }
}

/* What was changed since stays, and is named; other columns of the row go back. */
static void
test_changed_since (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_autoptr (HfCustomerDraft) area = hf_customer_draft_new ();
  g_autoptr (HfCustomerDraft) again = hf_customer_draft_new ();
  g_auto (HfUndoResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 first;

  g_assert_true (hf_customer_draft_set (area, "area", "东区", NULL));
  g_assert_true (hf_command_set_customer (branch->db, &branch->actor, wang, area, NULL, NULL));
  first = branch_count (branch, "SELECT max (id) FROM operation");
  g_assert_true (hf_customer_draft_set (again, "area", "西区", NULL));
  g_assert_true (hf_command_set_customer (branch->db, &branch->actor, wang, again, NULL, NULL));
  g_assert_false (hf_command_undo (branch->db, &branch->actor, first, &result, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  g_assert_cmpint (branch_count (branch, "SELECT area = '西区' FROM customer"), ==, 1);
}

static void
test_undo_needs_the_right (Branch *branch, gconstpointer data)
{
  g_auto (HfUndoResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 operation;

  branch_add_customer (branch, "王秀英", NULL);
  operation = branch_count (branch, "SELECT max (id) FROM operation");
  branch_act_as (branch, branch->agent);
  g_assert_false (hf_command_undo (branch->db, &branch->actor, operation, &result, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

static void
test_role_1 (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);
  g_auto (HfVisitResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  HfVisitDraft draft;
  gint64 zhou;

  zhou = branch_add_staff (branch, "周敏");
  branch_act_as (branch, zhou);
  hf_visit_draft_init (&draft);
  draft.customer_id = wang;
  g_assert_false (hf_command_log_visit (branch->db, &branch->actor, &draft, &result, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM visit"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/change-log/covers-every-table", test_covers_every_table);
  branch_test ("/change-log/no-real-columns", test_no_real_columns);
  branch_test ("/change-log/foreign-keys-have-indexes", test_foreign_keys_have_indexes);
  branch_test ("/undo/in-reverse", test_undo_in_reverse);
  branch_test ("/undo/changed-since", test_changed_since);
  branch_test ("/undo/needs-the-right", test_undo_needs_the_right);
  branch_test ("/commands/ROLE-1/others-customers", test_role_1);
  return g_test_run ();
}
