/* test-reason.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reason.h"
#include "schedule-fixture.h"

static void
assert_reason (Fixture *f, const char *now, const char *expected)
{
  g_autoptr (HfSchedule) schedule = fixture_evaluate (f, now);
  g_autofree char *text = NULL;
  HfReason reason;

  hf_reason_init (&reason, f->plan, f->enrolment.anchor, hf_schedule_get_due (schedule, 0));
  text = hf_reason_format (&reason);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_steps (void)
{
  g_autoptr (Fixture) f = fixture_new ("member-28-day.plan", "2026-11-10");
  g_autoptr (Fixture) g = fixture_new ("four-level.plan", "2026-11-10");

  assert_reason (f, "2026-11-10T09:00",
                 "28 days of care, step 1 of 5: 3 days after the purchase on 10 Nov");
  fixture_contact (f, "2026-11-13T12:00", HF_CHANNEL_HOME, AGENT);
  f->rules.weekdays = HF_BIT (HF_TUESDAY);
  assert_reason (f, "2026-11-13T13:00",
                 "28 days of care, step 2 of 5: 7 days after the purchase on 10 Nov; "
                 "moved from 17 Nov to 18 Nov, no contact on that day of the week");
  assert_reason (g, "2026-11-10T09:00",
                 "Four-level follow-up, step 1 of 4: within 7 days after the purchase on 10 Nov");
  fixture_contact (g, "2026-11-16T12:00", HF_CHANNEL_PHONE, AGENT);
  assert_reason (g, "2026-11-16T13:00",
                 "Four-level follow-up, step 2 of 4: 14 days after the step before on 16 Nov");
}

static void
test_routines (void)
{
  g_autoptr (Fixture) f =
      fixture_new_for_text ("[Plan]\nId=p\nName=Plan\nTrigger=tier\n"
                            "[Routine 1]\nTitle=Weekly call\nWays=phone\nEvery=1 month\n",
                            "2026-11-10");
  g_autoptr (Fixture) g = fixture_new_for_text ("[Plan]\nId=p\nName=Plan\nTrigger=tier\n"
                                                "[Routine 1]\nTitle=Visit\nWays=home\nPerMonth=2\n",
                                                "2026-11-01");

  assert_reason (f, "2026-11-10T09:00",
                 "Plan, Weekly call: 1 month after the change of tier on 10 Nov");
  fixture_contact (f, "2026-11-20T12:00", HF_CHANNEL_PHONE, AGENT);
  f->rules.quiet_until = fixture_day ("2026-12-24");
  assert_reason (f, "2026-11-20T13:00",
                 "Plan, Weekly call: 1 month after the last contact on 20 Nov; moved from 20 Dec "
                 "to 24 Dec, not to be disturbed before");
  assert_reason (g, "2026-11-01T09:00", "Plan, Visit: number 2 in November");
}

static void
test_by_hand (void)
{
  g_autoptr (Fixture) f = fixture_new ("member-28-day.plan", "2026-11-10");
  g_autoptr (HfSchedule) schedule = fixture_evaluate (f, "2026-11-10T09:00");
  g_autofree char *text = NULL;
  HfReason reason;

  hf_reason_init (&reason, f->plan, f->enrolment.anchor, hf_schedule_get_due (schedule, 0));
  reason.by_hand = TRUE;
  text = hf_reason_format (&reason);
  g_assert_cmpstr (text, ==, "28 days of care, step 1 of 5: 3 days since 10 Nov");
}

static void
test_years (void)
{
  static const struct
  {
    const char *day;
    const char *from;
    const char *text;
  } rows[] = {
    { "2026-11-10", "2026-11-10", "10 Nov" },     { "2026-12-30", "2027-01-02", "30 Dec" },
    { "2026-05-10", "2026-11-10", "10 May" },     { "2026-05-09", "2026-11-10", "9 May 2026" },
    { "2027-05-10", "2026-11-10", "10 May" },     { "2027-05-11", "2026-11-10", "11 May 2027" },
    { "2020-01-01", "2026-11-10", "1 Jan 2020" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
          hf_reason_format_day_seen (fixture_day (rows[i].day), fixture_day (rows[i].from));

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* Every cause has words, and none tells of illness or birth. */
static void
test_causes (void)
{
  for (HfMoveCause cause = HF_MOVE_WEEKDAY; cause <= HF_MOVE_BY_STAFF; cause++)
    {
      g_autofree char *text = hf_reason_format_move (1, 2, cause);

      g_assert_nonnull (text);
      g_assert_null (g_strstr_len (text, -1, "hospital"));
      g_assert_null (g_strstr_len (text, -1, "birth"));
    }
  g_assert_null (hf_reason_format_move (1, 1, HF_MOVE_DAY));
  g_assert_null (hf_reason_format_move (1, 2, HF_MOVE_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason/SCHED-1/steps", test_steps);
  g_test_add_func ("/reason/SCHED-1/by-hand", test_by_hand);
  g_test_add_func ("/reason/SCHED-1/years", test_years);
  g_test_add_func ("/reason/SCHED-9/routines", test_routines);
  g_test_add_func ("/reason/CARD-3/causes", test_causes);
  return g_test_run ();
}
