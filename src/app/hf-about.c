/* hf-about.c: what newer libadwaita calls by other names, in one place
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hf-application.h"

/**
 * hf_about_show:
 *
 * Says what the program is and under which licence.
 */
void
hf_about_show (GtkWindow *parent)
{
  const char *developers[] = { "The Huifang authors", NULL };

  adw_show_about_window (
      parent, "application-name", g_get_application_name (), "application-icon", HF_APPLICATION_ID,
      "version", HF_VERSION, "developers", developers, "developer-name", _ ("The Huifang authors"),
      "copyright", "© 2026 The Huifang authors", "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("The memory of a branch office that looks after its customers"), NULL);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  if (g_strcmp0 (response, "copy") == 0)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)),
                            g_object_get_data (G_OBJECT (dialog), "details"));
}

/* Only looked at when somebody asks for it. */
static GtkWidget *
create_details (const char *text)
{
  GtkWidget *expander = gtk_expander_new (_ ("Details"));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "hf-small");
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  return expander;
}

/**
 * hf_about_show_error:
 * @error: its first line is for the person, the rest is technical
 */
void
hf_about_show_error (GtkWindow *parent, const GError *error)
{
  g_auto (GStrv) parts = g_strsplit (error->message, "\n", 2);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("That Did Not Work"), parts[0]);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  if (parts[0] != NULL && parts[1] != NULL)
    {
      adw_message_dialog_set_extra_child (message, create_details (parts[1]));
      adw_message_dialog_add_response (message, "copy", _ ("_Copy Details"));
      g_object_set_data_full (G_OBJECT (dialog), "details", g_strdup (error->message), g_free);
    }
  adw_message_dialog_add_response (message, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (message, "close");
  adw_message_dialog_set_close_response (message, "close");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  HfFileFunc func;
  GObject *owner;
} Choice;

static void
on_file_chosen (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    choice->func (file, choice->owner);
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

/**
 * hf_about_choose_file:
 * @name: (nullable): what a new file is to be called; %NULL to choose one that is there
 * @kind: what the files with @suffixes are called
 * @suffixes: (array zero-terminated=1): without dots
 * @owner: kept until the person has chosen
 *
 * Asks for a file; @func is called with @owner when one was chosen.
 */
void
hf_about_choose_file (GtkWindow *parent,
                      const char *name,
                      const char *kind,
                      const char *const *suffixes,
                      HfFileFunc func,
                      GObject *owner)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      NULL, parent, name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      NULL, NULL);
  g_autoptr (GtkFileFilter) filter = create_filter (kind, suffixes);
  g_autoptr (GtkFileFilter) all = create_filter (_ ("All files"), NULL);
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ func, g_object_ref (owner) };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_file_chosen), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
