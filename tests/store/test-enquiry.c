/* test-enquiry.c: an authority asks about a complaint, and what was promised to the customer
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "complaint-fixture.h"
#include "hf-complaint-edit.h"
#include "hf-complaint-list.h"
#include "hf-enquiry.h"
#include "hf-undo.h"

static gboolean
try_ask (Branch *branch, gint64 id, const char *day, GError **error)
{
  HfEnquiryDraft draft = { "海棠区市场监督管理局", "海市监询〔2026〕17号", HF_DAY_NONE };

  g_assert_true (hf_day_parse (day, &draft.asked_on, NULL));
  return hf_command_open_enquiry (branch->db, &branch->actor, id, &draft, error);
}

static void
ask (Branch *branch, gint64 id, const char *now)
{
  g_autofree char *day = g_strndup (now, strlen ("2026-11-10"));
  GError *error = NULL;

  branch_set_now (branch, now);
  try_ask (branch, id, day, &error);
  g_assert_no_error (error);
}

static void
assert_due (Branch *branch, const char *what, const char *expected)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT due_at FROM deadline WHERE what = '%s' AND state <> 'void'", what);
  g_autofree char *due = hf_minute_format (branch_count (branch, sql));

  g_assert_cmpstr (due, ==, expected);
}

/* COMP-10: ten working days after the day on which it asked. In 2026 the 1st to the 7th of October
 * are off, and Sunday 20 September and Saturday 10 October are worked for it; 25 to 27 September
 * are off. */
static void
test_clock (Branch *branch, gconstpointer data)
{
  static const struct
  {
    const char *asked;
    const char *due;
  } rows[] = {
    { "2026-11-10T10:00", "2026-11-24T18:00" }, /* a Tuesday morning */
    { "2026-11-10T21:30", "2026-11-24T18:00" }, /* its evening */
    { "2026-11-13T17:59", "2026-11-27T18:00" }, /* a Friday */
    { "2026-11-14T11:00", "2026-11-27T18:00" }, /* a Saturday: open, no working day */
    { "2026-11-15T11:00", "2026-11-27T18:00" }, /* a Sunday */
    { "2026-09-30T17:30", "2026-10-20T18:00" }, /* the eve of Golden Week */
    { "2026-10-04T10:00", "2026-10-20T18:00" }, /* in the middle of it */
    { "2026-09-18T10:00", "2026-10-09T18:00" }, /* before a Sunday that is worked */
    { "2026-10-10T10:00", "2026-10-23T18:00" }, /* a Saturday that is worked */
  };
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 id;

      g_test_message ("%s", rows[i].asked);
      branch_execute (branch, "DELETE FROM follow_up; DELETE FROM deadline");
      branch_set_now (branch, rows[i].asked);
      id = complaint_open_about (branch, wang, 0, FALSE);
      ask (branch, id, rows[i].asked);
      assert_due (branch, "authority", rows[i].due);
    }
}

/* COMP-4, COMP-10: it reminds before, at and after, also of a complaint that is closed, and is a
 * manager's matter when nobody answered, however long the computer was off. */
static void
test_reminds (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  GError *error = NULL;

  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-10T11:00");
  complaint_move (branch, id, HF_CASE_RESOLVED, "2026-11-10T11:30");
  ask (branch, id, "2026-11-10T12:00");
  complaint_move (branch, id, HF_CASE_CLOSED, "2026-11-10T15:00");
  complaint_assert_reminders (branch, "complaint:authority:1 2026-11-24T18:00 2026-11-21T09:00\n");
  complaint_run_engine (branch, "2026-11-24T18:00");
  complaint_assert_reminders (branch, "complaint:authority:1 2026-11-24T18:00 2026-11-24T18:00\n");
  complaint_run_engine (branch, "2026-12-01T08:30");
  complaint_run_engine (branch, "2026-12-01T08:31");
  complaint_assert_reminders (branch,
                              "complaint:authority:1 2026-11-24T18:00 2026-11-24T18:00\n"
                              "complaint:authority:1 2026-11-24T18:00 2026-11-24T18:00 manager\n");
  hf_command_answer_enquiry (branch->db, &branch->actor, id, &error);
  g_assert_no_error (error);
  g_assert_true (complaint_deadline_is (branch, "authority", "missed"));
  complaint_assert_reminders (branch, "");
}

static void
test_refused (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  HfEnquiryDraft nobody = { "", NULL, hf_minute_get_day (branch->actor.now) };
  g_autoptr (GError) error = NULL;

  g_assert_false (hf_command_answer_enquiry (branch->db, &branch->actor, id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (try_ask (branch, id, "2026-11-11", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (hf_command_open_enquiry (branch->db, &branch->actor, id, &nobody, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  /* PHONE-2 */
  nobody.authority = "王科长 138 0000 5678";
  g_assert_false (hf_command_open_enquiry (branch->db, &branch->actor, id, &nobody, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  ask (branch, id, "2026-11-10T12:00");
  g_assert_false (try_ask (branch, id, "2026-11-10", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
}

/* Answered in time; asked once more, the clock begins anew; a withdrawn complaint is answered, too.
 */
static void
test_again (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  GError *error = NULL;

  ask (branch, id, "2026-11-10T12:00");
  branch_set_now (branch, "2026-11-20T10:00");
  hf_command_answer_enquiry (branch->db, &branch->actor, id, &error);
  g_assert_no_error (error);
  g_assert_true (complaint_deadline_is (branch, "authority", "kept"));
  ask (branch, id, "2026-11-23T10:00");
  g_assert_true (complaint_deadline_is (branch, "authority", "open"));
  assert_due (branch, "authority", "2026-12-07T18:00");
  hf_command_withdraw_complaint (branch->db, &branch->actor, id, "顾客撤回", &error);
  g_assert_no_error (error);
  g_assert_true (complaint_deadline_is (branch, "authority", "open"));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM deadline WHERE state = 'open'"), ==,
                   1);
}

static void
test_undo (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  ask (branch, id, "2026-11-10T12:00");
  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* The file of a case: the words, the stages, the enquiry; the number is masked, what was said in a
 * contact is left out, and it is a manager's (PHONE-3, CARD-3, ROLE-1, AUD-1). */
static void
test_export (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autofree char *path = g_build_filename (branch->folder, "case.html", NULL);
  g_autofree char *text = NULL;
  HfRecordOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  branch_execute (branch, "INSERT INTO phone (id, customer_id, number, label) SELECT 7, "
                          "customer_id, '13800005678', '' FROM complaint");
  branch_visit (branch, branch_count (branch, "SELECT id FROM customer"), "phone", "reached");
  branch_execute (branch, "UPDATE visit SET note = '血压又高了'");
  ask (branch, id, "2026-11-10T12:00");
  g_assert_true (
      hf_command_export_complaint (branch->db, &branch->actor, id, &options, path, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "说好三天到"));
  g_assert_nonnull (strstr (text, "海市监询〔2026〕17号"));
  g_assert_nonnull (strstr (text, "138****5678"));
  g_assert_null (strstr (text, "13800005678"));
  g_assert_null (strstr (text, "血压"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM audit WHERE action = 'export' AND "
                                         "detail = 'case'"),
                   ==, 1);
  branch_act_as (branch, branch->agent);
  g_assert_false (
      hf_command_export_complaint (branch->db, &branch->actor, id, &options, path, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

static gint64
open_promised (Branch *branch, const char *promised, GError **error)
{
  HfComplaintDraft draft;
  gint64 id = 0;

  hf_complaint_draft_init (&draft);
  draft.customer_id =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  g_assert_true (hf_minute_parse (promised, &draft.promised_by, NULL));
  hf_command_open_complaint (branch->db, &branch->actor, &draft, &id, error);
  return id;
}

/* COMP-1, COMP-4: what was promised reminds as the other deadlines do, and is kept by the answer.
 */
static void
test_promise (Branch *branch, gconstpointer data)
{
  GError *error = NULL;
  gint64 id = open_promised (branch, "2026-11-12T12:00", &error);

  g_assert_no_error (error);
  assert_due (branch, "promised", "2026-11-12T12:00");
  branch_execute (branch, "DELETE FROM follow_up WHERE title NOT LIKE '%:promised:%'");
  complaint_assert_reminders (branch, "complaint:promised:1 2026-11-12T12:00 2026-11-12T09:00\n");
  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-12T11:00");
  g_assert_true (complaint_deadline_is (branch, "promised", "kept"));
}

/* The answer promises anew: kept when the customer accepts, off when they reject. */
static void
test_promise_of_the_answer (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  HfComplaintStep step;
  GError *error = NULL;

  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
  for (int i = 0; i < 2; i++)
    {
      hf_complaint_step_init (&step);
      step.to = HF_CASE_ANSWERED;
      step.apology = TRUE;
      step.apology_how = "当面道歉";
      step.remedy = "补送一盒";
      hf_minute_parse ("2026-11-13T18:00", &step.remedy_by, NULL);
      hf_command_move_complaint (branch->db, &branch->actor, id, &step, &error);
      g_assert_no_error (error);
      g_assert_true (complaint_deadline_is (branch, "promised", "open"));
      if (i > 0)
        break;
      complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-11T10:40");
      g_assert_true (complaint_deadline_is (branch, "promised", "void"));
    }
  g_assert_cmpint (complaint_run_engine (branch, "2026-11-14T08:30"), >=, 1);
  g_assert_true (complaint_deadline_is (branch, "promised", "missed"));
  complaint_move (branch, id, HF_CASE_RESOLVED, "2026-11-14T10:00");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                         "title LIKE '%:promised:%'"),
                   ==, 0);
}

static void
test_promise_in_the_past (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HfComplaintEdit edit = { .fields = HF_BIT (HF_CASE_FIELD_PROMISED_BY) };
  gint64 id;

  g_assert_cmpint (open_promised (branch, "2026-11-10T09:59", &error), ==, 0);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  id = complaint_open_about (branch, branch_count (branch, "SELECT max (id) FROM customer"), 0,
                             FALSE);
  edit.promised_by = branch->actor.now;
  g_assert_false (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  edit.promised_by = branch->actor.now + 60;
  g_assert_true (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error));
  /* What stands there already may pass. */
  branch_set_now (branch, "2026-11-12T10:00");
  g_assert_true (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error));
  edit.promised_by = HF_MINUTE_NONE;
  g_assert_true (hf_command_edit_complaint (branch->db, &branch->actor, id, &edit, &error));
}

/* COMP-9: what is about the owner is a manager's, and never nobody's. */
static void
test_about_the_owner (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 id;
  g_autoptr (HfComplaint) complaint = NULL;

  branch_execute (branch, "INSERT INTO staff (id, name, role) VALUES (5, '陈经理', 'manager')");
  branch_act_as (branch, branch->agent);
  id = complaint_open_about (branch, wang, branch->agent, FALSE);
  complaint = hf_complaint_load (branch->db, id, NULL);
  g_assert_cmpstr (complaint->responsible, ==, "陈经理");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE kind = 'complaint' "
                                         "AND staff_id IS NOT 5"),
                   ==, 0);
}

/* COMP-3: an apology is recorded with what was said. */
static void
test_apology_needs_words (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (GError) error = NULL;

  g_assert_false (hf_command_apologise (branch->db, &branch->actor, id, 0, "  ", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_false (hf_command_apologise (branch->db, &branch->actor, id, 0, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

/* COMP-9: somebody looks into it, also when the owner of the file, who is nobody of the staff,
 * moves what belongs to nobody: a manager before others, and never whom it is about. */
static void
test_has_an_investigator (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);
  gint64 zhou = branch_add_staff (branch, "周敏");
  const gint64 abouts[] = { 0, branch->agent, 5 };
  const gint64 investigators[] = { 5, 5, branch->agent };

  for (guint i = 0; i < G_N_ELEMENTS (abouts); i++)
    {
      g_autoptr (HfComplaint) complaint = NULL;
      gint64 id;

      branch_act_as (branch, 0);
      if (i == 0)
        branch_execute (branch,
                        "INSERT INTO staff (id, name, role) VALUES (5, '陈经理', 'manager')");
      branch_set_now (branch, "2026-11-10T10:00");
      id = complaint_open_about (branch, wang, abouts[i], FALSE);
      complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
      complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
      complaint = hf_complaint_load (branch->db, id, NULL);
      g_assert_cmpint (complaint->investigator_id, ==, investigators[i]);
      g_assert_cmpint (complaint->investigator_id, !=, zhou);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/enquiry/COMP-10/ten-working-days", test_clock);
  branch_test ("/enquiry/COMP-10/reminds (COMP-4)", test_reminds);
  branch_test ("/enquiry/COMP-10/refused", test_refused);
  branch_test ("/enquiry/COMP-10/asked-again", test_again);
  branch_test ("/enquiry/COMP-10/undo", test_undo);
  branch_test ("/enquiry/COMP-10/export (PHONE-3, CARD-3, AUD-1)", test_export);
  branch_test ("/promise/COMP-1/kept-by-the-answer", test_promise);
  branch_test ("/promise/COMP-3/made-with-the-answer", test_promise_of_the_answer);
  branch_test ("/promise/COMP-1/never-in-the-past", test_promise_in_the_past);
  branch_test ("/complaints/COMP-9/about-the-owner", test_about_the_owner);
  branch_test ("/complaints/COMP-3/apology-needs-words", test_apology_needs_words);
  branch_test ("/complaints/COMP-9/has-an-investigator", test_has_an_investigator);
  return g_test_run ();
}
