/* hf-card-forms.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-forms.h"

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-card-rights.h"
#include "hf-card-visit-form.h"

typedef struct
{
  const char *name;
  const char *title;
  GtkWidget *(*create) (HfAppContext *context, gint64 customer);
} FormInfo;

static const FormInfo forms[] = {
  { "visit", N_ ("Log Visit"), NULL }, /* needs the view */
  { "purchase", N_ ("Purchase"), hf_card_purchase_new },
  { "complaint", N_ ("Complaint"), hf_card_complaint_new },
  { "referral", N_ ("Referral"), hf_card_referral_new },
  { "invite", N_ ("Invite"), hf_card_invite_new },
  { "stop", N_ ("Customer Stopped"), hf_card_stop_new },
  { "sale-window", N_ ("Expected Next Purchase"), hf_card_sale_window_new },
  { "enrol", N_ ("Start a Care Plan"), hf_card_enrol_new },
  { "export", N_ ("Export the Record"), hf_card_export_new },
  { "erase", N_ ("Erase"), hf_card_erase_new },
};

/**
 * hf_card_forms_create:
 * @name: of the form, as in the action `card.show-form`
 * @title: (out) (transfer none): what stands above it
 *
 * Returns: (transfer floating) (nullable): %NULL when there is none of that name
 */
GtkWidget *
hf_card_forms_create (const char *name,
                      HfAppContext *context,
                      const HfCardView *view,
                      gint64 customer,
                      const char **title)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (!g_str_equal (forms[i].name, name))
        continue;
      *title = _ (forms[i].title);
      return forms[i].create != NULL ? forms[i].create (context, customer)
                                     : hf_card_visit_form_new (context, view);
    }
  return NULL;
}
