/* hf-card-form.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-form.h"

#include <glib/gi18n-lib.h>

#include "hf-card-run.h"
#include "hf-typed-day.h"

#define FEN_A_YUAN (100)

/**
 * HfCardForm:
 *
 * Labelled fields, what is wrong with them, a reason where a warning asks for one (PUR-2, PUR-3),
 * and the one blue button. What was keyed in stays until it is saved.
 */
struct _HfCardForm
{
  AdwBin parent_instance;

  GtkBox *fields;
  GtkBox *place; /* where the next field goes: among @fields, or behind “more” */
  GtkLabel *trouble;
  GtkWidget *reason_box;
  GtkEntry *reason;
  GtkWidget *save_button;

  HfAppContext *context;
  HfCardFormSave save;
  gpointer data;
  GDestroyNotify free_data;
};

G_DEFINE_FINAL_TYPE (HfCardForm, hf_card_form, ADW_TYPE_BIN)

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCardForm *self = HF_CARD_FORM (widget);

  if (gtk_widget_get_sensitive (self->save_button))
    self->save (self, self->data);
}

static void
on_entered (HfCardForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

static void
hf_card_form_dispose (GObject *object)
{
  HfCardForm *self = HF_CARD_FORM (object);

  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_card_form_parent_class)->dispose (object);
}

static void
hf_card_form_class_init (HfCardFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_card_form_dispose;
  gtk_widget_class_install_action (widget_class, "form.save", NULL, on_save);
}

static GtkWidget *
create_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
create_foot (HfCardForm *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Reason"));

  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->trouble, 0);
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "late");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  self->reason = GTK_ENTRY (gtk_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  self->reason_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (self->reason), TRUE);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (on_entered), self);
  gtk_box_append (GTK_BOX (self->reason_box), label);
  gtk_box_append (GTK_BOX (self->reason_box), GTK_WIDGET (self->reason));
  gtk_widget_set_visible (self->reason_box, FALSE);
  self->save_button = gtk_button_new ();
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save_button), "form.save");
  gtk_widget_set_tooltip_text (self->save_button, "Ctrl+Return");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->trouble));
  gtk_box_append (GTK_BOX (foot), self->reason_box);
  gtk_box_append (GTK_BOX (foot), self->save_button);
  gtk_widget_add_css_class (foot, "foot");
  return foot;
}

/* Before a field of several lines takes it for a new line. */
static void
add_save_key (HfCardForm *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_named_action_new ("form.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
hf_card_form_init (HfCardForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->fields = self->place = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_margin_start (GTK_WIDGET (self->fields), 14);
  gtk_widget_set_margin_end (GTK_WIDGET (self->fields), 14);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->fields), 12);
  gtk_box_append (GTK_BOX (box), create_scrolled (GTK_WIDGET (self->fields)));
  gtk_box_append (GTK_BOX (box), create_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  add_save_key (self);
}

/**
 * hf_card_form_new:
 * @save_label: what the button says
 * @data: (transfer full): for @save
 */
HfCardForm *
hf_card_form_new (HfAppContext *context,
                  const char *save_label,
                  HfCardFormSave save,
                  gpointer data,
                  GDestroyNotify free_data)
{
  HfCardForm *self = g_object_new (HF_TYPE_CARD_FORM, NULL);

  self->context = g_object_ref (context);
  self->save = save;
  self->data = data;
  self->free_data = free_data;
  gtk_button_set_label (GTK_BUTTON (self->save_button), save_label);
  return self;
}

/**
 * hf_card_form_add:
 * @label: (nullable): %NULL where the widget says it
 * @widget: (transfer floating): the field below the label, which names it for a screen reader, too
 */
void
hf_card_form_add (HfCardForm *self, const char *label, GtkWidget *widget)
{
  GtkWidget *title;

  g_return_if_fail (HF_IS_CARD_FORM (self));

  if (label == NULL)
    {
      gtk_box_append (self->fields, widget);
      return;
    }
  title = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "hf-small");
  gtk_widget_add_css_class (title, "dim");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_box_append (self->place, title);
  gtk_box_append (self->place, widget);
}

/**
 * hf_card_form_add_entry:
 * @hint: (nullable): how to write it
 *
 * Returns: (transfer none): a #GtkEntry
 */
GtkWidget *
hf_card_form_add_entry (HfCardForm *self, const char *label, const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_entered), self);
  hf_card_form_add (self, label, entry);
  return entry;
}

/**
 * hf_card_form_add_choice:
 * @choices: translated, ends with %NULL
 *
 * Returns: (transfer none): a #GtkDropDown
 */
GtkWidget *
hf_card_form_add_choice (HfCardForm *self, const char *label, const char *const *choices)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  hf_card_form_add (self, label, choice);
  return choice;
}

/**
 * hf_card_form_add_more:
 * @label: what the fields are about that are added from now on
 *
 * They stand behind an expander, so that what is keyed in each time stays short.
 */
void
hf_card_form_add_more (HfCardForm *self, const char *label)
{
  GtkWidget *expander = gtk_expander_new (label);

  g_return_if_fail (HF_IS_CARD_FORM (self));

  self->place = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_margin_start (GTK_WIDGET (self->place), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->place), 6);
  gtk_widget_set_margin_top (expander, 6);
  /* GTK does not name it by its label. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), GTK_WIDGET (self->place));
  gtk_box_append (self->fields, expander);
}

HfAppContext *
hf_card_form_get_context (HfCardForm *self)
{
  g_return_val_if_fail (HF_IS_CARD_FORM (self), NULL);

  return self->context;
}

/**
 * hf_card_form_warn:
 *
 * What the form does can't be taken back: its button is red.
 */
void
hf_card_form_warn (HfCardForm *self)
{
  g_return_if_fail (HF_IS_CARD_FORM (self));

  gtk_widget_remove_css_class (self->save_button, "suggested-action");
  gtk_widget_add_css_class (self->save_button, "destructive-action");
}

/**
 * hf_card_form_get_reason:
 *
 * Returns: (transfer none): why it is done in spite of a warning, "" where nobody was warned
 */
const char *
hf_card_form_get_reason (HfCardForm *self)
{
  g_return_val_if_fail (HF_IS_CARD_FORM (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

/**
 * hf_card_form_tell:
 * @error: (nullable): %NULL takes away what was said before
 */
void
hf_card_form_tell (HfCardForm *self, const GError *error)
{
  g_return_if_fail (HF_IS_CARD_FORM (self));

  hf_card_run_tell (self->trouble, error != NULL ? error->message : NULL);
  if (g_error_matches (error, HF_ERROR, HF_ERROR_WARNING))
    {
      gtk_widget_set_visible (self->reason_box, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
    }
}

static void
on_done (GObject *form, const GError *error)
{
  HfCardForm *self = HF_CARD_FORM (form);

  gtk_widget_set_sensitive (self->save_button, TRUE);
  hf_card_form_tell (self, error);
  if (error == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "card.close-form", NULL);
}

/**
 * hf_card_form_run:
 * @data: (transfer full): for @func
 *
 * Runs the command; closes the form once it is done.
 */
void
hf_card_form_run (
    HfCardForm *self, HfCommandFunc func, gpointer data, GDestroyNotify free_data, const char *said)
{
  g_return_if_fail (HF_IS_CARD_FORM (self));

  gtk_widget_set_sensitive (self->save_button, FALSE);
  hf_card_form_tell (self, NULL);
  hf_card_run_command (self->context, func, data, free_data, said, self, on_done);
}

/**
 * hf_card_form_read_day:
 * @day: (out): %HF_DAY_NONE when the entry is empty
 */
gboolean
hf_card_form_read_day (GtkWidget *entry, HfDay *day, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  *day = HF_DAY_NONE;
  return *text == '\0' || hf_typed_day_parse (text, day, error);
}

/**
 * hf_card_form_read_money:
 * @fen: (out): "198", "198.5" or "198.50" yuan; -1 when the entry is empty
 */
gboolean
hf_card_form_read_money (GtkWidget *entry, gint64 *fen, GError **error)
{
  const guint64 most_yuan = 10000000;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);
  guint64 yuan = 0;
  guint64 cents = 0;

  *fen = -1;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (parts[0], 10, 0, most_yuan, &yuan, NULL) ||
      (parts[1] != NULL && !g_ascii_string_to_unsigned (parts[1], 10, 0, 99, &cents, NULL)))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("“%s” is no amount of money. Write 198 or 198.50."), text);
      return FALSE;
    }
  if (parts[1] != NULL && parts[1][1] == '\0')
    cents *= 10;
  *fen = (gint64) (yuan * FEN_A_YUAN + cents);
  return TRUE;
}
