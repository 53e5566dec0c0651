/* test-complaint-edit.c: what is kept of a complaint, and what is refused
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "complaint-fixture.h"
#include "hf-complaint-edit.h"
#include "hf-complaint-list.h"
#include "hf-undo.h"

static HfComplaint *
load (Branch *branch, gint64 id)
{
  GError *error = NULL;
  HfComplaint *complaint = hf_complaint_load (branch->db, id, &error);

  g_assert_no_error (error);
  return complaint;
}

static void
assert_refused (gboolean done, GError **error, HfError code, const char *words)
{
  g_assert_false (done);
  g_assert_error (*error, HF_ERROR, (int) code);
  g_assert_nonnull (strstr ((*error)->message, words));
  g_clear_error (error);
}

/* COMP-9: facts, remedy, who approved it, its cost, the cause and whether it was removed. */
static void
test_edit (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  gint64 boss = branch_add_staff (branch, "周敏");
  HfComplaintEdit edit = { .facts = "仓库漏发",
                           .remedy = "补送一盒",
                           .remedy_fen = 12800,
                           .approved_by_id = boss,
                           .cause = "没有核对单号",
                           .action = "每天下班前对单",
                           .action_owner_id = boss,
                           .action_on = 20800,
                           .cause_removed = 1 };
  g_autoptr (HfComplaint) complaint = NULL;
  g_autoptr (GArray) log = NULL;
  GError *error = NULL;

  edit.fields = HF_BIT (HF_CASE_FIELD_FACTS) | HF_BIT (HF_CASE_FIELD_REMEDY) |
                HF_BIT (HF_CASE_FIELD_COST) | HF_BIT (HF_CASE_FIELD_APPROVED_BY) |
                HF_BIT (HF_CASE_FIELD_CAUSE) | HF_BIT (HF_CASE_FIELD_ACTION) |
                HF_BIT (HF_CASE_FIELD_ACTION_OWNER) | HF_BIT (HF_CASE_FIELD_ACTION_ON) |
                HF_BIT (HF_CASE_FIELD_CAUSE_REMOVED);
  hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error);
  g_assert_no_error (error);
  complaint = load (branch, id);
  g_assert_cmpstr (complaint->facts, ==, "仓库漏发");
  g_assert_cmpint (complaint->remedy_fen, ==, 12800);
  g_assert_cmpstr (complaint->approved_by, ==, "周敏");
  g_assert_cmpstr (complaint->action_owner, ==, "周敏");
  g_assert_cmpint (complaint->action_on, ==, 20800);
  g_assert_cmpint (complaint->cause_removed, ==, 1);
  g_assert_cmpint (complaint->severity, ==, HF_COMPLAINT_NORMAL);
  hf_command_note_complaint (branch->db, &branch->actor, id, "已打电话问仓库", &error);
  g_assert_no_error (error);
  log = hf_complaint_dup_log (branch->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (log->len, ==, 3);
  g_assert_cmpint (g_array_index (log, HfComplaintLogLine, 1).kind, ==, HF_CASE_LOG_CHANGED);
  g_assert_cmpstr (g_array_index (log, HfComplaintLogLine, 2).text, ==, "已打电话问仓库");
}

/* COMP-4: a case that turns out to be serious is visited at home. */
static void
test_turns_serious (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  HfComplaintEdit edit = { .fields = HF_BIT (HF_CASE_FIELD_SEVERITY),
                           .severity = HF_COMPLAINT_SERIOUS };
  GError *error = NULL;

  g_assert_false (complaint_deadline_is (branch, "home-visit", "open"));
  hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error);
  g_assert_no_error (error);
  g_assert_true (complaint_deadline_is (branch, "home-visit", "open"));
}

/* COMP-9, PHONE-2: nobody looks into, nor pays for, a complaint about themselves. */
static void
test_refused (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 id = complaint_open_about (branch, wang, branch->agent, FALSE);
  HfComplaintEdit edit = { .fields = HF_BIT (HF_CASE_FIELD_INVESTIGATOR),
                           .investigator_id = branch->agent };
  g_autoptr (GError) error = NULL;

  assert_refused (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error), &error,
                  HF_ERROR_BAD_INPUT, "complained about");
  edit = (HfComplaintEdit){ .fields = HF_BIT (HF_CASE_FIELD_APPROVED_BY),
                            .approved_by_id = branch->agent };
  assert_refused (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error), &error,
                  HF_ERROR_BAD_INPUT, "approve");
  edit = (HfComplaintEdit){ .fields = HF_BIT (HF_CASE_FIELD_FACTS), .facts = "电话13812345678" };
  assert_refused (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error), &error,
                  HF_ERROR_BAD_INPUT, "");
  assert_refused (hf_command_note_complaint (branch->db, &branch->actor, id, "", &error), &error,
                  HF_ERROR_BAD_INPUT, "");
}

/* COMP-9: the reason, what the customer wants and who is complained about are corrected, and the
 * log says from what; whoever is complained about then can't work on it. The words stay. */
static void
test_corrected (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  gint64 boss = branch_add_staff (branch, "周敏");
  HfComplaintEdit edit = { .fields =
                               HF_BIT (HF_CASE_FIELD_ABOUT) | HF_BIT (HF_CASE_FIELD_RESPONSIBLE),
                           .about_id = boss,
                           .responsible_id = boss };
  g_autoptr (HfComplaint) before = load (branch, id);
  g_autoptr (HfComplaint) after = NULL;
  g_autoptr (GArray) log = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error), &error,
                  HF_ERROR_BAD_INPUT, "complained about");
  edit.fields = HF_BIT (HF_CASE_FIELD_INVESTIGATOR);
  edit.investigator_id = boss;
  g_assert_true (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error));
  edit.fields = HF_BIT (HF_CASE_FIELD_ABOUT);
  assert_refused (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error), &error,
                  HF_ERROR_BAD_INPUT, "complained about");
  edit = (HfComplaintEdit){ .fields = HF_BIT (HF_CASE_FIELD_ABOUT) |
                                      HF_BIT (HF_CASE_FIELD_INVESTIGATOR) |
                                      HF_BIT (HF_CASE_FIELD_REASON) | HF_BIT (HF_CASE_FIELD_WANTS),
                            .about_id = boss,
                            .reason = HF_COMPLAINT_PACKAGING,
                            .wants = HF_WANTS_EXCHANGE };
  g_assert_true (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error));
  after = load (branch, id);
  g_assert_cmpint (after->about_id, ==, boss);
  g_assert_cmpint (after->investigator_id, ==, 0);
  g_assert_cmpint (after->reason, ==, HF_COMPLAINT_PACKAGING);
  g_assert_cmpint (after->wants, ==, HF_WANTS_EXCHANGE);
  g_assert_cmpstr (after->words, ==, before->words);
  log = hf_complaint_dup_log (branch->db, id, &error);
  g_assert_nonnull (
      strstr (g_array_index (log, HfComplaintLogLine, log->len - 1).text,
              hf_domain_get_label (HF_DOMAIN_COMPLAINT_REASON, (int) before->reason)));
}

/* COMP-3: an apology of its own goes before the answer, with who said it and how. */
static void
test_apology (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (HfComplaint) complaint = NULL;
  HfComplaintStep step;
  GError *error = NULL;

  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
  hf_command_apologise (branch->db, &branch->actor, id, branch->agent, "登门当面", &error);
  g_assert_no_error (error);
  hf_complaint_step_init (&step);
  step.to = HF_CASE_ANSWERED;
  step.remedy = "补送一盒";
  hf_command_move_complaint (branch->db, &branch->actor, id, &step, &error);
  g_assert_no_error (error);
  complaint = load (branch, id);
  g_assert_cmpstr (complaint->apologised_by, ==, "林娜");
  g_assert_cmpstr (complaint->apology, ==, "登门当面");
}

/* COMP-3: of two people at the same case the second is told who was there before. */
static void
test_moved_meanwhile (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (HfComplaint) seen = load (branch, id);
  g_autoptr (GError) error = NULL;
  HfComplaintStep step;

  branch_act_as (branch, branch->agent);
  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  hf_complaint_step_init (&step);
  step.to = HF_CASE_ACKNOWLEDGED;
  step.seen_move = seen->last_move;
  assert_refused (hf_command_move_complaint (branch->db, &branch->actor, id, &step, &error), &error,
                  HF_ERROR_CONFLICT, "林娜");
  step.to = HF_CASE_INVESTIGATING;
  assert_refused (hf_command_move_complaint (branch->db, &branch->actor, id, &step, &error), &error,
                  HF_ERROR_CONFLICT, "林娜");
}

/* COMP-3: passed to the manager by hand; once. It leaves their list when the case is closed. */
static void
test_escalated (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (GError) error = NULL;

  assert_refused (hf_command_escalate_complaint (branch->db, &branch->actor, id, "", &error),
                  &error, HF_ERROR_BAD_INPUT, "why");
  g_assert_true (
      hf_command_escalate_complaint (branch->db, &branch->actor, id, "要退全款", &error));
  assert_refused (hf_command_escalate_complaint (branch->db, &branch->actor, id, "再报", &error),
                  &error, HF_ERROR_CONFLICT, "already");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                         "occurrence = 1 AND title = 'complaint:escalated:1'"),
                   ==, 1);
  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-10T11:00");
  complaint_move (branch, id, HF_CASE_RESOLVED, "2026-11-10T12:00");
  complaint_move (branch, id, HF_CASE_CLOSED, "2026-11-10T13:00");
  complaint_assert_reminders (branch, "");
}

/* COMP-9: never deleted, not even by undo; done again, its clocks run again. */
static void
test_withdrawn (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_auto (HfUndoResult) undone = { 0 };
  g_auto (HfUndoResult) redone = { 0 };
  g_autoptr (HfComplaint) withdrawn = NULL;
  g_autoptr (HfComplaint) again = NULL;
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone.kind, ==, "complaint.open");
  withdrawn = load (branch, id);
  g_assert_cmpint (withdrawn->stage, ==, HF_CASE_CLOSED);
  g_assert_cmpint (withdrawn->withdrawn_at, !=, HF_MINUTE_NONE);
  complaint_assert_reminders (branch, "");
  g_assert_true (branch_count (branch, "SELECT count (*) FROM deadline WHERE state <> 'void'") ==
                 0);
  hf_command_redo (branch->db, &branch->actor, &redone, &error);
  g_assert_no_error (error);
  again = load (branch, id);
  g_assert_cmpint (again->stage, ==, HF_CASE_RECEIVED);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE kind = 'complaint' "
                                         "AND state = 'open'"),
                   ==, 4);
}

/* COMP-9, ROLE-1: an agent does not make a case disappear that somebody works on. */
static void
test_who_withdraws (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (GError) error = NULL;

  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  branch_act_as (branch, branch->agent);
  assert_refused (hf_command_withdraw_complaint (branch->db, &branch->actor, id, "记错了", &error),
                  &error, HF_ERROR_NOT_ALLOWED, "manager");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/complaint-edit/COMP-9/edit", test_edit);
  branch_test ("/complaint-edit/COMP-4/turns-serious", test_turns_serious);
  branch_test ("/complaint-edit/COMP-9/refused", test_refused);
  branch_test ("/complaint-edit/COMP-9/corrected", test_corrected);
  branch_test ("/complaint-edit/COMP-3/apology", test_apology);
  branch_test ("/complaint-edit/COMP-3/moved-meanwhile", test_moved_meanwhile);
  branch_test ("/complaint-edit/COMP-3/escalated", test_escalated);
  branch_test ("/complaint-edit/COMP-9/withdrawn", test_withdrawn);
  branch_test ("/complaint-edit/COMP-9/who-withdraws", test_who_withdraws);
  return g_test_run ();
}
