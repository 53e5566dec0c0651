/* test-stage-plans.c: plans that begin with a child's stage
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-plans.h"
#include "hf-undo.h"
#include "store-fixture.h"

#define PLAN                                                                                        \
  "[Plan]\nId=weaning\nName=Weaning\nName[zh_CN]=辅食阶段\nSummary=Advice on weaning.\n"        \
  "Trigger=stage\nChoices=T3\n[Step 1]\nTitle=Weaning\nTitle[zh_CN]=辅食咨询\nAnchor=trigger\n" \
  "Offset=3\nDue=within\nWays=phone:agent\nPurpose=Ask how weaning goes.\nChecklist=Any "           \
  "questions\n"

static void
set_up (Branch *branch, gconstpointer data)
{
  branch_set_up (branch, data);
  branch_execute (branch,
                  "INSERT INTO care_plan (id, key, trigger_kind, source) VALUES (hf_new_id (), "
                  "'weaning', 'stage', '" PLAN "')");
}

static void
use_plan (Branch *branch)
{
  GError *error = NULL;

  hf_command_use_plan (branch->db, &branch->actor, "stage", "weaning", &error);
  g_assert_no_error (error);
}

static void
assert_due (Branch *branch, const char *expected)
{
  g_autofree char *due = branch_due (branch);

  g_assert_cmpstr (due, ==, expected);
}

/* Born on 15 June 2026: five months old, T3, on 15 November; nine on 15 March 2027. */
static void
test_by_itself (Branch *branch, gconstpointer data)
{
  use_plan (branch);
  branch_add_customer (branch, "陈玮", "child", "2026-06-15", "card-type", "customer", NULL);
  branch_run_engine (branch);
  branch_set_now (branch, "2026-11-14T10:00");
  branch_run_engine (branch);
  assert_due (branch, "");
  /* The PC was off on the very day. */
  branch_set_now (branch, "2026-11-17T10:00");
  branch_run_engine (branch);
  branch_run_engine (branch);
  assert_due (branch, "陈玮 weaning 1 2026-11-18T11:30 2026-11-18\n");
  branch_set_now (branch, "2027-03-15T10:00");
  branch_run_engine (branch);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM enrolment WHERE state = 'running'"),
                   ==, 0);
}

static void
test_at_once (Branch *branch, gconstpointer data)
{
  gint64 chen = branch_add_customer (branch, "陈玮", "card-type", "customer", NULL);
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  use_plan (branch);
  branch_set (branch, chen, "child", "2026-05-20");
  assert_due (branch, "陈玮 weaning 1 2026-11-13T11:30 2026-11-13\n");
  /* A second child takes her back to an earlier stage. */
  branch_set (branch, chen, "child", "2026-11-01");
  assert_due (branch, "");
  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  assert_due (branch, "陈玮 weaning 1 2026-11-13T11:30 2026-11-13\n");
}

/* PLAN-10: only where it is switched on. */
static void
test_switched_on (Branch *branch, gconstpointer data)
{
  branch_add_customer (branch, "陈玮", "child", "2026-05-20", "card-type", "customer", NULL);
  assert_due (branch, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/stage-plans/CARD-10/by-itself", Branch, NULL, set_up, test_by_itself,
              branch_tear_down);
  g_test_add ("/stage-plans/CARD-10/at-once", Branch, NULL, set_up, test_at_once, branch_tear_down);
  g_test_add ("/stage-plans/PLAN-10/switched-on", Branch, NULL, set_up, test_switched_on,
              branch_tear_down);
  return g_test_run ();
}
