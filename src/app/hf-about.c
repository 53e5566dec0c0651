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
