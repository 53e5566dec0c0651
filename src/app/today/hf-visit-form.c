/* hf-visit-form.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-form.h"

#include <glib/gi18n-lib.h>

#include "hf-channel.h"
#include "hf-visit-run.h"
#include "hf-when.h"

#define N_OUTCOMES (7)
#define N_EFFECTS  (4)
#define N_DAYS     (4)

/**
 * HfVisitForm:
 *
 * The foot of the visit panel: channel, outcome, effect, minutes, note, promise, and the one blue
 * button. Its wording of what comes next is what the plan asks for once the customer was reached.
 * Refusals are told below the field.
 */
struct _HfVisitForm
{
  AdwBin parent_instance;

  GtkToggleButton *outcomes[N_OUTCOMES];
  GtkToggleButton *effects[N_EFFECTS];
  GtkBox *channels;
  GtkDropDown *later;
  GtkRevealer *later_revealer;
  GtkWidget *effect_box;
  GtkSpinButton *minutes;
  GtkEntry *note;
  GtkEntry *promise;
  GtkDropDown *promise_day;
  GtkLabel *trouble;
  GtkLabel *next;
  GtkButton *record;

  HfAppContext *context;
  gint64 follow_up;
  gint64 customer;
  HfChannel channel;
  gboolean busy;
  char *next_text;
};

G_DEFINE_FINAL_TYPE (HfVisitForm, hf_visit_form, ADW_TYPE_BIN)

/* In the order of the keys 1 to 7. */
static const HfOutcome phone_outcomes[N_OUTCOMES] = {
  HF_OUTCOME_REACHED, HF_OUTCOME_ASKED_TO_CALL_LATER, HF_OUTCOME_NO_ANSWER, HF_OUTCOME_BUSY,
  HF_OUTCOME_OFF,     HF_OUTCOME_WRONG_NUMBER,        HF_OUTCOME_REFUSED,
};

static const HfOutcome home_outcomes[] = { HF_OUTCOME_REACHED, HF_OUTCOME_ASKED_TO_CALL_LATER,
                                           HF_OUTCOME_NOT_HOME, HF_OUTCOME_REFUSED };

static gboolean
has_lines (HfChannel channel)
{
  return channel == HF_CHANNEL_PHONE || channel == HF_CHANNEL_MESSAGE;
}

static guint
get_n_outcomes (HfChannel channel)
{
  return has_lines (channel) ? N_OUTCOMES : G_N_ELEMENTS (home_outcomes);
}

static HfOutcome
get_outcome (HfChannel channel, guint index)
{
  return has_lines (channel) ? phone_outcomes[index] : home_outcomes[index];
}

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
  for (guint i = 0; i < N_OUTCOMES; i++)
    {
      gboolean shown = i < get_n_outcomes (self->channel);
      g_autofree char *label = NULL;

      gtk_widget_set_visible (GTK_WIDGET (self->outcomes[i]), shown);
      if (!shown)
        continue;
      label = g_strdup_printf (
          "%s <span size='small' alpha='55%%'>%u</span>",
          hf_domain_get_label (HF_DOMAIN_OUTCOME, (int) get_outcome (self->channel, i)), i + 1);
      gtk_label_set_markup (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->outcomes[i]))),
                            label);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->outcomes[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
          hf_domain_get_label (HF_DOMAIN_OUTCOME, (int) get_outcome (self->channel, i)), -1);
    }
}

/* Only what was said in a talk can be asked for after one. */
static void
show_what_fits (HfVisitForm *self)
{
  int chosen = get_chosen (self->outcomes, N_OUTCOMES);
  gboolean reached = chosen == 0;
  gboolean later = chosen == 1;

  gtk_widget_set_sensitive (self->effect_box, reached);
  gtk_revealer_set_reveal_child (self->later_revealer, later);
  gtk_widget_set_sensitive (GTK_WIDGET (self->record), chosen >= 0 && !self->busy);
  gtk_label_set_label (self->next, reached && self->next_text != NULL ? self->next_text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->next), reached && self->next_text != NULL);
}

static void
tell (HfVisitForm *self, const char *text)
{
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
}

static void
on_channel_toggled (GtkToggleButton *button, HfVisitForm *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->channel = (HfChannel) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "channel"));
  show_outcomes (self);
  show_what_fits (self);
}

static void
clear_channels (HfVisitForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->channels))) != NULL)
    gtk_box_remove (self->channels, child);
}

static GtkToggleButton *
add_channel (HfVisitForm *self, HfChannel channel, GtkToggleButton *group)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), hf_channel_get_icon (channel));
  gtk_widget_set_tooltip_text (button, hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) channel));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) channel), -1);
  gtk_widget_add_css_class (button, "hf-eff");
  g_object_set_data (G_OBJECT (button), "channel", GINT_TO_POINTER ((int) channel));
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), channel == self->channel);
  g_signal_connect (button, "toggled", G_CALLBACK (on_channel_toggled), self);
  gtk_box_append (self->channels, button);
  return GTK_TOGGLE_BUTTON (button);
}

/* The three ways in which people meet; another one only where the plan asks for it. */
static void
show_channels (HfVisitForm *self)
{
  static const HfChannel usual[] = { HF_CHANNEL_PHONE, HF_CHANNEL_HOME, HF_CHANNEL_OFFICE };
  GtkToggleButton *group = NULL;

  clear_channels (self);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    group = add_channel (self, usual[i], group);
  if (self->channel > HF_CHANNEL_OFFICE)
    add_channel (self, self->channel, group);
}

static void
reset (HfVisitForm *self)
{
  for (guint i = 0; i < N_OUTCOMES; i++)
    gtk_toggle_button_set_active (self->outcomes[i], FALSE);
  for (guint i = 0; i < N_EFFECTS; i++)
    gtk_toggle_button_set_active (self->effects[i], FALSE);
  gtk_spin_button_set_value (self->minutes, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  gtk_editable_set_text (GTK_EDITABLE (self->promise), "");
  gtk_drop_down_set_selected (self->promise_day, 0);
  tell (self, NULL);
}

/* "Next: home visit, 28 Sep" */
static char *
format_next (HfVisitForm *self, const HfNextContact *next)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (self->context));
  g_autofree char *day = NULL;

  if (next->day == HF_DAY_NONE)
    return NULL;
  day = hf_when_format_day (next->day, today);
  return g_strdup_printf (next->required ? _ ("Next: %s, %s (needed)") : _ ("Next: %s, %s"),
                          hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) next->channel), day);
}

static HfMinute
get_later (HfVisitForm *self, HfMinute now)
{
  HfDay today = hf_minute_get_day (now);

  switch (gtk_drop_down_get_selected (self->later))
    {
    case 0:
      return now + 60;
    case 1:
      return MAX (hf_minute_new (today, 18 * 60), now + 30);
    case 2:
      return hf_minute_new (today + 1, 11 * 60 + 30);
    default:
      return hf_minute_new (today + 1, 18 * 60);
    }
}

static HfDay
get_promise_day (HfVisitForm *self, HfMinute now)
{
  static const int ahead[N_DAYS] = { 1, 2, 3, 7 };

  return hf_minute_get_day (now) +
         ahead[MIN (gtk_drop_down_get_selected (self->promise_day), N_DAYS - 1)];
}

static void
on_recorded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfVisitForm) self = data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (hf_visit_run_finish (HF_APP_CONTEXT (source), result, &error))
    {
      reset (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "today.next", NULL);
    }
  else if (g_error_matches (error, HF_ERROR, HF_ERROR_BAD_INPUT))
    tell (self, error->message);
  else
    hf_app_context_complain (HF_APP_CONTEXT (source), error);
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/today/hf-visit-form.ui");
  bind_numbered (widget_class, "outcome", N_OUTCOMES, G_STRUCT_OFFSET (HfVisitForm, outcomes));
  bind_numbered (widget_class, "effect", N_EFFECTS, G_STRUCT_OFFSET (HfVisitForm, effects));
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, channels);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, later);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, later_revealer);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, effect_box);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, minutes);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, note);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, promise);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, promise_day);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, trouble);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, next);
  gtk_widget_class_bind_template_child (widget_class, HfVisitForm, record);
  gtk_widget_class_bind_template_callback (widget_class, on_record_clicked);
  gtk_widget_class_bind_template_callback (widget_class, show_what_fits);
}

static void
hf_visit_form_init (HfVisitForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_EFFECTS; i++)
    gtk_button_set_label (GTK_BUTTON (self->effects[i]), hf_domain_get_label (HF_DOMAIN_EFFECT, i));
}

void
hf_visit_form_set_context (HfVisitForm *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_VISIT_FORM (self));

  g_set_object (&self->context, context);
}

/**
 * hf_visit_form_set_brief:
 *
 * Another customer's, or the same one's, read anew: then what was keyed in stays.
 */
void
hf_visit_form_set_brief (HfVisitForm *self, const HfBrief *brief)
{
  g_return_if_fail (HF_IS_VISIT_FORM (self));

  g_free (self->next_text);
  self->next_text = format_next (self, &brief->next);
  if (self->follow_up != brief->item->id)
    {
      reset (self);
      self->channel = brief->item->channel;
      show_channels (self);
      show_outcomes (self);
    }
  self->follow_up = brief->item->id;
  self->customer = brief->item->customer_id;
  show_what_fits (self);
}

/**
 * hf_visit_form_choose_outcome:
 * @number: 1 to 7, as the keys
 */
void
hf_visit_form_choose_outcome (HfVisitForm *self, guint number)
{
  g_return_if_fail (HF_IS_VISIT_FORM (self));

  if (number >= 1 && number <= get_n_outcomes (self->channel))
    gtk_toggle_button_set_active (self->outcomes[number - 1], TRUE);
}

/**
 * hf_visit_form_record:
 * @checks: (nullable): the ticked lines of the checklist
 *
 * Records the contact as it stands in the form.
 */
void
hf_visit_form_record (HfVisitForm *self, GStrv checks)
{
  int chosen = get_chosen (self->outcomes, N_OUTCOMES);
  const char *promise = gtk_editable_get_text (GTK_EDITABLE (self->promise));
  HfMinute now;
  HfVisitDraft draft;

  g_return_if_fail (HF_IS_VISIT_FORM (self));

  if (chosen < 0 || self->busy)
    return;
  now = hf_app_context_get_now (self->context);
  hf_visit_draft_init (&draft);
  draft.customer_id = self->customer;
  draft.channel = self->channel;
  draft.outcome = get_outcome (self->channel, (guint) chosen);
  draft.effect = chosen == 0 ? get_chosen (self->effects, N_EFFECTS) : -1;
  draft.minutes = gtk_spin_button_get_value_as_int (self->minutes);
  draft.note = gtk_editable_get_text (GTK_EDITABLE (self->note));
  draft.checks = (const char *const *) checks;
  if (draft.outcome == HF_OUTCOME_ASKED_TO_CALL_LATER)
    draft.later_at = get_later (self, now);
  if (*promise != '\0')
    {
      draft.promise = promise;
      draft.promise_on = get_promise_day (self, now);
    }
  self->busy = TRUE;
  tell (self, NULL);
  show_what_fits (self);
  hf_visit_run_async (self->context, &draft, on_recorded, g_object_ref (self));
}
