/* test-engine-plans.c: care plans on a real database, step by step
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-check.h"
#include "hf-deadline-store.h"
#include "hf-engine.h"
#include "hf-enrolment-store.h"
#include "hf-follow-up.h"
#include "hf-purchase.h"
#include "hf-work.h"
#include "store-fixture.h"

static void
assert_due (Branch *branch, const char *expected)
{
  g_autofree char *due = branch_due (branch);

  g_assert_cmpstr (due, ==, expected);
}

/* A wish that goes to and fro: what was withdrawn is opened again under its old id. */
static void
test_wanted_again (Branch *branch, gconstpointer data)
{
  gint64 chen = branch_add_customer (branch, "陈玮", "card-type", "customer", NULL);
  gint64 first;

  branch_enrol (branch, chen, "sale-window");
  first = branch_count (branch, "SELECT id FROM follow_up WHERE step = 1007 AND state = 'open'");
  branch_execute (branch, "UPDATE customer SET sale_expected_on = 20790");
  branch_set (branch, chen, "area", "东区");
  g_assert_cmpint (branch_count (branch,
                                 "SELECT state = 'cancelled' AND state_reason = 'not-needed' "
                                 "FROM follow_up WHERE step = 1007"),
                   ==, 1);
  branch_execute (branch, "UPDATE customer SET sale_expected_on = NULL");
  branch_set (branch, chen, "area", "西区");
  g_assert_cmpint (branch_count (branch, "SELECT id FROM follow_up WHERE step = 1007 AND state = "
                                         "'open' AND closed_at IS NULL AND state_reason = ''"),
                   ==, first);
}

/* PLAN-9: one plan's text is spoilt; its line says what is wrong with it, the other plans go on. */
static void
test_wrong_plan (Branch *branch, gconstpointer data)
{
  gint64 chen = branch_add_customer (branch, "陈玮", "card-type", "customer", NULL);
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);
  g_autoptr (HfWorkItem) item = NULL;
  g_auto (GStrv) troubles = NULL;
  GError *error = NULL;

  branch_enrol (branch, chen, "four-level");
  branch_enrol (branch, wang, "call-centre");
  branch_execute (branch, "UPDATE care_plan SET source = replace (source, 'Offset=', 'Ofset='), "
                          "revision = revision + 1 WHERE key = 'four-level'");
  branch_set_now (branch, "2026-12-20T09:00");
  branch_run_engine (branch);
  branch_visit (branch, wang, "phone", "reached");
  g_assert_cmpint (branch_count (branch,
                                 "SELECT count (*) FROM follow_up f JOIN customer c ON c.id "
                                 "= f.customer_id WHERE f.state = 'open' AND f.kind = 'step' "
                                 "AND c.name = '陈玮'"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch,
                                 "SELECT count (*) FROM follow_up f JOIN customer c ON c.id "
                                 "= f.customer_id WHERE f.state = 'open' AND f.step = 2 "
                                 "AND c.name = '王秀英'"),
                   ==, 1);
  item =
      hf_work_load (branch->db,
                    branch_count (branch, "SELECT f.id FROM follow_up f JOIN customer c ON c.id = "
                                          "f.customer_id WHERE f.state = 'open' AND f.kind = "
                                          "'step' AND c.name = '陈玮'"),
                    &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (item->reason, "four-level:"));
  g_assert_nonnull (strstr (item->reason, "[Step 1]"));
  troubles = hf_check_run (branch->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (troubles), ==, 1);
  g_assert_true (g_str_has_prefix (troubles[0], "four-level:"));
}

/* The family's wish decides between the two rhythms of the routine. */
static void
test_choice_by_wish (Branch *branch, gconstpointer data)
{
  gint64 chen = branch_add_customer (branch, "陈玮", "card-type", "customer", NULL);

  branch_execute (branch, "INSERT INTO enrolment (id, customer_id, plan_id, anchor_on, started_at, "
                          "routine_only) SELECT hf_new_id (), c.id, p.id, 20700, 20700 * 1440, 1 "
                          "FROM customer c, care_plan p WHERE p.key = 'four-level'");
  branch_set (branch, chen, "routine", "two-monthly");
  assert_due (branch, "陈玮 four-level 1002 2027-01-13T11:30 2027-01-13\n");
  branch_set (branch, chen, "routine", "monthly");
  assert_due (branch, "陈玮 four-level 1001 2026-12-13T11:30 2026-12-13\n");
}

/* Members of a household have the same days, whoever is asked for first. */
static void
test_seed_is_the_households (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "address", "海棠路12号301室", "card-type",
                                     "customer", NULL);
  gint64 man = branch_add_customer (branch, "王建国", "address", "海棠路12号301室", "card-type",
                                    "customer", NULL);

  g_assert_cmpint (wang, !=, man);
  branch_execute (branch,
                  "INSERT INTO enrolment (id, customer_id, plan_id, anchor_on, started_at, "
                  "routine_only) SELECT hf_new_id (), c.id, p.id, 20700, 20700 * 1440, 1 FROM "
                  "customer c, care_plan p WHERE p.key = 'member-28-day'");
  branch_run_engine (branch);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up"), ==, 4);
  g_assert_cmpint (branch_count (branch, "SELECT count (DISTINCT due_on) FROM follow_up"), ==, 2);
}

/* Who moves in brings the contacts that were made, who moves out takes them along: the others'
 * follow-ups are right at once, not at their next look. */
static void
test_household_changes (Branch *branch, gconstpointer data)
{
  HfEngineResult engine = { 0 };
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  GError *error = NULL;
  gint64 wang = branch_add_customer (branch, "王秀英", "address", "海棠路12号301室", "card-type",
                                     "customer", NULL);
  gint64 man = branch_add_customer (branch, "王建国", "address", "海棠路99号101室", "card-type",
                                    "customer", NULL);

  branch_execute (branch,
                  "INSERT INTO enrolment (id, customer_id, plan_id, anchor_on, started_at, "
                  "routine_only) SELECT hf_new_id (), c.id, p.id, 20700, 20700 * 1440, 1 FROM "
                  "customer c, care_plan p WHERE p.key = 'member-28-day' AND c.name = '王秀英'");
  branch_visit (branch, man, "home", "reached");
  branch_run_engine (branch);
  branch_set (branch, man, "address", "海棠路12号301室");
  hf_operation_begin (&operation, branch->db, &branch->actor, "test", &error);
  g_assert_no_error (error);
  hf_engine_evaluate_customer (branch->db, &branch->actor, wang, &engine, &error);
  g_assert_no_error (error);
  g_assert_cmpint (engine.created + engine.moved + engine.cancelled, ==, 0);
}

/* Who refuses calls, messages and visits is not reminded of; a person decides. */
static void
test_blocked (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);

  branch_execute (branch,
                  "INSERT INTO consent (id, customer_id, channel, granted, given_on) SELECT "
                  "hf_new_id (), c.id, x.column1, 0, 20000 FROM customer c, "
                  "(VALUES ('phone'), ('home'), ('message')) x");
  branch_buy (branch, wang, branch->powder, "2026-11-10");
  g_assert_cmpint (branch_count (branch, "SELECT blocked AND remind_at IS NULL AND state = 'open' "
                                         "FROM follow_up"),
                   ==, 1);
}

/* A mother is not visited at home for 30 days after a birth: the visit turns into a call. */
static void
test_no_home_after_birth (Branch *branch, gconstpointer data)
{
  gint64 chen =
      branch_add_customer (branch, "陈玮", "child", "2026-11-05", "card-type", "customer", NULL);

  branch_enrol (branch, chen, "service-stopped");
  g_assert_cmpint (branch_count (branch,
                                 "SELECT original_on = 20768 AND due_on = 20793 AND cause = "
                                 "'no-home' FROM follow_up WHERE kind = 'urgent'"),
                   ==, 1);
}

/* The steps that concern a customer are counted, not those of the file. */
static void
test_step_of_steps (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);
  gint64 id = branch_enrol (branch, wang, "service-stopped");
  g_autoptr (HfWorkItem) item = hf_work_load (branch->db, id, NULL);

  g_assert_cmpuint (item->index, ==, 1);
  g_assert_cmpuint (item->count, ==, 1);
}

/* Work within the branch is ticked off; a visit does not stand for it, nor a tick for a visit. */
static void
test_tick (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);
  g_autoptr (GError) error = NULL;
  gint64 id;

  branch_enrol (branch, wang, "service-stopped");
  branch_execute (branch, "UPDATE enrolment SET choice = 'competitor'");
  branch_set (branch, wang, "area", "东区");
  id = branch_count (branch, "SELECT id FROM follow_up WHERE state = 'open' AND step = 3");
  branch_visit (branch, wang, "home", "reached");
  g_assert_cmpint (branch_count (branch, "SELECT step FROM follow_up WHERE state = 'open'"), ==, 3);
  g_assert_true (hf_command_tick (branch->db, &branch->actor, id, &error));
  g_assert_no_error (error);
  id = branch_count (branch, "SELECT id FROM follow_up WHERE state = 'open' AND step = 4");
  g_assert_true (hf_command_tick (branch->db, &branch->actor, id, &error));
  id = branch_count (branch, "SELECT id FROM follow_up WHERE state = 'open' AND step = 5");
  g_assert_false (hf_command_tick (branch->db, &branch->actor, id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

/* Handed to a colleague who visits alone; the first agent alone would not do. */
static void
test_another_agent (Branch *branch, gconstpointer data)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  gint64 zhou = branch_add_staff (branch, "周敏");

  branch_enrol (branch, wang, "service-stopped");
  branch_execute (branch, "UPDATE enrolment SET choice = 'service'");
  branch_set (branch, wang, "area", "东区");
  branch_act_as (branch, branch->agent);
  branch_visit (branch, wang, "home", "reached");
  g_assert_cmpint (branch_count (branch, "SELECT step FROM follow_up WHERE state = 'open'"), ==, 2);
  branch_act_as (branch, 0);
  branch_set (branch, wang, "owner", "周敏");
  branch_act_as (branch, zhou);
  branch_visit (branch, wang, "home", "reached");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open'"),
                   ==, 0);
}

/* Three plans at once ask for more than three days a week: routine contacts give way. */
static void
test_cap (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);

  branch_execute (branch, "UPDATE customer SET sale_expected_on = 20775");
  branch_enrol (branch, wang, "sale-window");
  branch_enrol (branch, wang, "tier-rhythm");
  branch_enrol (branch, wang, "call-centre");
  branch_buy (branch, wang, branch->powder, "2026-11-10");
  g_assert_cmpint (
      branch_count (branch,
                    "SELECT max (n) FROM (SELECT count (DISTINCT b.due_on) AS n FROM follow_up a "
                    "JOIN follow_up b ON b.due_on BETWEEN a.due_on AND a.due_on + 6 "
                    "WHERE a.state = 'open' AND b.state = 'open' GROUP BY a.id)"),
      <=, 3);
}

/* A referral went on twice: the referrer hears of the last of it, within three days. */
static void
test_referrer (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);
  GError *error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_auto (HfOperation) operation = HF_OPERATION_INIT;

      branch_set_now (branch, i == 0 ? "2026-11-10T10:00" : "2026-11-12T10:00");
      hf_operation_begin (&operation, branch->db, &branch->actor, "referral.move", &error);
      hf_enrolment_restart (branch->db, &branch->actor, wang, HF_TRIGGER_REFERRAL, "", &error);
      g_assert_no_error (error);
      hf_operation_commit (&operation, NULL, &error);
      g_assert_no_error (error);
    }
  assert_due (branch, "王秀英 referrer-feedback 1 2026-11-15T11:30 2026-11-15\n");
}

/* Nothing reads the clock of the machine: a branch may live in 2031. */
static void
test_now_is_an_argument (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);

  branch_set_now (branch, "2031-03-03T10:00");
  branch_buy (branch, wang, branch->powder, "2031-03-03");
  branch_run_engine (branch);
  assert_due (branch, "王秀英 member-28-day 1 2031-03-06T09:00 2031-03-06\n");
}

static void
set_deadlines (Branch *branch)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  GError *error = NULL;

  hf_operation_begin (&operation, branch->db, &branch->actor, "complaint.open", &error);
  hf_deadlines_set_for_complaint (branch->db, &branch->actor,
                                  branch_count (branch, "SELECT id FROM complaint"), NULL, &error);
  g_assert_no_error (error);
  hf_operation_commit (&operation, NULL, &error);
  g_assert_no_error (error);
}

/* Received on Tuesday 10 November 2026 at 17:00: two opening hours later is the next morning. */
static void
test_deadlines (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);

  g_assert_cmpint (wang, !=, 0);
  branch_execute (branch, "INSERT INTO complaint (id, number, customer_id, received_at, channel, "
                          "reason) SELECT hf_new_id (), 1, id, 20767 * 1440 + 17 * 60, 'phone', "
                          "'other' FROM customer");
  branch_set_now (branch, "2026-11-10T17:00");
  set_deadlines (branch);
  g_assert_cmpint (branch_count (branch, "SELECT due_at - 20768 * 1440 FROM deadline WHERE what = "
                                         "'acknowledge'"),
                   ==, 10 * 60);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM deadline"), ==, 4);
  branch_set_now (branch, "2026-11-11T12:00");
  branch_execute (branch,
                  "INSERT INTO complaint_wait (id, complaint_id, from_at) SELECT hf_new_id (), "
                  "id, 20768 * 1440 + 12 * 60 FROM complaint");
  set_deadlines (branch);
  g_assert_cmpint (
      branch_count (branch, "SELECT count (*) FROM deadline WHERE stands_since_at > 0"), ==, 1);
  branch_run_engine (branch);
  g_assert_cmpint (branch_count (branch, "SELECT state = 'missed' FROM deadline WHERE what = "
                                         "'acknowledge'"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT escalated FROM complaint"), ==, 1);
}

/* 2 October 2026 is a Friday, and a public holiday. */
static void
test_collection (Branch *branch, gconstpointer data)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfPurchaseLine));
  HfPurchaseLine line = { branch->powder, 1, -1, NULL, HF_DAY_NONE };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) enrolled = NULL;
  HfPurchaseDraft draft;
  gint64 id;

  g_array_append_val (lines, line);
  hf_purchase_draft_init (&draft);
  draft.customer_id = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);
  draft.bought_on = hf_day_from_ymd (2026, 9, 1);
  draft.lines = lines;
  draft.collect_on = hf_day_from_ymd (2026, 10, 2);
  g_assert_false (
      hf_command_add_purchase (branch->db, &branch->actor, &draft, &id, &enrolled, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

/* PUR-3: a year typed wrong would put off all that counts from the day of receipt. */
static void
test_received_in_the_future (Branch *branch, gconstpointer data)
{
  HfDay today = hf_minute_get_day (branch->actor.now);
  g_autoptr (GError) error = NULL;
  HfPurchaseDraft draft;

  hf_purchase_draft_init (&draft);
  draft.bought_on = today;
  draft.received_on = today;
  g_assert_true (hf_purchase_check_days (&branch->actor, &draft, &error));
  draft.received_on = today + 1;
  g_assert_false (hf_purchase_check_days (&branch->actor, &draft, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

/* Open greetings of the Spring Festival: name, day, ways. */
static char *
dup_greetings (Branch *branch)
{
  GString *text = g_string_new (NULL);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;

  g_assert_true (hf_rows_open_text (
      &rows, branch->db,
      "SELECT c.name || strftime (' %m-%d ', due_on * 86400, 'unixepoch') || f.ways || ' ' || "
      "s.name FROM follow_up f JOIN customer c ON c.id = f.customer_id JOIN staff s ON s.id = "
      "f.staff_id WHERE f.kind = 'greeting' AND f.title = 'festival:spring-festival:2027' AND "
      "f.state = 'open' ORDER BY c.id",
      &error, ""));
  while (hf_rows_next (&rows, &error))
    g_string_append_printf (text, "%s\n", hf_rows_text (&rows, 0));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* Each owner has a round seven days before Spring Festival, 6 February 2027; once; and each
 * greeting is a piece of work, with that of New Year's Eve on one day. Thursday the 4th is no day
 * for 陈玮, messages are nothing for 周桂兰. */
static void
test_greetings (Branch *branch, gconstpointer data)
{
  static const char expected[] = "王秀英 02-05 message:agent;phone:agent 林娜\n"
                                 "陈玮 02-05 message:agent;phone:agent 林娜\n"
                                 "周桂兰 02-03 phone:agent 林娜\n";
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *later = NULL;

  branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  branch_add_customer (branch, "陈玮", "owner", "林娜", "card-type", "customer", "no-contact",
                       "thu", NULL);
  branch_add_customer (branch, "周桂兰", "owner", "林娜", "card-type", "customer", NULL);
  branch_add_customer (branch, "吴建平", "owner", "林娜", "card-type", "customer", "quiet-until",
                       "2027-03-01", NULL);
  branch_execute (branch, "INSERT INTO consent (id, customer_id, channel, granted, given_on) "
                          "SELECT hf_new_id (), id, 'message', 0, 20600 FROM customer "
                          "WHERE name IN ('周桂兰', '吴建平')");
  branch_add_customer (branch, "罗小梅", "card-type", "customer", NULL);
  branch_run_engine (branch);
  branch_set_now (branch, "2027-01-30T08:00");
  branch_run_engine (branch);
  once = dup_greetings (branch);
  branch_run_engine (branch);
  twice = dup_greetings (branch);
  g_assert_cmpstr (once, ==, expected);
  g_assert_cmpstr (twice, ==, expected);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM greeting_round WHERE occasion = "
                                         "'festival:spring-festival:2027' AND until_on = 20855"),
                   ==, 1);
  /* A week after the festival nobody is wished a good one. */
  branch_set_now (branch, "2027-02-14T08:00");
  branch_run_engine (branch);
  later = dup_greetings (branch);
  g_assert_cmpstr (later, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/engine/SCHED-1/wanted-again", test_wanted_again);
  branch_test ("/engine/PLAN-3/choice-by-wish", test_choice_by_wish);
  branch_test ("/engine/PLAN-9/a-wrong-plan-takes-no-other-along", test_wrong_plan);
  branch_test ("/engine/PLAN-1/seed-is-the-households", test_seed_is_the_households);
  branch_test ("/engine/PLAN-1/household-changes", test_household_changes);
  branch_test ("/engine/CARD-7/blocked", test_blocked);
  branch_test ("/engine/CARD-10/no-home-after-birth", test_no_home_after_birth);
  branch_test ("/engine/PLAN-6/step-of-steps", test_step_of_steps);
  branch_test ("/engine/PLAN-6/tick", test_tick);
  branch_test ("/engine/PLAN-6/another-agent", test_another_agent);
  branch_test ("/engine/SCHED-4/cap", test_cap);
  branch_test ("/engine/PLAN-8/referrer", test_referrer);
  branch_test ("/engine/SCHED-7/now-is-an-argument", test_now_is_an_argument);
  branch_test ("/engine/COMP-4/deadlines", test_deadlines);
  branch_test ("/engine/CAL-6/collection", test_collection);
  branch_test ("/engine/PUR-3/received-in-the-future", test_received_in_the_future);
  branch_test ("/engine/CAL-7/greetings-are-work (CARD-7)", test_greetings);
  return g_test_run ();
}
