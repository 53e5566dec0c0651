/* test-schedule-plans.c: the other shipped plans, worked by hand
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-error.h"
#include "hf-sale-window.h"
#include "schedule-fixture.h"

#define MANAGER HF_BIT (HF_ROLE_MANAGER)

static void
test_plan_2 (void)
{
  g_autoptr (Fixture) f = fixture_new ("call-centre.plan", "2026-11-02");

  fixture_assert (f, "2026-11-02T09:00", "1 11-05T11:30 phone");
  fixture_contact (f, "2026-11-04T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-11-04T13:00", "2 11-11T11:30 phone");
  fixture_contact (f, "2026-11-10T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-11-10T13:00", "4 11-20T11:30 phone");
  /* Had the customer asked for an expert: */
  fixture_find (f, 2, 0)->expert_wanted = TRUE;
  fixture_assert (f, "2026-11-10T13:00", "3 11-11T11:30 phone");
  g_assert_cmpuint (fixture_contact (f, "2026-11-11T12:00", HF_CHANNEL_PHONE, AGENT), ==, 0);
  g_assert_cmpuint (fixture_contact (f, "2026-11-11T13:00", HF_CHANNEL_PHONE, EXPERT), ==, 1);
  /* Step 4 counts from step 2. */
  fixture_assert (f, "2026-11-11T14:00", "4 11-20T11:30 phone");
}

/* One to four calls a month, as the customer accepts; two unless they chose. */
static void
test_plan_2_calls_a_month (void)
{
  static const struct
  {
    int accepted;
    guint calls;
  } rows[] = { { 0, 2 }, { 1, 1 }, { 3, 3 }, { 4, 4 }, { 9, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) f = fixture_new ("call-centre.plan", "2026-10-01");
      g_autoptr (HfSchedule) schedule = NULL;
      guint january = 0;

      f->enrolment.per_month = rows[i].accepted;
      f->enrolment.seed = i;
      schedule =
          hf_schedule_project (f->plan, &f->enrolment, hf_minute_new (f->enrolment.anchor, 540),
                               fixture_day ("2027-01-31"));
      for (guint n = 0; n < hf_schedule_get_n_due (schedule); n++)
        january += hf_schedule_get_due (schedule, n)->due_day >= fixture_day ("2027-01-01");
      g_assert_cmpuint (january, ==, rows[i].calls);
    }
}

static void
test_plan_4 (void)
{
  g_autoptr (Fixture) f = fixture_new ("tier-rhythm.plan", "2026-11-02");

  f->enrolment.choice = "A";
  fixture_assert (f, "2026-11-02T09:00", "1001 11-09T11:30 home,phone");
  f->enrolment.choice = "B";
  fixture_assert (f, "2026-11-02T09:00", "1002 11-17T11:30 home,phone");
  f->enrolment.choice = "D";
  fixture_assert (f, "2026-11-02T09:00", "1 11-05T11:30 home,phone");
  fixture_contact (f, "2026-11-05T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-11-05T13:00", "ended");
}

static void
test_plan_5 (void)
{
  static const struct
  {
    const char *choice;
    const char *due;
  } rows[] = {
    { "this-month", "1001 11-04T11:30 phone; 1002 11-09T09:00 home" },
    { "two-months", "1003 11-05T11:30 phone; 1004 11-09T09:00 home" },
    { "three-months", "1005 11-09T11:30 phone; 1006 11-17T09:00 home" },
    { "later", "1007 11-17T11:30 phone; 1008 12-02T09:00 home" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Fixture) f = fixture_new ("sale-window.plan", "2026-11-02");
      g_autoptr (HfSchedule) schedule = NULL;

      f->enrolment.choice = rows[i].choice;
      schedule = fixture_evaluate (f, "2026-11-02T09:00");
      g_assert_cmpint (hf_schedule_get_due (schedule, 0)->kind, ==, HF_KIND_SALE_WINDOW);
      if (i == 2) /* 11:30 on the 9th and 09:00 on the 17th, in that order */
        g_assert_cmpint (hf_schedule_get_due (schedule, 0)->step, ==, 1005);
      fixture_assert (f, "2026-11-02T09:00", rows[i].due);
    }
}

static void
test_plan_5_window (void)
{
  static const struct
  {
    const char *today;
    const char *window;
  } rows[] = {
    { "2026-08-29", "later" },        { "2026-08-30", "three-months" },
    { "2026-09-29", "three-months" }, { "2026-09-30", "two-months" },
    { "2026-10-29", "two-months" },   { "2026-10-30", "this-month" },
    { "2026-11-30", "this-month" },   { "2026-12-24", "this-month" },
  };
  HfDay expected;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (hf_sale_window_get (fixture_day ("2026-11-30"), fixture_day (rows[i].today)),
                     ==, rows[i].window);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (hf_sale_window_get_expected (rows[i].window, 20000, &expected, NULL));
      g_assert_cmpstr (hf_sale_window_get (expected, 20000), ==, rows[i].window);
    }
  g_assert_false (hf_sale_window_get_expected ("soon", 20000, &expected, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

static void
test_plan_6 (void)
{
  g_autoptr (Fixture) f = fixture_new ("service-stopped.plan", "2026-11-02");
  g_autoptr (HfSchedule) schedule = fixture_evaluate (f, "2026-11-02T09:00");
  HfStepFact *fact;

  g_assert_cmpint (hf_schedule_get_due (schedule, 0)->kind, ==, HF_KIND_URGENT);
  fixture_assert (f, "2026-11-02T09:00", "1 11-03T09:00 home");
  g_assert_cmpuint (fixture_contact (f, "2026-11-03T09:00", HF_CHANNEL_PHONE, AGENT), ==, 0);
  g_assert_cmpuint (fixture_contact (f, "2026-11-03T10:00", HF_CHANNEL_HOME, EXPERT), ==, 1);
  fixture_assert (f, "2026-11-03T11:00", "ended");

  g_array_set_size (f->steps, 0);
  f->enrolment.choice = "service";
  fixture_assert (f, "2026-11-02T09:00", "2 11-03T09:00 home");
  g_assert_cmpuint (fixture_contact (f, "2026-11-03T09:00", HF_CHANNEL_HOME, AGENT), ==, 0);
  g_assert_cmpuint (fixture_contact (f, "2026-11-03T10:00", HF_CHANNEL_HOME, AGENT | MANAGER), ==,
                    1);

  g_array_set_size (f->steps, 0);
  f->enrolment.choice = "competitor";
  f->rules.do_not_contact = TRUE; /* a note can be written all the same */
  fixture_assert (f, "2026-11-02T09:00", "3 11-03T09:00 ");
  f->rules.do_not_contact = FALSE;
  for (int step = 3; step <= 4; step++)
    {
      g_assert_cmpuint (fixture_contact (f, "2026-11-03T09:00", HF_CHANNEL_HOME, AGENT | MANAGER),
                        ==, 0);
      fact = fixture_find (f, step, 0);
      fact->state = HF_FOLLOW_UP_DONE;
      fact->closed_at = hf_minute_new (fixture_day ("2026-11-03"), 900);
      fixture_assert (f, "2026-11-03T11:00", step == 3 ? "4 11-05T09:00 " : "5 11-09T09:00 home");
    }
}

static void
test_plan_7_8 (void)
{
  g_autoptr (Fixture) card = fixture_new ("new-card.plan", "2026-11-02");
  g_autoptr (Fixture) referrer = fixture_new ("referrer-feedback.plan", "2026-11-02");
  HfMarkFact mark = { "material", fixture_day ("2026-11-03") };

  fixture_assert (card, "2026-11-02T09:00", "1 11-04T11:30 phone");
  card->enrolment.marks = &mark;
  card->enrolment.n_marks = 1;
  fixture_assert (card, "2026-11-03T09:00", "1 11-04T11:30 phone; 1001 11-06T11:30 phone");
  g_assert_cmpuint (fixture_contact (card, "2026-11-03T12:00", HF_CHANNEL_PHONE, AGENT), ==, 2);
  fixture_assert (card, "2026-11-03T13:00", "");

  fixture_assert (referrer, "2026-11-02T09:00", "1 11-05T11:30 home,phone,message");
  fixture_contact (referrer, "2026-11-04T12:00", HF_CHANNEL_MESSAGE, AGENT);
  fixture_assert (referrer, "2026-11-04T13:00", "ended");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/PLAN-2/worked-history", test_plan_2);
  g_test_add_func ("/schedule/PLAN-2/calls-a-month", test_plan_2_calls_a_month);
  g_test_add_func ("/schedule/PLAN-4/tiers", test_plan_4);
  g_test_add_func ("/schedule/PLAN-5/rhythms", test_plan_5);
  g_test_add_func ("/schedule/PLAN-5/window", test_plan_5_window);
  g_test_add_func ("/schedule/PLAN-6/causes", test_plan_6);
  g_test_add_func ("/schedule/PLAN-7-8/new-card-and-referrer", test_plan_7_8);
  return g_test_run ();
}
