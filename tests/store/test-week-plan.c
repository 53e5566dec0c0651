/* test-week-plan.c: what is meant with each customer of a week, and what came of it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-undo.h"
#include "hf-week-plan.h"
#include "store-fixture.h"

/* Tuesday 10 November 2026 is "now". */
#define MONDAY (hf_day_from_ymd (2026, 11, 9))

static gboolean
plan (Branch *branch, gint64 customer, HfDay monday, int intent, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, customer);
  return hf_command_set_intents (branch->db, &branch->actor, ids, monday, intent, error);
}

static const HfWeekLine *
find (const GPtrArray *lines, gint64 customer)
{
  for (guint i = 0; i < lines->len; i++)
    if (((const HfWeekLine *) lines->pdata[i])->customer_id == customer)
      return lines->pdata[i];
  g_assert_not_reached ();
}

static GPtrArray *
load (Branch *branch, HfDay monday)
{
  GError *error = NULL;
  GPtrArray *lines = hf_week_dup_lines (branch->db, &branch->actor, branch->agent, monday, &error);

  g_assert_no_error (error);
  return lines;
}

static void
test_planned (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 chen =
      branch_add_customer (branch, "陈玮", "owner", "林娜", "card-type", "customer", NULL);
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) sums = NULL;
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  plan (branch, wang, MONDAY, HF_INTENT_SETTLE, &error);
  g_assert_no_error (error);
  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  after = branch_dump (branch);
  branch_assert_same (before, after);
  plan (branch, wang, MONDAY, HF_INTENT_SETTLE, &error);
  plan (branch, wang, MONDAY, HF_INTENT_DEVELOP, &error);
  g_assert_no_error (error);
  branch_visit (branch, chen, "phone", "no-answer");
  branch_buy (branch, wang, branch->powder, "2026-11-10");
  hf_command_set_week_result (branch->db, &branch->actor, wang, MONDAY, "买了一盒", &error);
  g_assert_no_error (error);
  lines = load (branch, MONDAY);
  g_assert_cmpint (find (lines, wang)->intent, ==, HF_INTENT_DEVELOP);
  g_assert_cmpint (find (lines, wang)->outcome, ==, HF_WEEK_BOUGHT);
  g_assert_cmpstr (find (lines, wang)->result, ==, "买了一盒");
  g_assert_cmpint (find (lines, chen)->intent, ==, HF_INTENT_NONE);
  g_assert_cmpint (find (lines, chen)->outcome, ==, HF_WEEK_TRIED);
  sums = hf_week_dup_sums (branch->db, &branch->actor, 0, MONDAY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sums->len, ==, 1);
  g_assert_cmpint (hf_week_sum_count (sums->pdata[0], -1, -1), ==, 1);
  g_assert_cmpint (hf_week_sum_count (sums->pdata[0], HF_INTENT_DEVELOP, HF_WEEK_BOUGHT), ==, 1);
  g_assert_cmpint (hf_week_sum_count (sums->pdata[0], HF_N_INTENTS, HF_WEEK_TRIED), ==, 1);
}

/* What was meant in a week that is over stays as it was; its result may still be written. */
static void
test_over (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  GError *error = NULL;

  plan (branch, wang, MONDAY, HF_INTENT_SETTLE, &error);
  g_assert_no_error (error);
  branch_set_now (branch, "2026-11-16T09:00");
  plan (branch, wang, MONDAY, HF_INTENT_NONE, &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  plan (branch, wang, MONDAY + 8, HF_INTENT_FOLLOW, &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  hf_command_set_week_result (branch->db, &branch->actor, wang, MONDAY, "没有联系上", &error);
  g_assert_no_error (error);
  hf_command_set_week_result (branch->db, &branch->actor, wang, MONDAY + 7, "还没有计划", &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  plan (branch, wang, MONDAY + 7, HF_INTENT_NONE, &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  plan (branch, wang, MONDAY + 14, HF_INTENT_SETTLE, &error);
  g_assert_no_error (error);
  hf_command_set_week_result (branch->db, &branch->actor, wang, MONDAY + 14, "太早", &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  hf_command_set_week_result (branch->db, &branch->actor, wang, MONDAY, "打13800005678", &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
}

static void
test_whose (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 zhou = branch_add_staff (branch, "周敏");
  GError *error = NULL;

  branch_act_as (branch, zhou);
  plan (branch, wang, MONDAY, HF_INTENT_SETTLE, &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_null (hf_week_dup_lines (branch->db, &branch->actor, branch->agent, MONDAY, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/week-plan/CAL-10/planned-and-what-came-of-it", test_planned);
  branch_test ("/week-plan/CAL-10/over", test_over);
  branch_test ("/week-plan/ROLE-1/whose", test_whose);
  return g_test_run ();
}
