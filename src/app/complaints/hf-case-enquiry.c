/* hf-case-enquiry.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-enquiry.h"

#include <glib/gi18n-lib.h>

#include "hf-day-button.h"
#include "hf-dialog.h"
#include "hf-enquiry.h"

/* What one of the commands needs, and what to say once it is done. */
typedef struct
{
  gint64 id;
  char *authority;
  char *reference;
  HfDay asked_on;
  char *path;
  char *said;
} Job;

typedef struct
{
  HfAppContext *context;
  gint64 id;
  char *name;
  GtkEditable *authority;
  GtkEditable *reference;
  HfDayButton *asked_on;
} Question;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->authority);
  g_free (job->reference);
  g_free (job->path);
  g_free (job->said);
  g_free (job);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_free (question->name);
  g_free (question);
}

static gpointer
open_enquiry (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Job *job = data;
  HfEnquiryDraft draft = { job->authority, job->reference, job->asked_on };

  if (draft.asked_on == HF_DAY_NONE)
    draft.asked_on = hf_minute_get_day (actor->now);
  return hf_command_open_enquiry (db, actor, job->id, &draft, error) ? g_strdup (job->said) : NULL;
}

static gpointer
answer_enquiry (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Job *job = data;

  return hf_command_answer_enquiry (db, actor, job->id, error) ? g_strdup (job->said) : NULL;
}

static gpointer
export_case (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Job *job = data;
  HfRecordOptions options = { .json = g_str_has_suffix (job->path, ".json") };

  return hf_command_export_complaint (db, actor, job->id, &options, job->path, error)
             ? g_strdup (job->said)
             : NULL;
}

static char *
take (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;
  Job *job = g_new0 (Job, 1);

  job->id = question->id;
  job->authority = take (question->authority);
  job->reference = take (question->reference);
  job->asked_on = hf_day_button_get_day (question->asked_on);
  job->said = g_strdup_printf (_ ("%s: the time to answer the authority runs"), question->name);
  hf_dialog_run (dialog, question->context, open_enquiry, job, job_free);
}

static GtkEditable *
add_entry (GtkWidget *grid, int row, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  const int width = 32;

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  return GTK_EDITABLE (hf_dialog_add_field (grid, row, name, entry));
}

/**
 * hf_case_ask_enquiry:
 *
 * Which authority asked, and when: its clock runs from then (COMP-10).
 */
void
hf_case_ask_enquiry (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint)
{
  GtkWidget *grid = hf_dialog_create_grid ();
  Question *question = g_new0 (Question, 1);
  HfDay today = hf_minute_get_day (hf_app_context_get_now (context));
  GtkWidget *dialog;

  question->context = g_object_ref (context);
  question->id = complaint->id;
  question->name = g_strdup (complaint->customer);
  question->authority = add_entry (grid, 0, _ ("Which authority"));
  question->reference = add_entry (grid, 1, _ ("Its reference number"));
  question->asked_on =
      g_object_new (HF_TYPE_DAY_BUTTON, "label", C_ ("day", "Today"), "past", TRUE, NULL);
  hf_day_button_set_today (question->asked_on, today);
  hf_dialog_add_field (grid, 2, _ ("When it asked"), GTK_WIDGET (question->asked_on));
  dialog = hf_dialog_new (widget, _ ("An Authority Asks"),
                          _ ("The working days to answer count from the day after it asked; you "
                             "are reminded, and so are the managers when they have passed."),
                          grid, _ ("_Cancel"));
  hf_dialog_add_main_answer (dialog, "do", _ ("_Record"));
  gtk_widget_grab_focus (GTK_WIDGET (question->authority));
  hf_dialog_ask (dialog, on_answered, question, question_free);
}

/**
 * hf_case_answer_enquiry:
 *
 * The authority has its answer (COMP-10).
 */
void
hf_case_answer_enquiry (HfAppContext *context, const HfComplaint *complaint)
{
  Job *job = g_new0 (Job, 1);

  job->id = complaint->id;
  job->said = g_strdup_printf (_ ("%s: the authority was answered"), complaint->customer);
  hf_app_context_run_async (context, answer_enquiry, job, job_free, g_free, hf_app_context_on_said,
                            NULL);
}

/* What is asked for while the person chooses a file. */
static void
on_chosen (GFile *file, GObject *owner)
{
  Question *question = g_object_get_data (owner, "hf-question");
  g_autofree char *name = NULL;
  g_autofree char *path = g_file_get_path (file);
  Job *job;

  if (path == NULL)
    return;
  name = g_filename_display_basename (path);
  job = g_new0 (Job, 1);
  job->id = question->id;
  job->path = g_steal_pointer (&path);
  job->said = g_strdup_printf (_ ("Case exported to “%s”"), name);
  hf_app_context_run_async (question->context, export_case, job, job_free, g_free,
                            hf_app_context_on_said, NULL);
}

/**
 * hf_case_export:
 *
 * The whole file of the case for an authority, as a page that people read: with the customer's
 * number masked and without their health (COMP-10, PHONE-3, CARD-3). For managers.
 */
void
hf_case_export (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint)
{
  const char *const suffixes[] = { "html", "json", NULL };
  g_autofree char *name =
      g_strdup_printf (_ ("complaint-%lld.html"), (long long) complaint->number);
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  Question *question = g_new0 (Question, 1);

  question->context = g_object_ref (context);
  question->id = complaint->id;
  g_object_set_data_full (owner, "hf-question", question, question_free);
  hf_dialog_choose_file (GTK_WINDOW (gtk_widget_get_root (widget)), name, _ ("Pages to read"),
                         suffixes, on_chosen, owner);
}
