/* hf-card-rights.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-rights.h"

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-dialog.h"
#include "hf-record.h"

typedef struct
{
  gint64 customer;
  GtkWidget *format;
  GtkWidget *phones;
  GtkWidget *health;
  GtkWidget *name;
} Form;

typedef struct
{
  gint64 customer;
  HfRecordOptions options;
  char *text; /* the file's path, or the typed name */
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->text);
  g_free (wish);
}

static gpointer
export_record (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Wish *wish = data;

  return hf_command_export_record (db, actor, wish->customer, &wish->options, wish->text, error)
             ? wish
             : NULL;
}

static gpointer
erase (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Wish *wish = data;

  return hf_command_erase_customer (db, actor, wish->customer, wish->text, error) ? wish : NULL;
}

static void
add_button (GtkBox *box,
            const char *label,
            const char *below,
            const char *action,
            const char *target,
            const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *text = gtk_label_new (below);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (text, "hf-small");
  gtk_widget_add_css_class (text, "dim");
  gtk_box_append (box, button);
  gtk_box_append (box, text);
}

/**
 * hf_card_rights_new:
 *
 * Returns: (transfer floating): the ways to confirm, hand out and erase what is recorded
 */
GtkWidget *
hf_card_rights_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  add_button (GTK_BOX (box), _ ("The Data Are True"),
              _ ("You went through the card with the customer. Your name and the day are noted."),
              "card.verify", NULL, NULL);
  add_button (GTK_BOX (box), _ ("Export the Record…"),
              _ ("A file for the customer with all that is recorded. It is noted."),
              "card.show-form", "export", NULL);
  add_button (GTK_BOX (box), _ ("Erase…"),
              _ ("Removes the personal data for good, for managers. Correct what is wrong in its "
                 "place on the card."),
              "card.show-form", "erase", "destructive-action");
  return box;
}

static void
run_export (HfCardForm *widget, const char *path)
{
  Form *form = g_object_get_data (G_OBJECT (widget), "form");
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *said = g_strdup_printf (_ ("Saved as %s"), name);
  Wish *wish = g_new0 (Wish, 1);

  wish->customer = form->customer;
  wish->text = g_strdup (path);
  wish->options.json = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->format)) == 1;
  wish->options.full_phones = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->phones));
  wish->options.health = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->health));
  hf_card_form_run (widget, export_record, wish, wish_free, said);
}

static void
on_file_chosen (GFile *file, GObject *owner)
{
  HfCardForm *widget = HF_CARD_FORM (owner);
  g_autoptr (GError) error = NULL;

  if (g_file_peek_path (file) != NULL)
    {
      run_export (widget, g_file_peek_path (file));
      return;
    }
  g_set_error_literal (&error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("This place is not on this computer. Choose another one."));
  hf_card_form_tell (widget, error);
}

static void
on_export (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  gboolean json = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->format)) == 1;
  const char *const suffixes[] = { json ? "json" : "html", NULL };

  hf_dialog_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (widget))),
                         json ? _ ("record.json") : _ ("record.html"), _ ("Record"), suffixes,
                         on_file_chosen, G_OBJECT (widget));
}

static Form *
form_new (gint64 customer)
{
  Form *form = g_new0 (Form, 1);

  form->customer = customer;
  return form;
}

/**
 * hf_card_export_new:
 *
 * Returns: (transfer floating): what the file is to hold
 */
GtkWidget *
hf_card_export_new (HfAppContext *context, gint64 customer)
{
  const char *formats[] = { _ ("page to read (HTML)"), _ ("for programs (JSON)"), NULL };
  Form *form = form_new (customer);
  HfCardForm *widget = hf_card_form_new (context, _ ("Choose the File…"), on_export, form, g_free);

  g_object_set_data (G_OBJECT (widget), "form", form);
  form->format = hf_card_form_add_choice (widget, _ ("File"), formats);
  form->phones = gtk_check_button_new_with_label (_ ("Phone numbers in full (managers)"));
  hf_card_form_add (widget, _ ("Phone numbers"), form->phones);
  form->health = gtk_check_button_new_with_label (_ ("With health data"));
  hf_card_form_add (widget, _ ("Health"), form->health);
  return GTK_WIDGET (widget);
}

static void
on_erase (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  Wish *wish = g_new0 (Wish, 1);

  wish->customer = form->customer;
  wish->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->name)));
  hf_card_form_run (widget, erase, wish, wish_free, "");
}

/**
 * hf_card_erase_new:
 *
 * Returns: (transfer floating): asks for the name once more
 */
GtkWidget *
hf_card_erase_new (HfAppContext *context, gint64 customer)
{
  Form *form = form_new (customer);
  HfCardForm *widget = hf_card_form_new (context, _ ("Erase for Good"), on_erase, form, g_free);
  GtkWidget *text = gtk_label_new (
      _ ("Name, numbers, address, dates, family, health and all notes go, also from the history of "
         "changes. Counts of visits and purchases stay, without a name. Nothing can bring the data "
         "back, not even Undo; backups made before still hold them."));

  hf_card_form_warn (widget);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  hf_card_form_add (widget, NULL, text);
  form->name = hf_card_form_add_entry (widget, _ ("Write the customer’s name to confirm"), NULL);
  return GTK_WIDGET (widget);
}
