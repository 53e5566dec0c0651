/* hf-case-editor.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-editor.h"

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-day-button.h"
#include "hf-staff-choice.h"

/* When a day is meant and no hour: the end of most working days. */
#define EVENING (18 * 60)

static GtkWidget *
create_day (HfAppContext *context, const char *state)
{
  HfDayButton *button = g_object_new (HF_TYPE_DAY_BUTTON, "label", _ ("Which day"), NULL);

  hf_day_button_set_today (button, hf_minute_get_day (hf_app_context_get_now (context)));
  if (*state != '\0')
    hf_day_button_set_day (button, g_ascii_strtoll (state, NULL, 10));
  return GTK_WIDGET (button);
}

static GtkWidget *
create_yes_no (const char *state)
{
  const char *const answers[] = { _ ("nobody said"), _ ("no"), _ ("yes"), NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (answers);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice),
                              (guint) (g_ascii_strtoll (state, NULL, 10) + 1));
  return choice;
}

static GtkWidget *
create_choice (int field, const char *state)
{
  HfDomainSet set = field == HF_CASE_FIELD_REASON  ? HF_DOMAIN_COMPLAINT_REASON
                    : field == HF_CASE_FIELD_WANTS ? HF_DOMAIN_WANTS
                                                   : HF_DOMAIN_COMPLAINT_SEVERITY;
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (words), NULL);

  for (guint i = 0; i < hf_domain_get_size (set); i++)
    gtk_string_list_append (words, hf_domain_get_label (set, (int) i));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) g_ascii_strtoll (state, NULL, 10));
  return choice;
}

static void
on_entered (GtkWidget *entry)
{
  gtk_widget_activate_action (entry, "fields.save", NULL);
}

static GtkWidget *
create_entry (const char *state)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), state);
  g_signal_connect (entry, "activate", G_CALLBACK (on_entered), NULL);
  return entry;
}

/**
 * hf_case_editor_new:
 * @state: what it holds at first, as #HfCaseFact.dup_state gives it
 * @about: who is complained about, 0 for nobody in particular: not offered as investigator (COMP-9)
 *
 * Returns: (transfer floating): a field; Enter in it asks for `fields.save`
 */
GtkWidget *
hf_case_editor_new (HfAppContext *context, const HfCaseFact *fact, const char *state, gint64 about)
{
  switch (fact->kind)
    {
    case HF_CASE_FACT_STAFF:
      return hf_staff_choice_new (
          context, fact->field == HF_CASE_FIELD_ABOUT ? _ ("nobody in particular") : _ ("nobody"),
          g_ascii_strtoll (state, NULL, 10), fact->field == HF_CASE_FIELD_INVESTIGATOR ? about : 0);
    case HF_CASE_FACT_DAY:
      return create_day (context, state);
    case HF_CASE_FACT_CHOICE:
      return create_choice (fact->field, state);
    case HF_CASE_FACT_YES_NO:
      return create_yes_no (state);
    case HF_CASE_FACT_TEXT:
    case HF_CASE_FACT_MONEY:
    case HF_CASE_FACT_SHOWN:
    default:
      return create_entry (state);
    }
}

/**
 * hf_case_editor_dup_state:
 *
 * Returns: (transfer full): what the field holds now
 */
char *
hf_case_editor_dup_state (const HfCaseFact *fact, GtkWidget *editor)
{
  HfDay day;

  switch (fact->kind)
    {
    case HF_CASE_FACT_STAFF:
      return g_strdup_printf ("%" G_GINT64_FORMAT, hf_staff_choice_get (editor));
    case HF_CASE_FACT_DAY:
      day = hf_day_button_get_day (HF_DAY_BUTTON (editor));
      return day != HF_DAY_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) day)
                                : g_strdup ("");
    case HF_CASE_FACT_CHOICE:
      return g_strdup_printf ("%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (editor)));
    case HF_CASE_FACT_YES_NO:
      return g_strdup_printf ("%d", (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (editor)) - 1);
    case HF_CASE_FACT_TEXT:
    case HF_CASE_FACT_MONEY:
    case HF_CASE_FACT_SHOWN:
    default:
      return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor))));
    }
}

static void
set_text (HfComplaintEdit *edit, int field, const char *text)
{
  switch (field)
    {
    case HF_CASE_FIELD_FACTS:
      edit->facts = text;
      break;
    case HF_CASE_FIELD_REMEDY:
      edit->remedy = text;
      break;
    case HF_CASE_FIELD_CAUSE:
      edit->cause = text;
      break;
    default:
      edit->action = text;
      break;
    }
}

static void
set_number (HfComplaintEdit *edit, int field, gint64 number, gboolean none)
{
  switch (field)
    {
    case HF_CASE_FIELD_SEVERITY:
      edit->severity = (HfComplaintSeverity) number;
      break;
    case HF_CASE_FIELD_REASON:
      edit->reason = (HfComplaintReason) number;
      break;
    case HF_CASE_FIELD_WANTS:
      edit->wants = (HfWants) number;
      break;
    case HF_CASE_FIELD_ABOUT:
      edit->about_id = number;
      break;
    case HF_CASE_FIELD_RESPONSIBLE:
      edit->responsible_id = number;
      break;
    case HF_CASE_FIELD_INVESTIGATOR:
      edit->investigator_id = number;
      break;
    case HF_CASE_FIELD_APPROVED_BY:
      edit->approved_by_id = number;
      break;
    case HF_CASE_FIELD_ACTION_OWNER:
      edit->action_owner_id = number;
      break;
    case HF_CASE_FIELD_PROMISED_BY:
      edit->promised_by = none ? HF_MINUTE_NONE : hf_minute_new (number, EVENING);
      break;
    case HF_CASE_FIELD_ACTION_ON:
      edit->action_on = none ? HF_DAY_NONE : number;
      break;
    default:
      edit->cause_removed = (int) number;
      break;
    }
}

/**
 * hf_case_editor_read:
 * @state: what the field holds; outlives @edit
 *
 * Adds what the field holds to @edit.
 */
gboolean
hf_case_editor_read (HfComplaintEdit *edit,
                     const HfCaseFact *fact,
                     GtkWidget *editor,
                     const char *state,
                     GError **error)
{
  edit->fields |= HF_BIT (fact->field);
  if (fact->kind == HF_CASE_FACT_TEXT)
    set_text (edit, fact->field, state);
  else if (fact->kind == HF_CASE_FACT_MONEY)
    return hf_card_form_read_money (editor, &edit->remedy_fen, error);
  else
    set_number (edit, fact->field, g_ascii_strtoll (state, NULL, 10), *state == '\0');
  return TRUE;
}
