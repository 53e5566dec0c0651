/* test-handover.c: customers change hands (CARD-11, CARD-14, TIER-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-handover.h"
#include "hf-progress.h"
#include "hf-undo.h"
#include "store-fixture.h"

#define N_CUSTOMERS (20)

static GArray *
add_customers (Branch *branch)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 0; i < N_CUSTOMERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("顾客%02d", i);
      gint64 id = branch_add_customer (branch, name, "owner", "林娜", NULL);

      branch_buy (branch, id, branch->powder, "2026-11-10");
      g_array_append_val (ids, id);
    }
  return ids;
}

/* All rows that a hand-over may touch. */
static char *
dump (Branch *branch)
{
  /* An enrolment’s day of evaluation is derived: undoing asks the engine to look again. */
  static const char *const tables[] = {
    "* FROM customer",
    "* FROM follow_up",
    "* FROM handover",
    "id, customer_id, plan_id, anchor_on, state, ended_on, end_reason FROM enrolment",
  };
  GString *text = g_string_new (NULL);
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %s ORDER BY id", tables[i]);
      g_auto (HfRows) rows = HF_ROWS_INIT;

      hf_rows_open_text (&rows, branch->db, sql, &error, "");
      g_assert_no_error (error);
      while (hf_rows_next (&rows, &error))
        {
          for (int c = 0; c < sqlite3_column_count (rows.statement); c++)
            g_string_append_printf (text, "%s|",
                                    hf_rows_is_null (&rows, c) ? "NULL" : hf_rows_text (&rows, c));
          g_string_append_c (text, '\n');
        }
      g_assert_no_error (error);
    }
  return g_string_free (text, FALSE);
}

static void
undo (Branch *branch)
{
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
}

static void
test_twenty (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  g_autoptr (GArray) ids = add_customers (branch);
  g_autofree char *before = dump (branch);
  g_autofree char *after = NULL;
  g_autofree char *sql = NULL;
  GError *error = NULL;
  guint n;

  hf_command_hand_over (branch->db, &branch->actor, ids, zhou, "产假", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, N_CUSTOMERS);
  sql = g_strdup_printf ("SELECT count (*) FROM follow_up WHERE state = 'open' AND staff_id IS NOT "
                         "%" G_GINT64_FORMAT,
                         zhou);
  g_assert_cmpint (branch_count (branch, sql), ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM handover h JOIN staff a ON a.id = "
                                         "h.from_id JOIN staff b ON b.id = h.to_id WHERE a.name = "
                                         "'林娜' AND b.name = '周敏' AND h.reason = '产假'"),
                   ==, N_CUSTOMERS);
  /* The introduction comes before anything else. */
  g_assert_cmpint (branch_count (branch,
                                 "SELECT count (*) FROM customer c JOIN follow_up f ON "
                                 "f.customer_id = c.id AND f.due_at = c.next_due_at WHERE f.cause "
                                 "= 'introduction' AND f.state = 'open'"),
                   ==, N_CUSTOMERS);
  undo (branch);
  after = dump (branch);
  g_assert_true (g_str_equal (after, before));
}

/* The owner's name put right on the card is a hand-over like any other. */
static void
test_in_place (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);

  branch_add_staff (branch, "周敏");
  branch_set (branch, wang, "owner", "周敏");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM handover"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up f JOIN staff s ON s.id = "
                                         "f.staff_id WHERE f.cause = 'introduction' AND f.state = "
                                         "'open' AND s.name = '周敏'"),
                   ==, 1);
  branch_set (branch, wang, "owner", "周敏");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM handover"), ==, 1);
  branch_set (branch, wang, "owner", "");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE cause = "
                                         "'introduction'"),
                   ==, 1);
}

static void
test_book (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  g_autoptr (GArray) ids = add_customers (branch);
  GError *error = NULL;
  g_autoptr (GArray) book = NULL;
  guint n;

  branch_add_customer (branch, "陈玮", "owner", "周敏", NULL);
  book = hf_handover_dup_book (branch->db, branch->agent, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book->len, ==, ids->len);
  hf_command_hand_over (branch->db, &branch->actor, book, zhou, "离职", &n, &error);
  g_assert_no_error (error);
  /* Once more changes nothing, and is no operation. */
  hf_command_hand_over (branch->db, &branch->actor, book, zhou, "离职", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM handover"), ==, N_CUSTOMERS);
}

static void
assert_refused (Branch *branch, GArray *ids, gint64 to, const char *reason, int code)
{
  g_autofree char *before = dump (branch);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_false (hf_command_hand_over (branch->db, &branch->actor, ids, to, reason, &n, &error));
  g_assert_error (error, HF_ERROR, code);
  after = dump (branch);
  g_assert_cmpstr (after, ==, before);
}

/* An agent hands over their own, not a colleague's; and always says why, without numbers. */
static void
test_refused (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  g_autoptr (GArray) ids = add_customers (branch);

  assert_refused (branch, ids, zhou, "", HF_ERROR_BAD_INPUT);
  assert_refused (branch, ids, zhou, "请打 13800005678", HF_ERROR_BAD_INPUT);
  assert_refused (branch, ids, 12345, "离职", HF_ERROR_NOT_FOUND);
  branch_act_as (branch, zhou);
  assert_refused (branch, ids, zhou, "我来", HF_ERROR_NOT_ALLOWED);
}

static void
test_pack (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", "taboos", "周日不上门",
                                     "phone", "13800005678", NULL);
  GError *error = NULL;
  g_autoptr (HfHandoverPack) pack = NULL;
  g_autofree char *text = NULL;

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_visit (branch, wang, "phone", "reached");
  branch_execute (branch, "INSERT INTO promise (id, customer_id, text, due_on) SELECT 77, id, "
                          "'送说明书', 20790 FROM customer");
  pack = hf_handover_pack_load (branch->db, &branch->actor, wang, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pack->promises->len, ==, 1);
  g_assert_cmpint (pack->visits->len, ==, 1);
  g_assert_nonnull (pack->places[0]);
  text = hf_handover_pack_format (pack);
  g_assert_nonnull (strstr (text, "周日不上门"));
  g_assert_nonnull (strstr (text, "送说明书"));
  g_assert_null (strstr (text, "13800005678"));
}

/* TIER-2: B asks for very high professional skill. */
static void
test_fits (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) fits = NULL;
  g_autofree char *sql = NULL;
  GError *error = NULL;
  guint n;

  g_array_append_val (ids, wang);
  sql = g_strdup_printf (
      "INSERT INTO staff_skill (id, staff_id, skill, grade) VALUES "
      "(1, %1$" G_GINT64_FORMAT ", 'professional', 'very-high'), "
      "(2, %1$" G_GINT64_FORMAT ", 'communication', 'high');"
      "INSERT INTO customer_tier (id, customer_id, scheme_id, tier, rank, since_on) "
      "SELECT 3, %2$" G_GINT64_FORMAT ", id, 'B', 2, 20000 FROM tier_scheme WHERE key = 'value'",
      zhou, wang);
  branch_execute (branch, sql);
  fits = hf_handover_dup_fits (branch->db, ids, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fits->len, ==, 2);
  g_assert_cmpint (((const HfHandoverFit *) fits->pdata[0])->staff_id, ==, zhou);
  g_assert_cmpint (((const HfHandoverFit *) fits->pdata[0])->gap, ==, 0);
  g_assert_cmpint (((const HfHandoverFit *) fits->pdata[1])->gap, >, 0);
  /* Nobody is handed a customer whom they have already. */
  hf_command_hand_over (branch->db, &branch->actor, ids, zhou, "产假", &n, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (fits);
  fits = hf_handover_dup_fits (branch->db, ids, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fits->len, ==, 1);
  g_assert_cmpint (((const HfHandoverFit *) fits->pdata[0])->staff_id, !=, zhou);
}

/* Somebody presses Cancel when some rows have been written. */
static void
on_row (void *data, int kind, const char *schema, const char *table, sqlite3_int64 row)
{
  HfProgress *progress = data;

  if (g_atomic_int_get (&progress->thousandths) >= 500)
    g_cancellable_cancel (progress->cancellable);
}

/* Nothing remains of a command that was cancelled half way, and the next one runs. */
static void
test_cancelled (Branch *branch, gconstpointer data)
{
  g_autoptr (GArray) ids = add_customers (branch);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HfProgress progress = { cancellable, HF_PROGRESS_UNKNOWN };
  gint64 zhou = branch_add_staff (branch, "周敏");
  g_autofree char *before = dump (branch);
  g_autofree char *after = NULL;
  GError *error = NULL;
  guint n;

  hf_db_set_progress (branch->db, &progress);
  sqlite3_update_hook (hf_db_get_handle (branch->db), on_row, &progress);
  g_assert_false (hf_command_hand_over (branch->db, &branch->actor, ids, zhou, "产假", &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (progress.thousandths, >=, 500);
  g_assert_cmpint (progress.thousandths, <, 1000);
  after = dump (branch);
  g_assert_cmpstr (before, ==, after);
  hf_db_set_progress (branch->db, NULL);
  hf_command_hand_over (branch->db, &branch->actor, ids, zhou, "产假", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, N_CUSTOMERS);
}

#define ADD(path, func) g_test_add (path, Branch, NULL, branch_set_up, func, branch_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/handover/CARD-14/in-place-on-the-card", test_in_place);
  ADD ("/handover/CARD-11/twenty-and-undo", test_twenty);
  ADD ("/handover/CARD-11/cancelled", test_cancelled);
  ADD ("/handover/CARD-11/book", test_book);
  ADD ("/handover/ROLE-1/refused", test_refused);
  ADD ("/handover/CARD-14/pack", test_pack);
  ADD ("/handover/TIER-2/fits", test_fits);
  return g_test_run ();
}
