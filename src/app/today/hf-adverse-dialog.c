/* hf-adverse-dialog.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-adverse-dialog.h"

#include <glib/gi18n-lib.h>

#include "hf-adverse.h"
#include "hf-day-button.h"
#include "hf-dialog.h"

/* The dialog's widgets, and for whom it is. */
typedef struct
{
  HfAppContext *context;
  gint64 customer;
  gint64 which;
  char *name;
  GtkEditable *symptoms;
  GtkEditable *dose;
  HfDayButton *onset;
  GtkDropDown *severity;
  GtkWidget *severe;
} Question;

typedef struct
{
  gint64 customer;
  gint64 which;
  char *symptoms;
  char *dose;
  HfDay onset;
  HfSeverity severity;
  char *said;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_free (question->name);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->symptoms);
  g_free (answer->dose);
  g_free (answer->said);
  g_free (answer);
}

static gpointer
describe (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Answer *answer = data;
  const HfAdverseDraft draft = { answer->symptoms, answer->dose, answer->onset, answer->severity };

  return hf_command_describe_adverse (db, actor, answer->customer, answer->which, &draft, error)
             ? g_strdup (answer->said)
             : NULL;
}

static void
on_answered (GtkWidget *dialog, const char *pressed, gpointer data)
{
  Question *question = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->customer = question->customer;
  answer->which = question->which;
  answer->symptoms = g_strdup (gtk_editable_get_text (question->symptoms));
  answer->dose = g_strdup (gtk_editable_get_text (question->dose));
  answer->onset = hf_day_button_get_day (question->onset);
  answer->severity = (HfSeverity) gtk_drop_down_get_selected (question->severity);
  answer->said = g_strdup_printf (_ ("%s: adverse reaction written down"), question->name);
  hf_dialog_run (dialog, question->context, describe, answer, answer_free);
}

static void
on_severity_chosen (Question *question)
{
  gtk_widget_set_visible (question->severe,
                          gtk_drop_down_get_selected (question->severity) == HF_SEVERITY_SEVERE);
}

static GtkWidget *
create_severe (void)
{
  GtkWidget *label =
      gtk_label_new (_ ("Severe: send the customer to a doctor now, and offer to come along."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "alarm");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static GtkWidget *
create_fields (Question *question)
{
  GtkWidget *grid = hf_dialog_create_grid ();
  const char *const severities[] = { _ ("mild"), _ ("moderate"), _ ("severe"), NULL };
  HfDay today = hf_minute_get_day (hf_app_context_get_now (question->context));

  question->symptoms =
      GTK_EDITABLE (hf_dialog_add_field (grid, 0, _ ("What the customer feels"), gtk_entry_new ()));
  question->dose =
      GTK_EDITABLE (hf_dialog_add_field (grid, 1, _ ("How much was taken"), gtk_entry_new ()));
  question->onset = g_object_new (HF_TYPE_DAY_BUTTON, "label", _ ("Which day"), "past", TRUE, NULL);
  hf_day_button_set_today (question->onset, today);
  hf_dialog_add_field (grid, 2, _ ("Since when"), GTK_WIDGET (question->onset));
  question->severity = GTK_DROP_DOWN (
      hf_dialog_add_field (grid, 3, _ ("How bad"), gtk_drop_down_new_from_strings (severities)));
  question->severe = create_severe ();
  gtk_grid_attach (GTK_GRID (grid), question->severe, 0, 4, 2, 1);
  g_signal_connect_swapped (question->severity, "notify::selected", G_CALLBACK (on_severity_chosen),
                            question);
  return grid;
}

/* What was written down before stands there: describing it anew does not lose it. */
static void
fill (Question *question, const HfAdverse *adverse)
{
  question->which = adverse->id;
  gtk_editable_set_text (question->symptoms, adverse->symptoms);
  gtk_editable_set_text (question->dose, adverse->dose);
  gtk_drop_down_set_selected (question->severity, adverse->severity);
  if (adverse->onset != HF_DAY_NONE)
    hf_day_button_set_day (question->onset, adverse->onset);
}

static void
show (GtkWidget *widget,
      HfAppContext *context,
      gint64 customer,
      const char *name,
      const HfAdverse *adverse)
{
  g_autofree char *title = g_strdup_printf (_ ("Adverse Reaction of %s"), name);
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog;

  question->context = g_object_ref (context);
  question->customer = customer;
  question->name = g_strdup (name);
  dialog = hf_dialog_new (
      widget, title,
      _ ("First: stop or reduce use until an expert has answered. An expert is asked today; the "
         "care plans are paused."),
      create_fields (question), _ ("_Later"));
  if (adverse != NULL)
    fill (question, adverse);
  hf_dialog_add_main_answer (dialog, "save", _ ("_Write Down"));
  hf_dialog_ask (dialog, on_answered, question, question_free);
}

/**
 * hf_adverse_dialog_show:
 * @widget: in the window over which it stands
 * @name: of the customer
 *
 * After a contact in which somebody felt unwell the record is there already (VISIT-3); this asks
 * what belongs into it, and says first what comes first: stop or reduce use (COMP-6).
 */
void
hf_adverse_dialog_show (GtkWidget *widget, HfAppContext *context, gint64 customer, const char *name)
{
  show (widget, context, customer, name, NULL);
}

/**
 * hf_adverse_dialog_show_one:
 *
 * As hf_adverse_dialog_show(), for the reaction @adverse, with what is known of it.
 */
void
hf_adverse_dialog_show_one (GtkWidget *widget, HfAppContext *context, gint64 adverse)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfAdverse) one =
      hf_adverse_load (hf_app_context_get_reader (context), adverse, &error);

  if (one != NULL)
    show (widget, context, one->customer_id, one->customer, one);
  else
    hf_app_context_complain (context, error);
}
