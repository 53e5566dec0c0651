/* test-queries.c: the ways in which SQLite answers what is asked often
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today.h"
#include "hf-work.h"
#include "store-fixture.h"

/* How SQLite would go about it, a step a line. */
static char *
dup_plan (Branch *branch, HfQuery query)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", hf_query_texts[query], NULL);
  GString *plan = g_string_new (NULL);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;

  hf_rows_open_text (&rows, branch->db, sql, &error, "");
  g_assert_no_error (error);
  while (hf_rows_next (&rows, &error))
    g_string_append_printf (plan, "%s\n", hf_rows_text (&rows, 3));
  g_assert_no_error (error);
  return g_string_free (plan, FALSE);
}

static void
assert_uses (Branch *branch, HfQuery query, const char *step)
{
  g_autofree char *plan = dup_plan (branch, query);

  g_test_message ("%s", plan);
  g_assert_nonnull (g_strstr_len (plan, -1, step));
  /* But for what the indexes found, on its way to its card. */
  g_assert_null (g_strstr_len (plan, -1, "SCAN follow_up"));
  g_assert_null (g_strstr_len (plan, -1, "SCAN c"));
}

/* What an operation opened is looked up, one by one, and not among all that is open. */
static void
test_opened_since (Branch *branch, gconstpointer data)
{
  assert_uses (branch, HF_QUERY_FOLLOW_UPS_OPENED_SINCE,
               "SEARCH follow_up USING INTEGER PRIMARY KEY");
}

/* One person's day costs as much as that person has to do, today's work as much as today's. */
static void
test_today (Branch *branch, gconstpointer data)
{
  assert_uses (branch, HF_QUERY_WORK_TODAY, "INDEX follow_up_open_due (due_at<?)");
  assert_uses (branch, HF_QUERY_WORK_TODAY_OF_STAFF,
               "INDEX follow_up_open_staff (staff_id=? AND due_at<?)");
  assert_uses (branch, HF_QUERY_WORK_TODAY, "INDEX follow_up_warned (warn_at<?)");
  assert_uses (branch, HF_QUERY_WORK_TODAY_OF_STAFF, "INDEX follow_up_warned (warn_at<?)");
  assert_uses (branch, HF_QUERY_WORK_NEXT_WARNING, "INDEX follow_up_warned (warn_at>?)");
  assert_uses (branch, HF_QUERY_WORK_DONE_TODAY, "INDEX follow_up_done (closed_at>?");
  assert_uses (branch, HF_QUERY_WORK_DONE_TODAY_OF_STAFF,
               "INDEX follow_up_closed_staff (staff_id=? AND closed_at>?");
}

/* A second evaluation on the same day finds out that nothing is to be done without looking at
 * everybody. */
static void
test_evaluated (Branch *branch, gconstpointer data)
{
  assert_uses (branch, HF_QUERY_ENROLMENT_TO_EVALUATE,
               "INDEX enrolment_to_evaluate (evaluate_on<?)");
  assert_uses (branch, HF_QUERY_DEADLINE_RING, "INDEX follow_up_warned (warn_at<?)");
  assert_uses (branch, HF_QUERY_RECOVERY_FIND, "INDEX deadline_due (due_at>? AND due_at<?)");
}

/* A month of the calendar reads what it shows and a counter a day (CAL-1). */
static void
test_calendar (Branch *branch, gconstpointer data)
{
  assert_uses (branch, HF_QUERY_CALENDAR_OPEN, "INDEX follow_up_open_due (due_at>? AND due_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_OPEN_OF_STAFF,
               "INDEX follow_up_open_staff (staff_id=? AND due_at>? AND due_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_VISITS,
               "INDEX visit_time (started_at>? AND started_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_VISITS_OF_STAFF,
               "INDEX visit_staff_time (staff_id=? AND started_at>? AND started_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_COUNTS, "PRIMARY KEY (day_on>? AND day_on<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_COUNTS_OF,
               "PRIMARY KEY (of=? AND name=? AND day_on>? AND day_on<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_OPEN_NEAR,
               "INDEX follow_up_open_due (due_at>? AND due_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_VISITS_NEAR,
               "INDEX visit_time (started_at>? AND started_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_OPEN_OF_FEW,
               "INDEX follow_up_open_customer (customer_id=? AND due_at>? AND due_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_VISITS_OF_FEW,
               "INDEX visit_customer (customer_id=? AND started_at>? AND started_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_PAUSED, "INDEX follow_up_paused (due_at>? AND due_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_DEADLINES, "INDEX deadline_due (due_at>? AND due_at<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_PAYMENTS,
               "INDEX purchase_collect (collect_on>? AND collect_on<?)");
  assert_uses (branch, HF_QUERY_CALENDAR_FOLLOWING, "INDEX customer_by_next_due (next_due_at<?)");
}

static guint
count_today (Branch *branch, gint64 staff, HfTodayGroup group)
{
  HfTodayFilter filter = { .staff_id = staff, .now = branch->actor.now, .channel = -1 };
  GError *error = NULL;
  g_autoptr (HfToday) today = hf_today_load (branch->db, &filter, &error);

  g_assert_no_error (error);
  return today->ids[group]->len;
}

static void
test_whose_day (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);
  gint64 chen = branch_add_customer (branch, "陈玮", "owner", "周敏", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  branch_buy (branch, chen, branch->powder, "2026-11-10");
  branch_set_now (branch, "2026-11-14T10:00");
  branch_visit (branch, chen, "phone", "reached");
  g_assert_cmpuint (count_today (branch, 0, HF_TODAY_LATE), ==, 1);
  g_assert_cmpuint (count_today (branch, branch->agent, HF_TODAY_LATE), ==, 1);
  g_assert_cmpuint (count_today (branch, zhou, HF_TODAY_LATE), ==, 0);
  g_assert_cmpuint (count_today (branch, 0, HF_TODAY_DONE), ==, 1);
  g_assert_cmpuint (count_today (branch, branch->agent, HF_TODAY_DONE), ==, 0);
  g_assert_cmpuint (count_today (branch, zhou, HF_TODAY_DONE), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/queries/opened-since", test_opened_since);
  branch_test ("/queries/SCHED-6/evaluated", test_evaluated);
  branch_test ("/queries/WORK-1/today", test_today);
  branch_test ("/queries/CAL-1/a-month-reads-what-it-shows", test_calendar);
  branch_test ("/queries/WORK-1/whose-day", test_whose_day);
  return g_test_run ();
}
