/* complaint-fixture.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "complaint-fixture.h"

#include "hf-engine.h"

gint64
complaint_open_about (Branch *branch, gint64 customer, gint64 about, gboolean serious)
{
  HfComplaintDraft draft;
  GError *error = NULL;
  gint64 id = 0;

  hf_complaint_draft_init (&draft);
  draft.customer_id = customer;
  draft.reason = HF_COMPLAINT_DELIVERY_LATE;
  draft.severity = serious ? HF_COMPLAINT_SERIOUS : HF_COMPLAINT_NORMAL;
  draft.words = "说好三天到，等了一个星期。";
  draft.about_id = about;
  hf_command_open_complaint (branch->db, &branch->actor, &draft, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* Wang Xiuying, whom Lin Na looks after, complains on Tuesday 10 November 2026 at 10:00. */
gint64
complaint_open (Branch *branch)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);

  return complaint_open_about (branch, wang, 0, FALSE);
}

gboolean
complaint_try_move (Branch *branch, gint64 id, HfComplaintStage to, GError **error)
{
  HfComplaintStep step;

  hf_complaint_step_init (&step);
  step.to = to;
  if (to == HF_CASE_ANSWERED)
    {
      step.apology = TRUE;
      step.apology_how = "当面道歉";
      step.remedy = "道歉并补送一盒";
    }
  if (to == HF_CASE_CLOSED)
    {
      step.satisfaction = 4;
      step.cause = "快递漏单";
      step.action = "每天下班前对一次单";
    }
  return hf_command_move_complaint (branch->db, &branch->actor, id, &step, error);
}

void
complaint_move (Branch *branch, gint64 id, HfComplaintStage to, const char *now)
{
  GError *error = NULL;

  branch_set_now (branch, now);
  complaint_try_move (branch, id, to, &error);
  g_assert_no_error (error);
}

void
complaint_set_waits (Branch *branch, gint64 id, gboolean waits, const char *now)
{
  GError *error = NULL;

  branch_set_now (branch, now);
  hf_command_wait_for_customer (branch->db, &branch->actor, id, waits, "请拍一张包装的照片",
                                &error);
  g_assert_no_error (error);
}

int
complaint_run_engine (Branch *branch, const char *now)
{
  HfEngineResult result;
  GError *error = NULL;

  branch_set_now (branch, now);
  hf_command_run_engine (branch->db, &branch->actor, &result, NULL, &error);
  g_assert_no_error (error);
  return result.escalated;
}

/* What reminds, a line each: title, when, from when on, whose work. */
void
complaint_assert_reminders (Branch *branch, const char *expected)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autofree char *found = NULL;

  hf_rows_open_text (
      &rows, branch->db,
      "SELECT f.title, f.due_at, f.remind_at, f.occurrence, f.state FROM follow_up f "
      "WHERE kind = 'complaint' AND state IN ('open', 'paused') "
      "ORDER BY occurrence, due_at, id",
      &error, "");
  while (hf_rows_next (&rows, &error))
    {
      g_autofree char *due = hf_minute_format (hf_rows_int (&rows, 1));
      g_autofree char *remind = hf_minute_format (hf_rows_int (&rows, 2));

      g_string_append_printf (text, "%s %s %s%s%s\n", hf_rows_text (&rows, 0), due, remind,
                              hf_rows_int (&rows, 3) != 0 ? " manager" : "",
                              g_str_equal (hf_rows_text (&rows, 4), "paused") ? " paused" : "");
    }
  g_assert_no_error (error);
  found = g_string_free (text, FALSE);
  g_assert_cmpstr (found, ==, expected);
}

gboolean
complaint_deadline_is (Branch *branch, const char *what, const char *state)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM deadline WHERE what = '%s' AND state = '%s'", what, state);

  return branch_count (branch, sql) == 1;
}
