/* hf-card-value.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-value.h"

#include <glib/gi18n-lib.h>

#include "hf-card-run.h"
#include "hf-phone.h"

/**
 * HfCardValue:
 *
 * Shows one value of a customer card. A click on it, or Enter on its pencil, puts an entry in its
 * place; Enter or leaving saves, Escape puts back what was there. What was refused stays in the
 * entry, with the reason below it; a phone number can be moved to where it belongs (PHONE-2).
 */
struct _HfCardValue
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *value;
  GtkLabel *below;
  GtkEntry *entry;
  GtkDropDown *choice; /* (nullable): instead of the entry */
  GtkLabel *trouble;
  GtkWidget *move;
  GtkWidget *pencil;

  HfAppContext *context;
  gint64 customer;
  char *field;
  char *label;
  char *text;
  const HfCardOption *options;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (HfCardValue, hf_card_value, ADW_TYPE_BIN)

static gboolean
is_editing (HfCardValue *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "edit") == 0;
}

static void
tell (HfCardValue *self, const char *text, gboolean can_move)
{
  hf_card_run_tell (self->trouble, text);
  gtk_widget_set_visible (self->move, can_move);
}

static void
stop_editing (HfCardValue *self)
{
  tell (self, NULL, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "show");
  gtk_widget_set_visible (self->pencil, TRUE);
}

static gboolean
has_focus (HfCardValue *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
on_saved (GObject *form, const GError *error)
{
  HfCardValue *self = HF_CARD_VALUE (form);
  gboolean focused = has_focus (self);
  gsize start, length;

  self->busy = FALSE;
  if (error == NULL)
    {
      stop_editing (self);
      /* Tab goes on from here. */
      if (focused)
        gtk_widget_grab_focus (self->pencil);
    }
  else
    tell (self, error->message,
          hf_phone_find (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &start, &length));
}

/* @draft: (transfer full) */
static void
run (HfCardValue *self, HfCustomerDraft *draft)
{
  g_autofree char *said = g_strdup_printf (_ ("Saved: %s"), self->label);

  self->busy = TRUE;
  tell (self, NULL, FALSE);
  hf_card_run_draft (self->context, self->customer, draft, said, self, on_saved);
}

static void
save (HfCardValue *self, const char *text)
{
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autoptr (GError) error = NULL;

  if (self->busy || !is_editing (self))
    return;
  if (g_strcmp0 (text, self->text) == 0)
    stop_editing (self);
  else if (hf_customer_draft_set (draft, self->field, text, &error))
    run (self, g_steal_pointer (&draft));
  else
    on_saved (G_OBJECT (self), error);
}

static void
on_activate (HfCardValue *self)
{
  save (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
on_leave (HfCardValue *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    on_activate (self);
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint value,
        guint code,
        GdkModifierType modifiers,
        HfCardValue *self)
{
  if (value != GDK_KEY_Escape || !is_editing (self))
    return GDK_EVENT_PROPAGATE;
  stop_editing (self);
  gtk_widget_grab_focus (self->pencil);
  return GDK_EVENT_STOP;
}

static void
on_chosen (HfCardValue *self)
{
  guint chosen = gtk_drop_down_get_selected (self->choice);

  if (is_editing (self) && chosen != GTK_INVALID_LIST_POSITION)
    save (self, self->options[chosen].nick);
}

/* The number goes to the phone field, the rest stays here; one operation. */
static void
on_move (HfCardValue *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *rest = NULL;
  gsize start, length;

  if (self->busy || !hf_phone_find (text, &start, &length))
    return;
  number = g_strndup (text + start, length);
  rest = g_strdup_printf ("%.*s%s", (int) start, text, text + start + length);
  if (hf_customer_draft_set (draft, "phone", number, &error) &&
      hf_customer_draft_set (draft, self->field, g_strstrip (rest), &error))
    run (self, g_steal_pointer (&draft));
  else
    tell (self, error->message, FALSE);
}

static void
hf_card_value_dispose (GObject *object)
{
  HfCardValue *self = HF_CARD_VALUE (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (hf_card_value_parent_class)->dispose (object);
}

static void
hf_card_value_class_init (HfCardValueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_card_value_dispose;
}

static GtkWidget *
create_show_page (HfCardValue *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();

  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->value, 0);
  gtk_label_set_wrap (self->value, TRUE);
  gtk_label_set_wrap_mode (self->value, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->value, 4);
  gtk_label_set_ellipsize (self->value, PANGO_ELLIPSIZE_END);
  self->below = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->below, 0);
  gtk_label_set_wrap (self->below, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->below), "hf-small");
  gtk_widget_add_css_class (GTK_WIDGET (self->below), "dim");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->below));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (click, "released", G_CALLBACK (hf_card_value_edit), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  return box;
}

static GtkWidget *
create_edit_page (HfCardValue *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->trouble, 0);
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_label_set_wrap_mode (self->trouble, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "late");
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "hf-small");
  self->move = gtk_button_new_with_label (_ ("Move It to the Phone Field"));
  g_signal_connect_swapped (self->move, "clicked", G_CALLBACK (on_move), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->trouble));
  gtk_box_append (GTK_BOX (box), self->move);
  tell (self, NULL, FALSE);
  return box;
}

static void
hf_card_value_init (HfCardValue *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, create_show_page (self), "show");
  gtk_stack_add_named (self->stack, create_edit_page (self), "edit");
  self->pencil = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_add_css_class (self->pencil, "flat");
  gtk_widget_add_css_class (self->pencil, "hf-pencil");
  gtk_widget_set_valign (self->pencil, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->pencil, "clicked", G_CALLBACK (hf_card_value_edit), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hf-card-line");
}

/**
 * hf_card_value_new:
 * @icon: (nullable): beside the value
 * @field: of hf_customer_draft_set()
 * @label: what it is, for those who can't see the icon and for what a toast says
 */
GtkWidget *
hf_card_value_new (const char *icon, const char *field, const char *label)
{
  HfCardValue *self = g_object_new (HF_TYPE_CARD_VALUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *change = g_strdup_printf (_ ("Change: %s"), label);

  self->field = g_strdup (field);
  self->label = g_strdup (label);
  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_add_css_class (image, "dim");
      gtk_widget_set_tooltip_text (image, label);
      gtk_box_append (GTK_BOX (box), image);
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), self->pencil);
  gtk_widget_set_tooltip_text (self->pencil, change);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pencil), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  change, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_entry_set_placeholder_text (self->entry, label);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/**
 * hf_card_value_set_options:
 * @options: static: the value is one of these, chosen from a list
 */
void
hf_card_value_set_options (HfCardValue *self, const HfCardOption *options)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *box;

  g_return_if_fail (HF_IS_CARD_VALUE (self));

  self->options = options;
  for (guint i = 0; options[i].nick != NULL; i++)
    gtk_string_list_append (labels, _ (options[i].label));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label, -1);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (on_chosen), self);
  box = gtk_widget_get_parent (GTK_WIDGET (self->entry));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
  gtk_box_prepend (GTK_BOX (box), GTK_WIDGET (self->choice));
}

/**
 * hf_card_value_set_hint:
 * @hint: how to write it, shown in the empty entry
 */
void
hf_card_value_set_hint (HfCardValue *self, const char *hint)
{
  g_return_if_fail (HF_IS_CARD_VALUE (self));

  gtk_entry_set_placeholder_text (self->entry, hint);
}

/**
 * hf_card_value_set_centred:
 *
 * The value stands in the middle, as wide a room before it as the pencil takes behind it.
 */
void
hf_card_value_set_centred (HfCardValue *self)
{
  g_autoptr (GtkSizeGroup) widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_if_fail (HF_IS_CARD_VALUE (self));

  gtk_size_group_add_widget (widths, room);
  gtk_size_group_add_widget (widths, self->pencil);
  gtk_box_prepend (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), room);
  gtk_label_set_xalign (self->value, 0.5);
  gtk_label_set_justify (self->value, GTK_JUSTIFY_CENTER);
}

/**
 * hf_card_value_set_customer:
 *
 * Another customer's: what was being typed is given up.
 */
void
hf_card_value_set_customer (HfCardValue *self, HfAppContext *context, gint64 customer)
{
  g_return_if_fail (HF_IS_CARD_VALUE (self));

  g_set_object (&self->context, context);
  if (self->customer != customer && is_editing (self))
    stop_editing (self);
  self->customer = customer;
}

/**
 * hf_card_value_set_value:
 * @value: what is shown, "" for nothing yet
 * @below: (nullable): small, below it
 * @text: what the entry begins with, or the option's nick
 *
 * What is being typed stays.
 */
void
hf_card_value_set_value (HfCardValue *self, const char *value, const char *below, const char *text)
{
  gboolean empty = value == NULL || *value == '\0';

  g_return_if_fail (HF_IS_CARD_VALUE (self));

  gtk_label_set_label (self->value, empty ? self->label : value);
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim");
  gtk_label_set_label (self->below, below != NULL ? below : "");
  gtk_widget_set_visible (GTK_WIDGET (self->below), below != NULL && *below != '\0');
  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
}

static void
select_option (HfCardValue *self)
{
  for (guint i = 0; self->options[i].nick != NULL; i++)
    if (g_strcmp0 (self->options[i].nick, self->text) == 0)
      gtk_drop_down_set_selected (self->choice, i);
}

/**
 * hf_card_value_edit:
 *
 * Puts the entry in the value's place.
 */
void
hf_card_value_edit (HfCardValue *self)
{
  g_return_if_fail (HF_IS_CARD_VALUE (self));

  if (is_editing (self) || self->context == NULL)
    return;
  tell (self, NULL, FALSE);
  if (self->choice != NULL)
    select_option (self);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->text != NULL ? self->text : "");
  gtk_widget_set_visible (self->pencil, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "edit");
  gtk_widget_grab_focus (self->choice != NULL ? GTK_WIDGET (self->choice)
                                              : GTK_WIDGET (self->entry));
}
