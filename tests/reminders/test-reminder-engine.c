/* test-reminder-engine.c: what is due is shown once, whatever happens in between
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "engine-fixture.h"
#include "hf-fake-notifier.h"
#include "hf-reminder-show.h"

static void
test_shown_once (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  gint64 id = add_due (branch, "王秀英");
  g_autofree char *key = hf_reminder_key (id);

  look_at (branch, "2026-11-13T08:59", HF_NOTIFIER (notifier));
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 0);
  look_at (branch, "2026-11-13T09:00", HF_NOTIFIER (notifier));
  g_assert_nonnull (hf_fake_notifier_get_shown (notifier, key));
  g_assert_nonnull (g_strstr_len (hf_fake_notifier_get_shown (notifier, key), -1, "王秀英"));
  look_at (branch, "2026-11-13T09:01", HF_NOTIFIER (notifier));
  look_at (branch, "2026-11-13T12:00", HF_NOTIFIER (notifier));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery"), ==, 1);
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 1);
}

/* The claim of the process that died is found by the next one, which shows it as late. */
static void
test_killed_between_claim_and_show (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  gint64 id = add_due (branch, "王秀英");
  g_autofree char *key = hf_reminder_key (id);

  kill_before_it_shows (branch, "2026-11-13T09:00");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery WHERE state = 'claimed'"),
                   ==, 1);

  look_at (branch, "2026-11-13T09:30", HF_NOTIFIER (notifier));
  g_assert_nonnull (hf_fake_notifier_get_shown (notifier, key));
  look_at (branch, "2026-11-13T09:31", HF_NOTIFIER (notifier));
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery WHERE state = 'shown'"),
                   ==, 1);
}

/* Nobody will ever show what the dead process claimed and a person has done since. */
static void
test_killed_and_done_since (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();

  add_due (branch, "王秀英");
  kill_before_it_shows (branch, "2026-11-13T09:00");
  branch_set_now (branch, "2026-11-13T09:20");
  branch_visit (branch, branch_count (branch, "SELECT id FROM customer"), "phone", "reached");
  look_at (branch, "2026-11-13T09:30", HF_NOTIFIER (notifier));
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery WHERE state = 'claimed'"),
                   ==, 0);
}

static void
test_snooze_rings_again (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  gint64 id = add_due (branch, "王秀英");
  g_autofree char *key = hf_reminder_key (id);

  {
    g_autoptr (HfReminderEngine) engine =
        start_at (branch, "2026-11-13T09:00", HF_NOTIFIER (notifier));

    g_assert_true (hf_reminder_engine_look (engine, NULL));
    hf_fake_notifier_press (notifier, key, HF_REMINDER_SNOOZE);
  }
  g_assert_cmpint (
      branch_count (branch, "SELECT due_at % 1440 FROM follow_up WHERE state = 'open'"), ==,
      9 * 60);
  g_assert_cmpint (
      branch_count (branch, "SELECT remind_at % 1440 FROM follow_up WHERE state = 'open'"), ==,
      10 * 60);
  look_at (branch, "2026-11-13T09:59", HF_NOTIFIER (notifier));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery"), ==, 1);
  look_at (branch, "2026-11-13T10:00", HF_NOTIFIER (notifier));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery"), ==, 2);
}

static void
test_not_reached_is_logged (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  gint64 id = add_due (branch, "王秀英");
  g_autofree char *key = hf_reminder_key (id);
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-13T09:00", HF_NOTIFIER (notifier));

  g_assert_true (hf_reminder_engine_look (engine, NULL));
  hf_fake_notifier_press (notifier, key, HF_REMINDER_NOT_REACHED);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM visit WHERE outcome = 'not-home'"),
                   ==, 1);
  /* VISIT-5: on another day; the follow-up stays open. */
  g_assert_cmpint (
      branch_count (branch,
                    "SELECT snoozed_until_at / 1440 - due_on FROM follow_up WHERE state = 'open'"),
      ==, 1);
}

static void
expect_no_such_follow_up (void)
{
  g_test_expect_message ("huifang", G_LOG_LEVEL_WARNING, "*There is no such follow-up*");
}

/* Somebody was quicker with an undo than the person with the button. */
static void
test_not_reached_of_what_is_gone (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  gint64 id = add_due (branch, "王秀英");
  g_autofree char *key = hf_reminder_key (id);
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-13T09:00", HF_NOTIFIER (notifier));

  g_assert_true (hf_reminder_engine_look (engine, NULL));
  undo_last (branch);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up"), ==, 0);
  expect_no_such_follow_up ();
  hf_fake_notifier_press (notifier, key, HF_REMINDER_NOT_REACHED);
  g_test_assert_expected_messages ();
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM visit"), ==, 0);
}

/* A try after the visit that did it would be a visit that never was. */
static void
test_not_reached_of_what_is_done (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  gint64 id = add_due (branch, "王秀英");
  g_autofree char *key = hf_reminder_key (id);
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-13T09:00", HF_NOTIFIER (notifier));

  g_assert_true (hf_reminder_engine_look (engine, NULL));
  branch_set_now (branch, "2026-11-13T09:00");
  branch_visit (branch, branch_count (branch, "SELECT id FROM customer"), "phone", "reached");
  expect_no_such_follow_up ();
  hf_fake_notifier_press (notifier, key, HF_REMINDER_NOT_REACHED);
  g_test_assert_expected_messages ();
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM visit"), ==, 1);
}

static void
test_no_server (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();

  add_due (branch, "王秀英");
  hf_fake_notifier_set_server (notifier, FALSE);
  look_at (branch, "2026-11-13T09:00", HF_NOTIFIER (notifier));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery"), ==, 0);
  hf_fake_notifier_set_server (notifier, TRUE);
  look_at (branch, "2026-11-13T09:20", HF_NOTIFIER (notifier));
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 1);
}

/* What was done meanwhile is not rung for. */
static void
test_done_is_withdrawn (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  gint64 id = add_due (branch, "王秀英");
  g_autofree char *key = hf_reminder_key (id);
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-13T09:00", HF_NOTIFIER (notifier));

  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_nonnull (hf_fake_notifier_get_shown (notifier, key));
  branch_set_now (branch, "2026-11-13T09:00");
  branch_visit (branch, branch_count (branch, "SELECT id FROM customer"), "phone", "reached");
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_null (hf_fake_notifier_get_shown (notifier, key));
}

/* The delivery goes with its follow-up; the notification has to go all the same. */
static void
test_undone_is_withdrawn (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();
  gint64 id = add_due (branch, "王秀英");
  g_autofree char *key = hf_reminder_key (id);
  g_autoptr (HfReminderEngine) engine =
      start_at (branch, "2026-11-13T09:00", HF_NOTIFIER (notifier));

  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_nonnull (hf_fake_notifier_get_shown (notifier, key));
  undo_last (branch);
  g_assert_true (hf_reminder_engine_look (engine, NULL));
  g_assert_null (hf_fake_notifier_get_shown (notifier, key));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/reminder-engine/shown-once", test_shown_once);
  branch_test ("/reminder-engine/killed-between-claim-and-show",
               test_killed_between_claim_and_show);
  branch_test ("/reminder-engine/killed-and-done-since", test_killed_and_done_since);
  branch_test ("/reminder-engine/SCHED-8/snooze-rings-again", test_snooze_rings_again);
  branch_test ("/reminder-engine/VISIT-5/not-reached-is-logged", test_not_reached_is_logged);
  branch_test ("/reminder-engine/VISIT-5/not-reached-of-what-is-gone",
               test_not_reached_of_what_is_gone);
  branch_test ("/reminder-engine/VISIT-5/not-reached-of-what-is-done",
               test_not_reached_of_what_is_done);
  branch_test ("/reminder-engine/no-server", test_no_server);
  branch_test ("/reminder-engine/done-is-withdrawn", test_done_is_withdrawn);
  branch_test ("/reminder-engine/undone-is-withdrawn", test_undone_is_withdrawn);
  return g_test_run ();
}
