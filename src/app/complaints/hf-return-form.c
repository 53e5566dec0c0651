/* hf-return-form.c: goods that a customer wants to give back, as guided questions (COMP-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-dialog.h"
#include "hf-matter-form.h"
#include "hf-return-list.h"
#include "hf-return.h"
#include "hf-when.h"

#define SPACING   (8)
#define MAX_PACKS (9999)

/* The fields: a spin button for each line that can come back. */
typedef struct
{
  HfAppContext *context;
  gint64 complaint;
  gint64 adverse;
  GArray *choices;
  GPtrArray *packs;
  GtkDropDown *reason;
  GtkCheckButton *insists;
  GtkCheckButton *exchange;
  GtkBox *steps;
} Question;

typedef struct
{
  HfReturnDraft draft;
  GArray *lines;
  gint64 *created; /* (nullable): stays on the case of a complaint */
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_clear_pointer (&question->choices, g_array_unref);
  g_ptr_array_unref (question->packs);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_array_unref (answer->lines);
  g_free (answer);
}

static gpointer
open_return (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Answer *answer = data;
  gint64 id;

  answer->draft.lines = answer->lines;
  if (!hf_command_open_return (db, actor, &answer->draft, &id, error))
    return NULL;
  if (answer->created != NULL)
    *answer->created = id;
  return answer;
}

/* What the reason asks for. Once the customer insists there is nothing left but to take it back
 * (fixed). */
static void
show_steps (Question *question)
{
  HfReturnReason reason = (HfReturnReason) gtk_drop_down_get_selected (question->reason);
  HfReturnAdvice advice =
      hf_return_advise (reason, gtk_check_button_get_active (question->insists));
  GtkWidget *child;
  int n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (question->steps))) != NULL)
    gtk_box_remove (question->steps, child);
  for (int i = 0; i < HF_N_RETURN_STEPS; i++)
    {
      g_autofree char *text = NULL;
      GtkWidget *label;

      if (!HF_SET_HAS (advice.steps, i))
        continue;
      text = g_strdup_printf ("%d  %s", ++n, hf_return_step_get_text ((HfReturnStep) i));
      label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (question->steps, label);
    }
}

static gboolean
take_lines (Question *question, Answer *answer)
{
  for (guint i = 0; i < question->packs->len; i++)
    {
      const HfReturnChoice *choice = &g_array_index (question->choices, HfReturnChoice, i);
      HfReturnLine line = { choice->line_id,
                            gtk_spin_button_get_value_as_int (question->packs->pdata[i]) };

      if (line.packs == 0)
        continue;
      if (answer->draft.purchase_id != 0 && answer->draft.purchase_id != choice->purchase_id)
        return FALSE;
      answer->draft.purchase_id = choice->purchase_id;
      g_array_append_val (answer->lines, line);
    }
  return TRUE;
}

static void
on_submit (GtkWidget *form, gpointer data)
{
  Question *question = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->lines = g_array_new (FALSE, FALSE, sizeof (HfReturnLine));
  answer->draft.reason = (HfReturnReason) gtk_drop_down_get_selected (question->reason);
  answer->draft.insists = gtk_check_button_get_active (question->insists);
  answer->draft.exchange = gtk_check_button_get_active (question->exchange);
  answer->draft.complaint_id = question->complaint;
  answer->draft.adverse_id = question->adverse;
  if (!take_lines (question, answer))
    hf_matter_form_tell (form, _ ("These are of two purchases. Record a return for each."));
  else if (answer->lines->len == 0)
    hf_matter_form_tell (form, _ ("Choose what comes back."));
  else
    {
      if (question->complaint == 0)
        answer->created = hf_matter_form_show_created (form, "returns");
      hf_matter_form_run (form, question->context, open_return, answer, answer_free,
                          _ ("Return recorded"));
      return;
    }
  answer_free (answer);
}

static GtkWidget *
create_reasons (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_RETURN_REASON); i++)
    gtk_string_list_append (list, hf_domain_get_label (HF_DOMAIN_RETURN_REASON, (int) i));
  return gtk_drop_down_new (G_LIST_MODEL (list), NULL);
}

static GtkWidget *
create_goods (Question *question, HfReturnReason reason)
{
  GtkWidget *grid = hf_dialog_create_grid ();
  HfDay today = hf_minute_get_day (hf_app_context_get_now (question->context));

  for (guint i = 0; question->choices != NULL && i < question->choices->len; i++)
    {
      const HfReturnChoice *choice = &g_array_index (question->choices, HfReturnChoice, i);
      g_autofree char *day = hf_when_format_date (choice->bought_on, today);
      g_autofree char *name =
          g_strdup_printf (_ ("%s, bought on %s, %d at most"), choice->product, day, choice->packs);
      /* Too many are refused, not made fewer without a word. */
      GtkWidget *packs = gtk_spin_button_new_with_range (0, MAX_PACKS, 1);

      hf_dialog_add_field (grid, (int) i, name, packs);
      g_ptr_array_add (question->packs, packs);
    }
  if (question->packs->len == 1)
    gtk_spin_button_set_value (question->packs->pdata[0], 1);
  question->reason = GTK_DROP_DOWN (
      hf_dialog_add_field (grid, (int) question->packs->len, _ ("Why"), create_reasons ()));
  gtk_drop_down_set_selected (question->reason, reason);
  return grid;
}

static void
add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "strong");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
create_questions (Question *question, HfReturnReason reason)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  add_heading (box, question->choices != NULL && question->choices->len > 0
                        ? _ ("How many packs come back?")
                        : _ ("This customer has nothing that could come back."));
  gtk_box_append (GTK_BOX (box), create_goods (question, reason));
  question->insists = GTK_CHECK_BUTTON (
      gtk_check_button_new_with_mnemonic (_ ("The customer _insists on the return")));
  question->exchange =
      GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_Exchange instead of the money")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->insists));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->exchange));
  add_heading (box, _ ("What to do"));
  question->steps = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING / 2));
  gtk_widget_add_css_class (GTK_WIDGET (question->steps), "hint");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->steps));
  g_signal_connect_swapped (question->reason, "notify::selected", G_CALLBACK (show_steps),
                            question);
  g_signal_connect_swapped (question->insists, "toggled", G_CALLBACK (show_steps), question);
  show_steps (question);
  return box;
}

/* A pack of each line with that product of that purchase, or, where no purchase is known, of the
 * newest line with it. 0: not known */
static void
fill_goods (Question *question, gint64 purchase, gint64 product)
{
  gboolean found = FALSE;

  if (purchase == 0 && product == 0)
    return;
  for (guint i = 0; i < question->packs->len; i++)
    {
      const HfReturnChoice *choice = &g_array_index (question->choices, HfReturnChoice, i);
      gboolean same = !(found && purchase == 0) &&
                      (purchase == 0 || purchase == choice->purchase_id) &&
                      (product == 0 || product == choice->product_id);

      found = found || same;
      gtk_spin_button_set_value (question->packs->pdata[i], same ? 1 : 0);
    }
}

static Question *
question_new (HfAppContext *context, gint64 customer)
{
  Question *question = g_new0 (Question, 1);

  question->context = g_object_ref (context);
  question->packs = g_ptr_array_new ();
  question->choices = hf_return_dup_choices (hf_app_context_get_reader (context), customer, NULL);
  return question;
}

static GtkWidget *
create_form (Question *question, GtkWidget *content)
{
  return hf_matter_form_new (content, _ ("_Record the Return"), on_submit, question, question_free);
}

/**
 * hf_return_form_new:
 *
 * Returns: (transfer floating): what comes back and why, with what to do about that reason
 */
GtkWidget *
hf_return_form_new (HfAppContext *context, gint64 customer)
{
  Question *question = question_new (context, customer);

  return create_form (question, create_questions (question, HF_RETURN_OTHER));
}

/**
 * hf_return_form_new_for_reaction:
 *
 * Returns: (transfer floating): for somebody who must not use the product: it is filled in, and the
 * return is kept with the reaction
 */
GtkWidget *
hf_return_form_new_for_reaction (HfAppContext *context, const HfAdverse *adverse)
{
  Question *question = question_new (context, adverse->customer_id);
  GtkWidget *content = create_questions (question, HF_RETURN_CONTRAINDICATED);

  question->adverse = adverse->id;
  fill_goods (question, 0, adverse->product_id);
  return create_form (question, content);
}

/**
 * hf_return_form_new_for_complaint:
 *
 * Returns: (transfer floating): for who complains and wants to give it back: the goods complained
 * about are filled in, and the return is kept with the complaint
 */
GtkWidget *
hf_return_form_new_for_complaint (HfAppContext *context, const HfComplaint *complaint)
{
  Question *question = question_new (context, complaint->customer_id);
  GtkWidget *content = create_questions (question, HF_RETURN_OTHER);

  question->complaint = complaint->id;
  fill_goods (question, complaint->purchase_id, complaint->product_id);
  gtk_check_button_set_active (question->exchange, complaint->wants == HF_WANTS_EXCHANGE);
  return create_form (question, content);
}
