/* test-branch-days.c: the branch's own days off, the days that the law gives, rounds of greetings
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "complaint-fixture.h"
#include "hf-calendar-store.h"
#include "hf-greeting-list.h"
#include "hf-greeting-round.h"
#include "hf-holidays.h"
#include "hf-legal-store.h"
#include "hf-undo.h"

static int
import_days (Branch *branch, const char *text, GError **error)
{
  int year = 0;

  hf_command_import_holidays (branch->db, &branch->actor, "own.ini", text, &year, error);
  return year;
}

/* What came with the program ends with 2026; the branch's own file makes 2027 known. */
static void
test_missing_year (Branch *branch, gconstpointer data)
{
  HfDay from = hf_day_from_ymd (2026, 12, 20);
  GError *error = NULL;
  int year = -1;

  hf_calendar_find_unknown_year (branch->db, from, from + 30, &year, &error);
  g_assert_no_error (error);
  g_assert_cmpint (year, ==, 2027);
  g_assert_cmpint (import_days (branch, "[Calendar]\nYear=2027\n[Rest]\n2027-01-01=元旦\n", &error),
                   ==, 2027);
  g_assert_no_error (error);
  hf_calendar_find_unknown_year (branch->db, from, from + 30, &year, &error);
  g_assert_cmpint (year, ==, 0);
}

/* The branch's file takes the place of the shipped one, and open deadlines follow, until undone. */
static void
test_own_days (Branch *branch, gconstpointer data)
{
  const char *answer = "SELECT due_at / 1440 FROM deadline WHERE what = 'answer'";
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  complaint_open (branch);
  g_assert_cmpint (branch_count (branch, answer), ==, hf_day_from_ymd (2026, 11, 17));
  import_days (branch, "[Calendar]\nYear=2026\n[Rest]\n2026-11-12..2026-11-13=盘点\n", &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, answer), ==, hf_day_from_ymd (2026, 11, 19));
  g_assert_cmpint (branch_count (branch, "SELECT due_on FROM follow_up WHERE title = "
                                         "'complaint:answer:1'"),
                   ==, hf_day_from_ymd (2026, 11, 19));
  import_days (branch, "[Calendar]\nYear=2026\n[Work]\n2026-11-14=补班\n", &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, answer), ==, hf_day_from_ymd (2026, 11, 16));
  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, answer), ==, hf_day_from_ymd (2026, 11, 19));
}

static void
test_wrong_file (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_days (branch, "[Calendar]\nYear=2027\n[Rest]\n2026-01-01=元旦\n", &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "own.ini:4"));
  g_assert_nonnull (strstr (error->message, "[Rest]"));
  g_assert_nonnull (strstr (error->message, "2026-01-01"));
  g_clear_error (&error);
  branch_act_as (branch, branch->agent);
  import_days (branch, "[Calendar]\nYear=2027\n", &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

/* COMP-10: seven days after it arrived, by how it was sold; a shop sale gives none. */
static void
test_return_until (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "card-type", "customer", NULL);
  gint64 id = branch_buy (branch, wang, branch->powder, "2026-11-01");
  GError *error = NULL;
  HfDay until = 0;

  hf_purchase_get_return_until (branch->db, id, &until, &error);
  g_assert_no_error (error);
  g_assert_cmpint (until, ==, HF_DAY_NONE);
  branch_execute (branch, "UPDATE purchase SET sale_channel = 'phone'");
  hf_purchase_get_return_until (branch->db, id, &until, &error);
  g_assert_cmpint (until, ==, HF_DAY_NONE);
  branch_execute (branch, "UPDATE purchase SET received_on = 20761");
  hf_purchase_get_return_until (branch->db, id, &until, &error);
  g_assert_cmpint (until, ==, 20761 + 7);
  branch_execute (branch, "UPDATE purchase SET sale_channel = 'office'");
  hf_purchase_get_return_until (branch->db, id, &until, &error);
  g_assert_no_error (error);
  g_assert_cmpint (until, ==, HF_DAY_NONE);
}

/* Ten working days from Tuesday 10 November 2026; calendar days for the others. */
static void
test_authority (Branch *branch, gconstpointer data)
{
  HfDay from = hf_day_from_ymd (2026, 11, 10);
  GError *error = NULL;
  HfDay due = 0;

  hf_legal_get_due (branch->db, HF_LEGAL_AUTHORITY, from, &due, &error);
  g_assert_no_error (error);
  g_assert_cmpint (due, ==, hf_day_from_ymd (2026, 11, 24));
  hf_legal_get_due (branch->db, HF_LEGAL_REFUND, from, &due, &error);
  g_assert_cmpint (due, ==, from + 7);
  hf_legal_get_due (branch->db, HF_LEGAL_DATA_REQUEST, from, &due, &error);
  g_assert_no_error (error);
  g_assert_cmpint (due, ==, from + 15);
}

static int
greet (Branch *branch, const gint64 *customers, guint n, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  HfGreetingDraft draft = { .title = "降温提醒", .text = "天冷了，请多添衣。" };
  gint64 round;
  int created = 0;

  g_array_append_vals (ids, customers, n);
  draft.channel = HF_CHANNEL_PHONE;
  draft.day = hf_minute_get_day (branch->actor.now);
  draft.customers = ids;
  hf_command_start_greeting (branch->db, &branch->actor, &draft, &round, &created, error);
  return created;
}

/* CAL-7: one follow-up each, but for those who want none; later for whoever may not be called
 * today.
 */
static void
test_greeting (Branch *branch, gconstpointer data)
{
  gint64 ids[4];
  g_autofree char *due = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (HfUndoResult) result = { 0 };
  g_autoptr (GArray) rows = NULL;
  GError *error = NULL;

  ids[0] = branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  ids[1] = branch_add_customer (branch, "陈玮", "card-type", "customer", "no-contact", "tue", NULL);
  ids[2] = branch_add_customer (branch, "罗小梅", "card-type", "customer", "do-not-contact", "打扰",
                                NULL);
  ids[3] = ids[0];
  before = branch_dump (branch);
  g_assert_cmpint (greet (branch, ids, 4, &error), ==, 2);
  g_assert_no_error (error);
  due = branch_due (branch);
  g_assert_cmpstr (due, ==,
                   "王秀英 - 0 2026-11-10T11:30 2026-11-10\n"
                   "陈玮 - 0 2026-11-11T11:30 2026-11-10\n");
  branch_visit (branch, ids[0], "phone", "reached");
  rows = hf_greetings_dup_rows (branch->db, &branch->actor, 10, &error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (g_array_index (rows, HfGreetingRow, 0).customers, ==, 2);
  g_assert_cmpint (g_array_index (rows, HfGreetingRow, 0).done, ==, 1);
  for (int i = 0; i < 2; i++)
    {
      hf_undo_result_clear (&result);
      hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
      g_assert_no_error (error);
    }
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* ROLE-1: an agent greets their own customers, and those of nobody. */
static void
test_greeting_of_a_colleagues (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, zhou);
  greet (branch, &wang, 1, &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM greeting_round"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/branch-days/CAL-4/missing-year-is-said", test_missing_year);
  branch_test ("/branch-days/CAL-4/own-days", test_own_days);
  branch_test ("/branch-days/CAL-4/wrong-file", test_wrong_file);
  branch_test ("/branch-days/COMP-10/return-until", test_return_until);
  branch_test ("/branch-days/COMP-10/authority-refund-data", test_authority);
  branch_test ("/branch-days/CAL-7/greeting (CARD-7)", test_greeting);
  branch_test ("/branch-days/ROLE-1/greeting-of-a-colleagues", test_greeting_of_a_colleagues);
  return g_test_run ();
}
