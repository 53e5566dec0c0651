/* hf-application.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-application.h"

#include <glib/gi18n-lib.h>

#include "hf-app-resources.h"
#include "hf-db.h"
#include "hf-dialog.h"
#include "hf-locale.h"
#include "hf-window.h"

/**
 * HfApplication:
 *
 * One per session, started by the desktop over D-Bus too. `app.show-follow-up` opens a follow-up by
 * its id; a reminder's notification activates it, also while the program does not run.
 */
struct _HfApplication
{
  AdwApplication parent_instance;

  char *database;
  HfMinute fixed_now;
};

G_DEFINE_FINAL_TYPE (HfApplication, hf_application, ADW_TYPE_APPLICATION)

/* Each action with its keys; what belongs to a page is in the page. */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.show-page::today", { "<Control>1" } },
  { "win.show-page::customers", { "<Control>2" } },
  { "win.show-page::calendar", { "<Control>3" } },
  { "win.show-page::complaints", { "<Control>4" } },
  { "win.show-page::events", { "<Control>5" } },
  { "win.back", { "<Alt>Left" } },
  { "win.import", { "<Control>i" } },
  { "win.show-duplicates", { "<Control><Shift>d" } },
  { "win.find", { "<Control>k", "<Control>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.show-shortcuts", { "<Control>question", "F1" } },
  { "win.menu", { "F10" } },
};

static HfWindow *
get_window (HfApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *at = windows; at != NULL; at = at->next)
    if (HF_IS_WINDOW (at->data))
      return at->data;
  return hf_window_new (GTK_APPLICATION (self), self->database, self->fixed_now);
}

static void
on_show_follow_up (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfWindow *window = get_window (data);

  gtk_window_present (GTK_WINDOW (window));
  hf_window_show_follow_up (window, g_variant_get_int64 (parameter));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_dialog_show_about (GTK_WINDOW (get_window (data)));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *application = data;
  GtkWindow *window;

  /* Closing, rather than quitting, lets the window remember its size. */
  while ((window = gtk_application_get_active_window (application)) != NULL)
    gtk_window_close (window);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = on_about },
  { .name = "quit", .activate = on_quit },
  { .name = "show-follow-up", .activate = on_show_follow_up, .parameter_type = "x" },
};

static gboolean
read_now (HfApplication *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || hf_minute_parse (text, &self->fixed_now, &error))
    return TRUE;
  g_printerr ("huifang: %s\n", error->message);
  return FALSE;
}

static int
hf_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  HfApplication *self = HF_APPLICATION (application);
  const char *database = g_getenv ("HUIFANG_DATABASE");
  const char *now = g_getenv ("HUIFANG_NOW");

  g_variant_dict_lookup (options, "database", "^&ay", &database);
  g_variant_dict_lookup (options, "now", "&s", &now);
  self->database =
      database != NULL ? g_canonicalize_filename (database, NULL) : hf_db_dup_default_path ();
  return read_now (self, now) ? -1 : EXIT_FAILURE;
}

static void
hf_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (hf_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (HF_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char *const *) accels[i].keys);
}

static void
hf_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (HF_APPLICATION (application))));
}

/* A table that was opened with the program, from a file manager or a terminal. */
static void
hf_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  HfWindow *window = get_window (HF_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  if (n_files > 0)
    hf_window_import (window, files[0]);
}

static void
hf_application_finalize (GObject *object)
{
  g_free (HF_APPLICATION (object)->database);

  G_OBJECT_CLASS (hf_application_parent_class)->finalize (object);
}

static void
hf_application_class_init (HfApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_application_finalize;
  application_class->handle_local_options = hf_application_handle_local_options;
  application_class->startup = hf_application_startup;
  application_class->activate = hf_application_activate;
  application_class->open = hf_application_open;
}

static void
hf_application_init (HfApplication *self)
{
  static const GOptionEntry options[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("The branch's database, if not the usual one"), N_ ("FILE") },
    { "now", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { NULL },
  };

  self->fixed_now = HF_MINUTE_NONE;
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

HfApplication *
hf_application_new (void)
{
  g_resources_register (hf_app_get_resource ());
  return g_object_new (HF_TYPE_APPLICATION, "application-id", HF_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/huifang/Huifang",
                       NULL);
}

/**
 * hf_application_run:
 *
 * The whole program.
 *
 * Returns: its exit status
 */
int
hf_application_run (int argc, char *argv[])
{
  g_autoptr (HfApplication) application = NULL;

  hf_locale_init ();
  g_set_application_name (_ ("Huifang"));
  application = hf_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
