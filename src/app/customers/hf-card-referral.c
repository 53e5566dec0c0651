/* hf-card-referral.c: noting whom a customer names or brings (REF-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-referral.h"

typedef struct
{
  gint64 customer;
  GtkWidget *person;
  GtkWidget *phone;
  GtkWidget *relation;
  GtkWidget *how;
  GtkWidget *lives;
  GtkWidget *interest;
} Form;

/* Owns the texts of its draft. */
typedef struct
{
  HfReferralDraft draft;
  GStrv texts;
} Referral;

static void
referral_free (gpointer data)
{
  Referral *referral = data;

  g_strfreev (referral->texts);
  g_free (referral);
}

static gpointer
add (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Referral *referral = data;
  gint64 id;

  return hf_command_add_referral (db, actor, &referral->draft, &id, error) ? referral : NULL;
}

static void
on_save (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  Referral *referral = g_new0 (Referral, 1);
  GtkWidget *const entries[] = { form->person, form->phone, form->relation, form->lives,
                                 form->interest };
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text =
          g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entries[i]))));

      g_strv_builder_add (texts, text);
    }
  referral->texts = g_strv_builder_end (texts);
  referral->draft.referrer_id = form->customer;
  referral->draft.person = referral->texts[0];
  referral->draft.phone = referral->texts[1];
  referral->draft.relation = referral->texts[2];
  referral->draft.lives = referral->texts[3];
  referral->draft.interest = referral->texts[4];
  referral->draft.how = (HfReferredHow) gtk_drop_down_get_selected (GTK_DROP_DOWN (form->how));
  hf_card_form_run (widget, add, referral, referral_free, _ ("Referral noted"));
}

/**
 * hf_card_referral_new:
 *
 * Returns: (transfer floating): the form of a referral; the number has a field of its own (PHONE-2)
 */
GtkWidget *
hf_card_referral_new (HfAppContext *context, gint64 customer)
{
  Form *form = g_new0 (Form, 1);
  HfCardForm *widget = hf_card_form_new (context, _ ("Note Referral"), on_save, form, g_free);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < hf_domain_get_size (HF_DOMAIN_REFERRED_HOW); i++)
    g_strv_builder_add (labels, hf_domain_get_label (HF_DOMAIN_REFERRED_HOW, (int) i));
  list = g_strv_builder_end (labels);
  form->customer = customer;
  form->person = hf_card_form_add_entry (widget, _ ("Who was named"), NULL);
  form->phone = hf_card_form_add_entry (widget, _ ("Phone"), NULL);
  gtk_entry_set_input_purpose (GTK_ENTRY (form->phone), GTK_INPUT_PURPOSE_PHONE);
  form->relation = hf_card_form_add_entry (widget, _ ("Relation"), _ ("Neighbour, sister …"));
  form->how = hf_card_form_add_choice (widget, _ ("How"), (const char *const *) list);
  hf_card_form_add_more (widget, _ ("More about the person"));
  form->lives = hf_card_form_add_entry (widget, _ ("Lives where"), NULL);
  form->interest = hf_card_form_add_entry (widget, _ ("Would like to know more about"), NULL);
  return GTK_WIDGET (widget);
}
