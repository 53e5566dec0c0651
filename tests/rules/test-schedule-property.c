/* test-schedule-property.c: random histories
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schedule-fixture.h"

#define DAYS (240)

typedef struct
{
  gboolean contacted;
  int minute;
  HfChannel channel;
  HfSet roles;
} Event;

static const char *const plans[] = { "member-28-day.plan", "four-level.plan" };

static void
make_history (GRand *rand, Event *events)
{
  static const HfSet roles[] = { AGENT, AGENT, AGENT, EXPERT, AGENT | EXPERT };
  int busy = g_rand_int_range (rand, 2, 20);

  for (guint i = 0; i < DAYS; i++)
    events[i] = (Event){ .contacted = g_rand_int_range (rand, 0, busy) == 0,
                         .minute = g_rand_int_range (rand, 540, 1200),
                         .channel = (HfChannel) g_rand_int_range (rand, 0, 6),
                         .roles = roles[g_rand_int_range (rand, 0, 5)] };
}

/* Runs the engine every @every days besides at each contact; returns how it ends. */
static char *
run_history (
    const char *plan, guint64 seed, HfSet weekdays, const Event *events, guint every, guint times)
{
  g_autoptr (Fixture) f = fixture_new (plan, "2026-01-20");
  g_autoptr (HfSchedule) last = NULL;
  GString *text = g_string_new (NULL);
  g_autofree char *due = NULL;

  f->enrolment.seed = seed;
  f->rules.weekdays = weekdays;
  for (guint i = 0; i < DAYS; i++)
    {
      g_autofree char *now = hf_minute_format (hf_minute_new (f->enrolment.anchor + i, 480));

      for (guint n = 0; n < (i % every == 0 ? times : 0); n++)
        {
          g_autoptr (HfSchedule) schedule = fixture_evaluate (f, now);

          fixture_store (f, schedule);
        }
      if (events[i].contacted)
        fixture_run_contact (f, hf_minute_new (f->enrolment.anchor + i, events[i].minute),
                             events[i].channel, events[i].roles);
    }
  last = fixture_evaluate (f, "2027-01-01T09:00");
  fixture_store (f, last);
  due = fixture_describe (last);
  g_string_append (text, due);
  for (guint i = 0; i < f->steps->len; i++)
    {
      HfStepFact *fact = &g_array_index (f->steps, HfStepFact, i);

      g_string_append_printf (text, " | %d/%d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                              fact->step, fact->occurrence, fact->state, fact->due_day,
                              fact->state == HF_FOLLOW_UP_OPEN ? 0 : fact->closed_at);
    }
  return g_string_free (text, FALSE);
}

static void
test_idempotent (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree Event *events = g_new (Event, DAYS);
      g_autofree char *daily = NULL;
      g_autofree char *weekly = NULL;
      g_autofree char *once = NULL;
      const char *plan = plans[i % G_N_ELEMENTS (plans)];
      HfSet weekdays = i % 3 == 0 ? HF_BIT (HF_SUNDAY) : 0;

      make_history (rand, events);
      daily = run_history (plan, i, weekdays, events, 1, 2);
      weekly = run_history (plan, i, weekdays, events, 7, 1);
      once = run_history (plan, i, weekdays, events, DAYS, 1);
      g_assert_cmpstr (daily, ==, weekly);
      g_assert_cmpstr (daily, ==, once);
    }
}

/* Nothing is doubled, nothing is due on a forbidden day, steps come in their order. */
static void
test_invariants (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree Event *events = g_new (Event, DAYS);
      g_autoptr (Fixture) f = fixture_new (plans[i % 2], "2026-01-20");
      int last_step = 0;

      make_history (rand, events);
      f->enrolment.seed = i;
      f->rules.weekdays = HF_BIT (g_rand_int_range (rand, 1, 8)) | HF_BIT (HF_SUNDAY);
      for (guint d = 0; d < DAYS; d++)
        {
          HfMinute at = hf_minute_new (f->enrolment.anchor + d, events[d].minute);
          g_autofree char *now = hf_minute_format (at);
          g_autoptr (HfSchedule) schedule = NULL;

          if (events[d].contacted)
            fixture_run_contact (f, at, events[d].channel, events[d].roles);
          schedule = fixture_evaluate (f, now);
          g_assert_false (schedule->ended);
          g_assert_cmpuint (hf_schedule_get_n_due (schedule), <=, 2);
          for (guint n = 0; n < hf_schedule_get_n_due (schedule); n++)
            {
              const HfDueContact *due = hf_schedule_get_due (schedule, n);

              g_assert_false (HF_SET_HAS (f->rules.weekdays, hf_day_get_weekday (due->due_day)));
              if (due->step < HF_STEP_KEY_ROUTINE)
                {
                  g_assert_cmpint (due->step, >=, last_step);
                  last_step = due->step;
                }
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/SCHED-6/day-by-day-is-once", test_idempotent);
  g_test_add_func ("/schedule/SCHED-6/invariants", test_invariants);
  return g_test_run ();
}
