/* test-reminder-engine.c: what is due is shown once, whatever happens in between
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hf-fake-notifier.h"
#include "hf-office.h"
#include "hf-reminder-engine.h"
#include "hf-reminder-show.h"
#include "hf-undo.h"
#include "store-fixture.h"

/* Shows nothing and dies like a process that is killed between its claim and the screen. */
#define DEADLY_TYPE_NOTIFIER (deadly_notifier_get_type ())
G_DECLARE_FINAL_TYPE (DeadlyNotifier, deadly_notifier, DEADLY, NOTIFIER, GObject)

struct _DeadlyNotifier
{
  GObject parent_instance;
};

static gboolean
deadly_show (HfNotifier *self, const HfNotification *notification, GError **error)
{
  kill (getpid (), SIGKILL);
  return FALSE;
}

static void
deadly_withdraw (HfNotifier *self, const char *key)
{
}

static void
deadly_init_interface (HfNotifierInterface *iface)
{
  iface->show = deadly_show;
  iface->withdraw = deadly_withdraw;
}

G_DEFINE_TYPE_WITH_CODE (DeadlyNotifier,
                         deadly_notifier,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (HF_TYPE_NOTIFIER, deadly_init_interface))

static void
deadly_notifier_class_init (DeadlyNotifierClass *klass)
{
}

static void
deadly_notifier_init (DeadlyNotifier *self)
{
}

static gint64
get_offset (Branch *branch, const char *now)
{
  g_autoptr (GTimeZone) zone = hf_office_dup_zone (branch->db, NULL);
  HfMinute minute;

  g_assert_true (hf_minute_parse (now, &minute, NULL));
  return hf_office_ms (zone, minute) - g_get_real_time () / 1000;
}

static HfReminderEngine *
start_at (Branch *branch, const char *now, HfNotifier *notifier)
{
  GError *error = NULL;
  HfDb *db = hf_db_open (branch->path, HF_DB_WRITE, &error);

  g_assert_no_error (error);
  return hf_reminder_engine_new (db, g_object_ref (notifier), get_offset (branch, now),
                                 &hf_delivery_rules_default);
}

static void
look_at (Branch *branch, const char *now, HfNotifier *notifier)
{
  g_autoptr (HfReminderEngine) engine = start_at (branch, now, notifier);
  GError *error = NULL;

  hf_reminder_engine_look (engine, &error);
  g_assert_no_error (error);
}

static gint64
add_due (Branch *branch, const char *name)
{
  gint64 customer = branch_add_customer (branch, name, NULL);

  branch_buy (branch, customer, branch->powder, "2026-11-10");
  return branch_count (branch, "SELECT max (id) FROM follow_up");
}

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

static void
kill_before_it_shows (Branch *branch, const char *now)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (DeadlyNotifier) deadly = g_object_new (DEADLY_TYPE_NOTIFIER, NULL);

      look_at (branch, now, HF_NOTIFIER (deadly));
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
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
test_backlog_is_gathered (Branch *branch, gconstpointer data)
{
  g_autoptr (HfFakeNotifier) notifier = hf_fake_notifier_new ();

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("顾客%d", i);

      add_due (branch, name);
    }
  look_at (branch, "2026-11-20T10:00", HF_NOTIFIER (notifier));
  g_assert_cmpuint (hf_fake_notifier_get_n_shown (notifier), ==, 1);
  g_assert_nonnull (hf_fake_notifier_get_shown (notifier, HF_REMINDER_SUMMARY_KEY));
  look_at (branch, "2026-11-20T10:05", HF_NOTIFIER (notifier));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM delivery WHERE state = 'shown'"),
                   ==, 12);
}

/* As an import leaves it: all overdue, of five customers. */
static void
add_overdue (Branch *branch, int n, const char *kind)
{
  gint64 first = 0;
  g_autofree char *sql = NULL;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("顾客%d", i);
      gint64 id = branch_add_customer (branch, name, NULL);

      first = i == 0 ? id : first;
    }
  sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d), "
      "c AS (SELECT id, row_number () OVER (ORDER BY id) - 1 AS k FROM customer "
      "WHERE id >= %" G_GINT64_FORMAT ") "
      "INSERT INTO follow_up (id, customer_id, kind, priority, due_at, due_on, original_on, "
      "window_from_on, window_to_on, ways, channels) "
      "SELECT hf_new_id (), c.id, '%s', 4, d * 1440 + 540, d, d, d, d, 'phone', 'phone' "
      "FROM n JOIN c ON c.k = n.i %% 5, "
      "(SELECT CAST (julianday ('2026-11-12') - 2440587.5 AS INTEGER) AS d)",
      n - 1, first, kind);
  branch_execute (branch, sql);
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
undo_last (Branch *branch)
{
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
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
  branch_test ("/reminder-engine/backlog-is-gathered", test_backlog_is_gathered);
  branch_test ("/reminder-engine/large-backlog/rings-once", test_large_backlog_rings_once);
  branch_test ("/reminder-engine/large-backlog/after-a-crash", test_large_backlog_after_a_crash);
  branch_test ("/reminder-engine/large-backlog/without-a-server",
               test_large_backlog_without_a_server);
  branch_test ("/reminder-engine/large-backlog/hides-no-adverse",
               test_large_backlog_hides_no_adverse);
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
