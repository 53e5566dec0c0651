/* hf-card-invite.c: inviting the customer of a card (EVT-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-card-form.h"
#include "hf-event-choice.h"

typedef struct
{
  gint64 customer;
  HfEventChoice *choice;
} Form;

typedef struct
{
  HfEventPick *pick;
  gint64 customer;
} Invitation;

static void
invitation_free (gpointer data)
{
  Invitation *invitation = data;

  hf_event_pick_free (invitation->pick);
  g_free (invitation);
}

static gpointer
invite (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Invitation *invitation = data;
  g_autoptr (GArray) customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HfInvited) invited = NULL;

  g_array_append_val (customers, invitation->customer);
  invited = hf_event_pick_invite (invitation->pick, db, actor, customers, error);
  if (invited == NULL)
    return NULL;
  if (invited->already == 0)
    return invitation;
  g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT, _ ("This customer is invited to “%s” already."),
               invited->title);
  return NULL;
}

static void
on_save (HfCardForm *widget, gpointer data)
{
  Form *form = data;
  g_autoptr (GError) error = NULL;
  HfEventPick *pick = hf_event_choice_read (form->choice, &error);
  Invitation *invitation;

  if (pick == NULL)
    {
      hf_card_form_tell (widget, error);
      return;
    }
  invitation = g_new (Invitation, 1);
  *invitation = (Invitation){ pick, form->customer };
  hf_card_form_run (widget, invite, invitation, invitation_free, _ ("Invited"));
}

/**
 * hf_card_invite_new:
 *
 * Returns: (transfer floating): the form of an invitation
 */
GtkWidget *
hf_card_invite_new (HfAppContext *context, gint64 customer)
{
  Form *form = g_new0 (Form, 1);
  HfCardForm *widget = hf_card_form_new (context, _ ("Invite"), on_save, form, g_free);

  form->customer = customer;
  form->choice = HF_EVENT_CHOICE (hf_event_choice_new (context));
  hf_card_form_add (widget, NULL, GTK_WIDGET (form->choice));
  return GTK_WIDGET (widget);
}
