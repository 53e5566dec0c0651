/* test-histories-purchase.c: worked histories of the plans that a purchase starts, PLAN-1 to 3
 *
 * Worked out by hand from the rules, with a calendar: in 2026, 1 November is a Sunday, 1 December a
 * Tuesday; in 2027, 1 January is a Friday, 1 February and 1 March are Mondays, 1 April is a
 * Thursday.
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "history-fixture.h"

static gint64
add_wang (Branch *branch)
{
  return branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", "address",
                              "海棠路12号301室", NULL);
}

/* Bought on Thursday 12 November; never on Sundays; the PC is off from the 19th to the 25th. */
static void
test_plan_1 (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    /* Day 3 is Sunday the 15th. */
    { "2026-11-12T10:00", "set no-contact sun; buy", "1 11-15>11-16T09:00 home,phone" },
    { "2026-11-16T12:00", "engine; phone no-answer", "1 11-15>11-16T09:00 home,phone" },
    /* A call serves the step; day 7 counts from the purchase, not from the call. */
    { "2026-11-17T12:00", "phone reached", "2 11-19T09:00 home,phone" },
    { "2026-11-18T08:00", "engine", "2 11-19T09:00 home,phone" },
    /* Missed by more than three days on the 23rd: an apology by telephone as well (COMP-7). */
    { "2026-11-26T08:00", "engine", "2 11-19T09:00 home,phone; urgent 11-23T11:30 home,phone" },
    /* Both contacts so far were calls: now a visit is required, and a call does not do. */
    { "2026-11-26T12:00", "phone reached", "3 11-26T09:00 home" },
    { "2026-11-27T12:00", "phone reached", "3 11-26T09:00 home" },
    /* An open complaint does not pause steps. */
    { "2026-11-28T09:00", "complaint", "3 11-26T09:00 home" },
    { "2026-11-28T10:00", "home reached", "4 12-03T09:00 home,phone" },
    { "2026-11-30T10:00", "complaint-closed", "4 12-03T09:00 home,phone" },
    /* From step 4 on a call has to come from an expert. */
    { "2026-12-03T12:00", "phone reached", "4 12-03T09:00 home,phone" },
    { "2026-12-03T12:30", "phone reached expert", "5 12-10T09:00 home,phone" },
    /* Put off to Monday by a colleague, within what a person may choose. */
    { "2026-12-09T10:00", "reschedule 2026-12-14", "5 12-10>12-14T09:00 home,phone" },
    { "2026-12-12T08:00", "engine", "5 12-10>12-14T09:00 home,phone" },
  };

  history_play (branch, add_wang (branch), lines);
}

/* The customer stops between the second and the third step, for the service. */
static void
test_plan_1_stopped (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-10T10:00", "buy", "1 11-13T09:00 home,phone" },
    { "2026-11-13T10:00", "home reached", "2 11-17T09:00 home,phone" },
    { "2026-11-17T10:00", "home reached", "3 11-24T09:00 home,phone" },
    /* What was still to come is over; the plan for those who stop begins. */
    { "2026-11-20T15:00", "stop service", "2 11-21T09:00 home" },
    { "2026-11-20T16:00", "home reached", "2 11-21T09:00 home" },
    { "2026-11-21T10:00", "home reached with-manager", "" },
    { "2026-12-24T08:00", "engine", "" },
  };

  history_play (branch, add_wang (branch), lines);
}

/* An adverse reaction ends the steps at once, an expert answers on the same day, and care of the
 * routine waits until the record is closed. */
static void
test_plan_1_adverse (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-10T10:00", "buy", "1 11-13T09:00 home,phone" },
    { "2026-11-13T10:00", "home reached", "2 11-17T09:00 home,phone" },
  };
  gint64 wang = add_wang (branch);

  history_play (branch, wang, lines);
  history_happen (branch, wang, "2026-11-17T12:00", "phone reached adverse");
  g_assert_cmpint (branch_count (branch, "SELECT due_at = 20774 * 1440 + 720 AND channels = "
                                         "'home,phone' FROM follow_up WHERE kind = 'adverse'"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE kind = 'routine' "
                                         "AND state = 'paused'"),
                   ==, 2);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE kind = 'step' AND "
                                         "state = 'open'"),
                   ==, 0);
  /* Closed on Sunday the 29th: nothing before the 30th. */
  history_happen (branch, wang, "2026-11-29T10:00", "adverse-closed; engine");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE kind = 'routine' "
                                         "AND state = 'open' AND due_on >= 20787"),
                   ==, 2);
}

/* Goods that come back end the plan; nothing begins in its place by itself. */
static void
test_plan_1_return (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-10T10:00", "buy", "1 11-13T09:00 home,phone" },
    { "2026-11-12T12:00", "return", "" },
    { "2026-11-30T08:00", "engine", "" },
  };

  history_play (branch, add_wang (branch), lines);
}

/* Two at one address, both past their steps. Each month the household has two visits, half a month
 * apart, and two calls at least and five at most, whoever of the two is met (PLAN-1). */
static void
test_plan_1_household (Branch *branch, gconstpointer data)
{
  gint64 wang = add_wang (branch);
  gint64 man = branch_add_customer (branch, "王建国", "owner", "林娜", "card-type", "customer",
                                    "address", "海棠路12号301室", NULL);
  HfDay first = hf_day_from_ymd (2026, 12, 1);
  HfDay last = hf_day_from_ymd (2027, 2, 28);

  branch_execute (branch,
                  "INSERT INTO enrolment (id, customer_id, plan_id, anchor_on, started_at, "
                  "routine_only) SELECT hf_new_id (), c.id, p.id, 20700, 20700 * 1440, 1 FROM "
                  "customer c, care_plan p WHERE p.key = 'member-28-day'");
  for (HfDay day = first; day <= last; day++)
    {
      g_autofree char *text = hf_day_format (day);
      g_autofree char *at = g_strconcat (text, "T12:00", NULL);

      history_happen (branch, wang, at, "engine");
      for (int i = 0; i < 2; i++)
        {
          gint64 customer = i == 0 ? wang : man;
          const char *const channels[] = { "home reached", "phone reached" };

          for (int c = 0; c < 2; c++)
            {
              g_autofree char *sql = g_strdup_printf (
                  "SELECT count (*) FROM follow_up WHERE state = 'open' AND customer_id = "
                  "%" G_GINT64_FORMAT " AND step = %d AND due_on <= %d",
                  customer, 1001 + c, (int) day);

              if (branch_count (branch, sql) > 0)
                history_happen (branch, customer, at, channels[c]);
            }
        }
    }
  for (int month = 0; month < 3; month++)
    {
      HfDay from = hf_day_add_months (first, month);
      g_autofree char *sql = g_strdup_printf (
          "SELECT count (DISTINCT started_at / 1440) * 100 + (SELECT count (DISTINCT started_at / "
          "1440) FROM visit WHERE channel = 'phone' AND started_at / 1440 BETWEEN %d AND %d) FROM "
          "visit WHERE channel = 'home' AND started_at / 1440 BETWEEN %d AND %d",
          (int) from, (int) hf_day_add_months (from, 1) - 1, (int) from,
          (int) hf_day_add_months (from, 1) - 1);
      gint64 count = branch_count (branch, sql);

      g_test_message ("month %d: %d visits, %d calls", month, (int) count / 100, (int) count % 100);
      g_assert_cmpint (count / 100, ==, 2);
      g_assert_cmpint (count % 100, >=, 2);
      g_assert_cmpint (count % 100, <=, 5);
    }
}

/* Received on Wednesday 11 November; no calls at weekends; the PC is off from the 21st to the 27th.
 */
static void
test_plan_2 (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    /* Within three days, until Saturday the 14th: on the Friday before. */
    { "2026-11-11T10:00", "set no-contact sat,sun; buy 2026-11-11", "1 11-14>11-13T11:30 phone" },
    { "2026-11-12T12:00", "phone reached", "2 11-19T11:30 phone" },
    /* The customer asks for an expert: on that day or the next. */
    { "2026-11-19T12:00", "phone reached expert-wanted", "3 11-20T11:30 phone" },
    { "2026-11-20T12:00", "phone reached", "3 11-20T11:30 phone" },
    /* Missed by more than three days on the 24th. */
    { "2026-11-28T08:00", "engine", "3 11-20T11:30 phone; urgent 11-24T11:30 home,phone" },
    /* Within ten days after step 2, until Sunday the 29th: Friday the 27th, overdue by now. */
    { "2026-11-30T12:00", "phone reached expert",
      "urgent 11-24T11:30 home,phone; 4 11-29>11-27T11:30 phone" },
  };
  gint64 wang = add_wang (branch);

  history_use_plan (branch, "purchase", "none");
  history_use_plan (branch, "delivery", "call-centre");
  history_play (branch, wang, lines);
  /* Then two calls a month; none while a complaint is open, from the 1st to the 20th. */
  history_happen (branch, wang, "2026-11-30T13:00", "phone reached");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                         "step = 1001 AND due_on BETWEEN 20788 AND 20818"),
                   ==, 1);
  history_happen (branch, wang, "2026-12-01T10:00", "complaint");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open'"),
                   ==, 0);
  history_happen (branch, wang, "2026-12-20T10:00", "complaint-closed");
  g_assert_cmpint (branch_count (branch, "SELECT due_on >= 20808 FROM follow_up WHERE state = "
                                         "'open' AND step = 1001"),
                   ==, 1);
  history_happen (branch, wang, "2026-12-21T10:00", "stop effect");
  g_assert_cmpint (branch_count (branch,
                                 "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                 "kind = 'urgent' AND due_on = 20809 AND channels = 'home'"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open'"),
                   ==, 1);
}

/* A family with a child of five months; each step counts from the day on which the one before was
 * done. The PC is off from 30 November to 6 December. */
static void
test_plan_3 (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-12T10:00", "buy", "1 11-19T11:30 home,phone" },
    { "2026-11-17T12:00", "phone reached", "2 12-01T11:30 home,phone" },
    { "2026-12-07T08:00", "engine", "2 12-01T11:30 home,phone; urgent 12-05T11:30 home,phone" },
    { "2026-12-07T12:00", "phone reached", "3 12-28T11:30 home,phone" },
    { "2026-12-20T09:00", "reschedule 2026-12-29", "3 12-28>12-29T11:30 home,phone" },
    /* Skipped with a reason: that day counts. */
    { "2026-12-29T18:00", "skip", "4 01-26T11:30 home,phone" },
    /* In hospital until Monday 1 February. */
    { "2027-01-20T09:00", "set quiet-until 2027-02-01", "4 01-26>02-01T11:30 home,phone" },
    { "2027-02-01T10:00", "home reached", "1001 03-01T11:30 home,phone" },
    { "2027-02-02T10:00", "set routine two-monthly", "1002 04-01T11:30 home,phone" },
    { "2027-03-30T10:00", "complaint", "1002 04-01T11:30 home,phone paused" },
    { "2027-04-05T10:00", "complaint-closed", "1002 04-01>04-06T11:30 home,phone" },
    { "2027-04-12T08:00", "engine", "1002 04-01>04-06T11:30 home,phone" },
    { "2027-04-12T12:00", "phone reached", "1002 06-12T11:30 home,phone" },
    /* Stopped for the quality on Tuesday 20 April: a visit within a day, a call does not do. */
    { "2027-04-20T10:00", "stop quality", "1 04-21T09:00 home" },
    { "2027-04-20T12:00", "phone reached", "1 04-21T09:00 home" },
    { "2027-04-21T10:00", "home reached expert", "" },
  };
  gint64 wang = add_wang (branch);

  branch_set (branch, wang, "child", "2026-06-01");
  history_play (branch, wang, lines);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/history/PLAN-1/member-28-day", test_plan_1);
  branch_test ("/history/PLAN-1/stopped", test_plan_1_stopped);
  branch_test ("/history/PLAN-1/adverse", test_plan_1_adverse);
  branch_test ("/history/PLAN-1/return", test_plan_1_return);
  branch_test ("/history/PLAN-1/household", test_plan_1_household);
  branch_test ("/history/PLAN-2/call-centre", test_plan_2);
  branch_test ("/history/PLAN-3/four-level", test_plan_3);
  return g_test_run ();
}
