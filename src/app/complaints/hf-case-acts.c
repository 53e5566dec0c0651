/* hf-case-acts.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-acts.h"

#include <glib/gi18n-lib.h>

#include "hf-complaint-edit.h"
#include "hf-complaint.h"
#include "hf-dialog.h"
#include "hf-staff-choice.h"
#include "hf-visit.h"

typedef enum
{
  ACT_APOLOGY,
  ACT_ESCALATION,
  ACT_WAIT,
  ACT_REPLY,
  ACT_CONTACT,
  ACT_WITHDRAWAL,
} ActKind;

/* What is done: a command with texts of its own. */
typedef struct
{
  ActKind kind;
  gint64 id;
  gint64 staff;
  char *text;
  char *said;
  HfVisitDraft visit;
} Act;

/* The dialog's fields; those that an act does not ask for are not there. */
typedef struct
{
  HfAppContext *context;
  ActKind kind;
  gint64 id;
  gint64 customer;
  char *name;
  GtkEditable *text;
  GtkWidget *staff;
  GtkWidget *channel;
  GtkWidget *outcome;
  GtkWidget *minutes;
} Question;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->text);
  g_free (act->said);
  g_free (act);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_free (question->name);
  g_free (question);
}

static gboolean
log_visit (HfDb *db, const HfActor *actor, Act *act, GError **error)
{
  g_auto (HfVisitResult) result = { 0 };

  act->visit.note = act->text;
  return hf_command_log_visit (db, actor, &act->visit, &result, error);
}

static gboolean
run (HfDb *db, const HfActor *actor, Act *act, GError **error)
{
  switch (act->kind)
    {
    case ACT_APOLOGY:
      return hf_command_apologise (db, actor, act->id, act->staff, act->text, error);
    case ACT_ESCALATION:
      return hf_command_escalate_complaint (db, actor, act->id, act->text, error);
    case ACT_WAIT:
      return hf_command_wait_for_customer (db, actor, act->id, TRUE, act->text, error);
    case ACT_REPLY:
      return hf_command_wait_for_customer (db, actor, act->id, FALSE, NULL, error);
    case ACT_WITHDRAWAL:
      return hf_command_withdraw_complaint (db, actor, act->id, act->text, error);
    case ACT_CONTACT:
    default:
      return log_visit (db, actor, act, error);
    }
}

static gpointer
run_act (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Act *act = data;

  return run (db, actor, act, error) ? g_strdup (act->said) : NULL;
}

static char *
format_said (ActKind kind, const char *name)
{
  switch (kind)
    {
    case ACT_APOLOGY:
      return g_strdup_printf (_ ("%s: apology recorded"), name);
    case ACT_ESCALATION:
      return g_strdup_printf (_ ("%s: the managers see it now"), name);
    case ACT_WAIT:
      return g_strdup_printf (_ ("%s: the clock stands still until the customer answers"), name);
    case ACT_REPLY:
      return g_strdup_printf (_ ("%s: the clock runs again"), name);
    case ACT_WITHDRAWAL:
      return g_strdup_printf (_ ("%s: complaint withdrawn"), name);
    case ACT_CONTACT:
    default:
      return g_strdup_printf (_ ("%s: contact recorded"), name);
    }
}

static Act *
read_act (const Question *question)
{
  Act *act = g_new0 (Act, 1);

  act->kind = question->kind;
  act->id = question->id;
  act->text = g_strstrip (g_strdup (gtk_editable_get_text (question->text)));
  act->said = format_said (question->kind, question->name);
  if (question->staff != NULL)
    act->staff = hf_staff_choice_get (question->staff);
  if (question->kind == ACT_CONTACT)
    {
      hf_visit_draft_init (&act->visit);
      act->visit.customer_id = question->customer;
      act->visit.channel =
          (HfChannel) gtk_drop_down_get_selected (GTK_DROP_DOWN (question->channel));
      act->visit.outcome =
          (HfOutcome) gtk_drop_down_get_selected (GTK_DROP_DOWN (question->outcome));
      act->visit.minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (question->minutes));
    }
  return act;
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;

  hf_dialog_run (dialog, question->context, run_act, read_act (question), act_free);
}

static Question *
question_new (HfAppContext *context, const HfComplaint *complaint, ActKind kind)
{
  Question *question = g_new0 (Question, 1);

  question->context = g_object_ref (context);
  question->kind = kind;
  question->id = complaint->id;
  question->customer = complaint->customer_id;
  question->name = g_strdup (complaint->customer);
  return question;
}

static void
add_text (Question *question, GtkWidget *grid, int row, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 32);
  question->text = GTK_EDITABLE (hf_dialog_add_field (grid, row, name, entry));
}

static void
ask (GtkWidget *widget,
     Question *question,
     const char *title,
     const char *body,
     GtkWidget *grid,
     const char *verb)
{
  GtkWidget *dialog = hf_dialog_new (widget, title, body, grid, _ ("_Cancel"));

  hf_dialog_add_main_answer (dialog, "do", verb);
  gtk_widget_grab_focus (GTK_WIDGET (question->text));
  hf_dialog_ask (dialog, on_answered, question, question_free);
}

/**
 * hf_case_ask_apology:
 *
 * Who apologised, and how it was said (COMP-3).
 */
void
hf_case_ask_apology (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint)
{
  GtkWidget *grid = hf_dialog_create_grid ();
  Question *question = question_new (context, complaint, ACT_APOLOGY);

  add_text (question, grid, 0, _ ("How it was said"));
  question->staff = hf_dialog_add_field (
      grid, 1, _ ("Who apologised"),
      hf_staff_choice_new (context, NULL, hf_app_context_get_staff (context), 0));
  ask (widget, question, _ ("Record the Apology"),
       _ ("The customer was told that we are sorry, before anything is explained."), grid,
       _ ("_Record"));
}

/**
 * hf_case_ask_escalation:
 *
 * Makes it a manager's matter (COMP-4).
 */
void
hf_case_ask_escalation (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint)
{
  GtkWidget *grid = hf_dialog_create_grid ();
  Question *question = question_new (context, complaint, ACT_ESCALATION);

  add_text (question, grid, 0, _ ("Why"));
  ask (widget, question, _ ("Escalate to the Managers"),
       _ ("It stands on the managers’ list from now on."), grid, _ ("_Escalate"));
}

/**
 * hf_case_ask_wait:
 *
 * The customer was asked something: the time to answer stands still until they reply (COMP-4).
 */
void
hf_case_ask_wait (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint)
{
  GtkWidget *grid = hf_dialog_create_grid ();
  Question *question = question_new (context, complaint, ACT_WAIT);

  add_text (question, grid, 0, _ ("What was asked"));
  ask (widget, question, _ ("The Customer Was Asked"),
       _ ("The time to answer stands still until they reply; the other deadlines go on."), grid,
       _ ("_Stop the Clock"));
}

/**
 * hf_case_reply:
 *
 * The customer replied: the clock runs again (COMP-4).
 */
void
hf_case_reply (HfAppContext *context, const HfComplaint *complaint)
{
  Act *act = g_new0 (Act, 1);

  act->kind = ACT_REPLY;
  act->id = complaint->id;
  act->said = format_said (ACT_REPLY, complaint->customer);
  hf_app_context_run_async (context, run_act, act, act_free, g_free, hf_app_context_on_said, NULL);
}

static GtkWidget *
create_words (HfDomainSet set, int chosen)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (list), NULL);

  for (guint i = 0; i < hf_domain_get_size (set); i++)
    gtk_string_list_append (list, hf_domain_get_label (set, (int) i));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) chosen);
  return choice;
}

/**
 * hf_case_ask_contact:
 * @channel: by which the customer is to be contacted
 *
 * Records the call back or the visit that a deadline asks for (COMP-4), as any other contact.
 */
void
hf_case_ask_contact (GtkWidget *widget,
                     HfAppContext *context,
                     const HfComplaint *complaint,
                     HfChannel channel)
{
  const double most_minutes = 600;
  GtkWidget *grid = hf_dialog_create_grid ();
  Question *question = question_new (context, complaint, ACT_CONTACT);

  question->channel =
      hf_dialog_add_field (grid, 0, _ ("How"), create_words (HF_DOMAIN_CHANNEL, (int) channel));
  question->outcome = hf_dialog_add_field (grid, 1, _ ("What came of it"),
                                           create_words (HF_DOMAIN_OUTCOME, HF_OUTCOME_REACHED));
  question->minutes = hf_dialog_add_field (grid, 2, _ ("Minutes"),
                                           gtk_spin_button_new_with_range (0, most_minutes, 1));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (question->minutes), 5);
  add_text (question, grid, 3, _ ("What was said"));
  ask (widget, question,
       channel == HF_CHANNEL_HOME ? _ ("Record the Home Visit") : _ ("Record the Call Back"),
       _ ("Listen first. It stands in the customer’s history, too."), grid, _ ("_Record"));
}

/**
 * hf_case_ask_withdrawal:
 *
 * Recorded by mistake, or taken back by the customer: closed, and kept (COMP-9).
 */
void
hf_case_ask_withdrawal (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint)
{
  GtkWidget *grid = hf_dialog_create_grid ();
  Question *question = question_new (context, complaint, ACT_WITHDRAWAL);

  add_text (question, grid, 0, _ ("Why"));
  ask (widget, question, _ ("Withdraw the Complaint"),
       _ ("Recorded by mistake, or taken back by the customer. It is closed and kept, never "
          "deleted."),
       grid, _ ("_Withdraw"));
}
