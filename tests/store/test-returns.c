/* test-returns.c: goods that come back, on a real database
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "complaint-fixture.h"
#include "hf-complaint-list.h"
#include "hf-incident.h"
#include "hf-return-list.h"
#include "hf-return.h"
#include "hf-undo.h"

/* Wang Xiuying bought 30 days' powder on Monday, 9 November 2026; it is Tuesday, 10:00. */
static gint64
buy (Branch *branch)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-09");
  branch_execute (branch, "UPDATE purchase_line SET price_fen = 19800");
  branch_execute (branch, "UPDATE purchase SET received_on = bought_on");
  return wang;
}

static gboolean
try_open (
    Branch *branch, HfReturnReason reason, gboolean insists, int packs, gint64 *id, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfReturnLine));
  HfReturnLine line = { branch_count (branch, "SELECT id FROM purchase_line"), packs };
  HfReturnDraft draft = { .purchase_id = branch_count (branch, "SELECT id FROM purchase"),
                          .lines = lines,
                          .reason = reason,
                          .insists = insists };

  g_array_append_val (lines, line);
  return hf_command_open_return (branch->db, &branch->actor, &draft, id, error);
}

static gint64
open_return (Branch *branch, HfReturnReason reason, gboolean insists)
{
  GError *error = NULL;
  gint64 id = 0;

  try_open (branch, reason, insists, 1, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
try_move (Branch *branch, gint64 id, HfReturnState to, gint64 refund, GError **error)
{
  HfReturnMoveTo move = { to, refund, FALSE };

  return hf_command_move_return (branch->db, &branch->actor, id, &move, error);
}

static gint64
count_tasks (Branch *branch, const char *cause)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM follow_up WHERE state = 'open' AND cause = '%s'", cause);

  return branch_count (branch, sql);
}

/* COMP-5: each reason is somebody's work today. */
static void
test_reasons (Branch *branch, gconstpointer data)
{
  static const struct
  {
    HfReturnReason reason;
    const char *cause;
  } cases[] = {
    { HF_RETURN_NORMAL, "return-explain" },
    { HF_RETURN_INDIVIDUAL, "return-expert" },
    { HF_RETURN_CONTRAINDICATED, "return-take-back" },
    { HF_RETURN_OFFENDED, "return-manager" },
    { HF_RETURN_LEFT_OUT, "return-family" },
  };

  buy (branch);
  branch_execute (branch, "UPDATE purchase_line SET packs = 9");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      open_return (branch, cases[i].reason, FALSE);
      g_assert_cmpint (count_tasks (branch, cases[i].cause), ==, 1);
    }
}

/* COMP-5 (fixed): who must not use it gives it back; the steps of the plan end (PLAN-1). */
static void
test_contraindicated (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  buy (branch);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM enrolment WHERE state = 'running'"),
                   ==, 1);
  id = open_return (branch, HF_RETURN_CONTRAINDICATED, FALSE);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM enrolment WHERE state = 'running'"),
                   ==, 0);
  g_assert_false (try_move (branch, id, HF_RETURN_KEPT, -1, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  /* PUR-3: what must not be used is no supply. */
  g_assert_cmpint (
      branch_count (branch, "SELECT count (*) FROM customer WHERE supply_until_on > 20768"), ==, 0);
}

/* COMP-5 (fixed): from that moment nothing persuades any more. */
static void
test_insists (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  buy (branch);
  id = open_return (branch, HF_RETURN_HEARSAY, FALSE);
  g_assert_cmpint (count_tasks (branch, "return-explain"), ==, 1);
  g_assert_true (hf_command_insist_on_return (branch->db, &branch->actor, id, &error));
  g_assert_cmpint (count_tasks (branch, "return-explain"), ==, 0);
  g_assert_cmpint (count_tasks (branch, "return-take-back"), ==, 1);
  g_assert_false (try_move (branch, id, HF_RETURN_KEPT, -1, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  complaint_assert_reminders (branch, "complaint:refund:1 2026-11-17T18:00 2026-11-16T09:00\n");
}

static gboolean
try_open_from (Branch *branch, gint64 complaint, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfReturnLine));
  HfReturnLine line = { branch_count (branch, "SELECT min (id) FROM purchase_line"), 1 };
  HfReturnDraft draft = { .purchase_id = branch_count (branch, "SELECT min (id) FROM purchase"),
                          .lines = lines,
                          .reason = HF_RETURN_NORMAL,
                          .complaint_id = complaint };
  gint64 id = 0;

  g_array_append_val (lines, line);
  return hf_command_open_return (branch->db, &branch->actor, &draft, &id, error);
}

/* COMP-5: it stands in the log of the complaint it came from, which is the same customer's. */
static void
test_from_complaint (Branch *branch, gconstpointer data)
{
  gint64 wang = buy (branch);
  gint64 li =
      branch_add_customer (branch, "李玉兰", "owner", "林娜", "card-type", "customer", NULL);
  gint64 id = complaint_open_about (branch, wang, 0, FALSE);
  gint64 other = complaint_open_about (branch, li, 0, FALSE);
  const HfComplaintLogLine *last;
  g_autoptr (GArray) log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (try_open_from (branch, other, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (try_open_from (branch, id, &error));
  log = hf_complaint_dup_log (branch->db, id, &error);
  g_assert_no_error (error);
  last = &g_array_index (log, HfComplaintLogLine, log->len - 1);
  g_assert_cmpint (last->kind, ==, HF_CASE_LOG_RETURN);
  g_assert_cmpstr (last->from, ==, "1");
  g_assert_cmpstr (last->to, ==, "open");
  g_assert_nonnull (strstr (last->text, "×1"));
}

/* COMP-10: seven days after the goods are back; late, it is the manager's (COMP-4). */
static void
test_refund_deadline (Branch *branch, gconstpointer data)
{
  GError *error = NULL;
  gint64 id;

  buy (branch);
  id = open_return (branch, HF_RETURN_NORMAL, FALSE);
  complaint_assert_reminders (branch, "");
  branch_set_now (branch, "2026-11-12T15:00");
  try_move (branch, id, HF_RETURN_GOODS_BACK, -1, &error);
  g_assert_no_error (error);
  complaint_assert_reminders (branch, "complaint:refund:1 2026-11-19T18:00 2026-11-18T09:00\n");
  complaint_run_engine (branch, "2026-11-20T09:00");
  g_assert_true (complaint_deadline_is (branch, "refund", "missed"));
  complaint_assert_reminders (branch, "complaint:refund:1 2026-11-19T18:00 2026-11-19T18:00\n"
                                      "complaint:refund:1 2026-11-19T18:00 2026-11-19T18:00 "
                                      "manager\n");
  try_move (branch, id, HF_RETURN_REFUNDED, -1, &error);
  g_assert_no_error (error);
  complaint_assert_reminders (branch, "");
}

/* COMP-5: nothing is no refund, and nobody knows when goods came that were not noted. */
static void
test_no_refund (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  buy (branch);
  id = open_return (branch, HF_RETURN_OTHER, FALSE);
  g_assert_false (try_move (branch, id, HF_RETURN_REFUNDED, 0, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (try_move (branch, id, HF_RETURN_REFUNDED, 100, &error));
  g_assert_cmpint (branch_count (branch, "SELECT goods_back_on IS NULL FROM product_return"), ==,
                   1);
}

/* No more is paid back than was paid, also when it comes back in two parts. */
static void
test_refund (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first, second = 0;

  buy (branch);
  branch_execute (branch, "UPDATE purchase_line SET packs = 2");
  branch_execute (branch, "UPDATE purchase SET paid_fen = 30000");
  g_assert_false (try_open (branch, HF_RETURN_OTHER, FALSE, 3, &second, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  first = open_return (branch, HF_RETURN_OTHER, FALSE);
  g_assert_false (try_move (branch, first, HF_RETURN_REFUNDED, 30001, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (try_move (branch, first, HF_RETURN_REFUNDED, -1, &error));
  g_assert_cmpint (branch_count (branch, "SELECT refund_fen FROM product_return"), ==, 19800);
  second = open_return (branch, HF_RETURN_OTHER, FALSE);
  g_assert_false (try_move (branch, second, HF_RETURN_REFUNDED, 10201, &error));
  g_clear_error (&error);
  g_assert_true (try_move (branch, second, HF_RETURN_REFUNDED, -1, &error));
  g_assert_cmpint (branch_count (branch, "SELECT sum (refund_fen) FROM product_return"), ==, 30000);
  g_assert_false (try_open (branch, HF_RETURN_OTHER, FALSE, 1, &second, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

/* PUR-3, TIER-3, REF-5: supply, turnover and the reward go with the goods; undo brings them back.
 */
static void
test_follows (Branch *branch, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GError *error = NULL;
  gint64 wang = buy (branch);
  gint64 id;

  branch_execute (branch, "INSERT INTO reward (id, customer_id, purchase_id, kind, state) SELECT "
                          "hf_new_id (), customer_id, id, 'points', 'due' FROM purchase");
  id = open_return (branch, HF_RETURN_OTHER, FALSE);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM returned_purchase"), ==, 0);
  before = branch_dump (branch);
  g_assert_true (try_move (branch, id, HF_RETURN_REFUNDED, -1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM reward WHERE state = 'taken-back'"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM returned_purchase"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT supply_until_on <= 20768 FROM customer"), ==, 1);
  for (int i = 0; i < 1; i++)
    {
      g_auto (HfUndoResult) undone = { 0 };

      hf_command_undo (branch->db, &branch->actor, 0, &undone, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (branch_count (branch, "SELECT supply_until_on > 20768 FROM customer"), ==, 1);
  after = branch_dump (branch);
  branch_assert_same (before, after);
  g_assert_cmpint (wang, !=, 0);
}

/* What came back, and whether it was opened. */
static void
test_stock (Branch *branch, gconstpointer data)
{
  g_autoptr (GArray) stock = NULL;
  GError *error = NULL;
  HfReturnMoveTo move = { HF_RETURN_GOODS_BACK, -1, TRUE };
  gint64 id;

  buy (branch);
  id = open_return (branch, HF_RETURN_OTHER, FALSE);
  hf_command_move_return (branch->db, &branch->actor, id, &move, &error);
  g_assert_no_error (error);
  stock = hf_returns_dup_stock (branch->db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stock->len, ==, 1);
  g_assert_cmpint (g_array_index (stock, HfReturnStock, 0).sealed, ==, 1);
  g_assert_cmpint (g_array_index (stock, HfReturnStock, 0).opened, ==, 0);
}

static void
test_roles (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  buy (branch);
  branch_act_as (branch, branch_add_staff (branch, "周敏"));
  g_assert_false (try_open (branch, HF_RETURN_OTHER, FALSE, 1, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

/* By its number or its id; a word that is no number is another mistake than a number that nothing
 * bears. */
static void
test_find (Branch *branch, gconstpointer data)
{
  static gboolean (*const finds[]) (HfDb *, const char *, gint64 *,
                                    GError **) = { hf_return_find, hf_complaint_find,
                                                   hf_incident_find };
  static const char *const no_numbers[] = { "", "#", "abc", "-1", "1.5", "0", "12x" };
  gint64 id, found;
  GError *error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (no_numbers); k++)
        {
          g_assert_false (finds[i](branch->db, no_numbers[k], &found, &error));
          g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
          g_clear_error (&error);
        }
      g_assert_false (finds[i](branch->db, "#99", &found, &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
      g_assert_cmpint (found, ==, 0);
      g_clear_error (&error);
    }
  buy (branch);
  id = open_return (branch, HF_RETURN_OTHER, FALSE);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_assert_true (hf_return_find (branch->db, text, &found, &error));
  g_assert_cmpint (found, ==, id);
  g_assert_true (hf_return_find (branch->db, "#1", &found, &error));
  g_assert_cmpint (found, ==, id);
  g_assert_null (hf_return_load (branch->db, 12345, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/returns/COMP-5/reasons", test_reasons);
  branch_test ("/returns/COMP-5/contraindicated", test_contraindicated);
  branch_test ("/returns/COMP-5/insists", test_insists);
  branch_test ("/returns/COMP-5/from-complaint", test_from_complaint);
  branch_test ("/returns/COMP-10/refund-deadline", test_refund_deadline);
  branch_test ("/returns/COMP-5/refund", test_refund);
  branch_test ("/returns/COMP-5/no-refund", test_no_refund);
  branch_test ("/returns/REF-5/follows", test_follows);
  branch_test ("/returns/COMP-5/stock", test_stock);
  branch_test ("/returns/ROLE-1/roles", test_roles);
  branch_test ("/returns/find", test_find);
  return g_test_run ();
}
