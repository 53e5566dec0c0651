/* hf-dialog.c: windows over the window; what newer libraries call by other names, in one place
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hf-application.h"

/**
 * hf_dialog_show_about:
 *
 * Says what the program is and under which licence.
 */
void
hf_dialog_show_about (GtkWindow *parent)
{
  const char *developers[] = { "The Huifang authors", NULL };

  adw_show_about_window (
      parent, "application-name", g_get_application_name (), "application-icon", HF_APPLICATION_ID,
      "version", HF_VERSION, "developers", developers, "developer-name", _ ("The Huifang authors"),
      "copyright", "© 2026 The Huifang authors", "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("The memory of a branch office that looks after its customers"), NULL);
}

#define TEXT_WIDTH  (520)
#define TEXT_HEIGHT (420)

/* What a dialog keeps until it goes. */
typedef struct
{
  HfDialogFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GtkLabel *trouble;
  char *running; /* (nullable): the answer whose command runs */
  gboolean keep;
  gboolean aside; /* hidden, since its command takes long */
} Dialog;

#define DIALOG_KEY "hf-dialog"

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self->running);
  g_free (self);
}

static Dialog *
get_dialog (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), DIALOG_KEY);
}

static gboolean
on_closing (gpointer data)
{
  Dialog *self = get_dialog (data);

  if (self->keep)
    self->keep = FALSE;
  else
    gtk_window_destroy (GTK_WINDOW (data));
  return G_SOURCE_REMOVE;
}

/* An answer closes the window before anybody hears of it: whether the window may go is known only
 * a moment later. */
static gboolean
on_close_request (GtkWindow *dialog, gpointer data)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_closing, g_object_ref (dialog), g_object_unref);
  return TRUE;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Dialog *self = get_dialog (GTK_WIDGET (dialog));

  if (g_strcmp0 (response, "close") == 0 || self->func == NULL)
    return;
  g_free (self->running);
  self->running = g_strdup (response);
  self->func (GTK_WIDGET (dialog), response, self->data);
}

static GtkWidget *
create_trouble (Dialog *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->trouble = GTK_LABEL (label);
  gtk_label_set_xalign (self->trouble, 0);
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_widget_add_css_class (label, "hf-small");
  gtk_widget_add_css_class (label, "late");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

/**
 * hf_dialog_new:
 * @parent: in the window over which it stands
 * @content: (nullable) (transfer floating): what is asked for
 * @close_label: what the button says that does nothing, with its mnemonic
 *
 * Returns: (transfer none): a dialog, to be shown with hf_dialog_ask()
 */
GtkWidget *
hf_dialog_new (GtkWidget *parent,
               const char *title,
               const char *body,
               GtkWidget *content,
               const char *close_label)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkWidget *dialog = adw_message_dialog_new (window, title, body);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  Dialog *self = g_new0 (Dialog, 1);

  g_object_set_data_full (G_OBJECT (dialog), DIALOG_KEY, self, dialog_free);
  if (content != NULL)
    gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), create_trouble (self));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", close_label);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect (dialog, "close-request", G_CALLBACK (on_close_request), NULL);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), NULL);
  return dialog;
}

void
hf_dialog_add_answer (GtkWidget *dialog, const char *id, const char *label)
{
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), id, label);
}

/**
 * hf_dialog_add_main_answer:
 *
 * The blue one, which Return presses.
 */
void
hf_dialog_add_main_answer (GtkWidget *dialog, const char *id, const char *label)
{
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_response (message, id, label);
  adw_message_dialog_set_response_appearance (message, id, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, id);
}

/**
 * hf_dialog_add_danger:
 *
 * The red one, for what cannot be taken back.
 */
void
hf_dialog_add_danger (GtkWidget *dialog, const char *id, const char *label)
{
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), id, label);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), id,
                                              ADW_RESPONSE_DESTRUCTIVE);
}

void
hf_dialog_set_title (GtkWidget *dialog, const char *title)
{
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), title);
}

void
hf_dialog_set_enabled (GtkWidget *dialog, const char *id, gboolean enabled)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), id, enabled);
}

/**
 * hf_dialog_tell:
 * @trouble: (nullable): what is wrong with what stands in the dialog; %NULL: nothing
 */
void
hf_dialog_tell (GtkWidget *dialog, const char *trouble)
{
  Dialog *self = get_dialog (dialog);

  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

/**
 * hf_dialog_keep:
 *
 * To be called by the #HfDialogFunc of @dialog: what stands in it won’t do, and it stays.
 */
void
hf_dialog_keep (GtkWidget *dialog, const char *trouble)
{
  get_dialog (dialog)->keep = TRUE;
  hf_dialog_tell (dialog, trouble);
}

/**
 * hf_dialog_ask:
 * @func: (nullable): told each answer but the one that closes; the dialog then goes, unless @func
 *   calls hf_dialog_run()
 * @data: (transfer full) (nullable): for @func, freed with @free_data when the dialog has gone
 */
void
hf_dialog_ask (GtkWidget *dialog, HfDialogFunc func, gpointer data, GDestroyNotify free_data)
{
  Dialog *self = get_dialog (dialog);

  self->func = func;
  self->data = data;
  self->free_data = free_data;
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is for the person stands in the dialog; what has details needs a window for them. */
static void
tell_error (GtkWidget *dialog, HfAppContext *context, const GError *error)
{
  if (!gtk_widget_get_visible (dialog) || strchr (error->message, '\n') != NULL)
    hf_app_context_complain (context, error);
  else
    hf_dialog_tell (dialog, error->message);
}

/* The first line is a toast, what follows is more than a toast can hold. */
static void
finish (GtkWidget *dialog, HfAppContext *context, const char *said)
{
  g_auto (GStrv) parts = g_strsplit (said, "\n", 2);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  hf_app_context_say (context, parts[0], TRUE, 0);
  if (parts[1] != NULL && parent != NULL)
    hf_dialog_show_text (GTK_WIDGET (parent), parts[0], NULL, parts[1]);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  HfAppContext *context = HF_APP_CONTEXT (source);
  g_autoptr (GtkWidget) dialog = data;
  Dialog *self = get_dialog (dialog);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = hf_app_context_run_finish (context, result, &error);

  if (said != NULL)
    finish (dialog, context, said);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      hf_app_context_say (context, error->message, FALSE, 0);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  else
    {
      if (self->aside)
        gtk_window_present (GTK_WINDOW (dialog));
      hf_dialog_set_enabled (dialog, self->running, TRUE);
      tell_error (dialog, context, error);
    }
}

/* What takes long is shown in the window, which can be used meanwhile. */
static void
on_progressed (HfRun *run, GtkWidget *dialog)
{
  get_dialog (dialog)->aside = TRUE;
  gtk_widget_set_visible (dialog, FALSE);
}

/**
 * hf_dialog_run:
 * @func: returns the sentence that says what it did, and perhaps lines that say more
 * @data: (transfer full): for @func, freed with @free_data
 *
 * To be called by the #HfDialogFunc of @dialog: runs a command and says what it did. What is
 * refused is said in the dialog, which stays with all that was written.
 */
void
hf_dialog_run (GtkWidget *dialog,
               HfAppContext *context,
               HfCommandFunc func,
               gpointer data,
               GDestroyNotify free_data)
{
  Dialog *self = get_dialog (dialog);
  HfRun *run;

  self->keep = TRUE;
  hf_dialog_tell (dialog, NULL);
  hf_dialog_set_enabled (dialog, self->running, FALSE);
  self->aside = FALSE;
  run = hf_app_context_run_async (context, func, data, free_data, g_free, on_run,
                                  g_object_ref (dialog));
  g_signal_connect_object (run, "progressed", G_CALLBACK (on_progressed), dialog, 0);
}

/**
 * hf_dialog_show_text:
 * @body: (nullable):
 * @text: to read or to copy, as long as it likes
 */
void
hf_dialog_show_text (GtkWidget *parent, const char *title, const char *body, const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_widget_set_size_request (scroller, TEXT_WIDTH, -1);
  hf_dialog_ask (hf_dialog_new (parent, title, body, scroller, _ ("_Close")), NULL, NULL, NULL);
}

/**
 * hf_dialog_create_grid:
 *
 * Returns: (transfer floating): for fields with their names before them
 */
GtkWidget *
hf_dialog_create_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  return grid;
}

/**
 * hf_dialog_add_field:
 * @name: stands before it, and is what a screen reader calls it
 *
 * Returns: (transfer none): @field
 */
GtkWidget *
hf_dialog_add_field (GtkWidget *grid, int row, const char *name, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (field, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), field, 1, row, 1, 1);
  return field;
}

static void
on_error_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (dialog), data);
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
 * hf_dialog_show_error:
 * @error: its first line is for the person, the rest is technical
 */
void
hf_dialog_show_error (GtkWindow *parent, const GError *error)
{
  g_auto (GStrv) parts = g_strsplit (error->message, "\n", 2);
  gboolean details = parts[0] != NULL && parts[1] != NULL;
  GtkWidget *dialog = hf_dialog_new (GTK_WIDGET (parent), _ ("That Did Not Work"), parts[0],
                                     details ? create_details (parts[1]) : NULL, _ ("_Close"));

  if (details)
    hf_dialog_add_answer (dialog, "copy", _ ("_Copy Details"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  hf_dialog_ask (dialog, on_error_answered, g_strdup (error->message), g_free);
}
