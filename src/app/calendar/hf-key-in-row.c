/* hf-key-in-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-key-in-row.h"

#include <glib/gi18n-lib.h>

#include "hf-day-button.h"
#include "hf-note-entry.h"
#include "hf-visit-run.h"

#define NAME_WIDTH (150)
#define NOTE_WIDTH (260)
#define WEEK       (7)

/**
 * HfKeyInRow:
 *
 * One customer of the day: outcome, effect, note and what was promised, in the order of the sheet.
 * Recorded on its own; what could not be recorded stays as it was typed, with the reason under it.
 */
struct _HfKeyInRow
{
  AdwBin parent_instance;

  HfAppContext *context;
  gint64 customer;
  gint64 staff;
  HfMinute at; /* %HF_MINUTE_NONE: now */
  gboolean saving;
  gboolean saved;

  GtkWidget *fields;
  GtkDropDown *outcome;
  GtkDropDown *effect;
  HfNoteEntry *note;
  GtkEditable *promise;
  HfDayButton *promise_on;
  GtkWidget *save;
  GtkLabel *done;
  GtkLabel *trouble;
};

enum
{
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfKeyInRow, hf_key_in_row, ADW_TYPE_BIN)

/* What can come of a home visit, the first meaning that nothing was keyed in yet. */
static const HfOutcome outcomes[] = { HF_OUTCOME_REACHED, HF_OUTCOME_NOT_HOME, HF_OUTCOME_REFUSED };

static const char *
get_outcome_label (HfOutcome outcome)
{
  return outcome == HF_OUTCOME_REACHED ? _ ("Met")
                                       : hf_domain_get_label (HF_DOMAIN_OUTCOME, (int) outcome);
}

static void
set_trouble (HfKeyInRow *self, const char *text)
{
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
}

static void
show_state (HfKeyInRow *self)
{
  gboolean met = gtk_drop_down_get_selected (self->outcome) == 1;

  gtk_widget_set_sensitive (self->fields, !self->saved);
  gtk_widget_set_sensitive (GTK_WIDGET (self->effect), met);
  gtk_widget_set_sensitive (self->save, hf_key_in_row_is_filled (self) && !self->saving);
  gtk_widget_set_visible (self->save, !self->saved);
  gtk_widget_set_visible (GTK_WIDGET (self->done), self->saved);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
on_recorded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfKeyInRow) self = data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  self->saved = hf_visit_run_finish (HF_APP_CONTEXT (source), result, &error);
  if (self->context == NULL)
    return;
  set_trouble (self, self->saved ? NULL : error->message);
  show_state (self);
}

/* What the command would refuse, said while it can still be put right. */
static const char *
find_trouble (HfKeyInRow *self, const char *promise)
{
  g_autofree char *phone = hf_note_entry_dup_phone (self->note);

  if (phone != NULL)
    return _ ("A phone number stands in the note. It belongs on the card.");
  if (*promise != '\0' && hf_day_button_get_day (self->promise_on) == HF_DAY_NONE)
    return _ ("Say by when it is promised.");
  return NULL;
}

/**
 * hf_key_in_row_save:
 *
 * Records it, if something was keyed in.
 */
void
hf_key_in_row_save (HfKeyInRow *self)
{
  g_autofree char *note = g_strstrip (g_strdup (hf_note_entry_get_text (self->note)));
  g_autofree char *promise = g_strstrip (g_strdup (gtk_editable_get_text (self->promise)));
  const char *trouble = find_trouble (self, promise);
  g_autoptr (GArray) staff = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint effect = gtk_drop_down_get_selected (self->effect);
  HfVisitDraft draft;

  g_return_if_fail (HF_IS_KEY_IN_ROW (self));

  if (!hf_key_in_row_is_filled (self) || self->saving || self->saved)
    return;
  set_trouble (self, trouble);
  if (trouble != NULL)
    return;
  if (self->staff != 0)
    g_array_append_val (staff, self->staff);
  hf_visit_draft_init (&draft);
  draft.customer_id = self->customer;
  draft.channel = HF_CHANNEL_HOME;
  draft.outcome = outcomes[gtk_drop_down_get_selected (self->outcome) - 1];
  draft.at = self->at;
  draft.staff = staff->len > 0 ? staff : NULL;
  draft.effect = draft.outcome == HF_OUTCOME_REACHED && effect > 0 ? (int) effect - 1 : -1;
  draft.note = *note != '\0' ? note : NULL;
  draft.promise = *promise != '\0' ? promise : NULL;
  draft.promise_on = *promise != '\0' ? hf_day_button_get_day (self->promise_on) : HF_DAY_NONE;
  self->saving = TRUE;
  show_state (self);
  hf_visit_run_async (self->context, &draft, 0, on_recorded, g_object_ref (self));
}

static void
add_field (HfKeyInRow *self, GtkWidget *field, const char *name, gboolean wide)
{
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (field, wide);
  gtk_widget_set_tooltip_text (field, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->fields), field);
}

static void
add_name (HfKeyInRow *self, const HfDayVisit *visit, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_strdup_printf ("%u  %s", number, visit->brief->card->name);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *why = gtk_label_new (visit->brief->item->title);

  gtk_widget_add_css_class (label, "strong");
  gtk_widget_add_css_class (why, "hf-small");
  gtk_widget_add_css_class (why, "dim");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (why), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (why), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (box, NAME_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), why);
  gtk_box_append (GTK_BOX (self->fields), box);
}

static GtkWidget *
create_outcomes (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Outcome"));
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    gtk_string_list_append (names, get_outcome_label (outcomes[i]));
  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static GtkWidget *
create_effects (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Effect"));
  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_EFFECT); i++)
    gtk_string_list_append (names, hf_domain_get_label (HF_DOMAIN_EFFECT, (int) i));
  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static void
add_entries (HfKeyInRow *self, const HfWording *wording)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (self->context));

  self->outcome = GTK_DROP_DOWN (create_outcomes ());
  self->effect = GTK_DROP_DOWN (create_effects ());
  self->note = g_object_new (HF_TYPE_NOTE_ENTRY, "label", _ ("Note"), "placeholder-text",
                             _ ("What was said"), NULL);
  hf_note_entry_set_wording (self->note, wording);
  gtk_widget_set_size_request (GTK_WIDGET (self->note), NOTE_WIDTH, -1);
  self->promise = GTK_EDITABLE (gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->promise), _ ("Promised"));
  self->promise_on = g_object_new (HF_TYPE_DAY_BUTTON, "label", _ ("By"), NULL);
  hf_day_button_set_today (self->promise_on, today);
  hf_day_button_set_day (self->promise_on, today + WEEK);
  add_field (self, GTK_WIDGET (self->outcome), _ ("Outcome"), FALSE);
  add_field (self, GTK_WIDGET (self->effect), _ ("Effect"), FALSE);
  add_field (self, GTK_WIDGET (self->note), _ ("Note"), TRUE);
  add_field (self, GTK_WIDGET (self->promise), _ ("Promised"), FALSE);
  add_field (self, GTK_WIDGET (self->promise_on), _ ("Promised by"), FALSE);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                HfKeyInRow *self)
{
  if ((state & GDK_CONTROL_MASK) == 0 || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;
  hf_key_in_row_save (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
hf_key_in_row_dispose (GObject *object)
{
  g_clear_object (&HF_KEY_IN_ROW (object)->context);

  G_OBJECT_CLASS (hf_key_in_row_parent_class)->dispose (object);
}

static void
hf_key_in_row_class_init (HfKeyInRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_key_in_row_dispose;

  /**
   * HfKeyInRow::state-changed:
   *
   * Something was keyed in, recorded, or refused.
   */
  signals[STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_ends (HfKeyInRow *self)
{
  self->save = gtk_button_new_with_mnemonic (_ ("_Record"));
  self->done = GTK_LABEL (gtk_label_new (_ ("✓ Recorded")));
  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->done), "done");
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "late");
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "hf-small");
  gtk_label_set_xalign (self->trouble, 0);
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_widget_set_valign (self->save, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  gtk_box_append (GTK_BOX (self->fields), self->save);
  gtk_box_append (GTK_BOX (self->fields), GTK_WIDGET (self->done));
}

static void
hf_key_in_row_init (HfKeyInRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append (GTK_BOX (box), self->fields);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * hf_key_in_row_new:
 * @visit: of @sheet; not needed any longer afterwards
 * @wording: (nullable): which claims are marked in the note (TEXT-3); must outlive the row
 */
GtkWidget *
hf_key_in_row_new (HfAppContext *context,
                   const HfDaySheet *sheet,
                   const HfDayVisit *visit,
                   guint number,
                   const HfWording *wording)
{
  HfKeyInRow *self = g_object_new (HF_TYPE_KEY_IN_ROW, NULL);
  const HfWorkItem *item = visit->brief->item;
  HfMinute now = hf_app_context_get_now (context);

  self->context = g_object_ref (context);
  self->customer = item->customer_id;
  self->staff = sheet->staff_id;
  self->at = sheet->day == hf_minute_get_day (now) ? HF_MINUTE_NONE : item->due_at;
  add_name (self, visit, number);
  add_entries (self, wording);
  add_ends (self);
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->trouble));
  g_signal_connect_swapped (self->outcome, "notify::selected", G_CALLBACK (show_state), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (hf_key_in_row_save), self);
  show_state (self);
  return GTK_WIDGET (self);
}

/**
 * hf_key_in_row_is_filled:
 *
 * Returns: whether an outcome was chosen
 */
gboolean
hf_key_in_row_is_filled (HfKeyInRow *self)
{
  return gtk_drop_down_get_selected (self->outcome) > 0;
}

gboolean
hf_key_in_row_is_saved (HfKeyInRow *self)
{
  return self->saved;
}
