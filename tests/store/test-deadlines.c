/* test-deadlines.c: deadlines of complaints as they are kept, missed, stand still and go to
 * managers
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "complaint-fixture.h"
#include "hf-complaint-list.h"
#include "hf-deadline-reminder.h"
#include "hf-follow-up.h"
#include "hf-reschedule.h"
#include "hf-today.h"
#include "hf-undo.h"
#include "hf-visit.h"
#include "hf-work.h"

/* COMP-4: each deadline reminds when a quarter of its time is left, in opening hours, and at it. */
static void
test_before_and_at (Branch *branch, gconstpointer data)
{
  complaint_open (branch);
  complaint_assert_reminders (branch, "complaint:acknowledge:1 2026-11-10T12:00 2026-11-10T11:30\n"
                                      "complaint:call-back:1 2026-11-11T10:00 2026-11-11T09:00\n"
                                      "complaint:answer:1 2026-11-17T18:00 2026-11-16T09:00\n"
                                      "complaint:close:1 2026-12-10T18:00 2026-12-03T09:00\n");
  complaint_run_engine (branch, "2026-11-10T11:59");
  g_assert_cmpint (
      branch_count (branch, "SELECT count (*) FROM follow_up WHERE kind = 'complaint'"), ==, 4);
  g_assert_cmpint (complaint_run_engine (branch, "2026-11-10T12:00"), ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT remind_at = due_at FROM follow_up WHERE title = "
                                         "'complaint:acknowledge:1' AND state = 'open'"),
                   ==, 1);
}

/* Deadlines among what stands as late in today's list of @staff, 0 for everybody's. */
static int
count_late (Branch *branch, gint64 staff)
{
  HfTodayFilter filter = { 0 };
  g_autoptr (HfToday) today = NULL;
  int n = 0;

  filter.now = branch->actor.now;
  filter.channel = -1;
  filter.staff_id = staff;
  today = hf_today_load (branch->db, &filter, NULL);
  for (guint i = 0; i < today->ids[HF_TODAY_LATE]->len; i++)
    {
      g_autoptr (HfWorkItem) item =
          hf_work_load (branch->db, g_array_index (today->ids[HF_TODAY_LATE], gint64, i), NULL);

      n += item->kind == HF_KIND_COMPLAINT ? 1 : 0;
    }
  return n;
}

/* COMP-4: what is overdue goes to the manager: once, and however long the PC was off. */
static void
test_overdue (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (HfComplaint) complaint = NULL;

  g_assert_cmpint (complaint_run_engine (branch, "2026-11-13T08:30"), ==, 1);
  g_assert_cmpint (complaint_run_engine (branch, "2026-11-13T08:30"), ==, 0);
  complaint_assert_reminders (
      branch, "complaint:acknowledge:1 2026-11-10T12:00 2026-11-10T12:00\n"
              "complaint:call-back:1 2026-11-11T10:00 2026-11-11T10:00\n"
              "complaint:answer:1 2026-11-17T18:00 2026-11-16T09:00\n"
              "complaint:close:1 2026-12-10T18:00 2026-12-03T09:00\n"
              "complaint:acknowledge:1 2026-11-10T12:00 2026-11-10T12:00 manager\n");
  complaint = hf_complaint_load (branch->db, id, NULL);
  g_assert_true (complaint->escalated);
  g_assert_cmpint (count_late (branch, 0), ==, 3);
  /* Its agent has no manager's work. */
  g_assert_cmpint (count_late (branch, branch->agent), ==, 2);
}

/* What stands in today's list of everybody's, in its groups: late, now, later. */
static char *
dup_today (Branch *branch, HfMinute *changes_at)
{
  HfTodayFilter filter = { 0 };
  g_autoptr (HfToday) today = NULL;
  GString *text = g_string_new (NULL);
  GError *error = NULL;

  filter.now = branch->actor.now;
  filter.channel = -1;
  today = hf_today_load (branch->db, &filter, &error);
  g_assert_no_error (error);
  *changes_at = today->changes_at;
  for (int i = 0; i < HF_TODAY_DONE; i++)
    {
      g_string_append (text, i > 0 ? " | " : "");
      for (guint j = 0; j < today->ids[i]->len; j++)
        {
          g_autoptr (HfWorkItem) item =
              hf_work_load (branch->db, g_array_index (today->ids[i], gint64, j), &error);

          g_assert_no_error (error);
          g_string_append_printf (text, "%s%s", j > 0 ? ", " : "", item->title);
        }
    }
  return g_string_free (text, FALSE);
}

/* A complaint is work from its warning on, not on its deadline's day only. The answer is due on
 * Tuesday the 17th at 18:00, its warning is on Monday at 09:00. */
static void
test_from_the_warning_on (Branch *branch, gconstpointer data)
{
  static const struct
  {
    const char *now;
    const char *list;
  } moments[] = {
    { "2026-11-16T08:59", " |  | " },
    { "2026-11-16T09:00", " | Complaint: Answer | " },
    { "2026-11-17T10:00", " | Complaint: Answer | " },
    { "2026-11-17T18:01", "Complaint: Answer |  | " },
  };
  HfMinute changes_at, warning;

  complaint_open (branch);
  branch_execute (branch, "DELETE FROM follow_up WHERE title NOT LIKE 'complaint:answer:%'");
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *list = NULL;

      branch_set_now (branch, moments[i].now);
      list = dup_today (branch, &changes_at);
      g_test_message ("%s", moments[i].now);
      g_assert_cmpstr (list, ==, moments[i].list);
      if (i == 0)
        {
          hf_minute_parse ("2026-11-16T09:00", &warning, NULL);
          g_assert_cmpint (changes_at, ==, warning);
        }
    }
}

/* SCHED-6: day by day, minute by minute, or all at once gives the same rows. */
static void
test_same_however_often (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  const char *moments[] = { "2026-11-10T11:30", "2026-11-10T12:00", "2026-11-10T12:01",
                            "2026-11-11T09:00", "2026-11-11T10:00", "2026-11-11T10:01",
                            "2026-11-12T09:00" };
  const char *sql = "SELECT group_concat (kind || title || due_at || state || occurrence || "
                    "coalesce (warn_at, 0)) FROM (SELECT * FROM follow_up WHERE kind = 'complaint' "
                    "AND customer_id = (SELECT max (customer_id) FROM follow_up) ORDER BY due_at, "
                    "occurrence)";
  g_autofree char *daily = NULL;
  g_autofree char *once = NULL;
  g_auto (HfUndoResult) undone = { 0 };
  GError *error = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  complaint_open_about (branch, wang, 0, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      branch_set_now (branch, moments[i]);
      hf_command_run_deadlines (branch->db, &branch->actor, &error);
      g_assert_no_error (error);
      hf_command_run_deadlines (branch->db, &branch->actor, &error);
    }
  hf_rows_open_text (&rows, branch->db, sql, &error, "");
  g_assert_true (hf_rows_next (&rows, &error));
  daily = hf_rows_dup (&rows, 0);
  hf_rows_close (&rows);
  branch_execute (branch, "UPDATE follow_up SET customer_id = customer_id, state = 'cancelled', "
                          "closed_at = 0, state_reason = 'not-needed', warn_at = NULL");
  branch_execute (branch, "DELETE FROM follow_up; DELETE FROM deadline; DELETE FROM "
                          "complaint_move; DELETE FROM complaint");
  branch_set_now (branch, "2026-11-10T10:00");
  complaint_open_about (branch, wang, 0, FALSE);
  branch_set_now (branch, "2026-11-12T09:00");
  hf_command_run_deadlines (branch->db, &branch->actor, &error);
  g_assert_no_error (error);
  hf_rows_open_text (&rows, branch->db, sql, &error, "");
  g_assert_true (hf_rows_next (&rows, &error));
  once = hf_rows_dup (&rows, 0);
  g_assert_cmpstr (daily, ==, once);
}

/* Kept or missed is written when the matter is done; what reminds of it goes, the manager's too. */
static void
test_kept_and_missed (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);

  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T11:00");
  g_assert_true (complaint_deadline_is (branch, "acknowledge", "kept"));
  complaint_run_engine (branch, "2026-11-11T10:30");
  g_assert_true (complaint_deadline_is (branch, "call-back", "missed"));
  complaint_assert_reminders (branch,
                              "complaint:call-back:1 2026-11-11T10:00 2026-11-11T10:00\n"
                              "complaint:answer:1 2026-11-17T18:00 2026-11-16T09:00\n"
                              "complaint:close:1 2026-12-10T18:00 2026-12-03T09:00\n"
                              "complaint:call-back:1 2026-11-11T10:00 2026-11-11T10:00 manager\n");
  branch_visit (branch, branch_count (branch, "SELECT id FROM customer"), "phone", "reached");
  g_assert_true (complaint_deadline_is (branch, "call-back", "missed"));
  complaint_assert_reminders (branch, "complaint:answer:1 2026-11-17T18:00 2026-11-16T09:00\n"
                                      "complaint:close:1 2026-12-10T18:00 2026-12-03T09:00\n");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-11T14:00");
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-17T18:00");
  g_assert_true (complaint_deadline_is (branch, "answer", "kept"));
  complaint_move (branch, id, HF_CASE_RESOLVED, "2026-11-18T10:00");
  complaint_move (branch, id, HF_CASE_CLOSED, "2026-12-11T09:00");
  g_assert_true (complaint_deadline_is (branch, "close", "missed"));
  complaint_assert_reminders (branch, "");
}

static void
log_at (Branch *branch, gint64 customer, HfChannel channel, const char *at)
{
  g_auto (HfVisitResult) result = { 0 };
  HfVisitDraft draft;
  GError *error = NULL;

  hf_visit_draft_init (&draft);
  draft.customer_id = customer;
  draft.channel = channel;
  draft.outcome = HF_OUTCOME_REACHED;
  hf_minute_parse (at, &draft.at, &error);
  hf_command_log_visit (branch->db, &branch->actor, &draft, &result, &error);
  g_assert_no_error (error);
}

/* A call in time that is entered later keeps the deadline, and managers have nothing to do. */
static void
test_entered_later (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  gint64 wang = branch_count (branch, "SELECT id FROM customer");

  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T11:00");
  complaint_run_engine (branch, "2026-11-11T10:30");
  log_at (branch, wang, HF_CHANNEL_MESSAGE, "2026-11-11T09:20");
  log_at (branch, wang, HF_CHANNEL_PHONE, "2026-11-10T09:00");
  g_assert_true (complaint_deadline_is (branch, "call-back", "missed"));
  log_at (branch, wang, HF_CHANNEL_PHONE, "2026-11-11T09:30");
  g_assert_true (complaint_deadline_is (branch, "call-back", "kept"));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE kind = 'complaint' "
                                         "AND occurrence = 1 AND state = 'open'"),
                   ==, 0);
}

/* COMP-4: the answer's clock stands still while the branch waits for the customer: a working day
 * and two opening hours, here. */
static void
test_waiting (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);

  complaint_set_waits (branch, id, TRUE, "2026-11-11T12:00");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'paused' "
                                         "AND title = 'complaint:answer:1'"),
                   ==, 1);
  complaint_run_engine (branch, "2026-11-11T18:00");
  complaint_set_waits (branch, id, FALSE, "2026-11-12T14:00");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                         "title = 'complaint:answer:1' AND due_at = (20776 * 1440 "
                                         "+ 11 * 60)"),
                   ==, 1);
  /* Weeks of waiting, with the program running every day, do not make it late. */
  complaint_set_waits (branch, id, TRUE, "2026-11-12T15:00");
  for (int day = 13; day <= 30; day++)
    {
      g_autofree char *now = g_strdup_printf ("2026-11-%dT09:00", day);

      complaint_run_engine (branch, now);
    }
  g_assert_true (complaint_deadline_is (branch, "answer", "open"));
  g_assert_cmpint (branch_count (branch,
                                 "SELECT count (*) FROM recovery r JOIN deadline d ON d.id = "
                                 "r.subject_id WHERE d.what = 'answer'"),
                   ==, 0);
  /* The answer ends the wait by itself. */
  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-30T10:00");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-30T10:10");
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-30T11:00");
  g_assert_true (complaint_deadline_is (branch, "answer", "kept"));
  g_assert_cmpint (
      branch_count (branch, "SELECT count (*) FROM complaint_wait WHERE to_at IS NULL"), ==, 0);
}

static void
test_wait_refused (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      hf_command_wait_for_customer (branch->db, &branch->actor, id, FALSE, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  g_clear_error (&error);
  complaint_set_waits (branch, id, TRUE, "2026-11-10T11:00");
  g_assert_false (
      hf_command_wait_for_customer (branch->db, &branch->actor, id, TRUE, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
}

/* A deadline is neither ticked off nor moved: the complaint goes on, or it is late. */
static void
test_reminder_is_no_task (Branch *branch, gconstpointer data)
{
  gint64 reminder;
  g_autoptr (GError) error = NULL;

  complaint_open (branch);
  reminder = branch_count (branch, "SELECT id FROM follow_up WHERE title = 'complaint:answer:1'");
  g_assert_false (hf_command_tick (branch->db, &branch->actor, reminder, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (hf_command_reschedule (branch->db, &branch->actor, reminder,
                                         hf_day_from_ymd (2026, 12, 1), "太忙", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  /* The manager's own note is ticked off, and does not come back. */
  complaint_run_engine (branch, "2026-11-11T09:30");
  reminder = branch_count (branch, "SELECT id FROM follow_up WHERE occurrence = 1 AND kind = "
                                   "'complaint'");
  g_assert_true (hf_command_tick (branch->db, &branch->actor, reminder, &error));
  complaint_run_engine (branch, "2026-11-11T09:40");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE occurrence = 1 AND "
                                         "kind = 'complaint' AND state = 'open'"),
                   ==, 0);
}

/* A serious one asks for a home visit the same day; a call does not do. */
static void
test_serious (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);

  complaint_open_about (branch, wang, 0, TRUE);
  branch_act_as (branch, branch->agent);
  branch_set_now (branch, "2026-11-10T14:00");
  branch_visit (branch, wang, "phone", "reached");
  g_assert_true (complaint_deadline_is (branch, "call-back", "kept"));
  g_assert_true (complaint_deadline_is (branch, "home-visit", "open"));
  branch_set_now (branch, "2026-11-10T17:30");
  branch_visit (branch, wang, "home", "reached");
  g_assert_true (complaint_deadline_is (branch, "home-visit", "kept"));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'done' AND "
                                         "visit_id IS NOT NULL AND kind = 'complaint'"),
                   ==, 2);
}

static void
test_undo (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GError *error = NULL;
  gint64 id;

  branch_enrol (branch, wang, "sale-window");
  id = complaint_open_about (branch, wang, 0, TRUE);
  before = branch_dump (branch);
  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_set_waits (branch, id, TRUE, "2026-11-10T11:00");
  for (int i = 0; i < 2; i++)
    {
      g_auto (HfUndoResult) result = { 0 };

      hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
      g_assert_no_error (error);
    }
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* Who wants no more contact is not called; the branch's own work on the case stays. */
static void
test_refusal_keeps_the_case (Branch *branch, gconstpointer data)
{
  complaint_open (branch);
  branch_visit (branch, branch_count (branch, "SELECT id FROM customer"), "phone", "refused");
  complaint_assert_reminders (branch, "complaint:acknowledge:1 2026-11-10T12:00 2026-11-10T11:30\n"
                                      "complaint:answer:1 2026-11-17T18:00 2026-11-16T09:00\n"
                                      "complaint:close:1 2026-12-10T18:00 2026-12-03T09:00\n");
  complaint_run_engine (branch, "2026-11-11T10:30");
  g_assert_true (complaint_deadline_is (branch, "call-back", "void"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/complaints/COMP-4/before-and-at", test_before_and_at);
  branch_test ("/complaints/COMP-4/overdue-goes-to-the-manager", test_overdue);
  branch_test ("/deadlines/WORK-1/from-the-warning-on (COMP-4)", test_from_the_warning_on);
  branch_test ("/complaints/COMP-4/same-however-often (SCHED-6)", test_same_however_often);
  branch_test ("/complaints/COMP-4/kept-and-missed", test_kept_and_missed);
  branch_test ("/complaints/COMP-4/entered-later", test_entered_later);
  branch_test ("/complaints/COMP-4/waiting-for-the-customer", test_waiting);
  branch_test ("/complaints/COMP-4/wait-refused", test_wait_refused);
  branch_test ("/complaints/COMP-4/serious", test_serious);
  branch_test ("/complaints/COMP-4/reminder-is-no-task", test_reminder_is_no_task);
  branch_test ("/complaints/COMP-4/undo", test_undo);
  branch_test ("/complaints/CARD-9/refusal-keeps-the-case", test_refusal_keeps_the_case);
  return g_test_run ();
}
