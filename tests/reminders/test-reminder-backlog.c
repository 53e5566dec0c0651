/* test-reminder-backlog.c: many at once are one summary, with the right figure
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "engine-fixture.h"
#include "hf-fake-notifier.h"
#include "hf-reminder-show.h"

static void
test_backlog_is_gathered (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("顾客%d", i);

      add_due (branch, name);
    }
  look_at (branch, "2026-11-16T10:00", HF_NOTIFIER (notifier));
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 1);
  g_assert_nonnull (hf_fake_notifier_get_shown (notifier, HF_REMINDER_SUMMARY_KEY));
  look_at (branch, "2026-11-16T10:05", HF_NOTIFIER (notifier));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery WHERE state = 'shown'"),
                   ==, 12);
}

static void
add_twelve (Branch *branch)
{
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("顾客%d", i);

      add_due (branch, name);
    }
}

static void
assert_answered (Branch *branch, const char *answer, gint64 n)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM delivery WHERE state = 'answered' AND answer = '%s'", answer);

  g_assert_cmpint (branch_count (branch, sql), ==, n);
}

/* A click on the summary answers for all twelve, and for nothing else. */
static void
test_summary_is_answered (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-16T10:00", HF_NOTIFIER (notifier));

  add_twelve (branch);
  add_overdue (branch, 1, "adverse");
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 2);
  /* There is no bus to open the app by; the summary closes all the same. */
  g_test_expect_message ("huifang", G_LOG_LEVEL_WARNING, "reminders: *");
  hf_fake_notifier_press (notifier, HF_REMINDER_SUMMARY_KEY, HF_NOTIFICATION_DEFAULT_ACTION);
  g_test_assert_expected_messages ();
  assert_answered (branch, "closed", 12);
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 1);
  g_assert_null (hf_fake_notifier_get_shown (notifier, HF_REMINDER_SUMMARY_KEY));
}

/* A summary that takes the place of another one speaks for both. */
static void
test_summary_grows (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-16T10:00", HF_NOTIFIER (notifier));

  add_twelve (branch);
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  add_overdue (branch, 3, "step");
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_nonnull (g_strstr_len (hf_fake_notifier_get_shown (notifier, HF_REMINDER_SUMMARY_KEY),
                                  -1, "15 follow-ups"));
}

static void
test_lost_summary_is_shown_again (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-16T10:00", HF_NOTIFIER (notifier));

  add_twelve (branch);
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  hf_fake_notifier_set_server (notifier, FALSE);
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  hf_fake_notifier_set_server (notifier, TRUE);
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_cmpstr (hf_fake_notifier_get_log (notifier), ==, "show summary\nshow summary\n");
  g_assert_nonnull (g_strstr_len (hf_fake_notifier_get_shown (notifier, HF_REMINDER_SUMMARY_KEY),
                                  -1, "12 follow-ups"));
}

static void
test_summary_goes_with_its_last (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-16T10:00", HF_NOTIFIER (notifier));

  add_twelve (branch);
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  branch_execute (branch, "UPDATE follow_up SET state = 'skipped', closed_at = 1");
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 0);
}

static void
assert_one_summary_of (HfFakeNotifier *notifier, const char *text)
{
  const char *shown = hf_fake_notifier_get_shown (notifier, HF_REMINDER_SUMMARY_KEY);

  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 1);
  g_assert_cmpstr (hf_fake_notifier_get_log (notifier), ==, "show summary\n");
  g_assert_nonnull (shown);
  g_assert_nonnull (g_strstr_len (shown, -1, text));
}

/* More than are ever listed: one summary with the right figure, and no other at later commits. */
static void
test_large_backlog_rings_once (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-13T10:00", HF_NOTIFIER (notifier));

  add_overdue (branch, 4500, "step");
  for (int i = 0; i < 3; i++)
    g_assert_true (hf_reminder_engine_look (engine, NULL));
  assert_one_summary_of (notifier, "4500 follow-ups are due|4500 late");
  assert_one_summary_of (notifier, "顾客0, 顾客1, 顾客2 and 2 more");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery WHERE state = 'shown'"),
                   ==, 4500);
}

/* A process that died before it could show thousands leaves them to the next, all at once. */
static void
test_large_backlog_after_a_crash (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();

  add_overdue (branch, 4500, "step");
  kill_before_it_shows (branch, "2026-11-13T10:00");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery WHERE state = 'claimed'"),
                   ==, 4500);
  look_at (branch, "2026-11-13T10:10", HF_NOTIFIER (notifier));
  look_at (branch, "2026-11-13T10:11", HF_NOTIFIER (notifier));
  assert_one_summary_of (notifier, "4500 follow-ups are due|");
}

static void
test_large_backlog_without_a_server (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-13T10:00", HF_NOTIFIER (notifier));

  add_overdue (branch, 4500, "step");
  hf_fake_notifier_set_server (notifier, FALSE);
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_cmpstr (hf_fake_notifier_get_log (notifier), ==, "failed summary\n");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery"), ==, 0);
  hf_fake_notifier_set_server (notifier, TRUE);
  g_assert_cmpstr (hf_fake_notifier_get_log (notifier), ==, "failed summary\nshow summary\n");
  g_assert_nonnull (g_strstr_len (hf_fake_notifier_get_shown (notifier, HF_REMINDER_SUMMARY_KEY),
                                  -1, "4500 follow-ups"));
}

/* An adverse reaction does not hide among thousands of others. */
static void
test_large_backlog_hides_no_adverse (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();

  add_overdue (branch, 4500, "step");
  add_overdue (branch, 1, "adverse");
  look_at (branch, "2026-11-13T10:00", HF_NOTIFIER (notifier));
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 2);
  g_assert_nonnull (g_strstr_len (hf_fake_notifier_get_shown (notifier, HF_REMINDER_SUMMARY_KEY),
                                  -1, "4500 follow-ups"));
}

/* That another one cannot be shown either is no reason to try the summary at every look. */
static void
test_large_backlog_waits_beside_an_adverse (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-13T10:00", HF_NOTIFIER (notifier));
  g_auto (GStrv) tries = NULL;

  add_overdue (branch, 4500, "step");
  add_overdue (branch, 1, "adverse");
  hf_fake_notifier_set_server (notifier, FALSE);
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  tries = g_strsplit (hf_fake_notifier_get_log (notifier), "failed summary", -1);
  g_assert_cmpuint (g_strv_length (tries), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_init (&argc, &argv, NULL);
  branch_test ("/reminder-backlog/is-gathered", test_backlog_is_gathered);
  branch_test ("/reminder-backlog/summary/is-answered", test_summary_is_answered);
  branch_test ("/reminder-backlog/summary/grows", test_summary_grows);
  branch_test ("/reminder-backlog/summary/lost-is-shown-again", test_lost_summary_is_shown_again);
  branch_test ("/reminder-backlog/summary/goes-with-its-last", test_summary_goes_with_its_last);
  branch_test ("/reminder-backlog/large-backlog/rings-once", test_large_backlog_rings_once);
  branch_test ("/reminder-backlog/large-backlog/after-a-crash", test_large_backlog_after_a_crash);
  branch_test ("/reminder-backlog/large-backlog/without-a-server",
               test_large_backlog_without_a_server);
  branch_test ("/reminder-backlog/large-backlog/waits-beside-an-adverse",
               test_large_backlog_waits_beside_an_adverse);
  branch_test ("/reminder-backlog/large-backlog/hides-no-adverse",
               test_large_backlog_hides_no_adverse);
  return g_test_run ();
}
