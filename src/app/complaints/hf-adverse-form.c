/* hf-adverse-form.c: an adverse reaction that was heard of (COMP-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-adverse.h"
#include "hf-day-button.h"
#include "hf-dialog.h"
#include "hf-matter-form.h"
#include "hf-return-list.h"

#define SPACING (8)

typedef struct
{
  HfAppContext *context;
  gint64 customer;
  GArray *products; /* (element-type gint64): of the drop-down, after “not known” */
  GtkDropDown *product;
  GtkEditable *symptoms;
  GtkEditable *dose;
  HfDayButton *onset;
  GtkDropDown *severity;
  GtkLabel *first;
} Question;

typedef struct
{
  HfAdverseOpening opening;
  HfAdverseDraft draft;
  char *symptoms;
  char *dose;
  gint64 *created;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_array_unref (question->products);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->symptoms);
  g_free (answer->dose);
  g_free (answer);
}

static gpointer
open_adverse (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Answer *answer = data;

  answer->draft.symptoms = answer->symptoms;
  answer->draft.dose = answer->dose;
  return hf_command_open_adverse (db, actor, &answer->opening, &answer->draft, answer->created,
                                  error)
             ? answer
             : NULL;
}

/* The first of the list is none yet, and taken for mild until one is chosen. */
static HfSeverity
get_severity (Question *question)
{
  guint chosen = gtk_drop_down_get_selected (question->severity);

  return chosen > 0 ? (HfSeverity) (HF_SEVERITY_MILD + chosen - 1) : HF_SEVERITY_MILD;
}

/* What the expert has to know before calling (COMP-6). */
static gboolean
check_said (GtkWidget *form, Question *question)
{
  g_autofree char *symptoms = g_strdup (gtk_editable_get_text (question->symptoms));

  if (gtk_drop_down_get_selected (question->severity) == 0)
    {
      hf_matter_form_tell (form, _ ("Choose how bad it is."));
      gtk_widget_grab_focus (GTK_WIDGET (question->severity));
      return FALSE;
    }
  if (*g_strstrip (symptoms) != '\0')
    return TRUE;
  hf_matter_form_tell (form, _ ("Write what the customer feels."));
  gtk_widget_grab_focus (GTK_WIDGET (question->symptoms));
  return FALSE;
}

static void
on_submit (GtkWidget *form, gpointer data)
{
  Question *question = data;
  Answer *answer;
  guint product = gtk_drop_down_get_selected (question->product);

  if (!check_said (form, question))
    return;
  answer = g_new0 (Answer, 1);
  answer->opening.customer_id = question->customer;
  if (product > 0 && product <= question->products->len)
    answer->opening.product_id = g_array_index (question->products, gint64, product - 1);
  answer->symptoms = g_strdup (gtk_editable_get_text (question->symptoms));
  answer->dose = g_strdup (gtk_editable_get_text (question->dose));
  answer->draft.onset = hf_day_button_get_day (question->onset);
  answer->draft.severity = get_severity (question);
  answer->created = hf_matter_form_show_created (form, "adverse");
  hf_matter_form_run (form, question->context, open_adverse, answer, answer_free,
                      _ ("Adverse reaction recorded; an expert calls today"));
}

/* COMP-6: what comes first is said first. */
static void
show_first (Question *question)
{
  HfSeverity severity = get_severity (question);

  gtk_label_set_label (question->first, hf_adverse_get_first_action (severity));
  if (severity == HF_SEVERITY_SEVERE)
    gtk_widget_add_css_class (GTK_WIDGET (question->first), "alarm");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (question->first), "alarm");
}

static GtkWidget *
create_products (Question *question)
{
  g_autoptr (GArray) choices = hf_return_dup_choices (hf_app_context_get_reader (question->context),
                                                      question->customer, NULL);
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Not known"));
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const HfReturnChoice *choice = &g_array_index (choices, HfReturnChoice, i);
      gboolean known = FALSE;

      for (guint j = 0; j < question->products->len; j++)
        known |= g_array_index (question->products, gint64, j) == choice->product_id;
      if (known)
        continue;
      g_array_append_val (question->products, choice->product_id);
      gtk_string_list_append (list, choice->product);
    }
  return gtk_drop_down_new (G_LIST_MODEL (list), NULL);
}

static void
add_fields (Question *question, GtkWidget *grid)
{
  const char *const severities[] = { _ ("Choose…"), hf_severity_get_label (HF_SEVERITY_MILD),
                                     hf_severity_get_label (HF_SEVERITY_MODERATE),
                                     hf_severity_get_label (HF_SEVERITY_SEVERE), NULL };
  HfDay today = hf_minute_get_day (hf_app_context_get_now (question->context));

  question->severity = GTK_DROP_DOWN (
      hf_dialog_add_field (grid, 0, _ ("How bad"), gtk_drop_down_new_from_strings (severities)));
  question->product =
      GTK_DROP_DOWN (hf_dialog_add_field (grid, 1, _ ("Product"), create_products (question)));
  if (question->products->len == 1)
    gtk_drop_down_set_selected (question->product, 1);
  question->symptoms =
      GTK_EDITABLE (hf_dialog_add_field (grid, 2, _ ("What the customer feels"), gtk_entry_new ()));
  question->dose =
      GTK_EDITABLE (hf_dialog_add_field (grid, 3, _ ("How much was taken"), gtk_entry_new ()));
  question->onset = g_object_new (HF_TYPE_DAY_BUTTON, "label", _ ("Which day"), "past", TRUE, NULL);
  hf_day_button_set_today (question->onset, today);
  hf_dialog_add_field (grid, 4, _ ("Since when"), GTK_WIDGET (question->onset));
}

/**
 * hf_adverse_form_new:
 *
 * Returns: (transfer floating): what to do first, then what the customer feels
 */
GtkWidget *
hf_adverse_form_new (HfAppContext *context, gint64 customer)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *grid = hf_dialog_create_grid ();

  question->context = g_object_ref (context);
  question->customer = customer;
  question->products = g_array_new (FALSE, FALSE, sizeof (gint64));
  question->first = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (question->first, TRUE);
  gtk_label_set_xalign (question->first, 0);
  gtk_widget_add_css_class (GTK_WIDGET (question->first), "hint");
  add_fields (question, grid);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->first));
  gtk_box_append (GTK_BOX (box), grid);
  g_signal_connect_swapped (question->severity, "notify::selected", G_CALLBACK (show_first),
                            question);
  show_first (question);
  return hf_matter_form_new (box, _ ("_Record the Reaction"), on_submit, question, question_free);
}
