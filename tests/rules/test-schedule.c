/* test-schedule.c: histories worked by hand from the rules
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schedule-fixture.h"

/* A purchase on Tuesday 10 November 2026, every step done on its day. */
static void
test_plan_1_worked_history (void)
{
  g_autoptr (Fixture) f = fixture_new ("member-28-day.plan", "2026-11-10");

  fixture_assert (f, "2026-11-10T09:00", "1 11-13T09:00 home,phone");
  g_assert_cmpuint (fixture_contact (f, "2026-11-13T10:00", HF_CHANNEL_HOME, AGENT), ==, 1);
  fixture_assert (f, "2026-11-13T10:30", "2 11-17T09:00 home,phone");
  g_assert_cmpuint (fixture_contact (f, "2026-11-17T12:00", HF_CHANNEL_PHONE, AGENT), ==, 1);
  fixture_assert (f, "2026-11-17T12:30", "3 11-24T09:00 home,phone");
  g_assert_cmpuint (fixture_contact (f, "2026-11-24T12:00", HF_CHANNEL_PHONE, AGENT), ==, 1);
  fixture_assert (f, "2026-11-24T12:30", "4 12-01T09:00 home,phone");
  /* An agent's call does not do for step 4, an expert's does. */
  g_assert_cmpuint (fixture_contact (f, "2026-12-01T12:00", HF_CHANNEL_PHONE, AGENT), ==, 0);
  g_assert_cmpuint (fixture_contact (f, "2026-12-01T12:10", HF_CHANNEL_PHONE, EXPERT), ==, 1);
  fixture_assert (f, "2026-12-01T13:00", "5 12-08T09:00 home,phone");
}

static void
test_plan_1_home_required (void)
{
  static const struct
  {
    HfChannel first, second;
    const char *third;
  } rows[] = {
    { HF_CHANNEL_PHONE, HF_CHANNEL_PHONE, "3 11-24T09:00 home" },
    { HF_CHANNEL_HOME, HF_CHANNEL_PHONE, "3 11-24T09:00 home,phone" },
    { HF_CHANNEL_PHONE, HF_CHANNEL_HOME, "3 11-24T09:00 home,phone" },
    { HF_CHANNEL_OFFICE, HF_CHANNEL_PHONE, "3 11-24T09:00 home,phone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) f = fixture_new ("member-28-day.plan", "2026-11-10");

      fixture_contact (f, "2026-11-13T12:00", rows[i].first, AGENT);
      fixture_contact (f, "2026-11-17T12:00", rows[i].second, AGENT);
      fixture_assert (f, "2026-11-17T12:30", rows[i].third);
      g_assert_cmpuint (fixture_contact (f, "2026-11-24T12:00", HF_CHANNEL_PHONE, AGENT), ==,
                        i == 0 ? 0 : 1);
    }
}

/* A refusal of home visits is honoured even where the plan requires one. */
static void
test_plan_1_home_refused (void)
{
  g_autoptr (Fixture) f = fixture_new ("member-28-day.plan", "2026-11-10");

  f->rules.refused = HF_BIT (HF_CHANNEL_HOME);
  fixture_assert (f, "2026-11-10T09:00", "1 11-13T11:30 phone");
  fixture_contact (f, "2026-11-13T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_contact (f, "2026-11-17T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-11-17T12:30", "3 11-24T11:30 phone");
  f->rules.refused |= HF_BIT (HF_CHANNEL_PHONE);
  fixture_assert (f, "2026-11-17T12:30", "3 11-24T09:00 home,phone blocked");
}

/* Each counts from the day on which the one before was completed. */
static void
test_plan_3_worked_history (void)
{
  g_autoptr (Fixture) f = fixture_new ("four-level.plan", "2026-01-05");

  fixture_assert (f, "2026-01-05T09:00", "1 01-12T11:30 home,phone");
  fixture_contact (f, "2026-01-09T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-01-09T13:00", "2 01-23T11:30 home,phone");
  fixture_contact (f, "2026-01-26T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-01-26T13:00", "3 02-16T11:30 home,phone");
  fixture_contact (f, "2026-02-16T12:00", HF_CHANNEL_HOME, AGENT);
  fixture_assert (f, "2026-02-16T13:00", "4 03-16T11:30 home,phone");
  fixture_contact (f, "2026-03-31T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-03-31T13:00", "1001 04-30T11:30 home,phone");
  f->enrolment.choice = "two-monthly";
  fixture_assert (f, "2026-03-31T13:00", "1002 05-31T11:30 home,phone");
  fixture_contact (f, "2026-05-29T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-05-29T13:00", "1002 07-29T11:30 home,phone");
  g_assert_cmpint (fixture_find (f, 1002, 1)->state, ==, HF_FOLLOW_UP_DONE);
  g_assert_cmpint (fixture_find (f, 1002, 2)->state, ==, HF_FOLLOW_UP_OPEN);
}

static void
test_sched_2_moved (void)
{
  g_autoptr (Fixture) f = fixture_new ("member-28-day.plan", "2026-11-12");
  g_autoptr (Fixture) g = fixture_new ("four-level.plan", "2026-11-15");
  HfDay days[] = { fixture_day ("2026-11-21"), fixture_day ("2026-11-22") };

  f->rules.weekdays = g->rules.weekdays = HF_BIT (HF_SUNDAY);
  /* Day 3 is Sunday the 15th: due on Monday. */
  fixture_assert (f, "2026-11-12T09:00", "1 11-15>11-16T09:00 home,phone");
  /* Within a week of Sunday the 15th, so due on the 22nd: Saturday, inside the window. */
  fixture_assert (g, "2026-11-15T09:00", "1 11-22>11-21T11:30 home,phone");
  g->rules.days = days;
  g->rules.n_days = 2;
  fixture_assert (g, "2026-11-15T09:00", "1 11-22>11-20T11:30 home,phone");
  g->rules.quiet_until = fixture_day ("2026-12-05");
  fixture_assert (g, "2026-11-15T09:00", "1 11-22>12-05T11:30 home,phone");
}

static void
test_sched_2_both_days_kept (void)
{
  g_autoptr (Fixture) f = fixture_new ("member-28-day.plan", "2026-11-12");
  g_autoptr (HfSchedule) schedule = NULL;
  const HfDueContact *due;

  f->rules.weekdays = HF_BIT (HF_SUNDAY);
  schedule = fixture_evaluate (f, "2026-11-12T09:00");
  due = hf_schedule_get_due (schedule, 0);
  g_assert_cmpint (due->original_day, ==, fixture_day ("2026-11-15"));
  g_assert_cmpint (due->due_day, ==, fixture_day ("2026-11-16"));
  g_assert_cmpint (due->moved, ==, HF_MOVE_WEEKDAY);
  g_assert_cmpuint (due->index, ==, 1);
  g_assert_cmpuint (due->count, ==, 5);
}

static void
test_sched_3_three_days_ahead (void)
{
  static const struct
  {
    const char *at;
    HfChannel channel;
    guint completed;
  } rows[] = {
    { "2026-11-16T23:59", HF_CHANNEL_PHONE, 0 }, /* four days before the 20th */
    { "2026-11-17T09:00", HF_CHANNEL_PHONE, 1 }, { "2026-11-20T09:00", HF_CHANNEL_OFFICE, 1 },
    { "2026-11-25T09:00", HF_CHANNEL_EVENT, 1 }, { "2026-11-20T09:00", HF_CHANNEL_MESSAGE, 0 },
    { "2026-11-20T09:00", HF_CHANNEL_POST, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) f = fixture_new ("four-level.plan", "2026-11-13");

      g_assert_cmpuint (fixture_contact (f, rows[i].at, rows[i].channel, AGENT), ==,
                        rows[i].completed);
    }
}

/* The PC was off from the 12th to the 19th. */
static void
test_sched_6_week_off (void)
{
  g_autoptr (Fixture) f = fixture_new ("member-28-day.plan", "2026-11-10");

  fixture_assert (f, "2026-11-11T18:00", "1 11-13T09:00 home,phone");
  fixture_assert (f, "2026-11-20T09:00", "1 11-13T09:00 home,phone");
  fixture_assert (f, "2026-11-20T09:00", "1 11-13T09:00 home,phone");
  /* Step 2 became due on the 17th and is there, overdue, as soon as step 1 is done. */
  fixture_contact (f, "2026-11-20T10:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-11-20T11:00", "2 11-17T09:00 home,phone");
}

static void
test_sched_8_rescheduled (void)
{
  g_autoptr (Fixture) f = fixture_new ("member-28-day.plan", "2026-11-10");
  HfStepFact *fact;

  fixture_assert (f, "2026-11-10T09:00", "1 11-13T09:00 home,phone");
  fact = fixture_find (f, 1, 0);
  fact->rescheduled = TRUE;
  fact->due_day = fixture_day ("2026-11-14");
  fixture_assert (f, "2026-11-11T09:00", "1 11-13>11-14T09:00 home,phone");
  fact = fixture_find (f, 1, 0);
  fact->state = HF_FOLLOW_UP_SKIPPED;
  fact->closed_at = hf_minute_new (fixture_day ("2026-11-14"), 600);
  fixture_assert (f, "2026-11-14T11:00", "2 11-17T09:00 home,phone");
}

/* PLAN-9: a changed plan touches future steps only. */
static void
test_plan_9_changed (void)
{
  g_autoptr (Fixture) f = fixture_new_for_text (
      "[Plan]\nId=p\nName=P\nTrigger=manual\n"
      "[Step 1]\nTitle=a\nOffset=1\nWays=phone\n[Step 2]\nTitle=b\nOffset=9\nWays=phone\n"
      "[Step 3]\nTitle=c\nOffset=20\nWays=phone\nOnlyIf=step 2 done and not step 1 done\n",
      "2026-11-01");
  HfStepFact fact = { .step = 2,
                      .state = HF_FOLLOW_UP_DONE,
                      .channel = HF_CHANNEL_PHONE,
                      .closed_at = hf_minute_new (fixture_day ("2026-11-08"), 0) };

  g_array_append_val (f->steps, fact);
  fixture_assert (f, "2026-11-08T10:00", "3 11-21T11:30 phone");
  fact.step = 1;
  g_array_append_val (f->steps, fact);
  fixture_assert (f, "2026-11-08T10:00", "ended");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/PLAN-1/worked-history", test_plan_1_worked_history);
  g_test_add_func ("/schedule/PLAN-1/home-required", test_plan_1_home_required);
  g_test_add_func ("/schedule/CARD-7/home-refused", test_plan_1_home_refused);
  g_test_add_func ("/schedule/PLAN-3/worked-history", test_plan_3_worked_history);
  g_test_add_func ("/schedule/SCHED-2/moved", test_sched_2_moved);
  g_test_add_func ("/schedule/SCHED-2/both-days-kept", test_sched_2_both_days_kept);
  g_test_add_func ("/schedule/SCHED-3/three-days-ahead", test_sched_3_three_days_ahead);
  g_test_add_func ("/schedule/SCHED-6/week-off", test_sched_6_week_off);
  g_test_add_func ("/schedule/SCHED-8/rescheduled", test_sched_8_rescheduled);
  g_test_add_func ("/schedule/PLAN-9/changed", test_plan_9_changed);
  return g_test_run ();
}
