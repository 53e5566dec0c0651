/* hf-matter-form.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-matter-form.h"

#include "hf-card-run.h"

#define MARGIN   (14)
#define FORM_KEY "hf-matter-form"

typedef struct
{
  HfMatterSubmit submit;
  gpointer data;
  GDestroyNotify free_data;
  GtkLabel *trouble;
  GtkWidget *button;
  const char *kind; /* (nullable): static: of the case to show once it is made */
  gint64 created;   /* that case */
} Form;

static void
form_free (gpointer data)
{
  Form *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static Form *
get_form (gpointer widget)
{
  return g_object_get_data (widget, FORM_KEY);
}

static void
on_clicked (GtkWidget *form)
{
  get_form (form)->submit (form, get_form (form)->data);
}

static GtkWidget *
create_foot (GtkWidget *form, Form *self, const char *label)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_label_set_xalign (self->trouble, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "late");
  self->button = gtk_button_new_with_mnemonic (label);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_tooltip_text (self->button, "Ctrl+Return");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), form);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->trouble));
  gtk_box_append (GTK_BOX (foot), self->button);
  gtk_widget_add_css_class (foot, "foot");
  return foot;
}

static gboolean
on_save_key (GtkWidget *form, GVariant *args, gpointer data)
{
  if (gtk_widget_get_sensitive (get_form (form)->button))
    on_clicked (form);
  return TRUE;
}

/* As on the card: before a field takes the key for itself. */
static void
add_save_key (GtkWidget *form)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_callback_action_new (on_save_key, NULL, NULL)));
  gtk_widget_add_controller (form, keys);
}

/**
 * hf_matter_form_new:
 * @content: (transfer floating): the fields
 * @button: what the one button says, with its mnemonic
 * @data: (transfer full): for @submit, freed with @free_data
 *
 * Returns: (transfer floating):
 */
GtkWidget *
hf_matter_form_new (GtkWidget *content,
                    const char *button,
                    HfMatterSubmit submit,
                    gpointer data,
                    GDestroyNotify free_data)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  Form *self = g_new0 (Form, 1);

  *self = (Form){ .submit = submit, .data = data, .free_data = free_data };
  gtk_widget_set_margin_start (content, MARGIN);
  gtk_widget_set_margin_end (content, MARGIN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), content);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (form), scroll);
  gtk_box_append (GTK_BOX (form), create_foot (form, self, button));
  g_object_set_data_full (G_OBJECT (form), FORM_KEY, self, form_free);
  add_save_key (form);
  return form;
}

/**
 * hf_matter_form_tell:
 * @trouble: (nullable): what is wrong with what stands in the form
 */
void
hf_matter_form_tell (GtkWidget *form, const char *trouble)
{
  hf_card_run_tell (get_form (form)->trouble, trouble);
}

/* The window over which the form stood shows what was made. */
static void
finish (GtkWidget *form)
{
  Form *self = get_form (form);
  GtkRoot *root = gtk_widget_get_root (form);
  GtkWindow *parent =
      GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (parent != NULL && self->kind != NULL && self->created != 0)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-case", "(sx)", self->kind,
                                self->created);
  gtk_widget_activate_action (form, "card.close-form", NULL);
}

static void
on_done (GObject *form, const GError *error)
{
  gtk_widget_set_sensitive (get_form (form)->button, TRUE);
  if (error != NULL)
    hf_matter_form_tell (GTK_WIDGET (form), error->message);
  else
    finish (GTK_WIDGET (form));
}

/**
 * hf_matter_form_show_created:
 * @kind: static: as of #HfCaseLink
 *
 * Once the command is done, the case that it made is shown.
 *
 * Returns: (transfer none): where the command puts its id; the form outlives the command
 */
gint64 *
hf_matter_form_show_created (GtkWidget *form, const char *kind)
{
  Form *self = get_form (form);

  self->kind = kind;
  self->created = 0;
  return &self->created;
}

/**
 * hf_matter_form_run:
 * @data: (transfer full): for @func, freed with @free_data
 * @said: says what was done
 *
 * Runs a command; the form closes when it is done, and keeps its texts when it is refused.
 */
void
hf_matter_form_run (GtkWidget *form,
                    HfAppContext *context,
                    HfCommandFunc func,
                    gpointer data,
                    GDestroyNotify free_data,
                    const char *said)
{
  hf_matter_form_tell (form, NULL);
  gtk_widget_set_sensitive (get_form (form)->button, FALSE);
  hf_card_run_command (context, func, data, free_data, said, form, on_done);
}
