/* test-histories-other.c: worked histories of the plans that begin otherwise, PLAN-4 to 8
 *
 * Worked out by hand from the rules, with a calendar: in 2026, 1 November is a Sunday, 1 December a
 * Tuesday; in 2027, 1 January is a Friday.
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "history-fixture.h"

static gint64
add_wang (Branch *branch, const char *card_type)
{
  return branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", card_type, NULL);
}

/* A every week, B every half month, D once; the PC is off from 24 to 29 November. */
static void
test_plan_4 (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-10T10:00", "tier A", "1001 11-17T11:30 home,phone" },
    { "2026-11-16T12:00", "phone reached", "1001 11-23T11:30 home,phone" },
    /* A try is no contact: the week counts from the 16th still. */
    { "2026-11-23T12:00", "phone no-answer", "1001 11-23T11:30 home,phone" },
    { "2026-11-30T08:00", "engine", "1001 11-23T11:30 home,phone" },
    { "2026-11-30T10:00", "home reached", "1001 12-07T11:30 home,phone" },
    { "2026-12-01T10:00", "set no-contact mon", "1001 12-07>12-08T11:30 home,phone" },
    { "2026-12-04T10:00", "complaint", "1001 12-07>12-08T11:30 home,phone paused" },
    { "2026-12-09T10:00", "complaint-closed", "1001 12-07>12-10T11:30 home,phone" },
    { "2026-12-10T12:00", "phone reached", "1001 12-17T11:30 home,phone" },
    /* Half a month after the last contact, not after the change of tier (SCHED-9). */
    { "2026-12-12T10:00", "tier B", "1002 12-25T11:30 home,phone" },
    { "2026-12-25T12:00", "phone reached", "1002 01-09T11:30 home,phone" },
    { "2026-12-28T10:00", "tier D", "1 12-31T11:30 home,phone" },
    { "2026-12-30T12:00", "phone reached", "" },
    /* New Year’s Eve and the Spring Festival: one contact. */
    { "2027-02-01T08:00", "engine",
      "greeting 02-05T11:30 phone,message; greeting 02-06>02-05T11:30 phone,message" },
    { "2027-02-01T10:00", "tier A",
      "greeting 02-05T11:30 phone,message; greeting 02-06>02-05T11:30 phone,message; "
      "1001 02-08>02-09T11:30 home,phone" },
    { "2027-02-03T10:00", "stop effect",
      "1 02-04T09:00 home; greeting 02-05T11:30 phone,message; "
      "greeting 02-06>02-05T11:30 phone,message" },
  };

  history_use_plan (branch, "tier", "tier-rhythm");
  history_play (branch, add_wang (branch, "customer"), lines);
}

/* About once a month, up to five days earlier or later, so that twenty do not fall on one day. */
static void
test_plan_4_spread (Branch *branch, gconstpointer data)
{
  history_use_plan (branch, "tier", "tier-rhythm");
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("顾客%d", i);
      gint64 customer = branch_add_customer (branch, name, "card-type", "customer", NULL);

      history_happen (branch, customer, "2026-11-10T10:00", "tier C");
    }
  /* 10 December is day 20797. */
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                         "step = 1003 AND due_on BETWEEN 20792 AND 20802"),
                   ==, 20);
  g_assert_cmpint (branch_count (branch, "SELECT count (DISTINCT due_on) FROM follow_up"), >=, 7);
}

/* Expected on 20 February: within three months from 20 November, within two from 20 December. The
 * PC is off from 8 to 20 December. */
static void
test_plan_5 (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-10T10:00", "sale 2027-02-20", "1007 11-25T11:30 phone; 1008 12-10T09:00 home" },
    { "2026-11-19T08:00", "engine", "1007 11-25T11:30 phone; 1008 12-10T09:00 home" },
    /* By itself; the closer rhythm has been due since the 17th. */
    { "2026-11-20T08:00", "engine", "1005 11-17T11:30 phone; 1006 11-25T09:00 home" },
    { "2026-11-20T12:00", "phone reached", "1006 11-25T09:00 home; 1005 11-27T11:30 phone" },
    /* A visit serves the call that is due within three days as well. */
    { "2026-11-25T10:00", "home reached", "1005 12-02T11:30 phone; 1006 12-10T09:00 home" },
    { "2026-12-01T10:00", "complaint",
      "1005 12-02T11:30 phone paused; 1006 12-10T09:00 home paused" },
    { "2026-12-06T10:00", "complaint-closed",
      "1005 12-02>12-07T11:30 phone; 1006 12-10T09:00 home" },
    { "2026-12-07T12:00", "phone reached", "1006 12-10T09:00 home; 1005 12-14T11:30 phone" },
    /* Every 7 days since the visit on 25 November would be 2 December: within the pause. */
    { "2026-12-21T08:00", "engine", "1004 12-02>12-07T09:00 home; 1003 12-10T11:30 phone" },
    { "2026-12-21T10:00", "home reached", "1003 12-24T11:30 phone; 1004 12-28T09:00 home" },
    { "2026-12-22T10:00", "set no-contact thu",
      "1003 12-24>12-25T11:30 phone; 1004 12-28T09:00 home" },
    /* Bought, so nothing is expected any more; the plan of the purchase begins. */
    { "2026-12-26T10:00", "buy", "1 12-29T09:00 home,phone" },
  };

  history_play (branch, add_wang (branch, "customer"), lines);
}

/* No visits on Wednesdays; the PC is off from the 11th to the 19th. */
static void
test_plan_6_effect (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    /* Within one day, and the next one is a Wednesday: on the same day. */
    { "2026-11-10T10:00", "set no-contact wed; stop effect", "1 11-11>11-10T09:00 home" },
    { "2026-11-10T12:00", "phone reached", "1 11-11>11-10T09:00 home" },
    /* A complaint does not pause what is urgent. A step missed for so long asks for an apology. */
    { "2026-11-20T08:00", "complaint; engine",
      "1 11-11>11-10T09:00 home; urgent 11-14T11:30 home,phone" },
    { "2026-11-20T10:00", "home reached expert", "urgent 11-14T11:30 home,phone" },
    { "2026-11-20T12:00", "phone reached", "" },
  };

  history_play (branch, add_wang (branch, "customer"), lines);
}

/* First a note, then the talk with the manager, then the visit. */
static void
test_plan_6_competitor (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-10T10:00", "stop competitor", "3 11-11T09:00 " },
    { "2026-11-10T15:00", "tick", "4 11-13T09:00 " },
    { "2026-11-12T15:00", "tick", "5 11-17T09:00 home" },
    { "2026-11-17T10:00", "home not-home", "5 11-17T09:00 home" },
    { "2026-11-18T10:00", "home reached", "" },
  };

  history_play (branch, add_wang (branch, "customer"), lines);
}

/* Stops again for another reason before anybody came: the plan begins anew with that. */
static void
test_plan_6_another_cause (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-10T10:00", "stop quality", "1 11-11T09:00 home" },
    { "2026-11-12T10:00", "stop service", "2 11-13T09:00 home" },
    { "2026-11-13T10:00", "home reached with-manager", "" },
  };

  history_play (branch, add_wang (branch, "customer"), lines);
}

/* Never on Thursdays; the PC is off from the 12th to the 17th. */
static void
test_plan_7 (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    /* Within two days, until Thursday the 12th: on the day before. */
    { "2026-11-10T10:00", "set no-contact thu", "1 11-12>11-11T11:30 phone" },
    { "2026-11-11T12:00", "phone no-answer", "1 11-12>11-11T11:30 phone" },
    { "2026-11-18T08:00", "engine", "1 11-12>11-11T11:30 phone; urgent 11-15T11:30 home,phone" },
    /* Material is posted: a call within three days. An open complaint does not pause it. */
    { "2026-11-18T10:00", "post reached; complaint",
      "1 11-12>11-11T11:30 phone; urgent 11-15T11:30 home,phone; 1001 11-21T11:30 phone" },
    { "2026-11-20T12:00", "phone reached", "" },
    { "2026-11-24T15:00", "event reached", "1001 11-27T11:30 phone" },
    /* A refusal is honoured: nothing more. */
    { "2026-11-27T12:00", "phone refused", "" },
    { "2026-12-27T08:00", "engine", "" },
  };

  history_play (branch, add_wang (branch, "new"), lines);
}

static void
test_plan_7_three_tries (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-11T12:00", "phone no-answer", "1 11-12T11:30 phone" },
    { "2026-11-11T18:30", "phone busy", "1 11-12T11:30 phone" },
    { "2026-11-12T18:30", "phone no-answer", "1 11-12T11:30 phone" },
    { "2026-11-13T12:00", "phone off", "" },
  };

  history_play (branch, add_wang (branch, "new"), lines);
  g_assert_cmpint (branch_count (branch, "SELECT card_type = 'discarded' FROM customer"), ==, 1);
}

/* The referral went on twice; the PC is off from the 13th to the 21st. */
static void
test_plan_8 (Branch *branch, gconstpointer data)
{
  static const HistoryLine lines[] = {
    { "2026-11-10T10:00", "referral", "1 11-13T11:30 home,phone,message" },
    { "2026-11-10T11:00", "set no-contact fri; complaint",
      "1 11-13>11-12T11:30 home,phone,message" },
    { "2026-11-12T10:00", "referral", "1 11-15T11:30 home,phone,message" },
    { "2026-11-22T08:00", "engine",
      "1 11-15T11:30 home,phone,message; urgent 11-19T11:30 home,phone" },
    { "2026-11-22T09:30", "message reached", "urgent 11-19T11:30 home,phone" },
    { "2026-11-22T12:00", "phone reached", "" },
    { "2026-12-22T08:00", "engine", "" },
  };

  history_play (branch, add_wang (branch, "customer"), lines);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/history/PLAN-4/tier-rhythm", test_plan_4);
  branch_test ("/history/PLAN-4/spread", test_plan_4_spread);
  branch_test ("/history/PLAN-5/sale-window", test_plan_5);
  branch_test ("/history/PLAN-6/effect", test_plan_6_effect);
  branch_test ("/history/PLAN-6/competitor", test_plan_6_competitor);
  branch_test ("/history/PLAN-6/another-cause", test_plan_6_another_cause);
  branch_test ("/history/PLAN-7/new-card", test_plan_7);
  branch_test ("/history/PLAN-7/three-tries", test_plan_7_three_tries);
  branch_test ("/history/PLAN-8/referrer-feedback", test_plan_8);
  return g_test_run ();
}
