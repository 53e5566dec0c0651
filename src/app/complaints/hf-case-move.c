/* hf-case-move.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-move.h"

#include <glib/gi18n-lib.h>

#include "hf-case-words.h"
#include "hf-complaint.h"
#include "hf-day-button.h"
#include "hf-dialog.h"
#include "hf-staff-choice.h"

/* When a day is meant and no hour: the end of most working days. */
#define EVENING (18 * 60)

/* The dialog's fields; those that a stage does not ask for are not there. */
typedef struct
{
  HfAppContext *context;
  gint64 id;
  char *subject;
  HfComplaintStage to;
  gint64 seen_move;
  GtkEditable *note;
  GtkEditable *apology;
  GtkEditable *remedy;
  HfDayButton *remedy_by;
  GtkWidget *investigator;
  GtkWidget *satisfaction;
  GtkEditable *cause;
  GtkEditable *action;
} Question;

/* The step with texts of its own. */
typedef struct
{
  gint64 id;
  char *subject;
  HfComplaintStep step;
  GPtrArray *texts;
} Move;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_free (question->subject);
  g_free (question);
}

static void
move_free (gpointer data)
{
  Move *move = data;

  g_ptr_array_unref (move->texts);
  g_free (move->subject);
  g_free (move);
}

static gpointer
run_move (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Move *move = data;
  const char *stage = hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) move->step.to);

  return hf_command_move_complaint (db, actor, move->id, &move->step, error)
             ? g_strdup_printf (_ ("%s: “%s” now"), move->subject, stage)
             : NULL;
}

static const char *
take (Move *move, GtkEditable *entry)
{
  char *text;

  if (entry == NULL)
    return NULL;
  text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_ptr_array_add (move->texts, text);
  return text;
}

static Move *
read_move (const Question *question)
{
  Move *move = g_new0 (Move, 1);

  move->id = question->id;
  move->subject = g_strdup (question->subject);
  move->texts = g_ptr_array_new_with_free_func (g_free);
  hf_complaint_step_init (&move->step);
  move->step.to = question->to;
  move->step.seen_move = question->seen_move;
  move->step.note = take (move, question->note);
  move->step.apology_how = take (move, question->apology);
  move->step.apology = move->step.apology_how != NULL && *move->step.apology_how != '\0';
  move->step.remedy = take (move, question->remedy);
  move->step.cause = take (move, question->cause);
  move->step.action = take (move, question->action);
  if (question->remedy_by != NULL && hf_day_button_get_day (question->remedy_by) != HF_DAY_NONE)
    move->step.remedy_by = hf_minute_new (hf_day_button_get_day (question->remedy_by), EVENING);
  if (question->investigator != NULL)
    move->step.investigator_id = hf_staff_choice_get (question->investigator);
  if (question->satisfaction != NULL)
    move->step.satisfaction =
        (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (question->satisfaction));
  return move;
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;

  hf_dialog_run (dialog, question->context, run_move, read_move (question), move_free);
}

static GtkEditable *
add_entry (GtkWidget *grid, int row, const char *name, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 34);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  return GTK_EDITABLE (hf_dialog_add_field (grid, row, name, entry));
}

static void
add_answer_fields (Question *question, GtkWidget *grid, const HfComplaint *complaint)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (question->context));
  int row = 0;

  if (complaint->apologised_at == HF_MINUTE_NONE)
    question->apology = add_entry (grid, row++, _ ("How we apologised"), NULL);
  question->remedy = add_entry (grid, row++, _ ("Solution that was offered"), complaint->remedy);
  question->remedy_by = g_object_new (HF_TYPE_DAY_BUTTON, "label", _ ("Which day"), NULL);
  hf_day_button_set_today (question->remedy_by, today);
  hf_dialog_add_field (grid, row++, _ ("It will be there by"), GTK_WIDGET (question->remedy_by));
  question->note = add_entry (grid, row, _ ("What the customer said"), NULL);
}

static void
add_closing_fields (Question *question, GtkWidget *grid, const HfComplaint *complaint)
{
  const char *const grades[] = { _ ("not asked yet"),
                                 _ ("1 – very dissatisfied"),
                                 _ ("2 – dissatisfied"),
                                 _ ("3 – neither"),
                                 _ ("4 – satisfied"),
                                 _ ("5 – very satisfied"),
                                 NULL };

  question->satisfaction = hf_dialog_add_field (grid, 0, _ ("How satisfied the customer is"),
                                                gtk_drop_down_new_from_strings (grades));
  question->cause = add_entry (grid, 1, _ ("Cause"), complaint->cause);
  question->action = add_entry (grid, 2, _ ("What we change"), complaint->action);
}

static void
add_investigating_fields (Question *question, GtkWidget *grid, const HfComplaint *complaint)
{
  gint64 chosen = complaint->investigator_id != 0 ? complaint->investigator_id
                                                  : hf_app_context_get_staff (question->context);
  const char *why = complaint->stage == HF_CASE_ACKNOWLEDGED ? _ ("What to find out")
                    : complaint->stage == HF_CASE_ANSWERED   ? _ ("Why the customer said no")
                                                             : _ ("Why it is opened again");

  question->investigator = hf_dialog_add_field (
      grid, 0, _ ("Who looks into it"),
      hf_staff_choice_new (question->context, NULL, chosen == complaint->about_id ? 0 : chosen,
                           complaint->about_id));
  question->note = add_entry (grid, 1, why, NULL);
}

static GtkWidget *
create_fields (Question *question, const HfComplaint *complaint)
{
  GtkWidget *grid = hf_dialog_create_grid ();

  switch (question->to)
    {
    case HF_CASE_ACKNOWLEDGED:
      question->note = add_entry (grid, 0, _ ("How the customer was told"), NULL);
      break;
    case HF_CASE_INVESTIGATING:
      add_investigating_fields (question, grid, complaint);
      break;
    case HF_CASE_ANSWERED:
      add_answer_fields (question, grid, complaint);
      break;
    case HF_CASE_CLOSED:
      add_closing_fields (question, grid, complaint);
      break;
    case HF_CASE_RECEIVED:
    case HF_CASE_RESOLVED:
    default:
      question->note = add_entry (grid, 0, _ ("What the customer said"), NULL);
      break;
    }
  return grid;
}

static const char *
get_body (const HfComplaint *complaint, HfComplaintStage to)
{
  switch (to)
    {
    case HF_CASE_ACKNOWLEDGED:
      return _ ("The customer knows that we have the complaint, and its number.");
    case HF_CASE_INVESTIGATING:
      if (complaint->stage == HF_CASE_ANSWERED)
        return _ ("The customer rejects the solution: it is looked into once more.");
      if (complaint->stage == HF_CASE_CLOSED)
        return _ ("The complaint is opened again; the time to answer and to close it begins anew.");
      return complaint->about_id != 0
                 ? _ ("Whoever is complained about does not look into it, and is not offered.")
                 : _ ("Somebody finds out what happened.");
    case HF_CASE_ANSWERED:
      return _ ("First the apology, then the solution, with the day on which it will be there.");
    case HF_CASE_RESOLVED:
      return _ ("The customer accepts the solution.");
    case HF_CASE_CLOSED:
      return _ (
          "In the customer’s own words: how satisfied are they? Then why it came to this, and "
          "what we change.");
    case HF_CASE_RECEIVED:
    default:
      return "";
    }
}

/**
 * hf_case_move_ask:
 * @widget: in the window over which the dialog stands
 * @complaint: as the person has seen it; somebody who moved it since is named (COMP-3)
 *
 * Asks for what the stage needs and moves the complaint; what is refused is said in the dialog.
 */
void
hf_case_move_ask (GtkWidget *widget,
                  HfAppContext *context,
                  const HfComplaint *complaint,
                  HfComplaintStage to)
{
  g_autofree char *number = hf_case_format_number (complaint->number);
  g_autofree char *title = NULL;
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog;

  question->context = g_object_ref (context);
  question->id = complaint->id;
  question->subject = g_strdup (complaint->customer);
  question->to = to;
  question->seen_move = complaint->last_move;
  title = g_strdup_printf (_ ("%s %s → %s"), number, complaint->customer,
                           hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) to));
  dialog = hf_dialog_new (widget, title, get_body (complaint, to),
                          create_fields (question, complaint), _ ("_Cancel"));
  hf_dialog_add_main_answer (dialog, "do", C_ ("stage of a complaint", "_Move"));
  /* Enter in a list would open it; what is written first is what matters. */
  if (to == HF_CASE_INVESTIGATING)
    gtk_widget_grab_focus (GTK_WIDGET (question->note));
  hf_dialog_ask (dialog, on_answered, question, question_free);
}
