/* hf-note-entry.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-note-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-phone.h"

#define MAX_LENGTH (2000)

/**
 * HfNoteEntry:
 *
 * One line of free text. What looks like a phone number is underlined, with the offer to move it to
 * the phone field (PHONE-2); what claims a cure or a guarantee is underlined, with the reason
 * (TEXT-3). Both are said while somebody types, not only when it is too late.
 */
struct _HfNoteEntry
{
  AdwBin parent_instance;

  GtkEntry *entry;
  GtkWidget *phone_row;
  GtkLabel *claims;

  const HfWording *wording; /* of the form that owns this */
  gboolean has_claims;
  char *before; /* (nullable): with the number that was taken out last */
  char *after;  /* (nullable): without it */
  char *number; /* (nullable) */
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_PLACEHOLDER,
  N_PROPS
};

enum
{
  CHANGED,
  MOVE_PHONE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfNoteEntry, hf_note_entry, ADW_TYPE_BIN)

static void
underline (PangoAttrList *attributes, gsize start, gsize length)
{
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

  line->start_index = (guint) start;
  line->end_index = (guint) (start + length);
  pango_attr_list_insert (attributes, line);
}

static void
mark_claims (HfNoteEntry *self, const char *text, PangoAttrList *attributes)
{
  g_autoptr (GArray) marks = self->wording != NULL ? hf_wording_check (self->wording, text) : NULL;
  g_autofree char *why = marks != NULL ? hf_wording_describe (marks) : NULL;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const HfWordingMark *mark = &g_array_index (marks, HfWordingMark, i);

      underline (attributes, mark->start, mark->length);
    }
  self->has_claims = why != NULL;
  gtk_label_set_label (self->claims, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->claims), why != NULL);
}

static void
mark (HfNoteEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  PangoAttrList *attributes = pango_attr_list_new ();
  gsize start = 0;
  gsize length = 0;
  gboolean phone = hf_phone_find (text, &start, &length);

  if (phone)
    underline (attributes, start, length);
  gtk_widget_set_visible (self->phone_row, phone);
  mark_claims (self, text, attributes);
  gtk_entry_set_attributes (self->entry, attributes);
  pango_attr_list_unref (attributes);
}

static void
on_text_changed (HfNoteEntry *self)
{
  mark (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_move_clicked (HfNoteEntry *self)
{
  g_signal_emit (self, signals[MOVE_PHONE], 0);
}

static void
hf_note_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfNoteEntry *self = HF_NOTE_ENTRY (object);

  if (id == PROP_PLACEHOLDER)
    gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
  else if (g_value_get_string (value) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
}

static void
forget_removed (HfNoteEntry *self)
{
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);
  g_clear_pointer (&self->number, g_free);
}

static void
hf_note_entry_finalize (GObject *object)
{
  forget_removed (HF_NOTE_ENTRY (object));

  G_OBJECT_CLASS (hf_note_entry_parent_class)->finalize (object);
}

static void
hf_note_entry_class_init (HfNoteEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_note_entry_finalize;
  G_OBJECT_CLASS (klass)->set_property = hf_note_entry_set_property;

  /**
   * HfNoteEntry:label:
   *
   * What the field is called by a screen reader.
   */
  properties[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_PLACEHOLDER] =
      g_param_spec_string ("placeholder-text", NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * HfNoteEntry::move-phone:
   *
   * The person wants the number on the card instead.
   */
  signals[MOVE_PHONE] = g_signal_new ("move-phone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "hf-small");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_phone_row (HfNoteEntry *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Move to the Phone Field"));

  gtk_widget_add_css_class (button, "hf-flatbtn");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_move_clicked), self);
  gtk_box_append (GTK_BOX (row), create_label (_ ("A phone number can't stand here."), "late"));
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_set_visible (row, FALSE);
  return row;
}

static void
hf_note_entry_init (HfNoteEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->phone_row = create_phone_row (self);
  self->claims = GTK_LABEL (create_label ("", "soon"));
  gtk_widget_set_visible (GTK_WIDGET (self->claims), FALSE);
  gtk_entry_set_max_length (self->entry, MAX_LENGTH);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_text_changed), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), self->phone_row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->claims));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * hf_note_entry_set_wording:
 * @wording: (nullable): outlives this field, or is taken away with %NULL before
 */
void
hf_note_entry_set_wording (HfNoteEntry *self, const HfWording *wording)
{
  g_return_if_fail (HF_IS_NOTE_ENTRY (self));

  self->wording = wording;
}

const char *
hf_note_entry_get_text (HfNoteEntry *self)
{
  g_return_val_if_fail (HF_IS_NOTE_ENTRY (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * hf_note_entry_set_text:
 * @text: another text, perhaps about another customer; nothing is put back into it
 */
void
hf_note_entry_set_text (HfNoteEntry *self, const char *text)
{
  g_return_if_fail (HF_IS_NOTE_ENTRY (self));

  forget_removed (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/**
 * hf_note_entry_has_claims:
 *
 * Whether something in it is marked (TEXT-3).
 */
gboolean
hf_note_entry_has_claims (HfNoteEntry *self)
{
  g_return_val_if_fail (HF_IS_NOTE_ENTRY (self), FALSE);

  return self->has_claims;
}

/**
 * hf_note_entry_dup_phone:
 *
 * Returns: (transfer full) (nullable): the first number in the text, as it was typed
 */
char *
hf_note_entry_dup_phone (HfNoteEntry *self)
{
  const char *text = hf_note_entry_get_text (self);
  gsize start = 0;
  gsize length = 0;

  return hf_phone_find (text, &start, &length) ? g_strndup (text + start, length) : NULL;
}

/**
 * hf_note_entry_remove_phone:
 *
 * Takes the first number out of the text.
 */
void
hf_note_entry_remove_phone (HfNoteEntry *self)
{
  const char *text = hf_note_entry_get_text (self);
  gsize start = 0;
  gsize length = 0;
  g_autoptr (GString) rest = g_string_new (text);

  if (!hf_phone_find (text, &start, &length))
    return;
  forget_removed (self);
  self->before = g_strdup (text);
  self->number = g_strndup (text + start, length);
  g_string_erase (rest, (gssize) start, (gssize) length);
  self->after = g_strdup (g_strchomp (rest->str));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->after);
}

/**
 * hf_note_entry_put_back:
 *
 * The number that was taken out stands in the text again, which may have grown meanwhile.
 */
void
hf_note_entry_put_back (HfNoteEntry *self)
{
  const char *text;
  g_autofree char *whole = NULL;

  g_return_if_fail (HF_IS_NOTE_ENTRY (self));

  text = hf_note_entry_get_text (self);
  if (self->number == NULL)
    return;
  whole = g_str_has_prefix (text, self->after)
              ? g_strconcat (self->before, text + strlen (self->after), NULL)
              : g_strdup_printf ("%s %s", text, self->number);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), whole);
  forget_removed (self);
}
