/* test-complaints.c: complaints from stage to stage, on a real database
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "complaint-fixture.h"

/* COMP-3: no stage is skipped; an apology comes before an answer; closing asks and learns. */
static void
test_stages (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (GError) error = NULL;
  HfComplaintStep step;

  g_assert_false (complaint_try_move (branch, id, HF_CASE_ANSWERED, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
  hf_complaint_step_init (&step);
  step.to = HF_CASE_ANSWERED;
  step.remedy = "补送一盒";
  g_assert_false (hf_command_move_complaint (branch->db, &branch->actor, id, &step, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-10T11:00");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-11T11:00");
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-11T12:00");
  complaint_move (branch, id, HF_CASE_RESOLVED, "2026-11-12T11:00");
  hf_complaint_step_init (&step);
  step.to = HF_CASE_CLOSED;
  step.satisfaction = 5;
  g_assert_false (hf_command_move_complaint (branch->db, &branch->actor, id, &step, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  complaint_move (branch, id, HF_CASE_CLOSED, "2026-11-12T12:00");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM complaint_move"), ==, 8);
}

/* COMP-3: opened again, the case has a clock again: an answer, and an end. */
static void
test_reopened (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);

  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-10T11:00");
  complaint_move (branch, id, HF_CASE_RESOLVED, "2026-11-11T11:00");
  complaint_move (branch, id, HF_CASE_CLOSED, "2026-11-11T12:00");
  complaint_assert_reminders (branch, "");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-16T10:00");
  complaint_assert_reminders (branch, "complaint:answer:1 2026-11-23T18:00 2026-11-23T09:00\n"
                                      "complaint:close:1 2026-12-16T18:00 2026-12-09T09:00\n");
  g_assert_cmpint (
      branch_count (branch, "SELECT came_back = 1 AND closed_at IS NULL FROM complaint"), ==, 1);
}

/* COMP-9: whoever is complained about does not look into it, nor is it given to them. */
static void
test_investigator (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 id = complaint_open_about (branch, wang, branch->agent, FALSE);
  gint64 zhou = branch_add_staff (branch, "周敏");
  g_autoptr (GError) error = NULL;
  HfComplaintStep step;

  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE staff_id > 0"), ==,
                   0);
  branch_act_as (branch, branch->agent);
  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  g_assert_false (complaint_try_move (branch, id, HF_CASE_INVESTIGATING, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  hf_complaint_step_init (&step);
  step.to = HF_CASE_INVESTIGATING;
  step.investigator_id = zhou;
  g_assert_true (hf_command_move_complaint (branch->db, &branch->actor, id, &step, &error));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up f JOIN staff s ON s.id = "
                                         "f.staff_id WHERE s.name = '周敏' AND f.state = 'open'"),
                   ==, 3);
  g_assert_false (complaint_try_move (branch, id, HF_CASE_ANSWERED, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  /* ROLE-1: it is not her customer, but she looks into it. */
  branch_act_as (branch, zhou);
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-10T15:00");
}

static void
test_roles (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  gint64 zhou = branch_add_staff (branch, "周敏");
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, zhou);
  g_assert_false (complaint_try_move (branch, id, HF_CASE_ACKNOWLEDGED, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

/* SCHED-5: routine care waits while a complaint is open. */
static void
test_care_is_paused (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 id;

  branch_enrol (branch, wang, "sale-window");
  id = complaint_open_about (branch, wang, 0, FALSE);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'paused'"),
                   ==, 2);
  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-10T11:00");
  complaint_move (branch, id, HF_CASE_RESOLVED, "2026-11-11T11:00");
  complaint_move (branch, id, HF_CASE_CLOSED, "2026-11-11T12:00");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'paused'"),
                   ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/complaints/COMP-3/stages", test_stages);
  branch_test ("/complaints/COMP-3/reopened", test_reopened);
  branch_test ("/complaints/COMP-9/investigator", test_investigator);
  branch_test ("/complaints/ROLE-1/roles", test_roles);
  branch_test ("/complaints/SCHED-5/care-is-paused", test_care_is_paused);
  return g_test_run ();
}
