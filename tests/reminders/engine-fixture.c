/* engine-fixture.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "engine-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hf-office.h"
#include "hf-undo.h"

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

HfReminderEngine *
start_at (Branch *branch, const char *now, HfNotifier *notifier)
{
  GError *error = NULL;
  HfDb *db = hf_db_open (branch->path, HF_DB_WRITE, &error);

  g_assert_no_error (error);
  return hf_reminder_engine_new (db, g_object_ref (notifier), get_offset (branch, now),
                                 &hf_delivery_rules_default);
}

void
look_at (Branch *branch, const char *now, HfNotifier *notifier)
{
  g_autoptr (HfReminderEngine) engine = start_at (branch, now, notifier);
  GError *error = NULL;

  hf_reminder_engine_look (engine, &error);
  g_assert_no_error (error);
}

gint64
add_due (Branch *branch, const char *name)
{
  gint64 customer = branch_add_customer (branch, name, "card-type", "customer", NULL);

  branch_buy (branch, customer, branch->powder, "2026-11-10");
  return branch_count (branch, "SELECT max (id) FROM follow_up");
}

void
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

void
undo_last (Branch *branch)
{
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
}

/* As an import leaves it: all overdue, of five customers. */
void
add_overdue (Branch *branch, int n, const char *kind)
{
  gint64 first = 0;
  g_autofree char *sql = NULL;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("顾客%d", i);
      gint64 id = branch_add_customer (branch, name, "card-type", "customer", NULL);

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
