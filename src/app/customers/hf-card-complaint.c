/* hf-card-complaint.c: recording a complaint on the card (COMP-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-complaint.h"

typedef struct
{
  gint64 customer;
  GtkWidget *words;
  GtkWidget *reason;
  GtkWidget *severity;
  GtkWidget *wants;
  GtkWidget *channel;
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

static char *
dup_words (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_save (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  Complaint *complaint = g_new0 (Complaint, 1);

  hf_complaint_draft_init (&complaint->draft);
  complaint->words = dup_words (form->words);
  complaint->draft.customer_id = form->customer;
  complaint->draft.words = complaint->words;
  complaint->draft.reason = (HfComplaintReason) get_chosen (form->reason);
  complaint->draft.severity = (HfComplaintSeverity) get_chosen (form->severity);
  complaint->draft.wants = (HfWants) get_chosen (form->wants);
  complaint->draft.channel = (HfChannel) get_chosen (form->channel);
  hf_card_form_run (widget, open_complaint, complaint, complaint_free, _ ("Complaint recorded"));
}

static GtkWidget *
add_words (HfCardForm *widget, const char *label, HfDomainSet set, int chosen)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  GtkWidget *choice;

  for (guint i = 0; i < hf_domain_get_size (set); i++)
    g_strv_builder_add (labels, hf_domain_get_label (set, (int) i));
  list = g_strv_builder_end (labels);
  choice = hf_card_form_add_choice (widget, label, (const char *const *) list);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) chosen);
  return choice;
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

  form->customer = customer;
  form->words = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (form->words), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (form->words), FALSE);
  gtk_widget_set_size_request (form->words, -1, 90);
  gtk_widget_add_css_class (form->words, "note");
  hf_card_form_add (widget, _ ("What happened, in the customer’s words"), form->words);
  form->reason = add_words (widget, _ ("About"), HF_DOMAIN_COMPLAINT_REASON, 0);
  form->severity = add_words (widget, _ ("How serious"), HF_DOMAIN_COMPLAINT_SEVERITY, 0);
  form->wants = add_words (widget, _ ("The customer wants"), HF_DOMAIN_WANTS, 0);
  form->channel = add_words (widget, _ ("It came by"), HF_DOMAIN_CHANNEL, HF_CHANNEL_PHONE);
  return GTK_WIDGET (widget);
}
