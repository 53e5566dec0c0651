/* test-sample-command.c: invented branches are whole, alike for the same seed, and can be taken
 * back
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-check.h"
#include "hf-engine.h"
#include "hf-operation.h"
#include "hf-sample.h"
#include "hf-undo.h"
#include "import-fixture.h"

/* All that a person can see, without the ids. */
static const char *const views[] = {
  "SELECT name, sex, address, area, card_type, created_on, contact_windows FROM customer",
  "SELECT number FROM phone",
  "SELECT calendar, year, month, day FROM special_date",
  "SELECT bought_on, order_number FROM purchase",
  "SELECT channel, outcome, started_at, minutes, note FROM visit",
  "SELECT kind, step, due_at, state FROM follow_up ORDER BY id",
  "SELECT name, role FROM staff",
  "SELECT words, stage FROM complaint",
  "SELECT person_name, state FROM referral",
};

static void
fill (Branch *branch, int customers, guint32 seed, HfSampleResult *result)
{
  HfSampleOptions options = { customers, 2, seed, NULL, NULL, NULL };
  GError *error = NULL;

  hf_command_fill_sample (branch->db, &branch->actor, &options, result, &error);
  g_assert_no_error (error);
}

static char *
dup_views (Branch *branch)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *value = import_dup_value (branch, views[i]);

      g_string_append_printf (text, "%s\n", value);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_sample (guint32 seed)
{
  Branch branch = { 0 };
  HfSampleResult result;
  char *text;

  branch_set_up (&branch, NULL);
  fill (&branch, 60, seed, &result);
  text = dup_views (&branch);
  branch_tear_down (&branch, NULL);
  return text;
}

static void
test_seed (void)
{
  g_autofree char *one = dup_sample (5);
  g_autofree char *same = dup_sample (5);
  g_autofree char *other = dup_sample (6);

  branch_assert_same (one, same);
  g_assert_cmpstr (one, !=, other);
}

static void
test_whole (Branch *branch, gconstpointer data)
{
  HfSampleResult result;
  HfEngineResult engine;
  g_auto (GStrv) troubles = NULL;
  GError *error = NULL;

  fill (branch, 400, 1, &result);
  g_assert_cmpint (result.customers, ==, 400);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer"), ==, 400);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM visit"), ==, result.visits);
  g_assert_cmpint (result.purchases, >, 300);
  g_assert_cmpint (result.promises, >, 10);
  g_assert_cmpint (result.referrals, >, 3);
  troubles = hf_check_run (branch->db, &error);
  g_assert_no_error (error);
  g_assert_null (troubles[0]);
  /* The daily evaluation finds the plans done, a second one all (SCHED-6). */
  hf_command_run_engine (branch->db, &branch->actor, &engine, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (engine.moved + engine.cancelled, ==, 0);
  hf_command_run_engine (branch->db, &branch->actor, &engine, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (engine.created + engine.moved + engine.cancelled, ==, 0);
}

static void
evaluate_all (Branch *branch, int customers, HfEngineResult *engine)
{
  GError *error = NULL;

  for (int i = 0; i < customers; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM customer ORDER BY id LIMIT 1 OFFSET %d", i);
      gint64 id = branch_count (branch, sql);

      hf_engine_evaluate_customer (branch->db, &branch->actor, id, engine, &error);
      g_assert_no_error (error);
    }
}

/* PLAN-1, SCHED-6: also where a later one of a household fills the quotas of those before. */
static void
test_settled (Branch *branch, gconstpointer data)
{
  HfSampleResult result;
  HfEngineResult engine = { 0 };
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  GError *error = NULL;

  fill (branch, 400, 7, &result);
  hf_operation_begin (&operation, branch->db, &branch->actor, "test", &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM (SELECT 1 FROM customer WHERE "
                                         "household_id > 0 GROUP BY household_id "
                                         "HAVING count (*) > 1)"),
                   >, 5);
  evaluate_all (branch, result.customers, &engine);
  /* A call may still go to another day because of somebody else's, but none is lost or added. */
  g_assert_cmpint (engine.created + engine.cancelled, ==, 0);
  engine = (HfEngineResult){ 0 };
  evaluate_all (branch, result.customers, &engine);
  g_assert_cmpint (engine.created + engine.moved + engine.cancelled, ==, 0);
}

/* Whom a clerk meets in the list: overdue, due today and later, promises, steps and routine. */
static void
test_alive (Branch *branch, gconstpointer data)
{
  HfSampleResult result;
  g_autofree char *open = NULL;

  fill (branch, 400, 1, &result);
  open = import_dup_value (
      branch,
      "SELECT group_concat (DISTINCT kind), sum (due_on < 20767) > 10, sum (due_on = 20767) "
      "> 0, sum (due_on > 20767) > 10 FROM (SELECT * FROM follow_up ORDER BY priority) "
      "WHERE state = 'open'");
  g_assert_cmpstr (open, ==, "adverse,complaint,urgent,promise,step,routine,greeting|1|1|1");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM purchase WHERE bought_on > 20767"),
                   ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM visit WHERE started_at >= 20768 * "
                                         "1440"),
                   ==, 0);
}

/* COMP-3, COMP-4: a board with something in each column, late, soon due, waiting and come back. */
static void
test_cases (Branch *branch, gconstpointer data)
{
  HfSampleResult result;
  g_autofree char *stages = NULL;

  fill (branch, 120, 3, &result);
  stages = import_dup_value (branch, "SELECT group_concat (stage) FROM (SELECT DISTINCT stage FROM "
                                     "complaint ORDER BY stage)");
  g_assert_cmpstr (stages, ==, "acknowledged,answered,closed,investigating,received,resolved");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM complaint WHERE escalated"), >, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM complaint WHERE came_back"), ==, 1);
  g_assert_cmpint (
      branch_count (branch, "SELECT count (*) FROM complaint_wait WHERE to_at IS NULL"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (DISTINCT state) FROM deadline"), >=, 3);
  g_assert_cmpint (branch_count (branch, "SELECT count (DISTINCT state) FROM product_return"), ==,
                   5);
  g_assert_cmpint (
      branch_count (branch, "SELECT count (DISTINCT closed_at IS NULL) FROM adverse_reaction"), ==,
      2);
  g_assert_cmpint (branch_count (branch, "SELECT count (DISTINCT closed_at IS NULL) FROM incident"),
                   ==, 2);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM complaint WHERE about_id = "
                                         "investigator_id"),
                   ==, 0);
}

/* Nothing that happened lies after now. */
static void
test_past (Branch *branch, gconstpointer data)
{
  static const char *const events =
      "SELECT received_at AS at FROM complaint UNION ALL SELECT apologised_at FROM complaint "
      "UNION ALL SELECT closed_at FROM complaint UNION ALL SELECT moved_at FROM complaint_move "
      "UNION ALL SELECT opened_at FROM product_return "
      "UNION ALL SELECT goods_back_on * 1440 FROM product_return "
      "UNION ALL SELECT done_at FROM product_return "
      "UNION ALL SELECT opened_at FROM adverse_reaction "
      "UNION ALL SELECT closed_at FROM adverse_reaction "
      "UNION ALL SELECT started_at FROM visit UNION ALL SELECT closed_at FROM follow_up "
      "UNION ALL SELECT kept_on * 1440 FROM promise UNION ALL SELECT named_on * 1440 FROM referral "
      "UNION ALL SELECT bought_on * 1440 FROM purchase";
  g_autofree char *late =
      g_strdup_printf ("SELECT count (*) FROM (%s) WHERE at > %" G_GINT64_FORMAT, events,
                       (gint64) branch->actor.now);
  HfSampleResult result;

  fill (branch, 900, 1, &result);
  g_assert_cmpint (result.complaints, >, 5);
  g_assert_cmpint (branch_count (branch, late), ==, 0);
}

static void
test_undo (Branch *branch, gconstpointer data)
{
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_auto (HfUndoResult) undone = { 0 };
  HfSampleResult result;
  GError *error = NULL;

  fill (branch, 50, 1, &result);
  hf_command_undo (branch->db, &branch->actor, 0, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone.kind, ==, "sample");
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

static void
test_refused (Branch *branch, gconstpointer data)
{
  HfSampleOptions none = { 0, 2, 1, NULL, NULL, NULL };
  HfSampleOptions some = { 5, 2, 1, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) not_allowed = NULL;
  HfSampleResult result;

  g_assert_false (hf_command_fill_sample (branch->db, &branch->actor, &none, &result, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  branch_act_as (branch, branch->agent);
  g_assert_false (
      hf_command_fill_sample (branch->db, &branch->actor, &some, &result, &not_allowed));
  g_assert_error (not_allowed, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/the-same-seed-the-same-people", test_seed);
  branch_test ("/sample/whole", test_whole);
  branch_test ("/sample/PLAN-1/settled", test_settled);
  branch_test ("/sample/alive", test_alive);
  branch_test ("/sample/COMP-3/cases", test_cases);
  branch_test ("/sample/past", test_past);
  branch_test ("/sample/undo", test_undo);
  branch_test ("/sample/ROLE-1/refused", test_refused);
  return g_test_run ();
}
