/* hf-card-complaint.c: recording a complaint on the card (COMP-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-card-run.h"
#include "hf-complaint.h"
#include "hf-day-button.h"
#include "hf-phone.h"
#include "hf-staff-choice.h"

/* When a day is meant and no hour: the end of most working days. */
#define EVENING (18 * 60)

typedef struct
{
  HfCardForm *widget; /* (unowned): it owns this */
  gint64 customer;
  GtkWidget *words;
  GtkWidget *phone_row;
  GtkWidget *reason;
  GtkWidget *severity;
  GtkWidget *wants;
  GtkWidget *channel;
  GtkWidget *about;
  HfDayButton *promised;
} Form;

typedef struct
{
  HfComplaintDraft draft;
  char *words;
} Complaint;

static void
complaint_free (gpointer data)
{
  Complaint *complaint = data;

  g_free (complaint->words);
  g_free (complaint);
}

static gpointer
open_complaint (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Complaint *complaint = data;
  gint64 id;

  return hf_command_open_complaint (db, actor, &complaint->draft, &id, error) ? complaint : NULL;
}

static int
get_chosen (GtkWidget *choice)
{
  return (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));
}

/* Of a list that begins with none: nobody's answer is guessed. */
static int
get_said (GtkWidget *choice, int unsaid)
{
  int chosen = get_chosen (choice);

  return chosen > 0 ? chosen - 1 : unsaid;
}

static char *
dup_words (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* COMP-1: a case of which nobody knows what it is about helps nobody. */
static gboolean
check_about (Form *form)
{
  g_autofree char *words = dup_words (form->words);
  g_autoptr (GError) error = NULL;

  if (*g_strstrip (words) != '\0' || get_chosen (form->reason) > 0)
    return TRUE;
  error = g_error_new_literal (HF_ERROR, HF_ERROR_BAD_INPUT,
                               _ ("Write what the customer said, or choose what it is about."));
  hf_card_form_tell (form->widget, error);
  gtk_widget_grab_focus (form->words);
  return FALSE;
}

static void
on_save (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  Complaint *complaint;
  HfDay promised = hf_day_button_get_day (form->promised);

  if (!check_about (form))
    return;
  complaint = g_new0 (Complaint, 1);
  hf_complaint_draft_init (&complaint->draft);
  complaint->words = dup_words (form->words);
  complaint->draft.customer_id = form->customer;
  complaint->draft.words = complaint->words;
  complaint->draft.reason = (HfComplaintReason) get_said (form->reason, HF_COMPLAINT_OTHER);
  complaint->draft.severity = (HfComplaintSeverity) get_chosen (form->severity);
  complaint->draft.wants = (HfWants) get_said (form->wants, HF_WANTS_OTHER);
  complaint->draft.channel = (HfChannel) get_chosen (form->channel);
  complaint->draft.about_id = hf_staff_choice_get (form->about);
  if (promised != HF_DAY_NONE)
    complaint->draft.promised_by = hf_minute_new (promised, EVENING);
  hf_card_form_run (widget, open_complaint, complaint, complaint_free, _ ("Complaint recorded"));
}

/* @none: (nullable): what stands first, for no word of the set */
static GtkWidget *
add_words (HfCardForm *widget, const char *label, const char *none, HfDomainSet set, int chosen)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  GtkWidget *choice;

  if (none != NULL)
    g_strv_builder_add (labels, none);
  for (guint i = 0; i < hf_domain_get_size (set); i++)
    g_strv_builder_add (labels, hf_domain_get_label (set, (int) i));
  list = g_strv_builder_end (labels);
  choice = hf_card_form_add_choice (widget, label, (const char *const *) list);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) chosen);
  return choice;
}

/* Said while somebody types, not only when it is too late (PHONE-2). */
static void
on_words_changed (Form *form)
{
  g_autofree char *words = dup_words (form->words);
  gsize start, length;

  gtk_widget_set_visible (form->phone_row, hf_phone_find (words, &start, &length));
}

static void
remove_phone (Form *form)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->words));
  g_autofree char *words = dup_words (form->words);
  g_autoptr (GString) rest = g_string_new (words);
  gsize start, length;

  if (!hf_phone_find (words, &start, &length))
    return;
  g_string_erase (rest, (gssize) start, (gssize) length);
  gtk_text_buffer_set_text (buffer, rest->str, -1);
}

static void
on_phone_moved (GObject *row, const GError *error)
{
  Form *form = g_object_get_data (row, "hf-form");

  if (gtk_widget_get_root (GTK_WIDGET (row)) == NULL)
    return;
  hf_card_form_tell (form->widget, error);
  if (error == NULL)
    remove_phone (form);
}

/* To the customer's numbers, the one place for it (PHONE-2). */
static void
on_move_phone (Form *form)
{
  g_autofree char *words = dup_words (form->words);
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *number = NULL;
  gsize start, length;

  if (!hf_phone_find (words, &start, &length))
    return;
  typed = g_strndup (words + start, length);
  if (!hf_phone_parse (typed, &number, &error))
    {
      hf_card_form_tell (form->widget, error);
      return;
    }
  hf_customer_draft_add_phone (draft, number, "");
  hf_card_run_draft (hf_card_form_get_context (form->widget), form->customer,
                     g_steal_pointer (&draft), _ ("The number now stands on the card"),
                     form->phone_row, on_phone_moved);
}

static GtkWidget *
create_phone_row (Form *form)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ ("A phone number can't stand here."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Move to the Phone Field"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "hf-small");
  gtk_widget_add_css_class (label, "late");
  gtk_widget_add_css_class (button, "hf-flatbtn");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_set_visible (row, FALSE);
  g_object_set_data (G_OBJECT (row), "hf-form", form);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_move_phone), form);
  return row;
}

static void
add_customers_words (Form *form)
{
  form->words = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (form->words), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (form->words), FALSE);
  gtk_widget_set_size_request (form->words, -1, 90);
  gtk_widget_add_css_class (form->words, "note");
  hf_card_form_add (form->widget, _ ("What happened, in the customer’s words"), form->words);
  form->phone_row = create_phone_row (form);
  hf_card_form_add (form->widget, NULL, form->phone_row);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->words)), "changed",
                            G_CALLBACK (on_words_changed), form);
}

/**
 * hf_card_complaint_new:
 *
 * Returns: (transfer floating): the form of a complaint
 */
GtkWidget *
hf_card_complaint_new (HfAppContext *context, gint64 customer)
{
  Form *form = g_new0 (Form, 1);
  HfCardForm *widget = hf_card_form_new (context, _ ("Record Complaint"), on_save, form, g_free);

  form->widget = widget;
  form->customer = customer;
  add_customers_words (form);
  form->reason = add_words (widget, _ ("About"), _ ("Choose…"), HF_DOMAIN_COMPLAINT_REASON, 0);
  form->severity = add_words (widget, _ ("How serious"), NULL, HF_DOMAIN_COMPLAINT_SEVERITY, 0);
  form->wants = add_words (widget, _ ("The customer wants"), _ ("Not said"), HF_DOMAIN_WANTS, 0);
  form->channel = add_words (widget, _ ("It came by"), NULL, HF_DOMAIN_CHANNEL, HF_CHANNEL_PHONE);
  form->about = hf_staff_choice_new (context, _ ("nobody in particular"), 0, 0);
  hf_card_form_add (widget, _ ("Who is complained about"), form->about);
  form->promised = g_object_new (HF_TYPE_DAY_BUTTON, "label", _ ("Nothing promised"), NULL);
  hf_day_button_set_today (form->promised, hf_minute_get_day (hf_app_context_get_now (context)));
  hf_card_form_add (widget, _ ("Answer promised by"), GTK_WIDGET (form->promised));
  return GTK_WIDGET (widget);
}
