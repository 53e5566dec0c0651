/* hf-dialog-file.c: choosing a file
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  HfFileFunc func;
  HfFileTickFunc tick; /* (nullable): instead of @func */
  GObject *owner;
} Choice;

#define TICK "tick"

static void
on_file_chosen (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      const char *ticked = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), TICK);

      if (choice->tick != NULL)
        choice->tick (file, g_strcmp0 (ticked, "true") == 0, choice->owner);
      else
        choice->func (file, choice->owner);
    }
  g_object_unref (choice->owner);
  g_free (choice);
  g_object_unref (dialog);
}

static GtkFileFilter *
create_filter (const char *name, const char *const *suffixes)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  return filter;
}

static GtkNativeDialog *
create_chooser (GtkWindow *parent,
                const char *name,
                const char *kind,
                const char *const *suffixes,
                const Choice *choice)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      NULL, parent, name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      NULL, NULL);
  g_autoptr (GtkFileFilter) filter = create_filter (kind, suffixes);
  g_autoptr (GtkFileFilter) all = create_filter (_ ("All files"), NULL);
  Choice *kept = g_memdup2 (choice, sizeof *choice);

  g_object_ref (kept->owner);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_file_chosen), kept);
  return GTK_NATIVE_DIALOG (dialog);
}

/**
 * hf_dialog_choose_file:
 * @name: (nullable): what a new file is to be called; %NULL to choose one that is there
 * @kind: what the files with @suffixes are called
 * @suffixes: (array zero-terminated=1): without dots
 * @owner: kept until the person has chosen
 *
 * Asks for a file; @func is called with @owner when one was chosen.
 */
void
hf_dialog_choose_file (GtkWindow *parent,
                       const char *name,
                       const char *kind,
                       const char *const *suffixes,
                       HfFileFunc func,
                       GObject *owner)
{
  const Choice choice = { func, NULL, owner };

  gtk_native_dialog_show (create_chooser (parent, name, kind, suffixes, &choice));
}

/**
 * hf_dialog_choose_new_file:
 * @tick: what the person may wish beside
 *
 * As hf_dialog_choose_file(), with something to tick.
 */
void
hf_dialog_choose_new_file (GtkWindow *parent,
                           const char *name,
                           const char *kind,
                           const char *const *suffixes,
                           const char *tick,
                           HfFileTickFunc func,
                           GObject *owner)
{
  const Choice choice = { NULL, func, owner };
  GtkNativeDialog *dialog = create_chooser (parent, name, kind, suffixes, &choice);

  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (dialog), TICK, tick, NULL, NULL);
  gtk_native_dialog_show (dialog);
}
