/* hf-reminders-main.c: the program huifang-reminders
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminders-main.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "hf-desktop-notifier.h"
#include "hf-locale.h"
#include "hf-office.h"
#include "hf-reminder-engine.h"

#define REMINDERS_ID "org.huifang.Huifang.Reminders"
#define APP_ID       "org.huifang.Huifang"

typedef struct
{
  char *database;
  char *now;
  gboolean once;
  gboolean ignore_quiet_hours;
  GMainLoop *loop;
  HfReminderEngine *engine;
} Daemon;

static gboolean
parse_options (Daemon *daemon, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &daemon->database,
      N_ ("The database; by default the branch's own"), N_ ("FILE") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &daemon->now,
      N_ ("Start as if it were this time on the office's clock"), "YYYY-MM-DDTHH:MM" },
    { "once", 0, 0, G_OPTION_ARG_NONE, &daemon->once, N_ ("Show what is due and end"), NULL },
    { "ignore-quiet-hours", 0, 0, G_OPTION_ARG_NONE, &daemon->ignore_quiet_hours,
      N_ ("Ring at any hour"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (
      context, _ ("Reminds of follow-ups on the desktop, also when Huifang is closed."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, &argc, &argv, error);
}

static gboolean
get_offset (Daemon *daemon, HfDb *db, gint64 *offset_ms, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  HfMinute now;

  *offset_ms = 0;
  if (daemon->now == NULL)
    return TRUE;
  zone = hf_office_dup_zone (db, error);
  if (zone == NULL || !hf_minute_parse (daemon->now, &now, error))
    return FALSE;
  *offset_ms = hf_office_ms (zone, now) - g_get_real_time () / 1000;
  return TRUE;
}

static gboolean
make_engine (Daemon *daemon, GError **error)
{
  g_autofree char *path =
      daemon->database != NULL ? g_strdup (daemon->database) : hf_db_dup_default_path ();
  g_autoptr (HfDb) db = hf_db_open (path, HF_DB_WRITE, error);
  HfDeliveryRules rules = hf_delivery_rules_default;
  gint64 offset_ms;

  if (db == NULL || !get_offset (daemon, db, &offset_ms, error))
    return FALSE;
  if (daemon->ignore_quiet_hours)
    rules.quiet_until = rules.quiet_from;
  daemon->engine = hf_reminder_engine_new (g_steal_pointer (&db), hf_desktop_notifier_new (APP_ID),
                                           offset_ms, &rules);
  return TRUE;
}

static gboolean
on_signal (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

/* A second one has nothing to do: the first rings for both. Without a bus there is nobody to ring
 * with, but the daily evaluation still is to be made. */
static void
on_name_lost (GDBusConnection *bus, const char *name, gpointer data)
{
  Daemon *daemon = data;

  if (bus != NULL)
    g_main_loop_quit (daemon->loop);
  else
    hf_reminder_engine_start (daemon->engine);
}

static void
on_name_acquired (GDBusConnection *bus, const char *name, gpointer data)
{
  Daemon *daemon = data;

  hf_reminder_engine_start (daemon->engine);
}

static int
run_loop (Daemon *daemon)
{
  guint terminate = 0;
  guint interrupt = 0;
  guint name;

  daemon->loop = g_main_loop_new (NULL, FALSE);
  terminate = g_unix_signal_add (SIGTERM, on_signal, daemon->loop);
  interrupt = g_unix_signal_add (SIGINT, on_signal, daemon->loop);
  name = g_bus_own_name (G_BUS_TYPE_SESSION, REMINDERS_ID, G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE,
                         NULL, on_name_acquired, on_name_lost, daemon, NULL);
  g_main_loop_run (daemon->loop);
  g_bus_unown_name (name);
  g_source_remove (terminate);
  g_source_remove (interrupt);
  g_main_loop_unref (daemon->loop);
  return 0;
}

static int
run (Daemon *daemon, GError **error)
{
  if (!make_engine (daemon, error))
    return 4;
  if (!daemon->once)
    return run_loop (daemon);
  return hf_reminder_engine_look (daemon->engine, error) ? 0 : 4;
}

/**
 * hf_reminders_main:
 *
 * Returns: the exit code: 0, 2 for wrong usage, 4 for trouble with the database
 */
int
hf_reminders_main (int argc, char *argv[])
{
  Daemon daemon = { 0 };
  g_autoptr (GError) error = NULL;
  int code = 2;

  hf_locale_init ();
  g_set_prgname ("huifang-reminders");
  if (parse_options (&daemon, argc, argv, &error))
    code = run (&daemon, &error);
  if (error != NULL)
    g_printerr ("huifang-reminders: %s\n", error->message);
  g_clear_object (&daemon.engine);
  g_free (daemon.database);
  g_free (daemon.now);
  return code;
}
