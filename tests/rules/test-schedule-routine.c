/* test-schedule-routine.c: cadences, quotas, marks, pauses and projections
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schedule-fixture.h"

#define HEAD "[Plan]\nId=p\nName=P\nTrigger=sale-window\nKind=sale-window\n"

static const char window_plan[] =
    HEAD "Choices=near;far\n"
         "[Routine 1]\nTitle=a\nOnlyIf=choice near\nWays=phone\nEvery=2 days\n"
         "[Routine 2]\nTitle=b\nOnlyIf=choice near\nWays=home\nEvery=7 days\n"
         "[Routine 3]\nTitle=c\nOnlyIf=choice far\nWays=phone\nEvery=15 days\n";

static void
test_sched_9_cadence (void)
{
  g_autoptr (Fixture) f = fixture_new_for_text (window_plan, "2026-11-02");

  fixture_assert (f, "2026-11-02T09:00", "1001 11-04T11:30 phone; 1002 11-09T09:00 home");
  fixture_contact (f, "2026-11-03T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-11-03T13:00", "1001 11-05T11:30 phone; 1002 11-09T09:00 home");
  /* A visit serves for the call that is due, a call never for the visit. */
  fixture_contact (f, "2026-11-08T10:00", HF_CHANNEL_HOME, AGENT);
  fixture_assert (f, "2026-11-08T13:00", "1001 11-10T11:30 phone; 1002 11-15T09:00 home");
  /* The window moves on: the other rhythm counts from the same last call. */
  f->enrolment.choice = "far";
  fixture_contact (f, "2026-11-11T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-11-12T09:00", "1003 11-26T11:30 phone");
  f->enrolment.choice = "near";
  fixture_assert (f, "2026-11-12T10:00", "1001 11-13T11:30 phone; 1002 11-15T09:00 home");
}

static void
test_sched_9_skipped (void)
{
  g_autoptr (Fixture) f = fixture_new_for_text (window_plan, "2026-11-02");
  HfStepFact *fact;

  fixture_assert (f, "2026-11-02T09:00", "1001 11-04T11:30 phone; 1002 11-09T09:00 home");
  fact = fixture_find (f, 1001, 1);
  fact->state = HF_FOLLOW_UP_SKIPPED;
  fact->closed_at = hf_minute_new (fixture_day ("2026-11-05"), 700);
  fixture_assert (f, "2026-11-05T13:00", "1001 11-07T11:30 phone; 1002 11-09T09:00 home");
  g_assert_nonnull (fixture_find (f, 1001, 2));
}

static void
test_sched_5_pause (void)
{
  g_autoptr (Fixture) f = fixture_new_for_text (window_plan, "2026-11-02");
  HfPause pause = { fixture_day ("2026-11-03"), HF_DAY_NONE };

  f->enrolment.pauses = &pause;
  f->enrolment.n_pauses = 1;
  fixture_assert (f, "2026-11-02T09:00", "1001 11-04T11:30 phone; 1002 11-09T09:00 home");
  fixture_assert (f, "2026-11-06T09:00",
                  "1001 11-04T11:30 phone paused; 1002 11-09T09:00 home paused");
  /* Closed on the 6th: what fell into the pause resumes the day after. */
  pause.to = fixture_day ("2026-11-06");
  fixture_assert (f, "2026-11-06T18:00", "1001 11-04>11-07T11:30 phone; 1002 11-09T09:00 home");
  fixture_assert (f, "2026-11-20T18:00", "1001 11-04>11-07T11:30 phone; 1002 11-09T09:00 home");
}

static void
test_plan_4_jitter (void)
{
  guint seen[11] = { 0 };

  for (guint64 seed = 0; seed < 1100; seed++)
    {
      g_autoptr (Fixture) f = fixture_new_for_text (
          HEAD "[Routine 1]\nTitle=a\nWays=phone\nEvery=1 month\nJitter=5\n", "2026-11-10");
      g_autoptr (HfSchedule) schedule = NULL;
      HfDay offset;

      f->enrolment.seed = seed;
      schedule = fixture_evaluate (f, "2026-11-10T09:00");
      offset = hf_schedule_get_due (schedule, 0)->due_day - fixture_day ("2026-12-10");
      g_assert_cmpint (ABS (offset), <=, 5);
      seen[offset + 5]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_cmpuint (seen[i], >, 50);
}

static void
test_plan_7_marks (void)
{
  g_autoptr (Fixture) f = fixture_new_for_text (
      HEAD "[Routine 1]\nTitle=a\nKind=step\nWays=phone\nAfterMark=material;event\nOffset=3\n",
      "2026-11-02");
  HfMarkFact marks[] = { { "event", fixture_day ("2026-11-12") },
                         { "party", fixture_day ("2026-11-04") },
                         { "material", fixture_day ("2026-11-05") },
                         { "material", fixture_day ("2026-11-06") } };

  fixture_assert (f, "2026-11-02T09:00", "");
  f->enrolment.marks = marks;
  f->enrolment.n_marks = G_N_ELEMENTS (marks);
  fixture_assert (f, "2026-11-13T09:00", "1001 11-08T11:30 phone");
  fixture_contact (f, "2026-11-09T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-11-13T09:00", "1001 11-15T11:30 phone");
  fixture_contact (f, "2026-11-12T12:00", HF_CHANNEL_PHONE, AGENT);
  fixture_assert (f, "2026-11-13T09:00", "");
}

static const char quota_plan[] =
    "[Plan]\nId=p\nName=P\nTrigger=manual\n"
    "[Routine 1]\nTitle=v\nWays=home\nPerMonth=2\nCounts=household\n"
    "[Routine 2]\nTitle=c\nWays=phone\nPerMonth=2..5\nCounts=household\n";

typedef struct
{
  guint home, phone;
  HfDay first_home, last_home;
} MonthCount;

/* Two years in which everything is done on its day, for many customers: in each
 * month two visits, spread, and two to five calls. */
static void
test_plan_1_quota (void)
{
  for (guint64 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (Fixture) f = fixture_new_for_text (quota_plan, "2026-11-15");
      g_autoptr (HfSchedule) schedule = NULL;
      MonthCount months[24] = { 0 };

      f->enrolment.seed = seed;
      if (seed % 2 == 0)
        f->rules.weekdays = HF_BIT (HF_SUNDAY) | HF_BIT (HF_SATURDAY);
      f->enrolment.n_steps = 0;
      schedule =
          hf_schedule_project (f->plan, &f->enrolment, hf_minute_new (f->enrolment.anchor, 600),
                               fixture_day ("2028-11-30"));
      for (guint i = 0; i < hf_schedule_get_n_due (schedule); i++)
        {
          const HfDueContact *due = hf_schedule_get_due (schedule, i);
          MonthCount *count;
          int y, m;

          hf_day_to_ymd (due->due_day, &y, &m, NULL);
          if (y * 12 + m - 1 < 2026 * 12 + 11 || y * 12 + m - 1 >= 2028 * 12 + 10)
            continue;
          count = &months[y * 12 + m - 1 - (2026 * 12 + 11)];
          if (due->step == 1002)
            count->phone++;
          else if (count->home++ == 0)
            count->first_home = due->due_day;
          count->last_home = due->step == 1001 ? due->due_day : count->last_home;
        }
      for (guint i = 0; i < 23; i++)
        {
          g_assert_cmpuint (months[i].home, ==, 2);
          g_assert_cmpuint (months[i].phone, >=, 2);
          g_assert_cmpuint (months[i].phone, <=, 5);
          g_assert_cmpint (months[i].last_home - months[i].first_home, >=, 10);
          g_assert_cmpint (months[i].last_home - months[i].first_home, <=, 19);
        }
    }
}

/* Visits to another member of the household count, of others they don't. */
static void
test_plan_1_household (void)
{
  g_autoptr (Fixture) f = fixture_new_for_text (quota_plan, "2026-11-30");
  g_autoptr (HfSchedule) schedule = NULL;
  HfContactFact other = { .at = hf_minute_new (fixture_day ("2026-12-01"), 600),
                          .channel = HF_CHANNEL_HOME,
                          .roles = AGENT,
                          .household = TRUE };

  g_array_append_val (f->contacts, other);
  other.at = hf_minute_new (fixture_day ("2026-12-10"), 600);
  g_array_append_val (f->contacts, other);
  schedule = fixture_evaluate (f, "2026-12-11T09:00");
  for (guint i = 0; i < 2; i++)
    {
      const HfDueContact *due = hf_schedule_get_due (schedule, i);
      int month;

      hf_day_to_ymd (due->due_day, NULL, &month, NULL);
      g_assert_cmpint (month, ==, due->step == 1001 ? 1 : 12);
    }
}

/* A month is missed: one contact is owed, not four. */
static void
test_plan_1_not_owed_twice (void)
{
  g_autoptr (Fixture) f = fixture_new_for_text (quota_plan, "2026-10-31");
  g_autoptr (HfSchedule) schedule = NULL;
  int month;

  fixture_assert (f, "2026-10-31T09:00", "1001 11-01T09:00 home; 1002 11-08T11:30 phone");
  fixture_assert (f, "2026-12-20T09:00", "1001 11-01T09:00 home; 1002 11-08T11:30 phone");
  g_assert_cmpuint (fixture_contact (f, "2026-12-20T10:00", HF_CHANNEL_HOME, AGENT), ==, 2);
  schedule = fixture_evaluate (f, "2026-12-20T11:00");
  for (guint i = 0; i < 2; i++)
    {
      hf_day_to_ymd (hf_schedule_get_due (schedule, i)->due_day, NULL, &month, NULL);
      g_assert_cmpint (month, ==, 12);
      g_assert_cmpint (hf_schedule_get_due (schedule, i)->due_day, >=, fixture_day ("2026-12-24"));
    }
}

static void
test_sched_1_projected (void)
{
  g_autoptr (Fixture) f = fixture_new ("four-level.plan", "2026-11-02");
  g_autoptr (HfSchedule) schedule = NULL;
  g_autofree char *text = NULL;

  fixture_assert (f, "2026-11-02T09:00", "1 11-09T11:30 home,phone");
  schedule = hf_schedule_project (f->plan, &f->enrolment, hf_minute_new (f->enrolment.anchor, 540),
                                  fixture_day ("2027-03-31"));
  text = fixture_describe (schedule);
  g_assert_cmpstr (text, ==,
                   "1 11-09T11:30 home,phone; 2 11-23T11:30 home,phone projected; "
                   "3 12-14T11:30 home,phone projected; 4 01-11T11:30 home,phone projected; "
                   "1001 02-11T11:30 home,phone projected; 1001 03-11T11:30 home,phone projected");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/SCHED-9/cadence", test_sched_9_cadence);
  g_test_add_func ("/schedule/SCHED-9/skipped", test_sched_9_skipped);
  g_test_add_func ("/schedule/SCHED-5/pause", test_sched_5_pause);
  g_test_add_func ("/schedule/PLAN-4/jitter", test_plan_4_jitter);
  g_test_add_func ("/schedule/PLAN-7/marks", test_plan_7_marks);
  g_test_add_func ("/schedule/PLAN-1/quota", test_plan_1_quota);
  g_test_add_func ("/schedule/PLAN-1/household", test_plan_1_household);
  g_test_add_func ("/schedule/PLAN-1/not-owed-twice", test_plan_1_not_owed_twice);
  g_test_add_func ("/schedule/SCHED-1/projected", test_sched_1_projected);
  return g_test_run ();
}
