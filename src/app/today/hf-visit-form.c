/* hf-visit-form.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-form.h"

#include <glib/gi18n-lib.h>

#include "hf-adverse-dialog.h"
#include "hf-call-again.h"
#include "hf-card-run.h"
#include "hf-day-button.h"
#include "hf-note-entry.h"
#include "hf-outcome-keys.h"
#include "hf-texts.h"
#include "hf-visit-details.h"
#include "hf-visit-drafts.h"
#include "hf-visit-run.h"

#define N_OUTCOMES HF_N_OUTCOME_KEYS
#define N_EFFECTS  (4)

/**
 * HfVisitForm:
 *
 * The foot of the visit panel: outcome, effect, details, note, promise, and the one blue button.
 * Its wording of what comes next is what the plan asks for once the customer was reached. Refusals
 * are told below the field, and what was keyed in stays: also when another line is looked at
 * meanwhile.
 */
struct _HfVisitForm
{
  AdwBin parent_instance;

  GtkToggleButton *outcomes[N_OUTCOMES];
  GtkToggleButton *effects[N_EFFECTS];
  HfCallAgain *later;
  GtkWidget *effect_box;
  HfVisitDetails *details;
  GtkLabel *adverse;
  HfNoteEntry *note;
  HfNoteEntry *promise;
  HfDayButton *promise_day;
  GtkLabel *trouble;
  GtkLabel *next;
  GtkButton *record;
  GtkLabel *record_label;

  HfAppContext *context;
  gint64 follow_up;
  gint64 customer;
  char *customer_name;
  gboolean busy;
  struct
  {
    gint64 follow_up;
    gint64 customer;
    char *name;
    gboolean adverse;
  } recording;         /* while busy: somebody may have gone on to another line */
  gboolean confirming; /* the next press saves what is marked, too (TEXT-3) */
  char *next_text;
  HfWording *wording;
  HfVisitDrafts *drafts;
};

enum
{
  BEGUN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfVisitForm, hf_visit_form, ADW_TYPE_BIN)

static int
get_chosen (GtkToggleButton **buttons, guint n)
{
  for (guint i = 0; i < n; i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      return (int) i;
  return -1;
}

static void
show_outcomes (HfVisitForm *self)
{
  HfChannel channel = hf_visit_details_get_channel (self->details);

  for (guint i = 0; i < N_OUTCOMES; i++)
    hf_outcome_keys_show (channel, i, GTK_BUTTON (self->outcomes[i]));
}

static gboolean
has_claims (HfVisitForm *self)
{
  return hf_note_entry_has_claims (self->note) || hf_note_entry_has_claims (self->promise);
}

/* Only what was said in a talk can be asked for after one. */
static void
show_what_fits (HfVisitForm *self)
{
  int chosen = get_chosen (self->outcomes, N_OUTCOMES);
  gboolean reached = chosen == 0;
  gboolean adverse = reached && gtk_toggle_button_get_active (self->effects[HF_EFFECT_ADVERSE]);
  /* With an adverse reaction the plans pause, and an expert is asked (COMP-6). */
  const char *next = adverse ? _ ("Next: an expert, today") : self->next_text;

  self->confirming = self->confirming && has_claims (self);
  gtk_widget_set_sensitive (self->effect_box, reached);
  gtk_widget_set_visible (GTK_WIDGET (self->adverse), adverse);
  gtk_widget_set_visible (GTK_WIDGET (self->later), chosen == 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->record), chosen >= 0 && !self->busy);
  gtk_label_set_label (self->record_label, self->confirming ? _ ("Record Anyway") : _ ("Record"));
  gtk_label_set_label (self->next, reached && next != NULL ? next : "");
  gtk_widget_set_visible (GTK_WIDGET (self->next), reached && next != NULL);
  g_signal_emit (self, signals[BEGUN], 0);
}

/* Other outcomes fit: what was chosen of the first two means the same by each channel. */
static void
on_channel_changed (HfVisitForm *self)
{
  HfChannel channel = hf_visit_details_get_channel (self->details);
  int chosen = get_chosen (self->outcomes, N_OUTCOMES);

  if (chosen > 1 && (guint) chosen >= hf_outcome_keys_get_n (channel))
    gtk_toggle_button_set_active (self->outcomes[chosen], FALSE);
  show_outcomes (self);
  show_what_fits (self);
}

static void
reset (HfVisitForm *self, HfChannel channel)
{
  for (guint i = 0; i < N_OUTCOMES; i++)
    gtk_toggle_button_set_active (self->outcomes[i], FALSE);
  for (guint i = 0; i < N_EFFECTS; i++)
    gtk_toggle_button_set_active (self->effects[i], FALSE);
  hf_visit_details_reset (self->details, channel);
  hf_note_entry_set_text (self->note, "");
  hf_note_entry_set_text (self->promise, "");
  hf_day_button_set_day (self->promise_day, HF_DAY_NONE);
  self->confirming = FALSE;
  hf_card_run_tell (self->trouble, NULL);
}

/* Who comes back to the line finds it as it was. */
static void
keep_draft (HfVisitForm *self)
{
  const HfVisitText text = { (char *) hf_note_entry_get_text (self->note),
                             (char *) hf_note_entry_get_text (self->promise),
                             hf_day_button_get_day (self->promise_day) };

  if (self->follow_up != 0)
    hf_visit_drafts_keep (self->drafts, self->follow_up,
                          hf_visit_form_is_dirty (self) ? &text : NULL);
}

static void
restore_draft (HfVisitForm *self, gint64 follow_up)
{
  const HfVisitText *text = hf_visit_drafts_find (self->drafts, follow_up);

  if (text == NULL)
    return;
  hf_note_entry_set_text (self->note, text->note);
  hf_note_entry_set_text (self->promise, text->promise);
  hf_day_button_set_day (self->promise_day, text->promise_on);
}

static void
end_recording (HfVisitForm *self)
{
  if (self->recording.adverse)
    hf_adverse_dialog_show (GTK_WIDGET (self), self->context, self->recording.customer,
                            self->recording.name);
  hf_visit_drafts_keep (self->drafts, self->recording.follow_up, NULL);
  if (self->follow_up != self->recording.follow_up)
    return;
  reset (self, hf_visit_details_get_channel (self->details));
  gtk_widget_activate_action (GTK_WIDGET (self), "today.next", NULL);
}

static void
on_recorded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfVisitForm) self = data;
  g_autoptr (GError) error = NULL;
  gboolean recorded = hf_visit_run_finish (HF_APP_CONTEXT (source), result, &error);

  self->busy = FALSE;
  /* The window may be gone by now. */
  if (!recorded && (self->context == NULL || self->follow_up != self->recording.follow_up))
    hf_app_context_complain (HF_APP_CONTEXT (source), error);
  else if (!recorded)
    hf_card_run_tell (self->trouble, error->message);
  else if (self->context != NULL)
    end_recording (self);
  if (self->context != NULL)
    show_what_fits (self);
}

static void
run (HfVisitForm *self, const HfVisitDraft *draft)
{
  self->recording.follow_up = self->follow_up;
  self->recording.customer = self->customer;
  g_free (self->recording.name);
  self->recording.name = g_strdup (self->customer_name);
  self->recording.adverse = draft->effect == HF_EFFECT_ADVERSE;
  self->busy = TRUE;
  hf_visit_run_async (self->context, draft, self->follow_up, on_recorded, g_object_ref (self));
}

static void
on_move_phone (HfNoteEntry *entry, HfVisitForm *self)
{
  hf_visit_move_phone (self->context, self->customer, entry);
}

/* What was wrong may be right now. */
static void
on_text_changed (HfVisitForm *self)
{
  hf_card_run_tell (self->trouble, NULL);
  show_what_fits (self);
}

static void
on_record_clicked (HfVisitForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "today.record", NULL);
}

static void
hf_visit_form_dispose (GObject *object)
{
  HfVisitForm *self = HF_VISIT_FORM (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->next_text, g_free);
  g_clear_pointer (&self->customer_name, g_free);
  g_clear_pointer (&self->recording.name, g_free);
  g_clear_pointer (&self->drafts, hf_visit_drafts_free);
  if (self->note != NULL)
    hf_note_entry_set_wording (self->note, NULL);
  if (self->promise != NULL)
    hf_note_entry_set_wording (self->promise, NULL);
  g_clear_pointer (&self->wording, hf_wording_free);

  G_OBJECT_CLASS (hf_visit_form_parent_class)->dispose (object);
}

static void
bind_numbered (GtkWidgetClass *widget_class, const char *stem, guint n, gssize offset)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%u", stem, i + 1);

      gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (name), FALSE,
                                                 offset + (gssize) (i * sizeof (gpointer)));
    }
}

static void
hf_visit_form_class_init (HfVisitFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_visit_form_dispose;
  g_type_ensure (HF_TYPE_CALL_AGAIN);
  g_type_ensure (HF_TYPE_DAY_BUTTON);
  g_type_ensure (HF_TYPE_NOTE_ENTRY);
  g_type_ensure (HF_TYPE_VISIT_DETAILS);

  /**
   * HfVisitForm::begun:
   *
   * An outcome was chosen, or no longer is.
   */
  signals[BEGUN] = g_signal_new ("begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/today/hf-visit-form.ui");
  bind_numbered (widget_class, "outcome", N_OUTCOMES, G_STRUCT_OFFSET (HfVisitForm, outcomes));
  bind_numbered (widget_class, "effect", N_EFFECTS, G_STRUCT_OFFSET (HfVisitForm, effects));
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, later);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, effect_box);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, details);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, adverse);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, record_label);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, note);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, promise);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, promise_day);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, trouble);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, next);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, record);
  gtk_widget_class_bind_template_callback (widget_class, on_channel_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_move_phone);
  gtk_widget_class_bind_template_callback (widget_class, on_record_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, show_what_fits);
}

static void
hf_visit_form_init (HfVisitForm *self)
{
  self->drafts = hf_visit_drafts_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_EFFECTS; i++)
    gtk_button_set_label (GTK_BUTTON (self->effects[i]), hf_domain_get_label (HF_DOMAIN_EFFECT, i));
}

void
hf_visit_form_set_context (HfVisitForm *self, HfAppContext *context)
{
  HfWording *wording;

  g_return_if_fail (HF_IS_VISIT_FORM (self));

  g_set_object (&self->context, context);
  hf_visit_details_set_context (self->details, context);
  wording = hf_texts_load_wording (hf_app_context_get_reader (context), NULL);
  hf_note_entry_set_wording (self->note, wording);
  hf_note_entry_set_wording (self->promise, wording);
  g_clear_pointer (&self->wording, hf_wording_free);
  self->wording = wording;
}

gboolean
hf_visit_form_is_begun (HfVisitForm *self)
{
  g_return_val_if_fail (HF_IS_VISIT_FORM (self), FALSE);

  return get_chosen (self->outcomes, N_OUTCOMES) >= 0;
}

/**
 * hf_visit_form_is_dirty:
 *
 * Whether somebody wrote something that is not recorded yet.
 */
gboolean
hf_visit_form_is_dirty (HfVisitForm *self)
{
  g_return_val_if_fail (HF_IS_VISIT_FORM (self), FALSE);

  return *hf_note_entry_get_text (self->note) != '\0' ||
         *hf_note_entry_get_text (self->promise) != '\0';
}

/**
 * hf_visit_form_set_brief:
 *
 * Another customer's, or the same one's, read anew: then what was keyed in stays.
 */
void
hf_visit_form_set_brief (HfVisitForm *self, const HfBrief *brief)
{
  HfDay today;

  g_return_if_fail (HF_IS_VISIT_FORM (self));

  today = hf_minute_get_day (hf_app_context_get_now (self->context));
  g_free (self->next_text);
  self->next_text = hf_visit_format_next (self->context, &brief->next);
  hf_day_button_set_today (self->promise_day, today);
  if (self->follow_up != brief->item->id)
    {
      keep_draft (self);
      reset (self, brief->item->channel);
      hf_call_again_reset (self->later, today);
      restore_draft (self, brief->item->id);
      show_outcomes (self);
    }
  self->follow_up = brief->item->id;
  self->customer = brief->item->customer_id;
  g_free (self->customer_name);
  self->customer_name = g_strdup (brief->item->customer);
  show_what_fits (self);
}

/**
 * hf_visit_form_begin_call:
 *
 * The number was dialled: from now on the time runs (VISIT-1).
 */
void
hf_visit_form_begin_call (HfVisitForm *self)
{
  g_return_if_fail (HF_IS_VISIT_FORM (self));

  hf_visit_details_begin_call (self->details);
}

/**
 * hf_visit_form_set_channel:
 *
 * Another way is tried, such as a message after two calls (VISIT-5).
 */
void
hf_visit_form_set_channel (HfVisitForm *self, HfChannel channel)
{
  g_return_if_fail (HF_IS_VISIT_FORM (self));

  hf_visit_details_set_channel (self->details, channel);
}

/**
 * hf_visit_form_choose_outcome:
 * @number: 1 to 7, as the keys
 */
void
hf_visit_form_choose_outcome (HfVisitForm *self, guint number)
{
  g_return_if_fail (HF_IS_VISIT_FORM (self));

  if (number >= 1 && number <= hf_outcome_keys_get_n (hf_visit_details_get_channel (self->details)))
    gtk_toggle_button_set_active (self->outcomes[number - 1], TRUE);
}

static gboolean
fill_draft (HfVisitForm *self, HfVisitDraft *draft, guint chosen, GError **error)
{
  const char *promise = hf_note_entry_get_text (self->promise);
  HfMinute now = hf_app_context_get_now (self->context);

  draft->customer_id = self->customer;
  draft->outcome = hf_outcome_keys_get (hf_visit_details_get_channel (self->details), chosen);
  draft->effect = chosen == 0 ? get_chosen (self->effects, N_EFFECTS) : -1;
  draft->note = hf_note_entry_get_text (self->note);
  if (*promise != '\0')
    {
      draft->promise = promise;
      draft->promise_on = hf_day_button_get_day (self->promise_day);
    }
  return hf_visit_details_fill (self->details, draft, error) &&
         (draft->outcome != HF_OUTCOME_ASKED_TO_CALL_LATER ||
          hf_call_again_get (self->later, now, &draft->later_at, error));
}

/**
 * hf_visit_form_record:
 * @checks: (nullable): the ticked lines of the checklist
 *
 * Records the contact as it stands in the form. What claims a cure is recorded at the second press
 * only (TEXT-3).
 */
void
hf_visit_form_record (HfVisitForm *self, GStrv checks)
{
  int chosen = get_chosen (self->outcomes, N_OUTCOMES);
  g_autoptr (GError) error = NULL;
  HfVisitDraft draft;

  g_return_if_fail (HF_IS_VISIT_FORM (self));

  if (chosen < 0 || self->busy)
    return;
  hf_visit_draft_init (&draft);
  draft.checks = (const char *const *) checks;
  hf_card_run_tell (self->trouble, NULL);
  if (!fill_draft (self, &draft, (guint) chosen, &error))
    hf_card_run_tell (self->trouble, error->message);
  else if (has_claims (self) && !self->confirming)
    self->confirming = TRUE;
  else
    run (self, &draft);
  show_what_fits (self);
  g_clear_pointer (&draft.staff, g_array_unref);
}

void
hf_visit_form_show_details (HfVisitForm *self)
{
  g_return_if_fail (HF_IS_VISIT_FORM (self));

  hf_visit_details_pop_up (self->details);
}
