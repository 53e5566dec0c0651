/* hf-invite-dialog.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-invite-dialog.h"

#include <glib/gi18n-lib.h>

#include "hf-dialog.h"
#include "hf-event-choice.h"

/* More than anybody reads. */
#define MOST_LEFT_OUT (200)

typedef struct
{
  HfEventPick *pick;
  GArray *customers;
} Invitation;

static void
invitation_free (gpointer data)
{
  Invitation *invitation = data;

  hf_event_pick_free (invitation->pick);
  g_array_unref (invitation->customers);
  g_free (invitation);
}

/* What was done, and a line for each who was left out. */
static char *
format_invited (const HfInvited *invited)
{
  guint n = invited->customers->len;
  guint out = invited->left_out->len;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%2$u customer invited to “%1$s”",
                                       "%2$u customers invited to “%1$s”", n),
                          invited->title, n);
  if (invited->already > 0)
    g_string_append_printf (
        text,
        g_dngettext (GETTEXT_PACKAGE, "; %u was already", "; %u were already", invited->already),
        invited->already);
  if (out > 0)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "; %u left out", "; %u left out", out), out);
  for (guint i = 0; i < MIN (out, MOST_LEFT_OUT); i++)
    {
      const HfLeftOut *one = invited->left_out->pdata[i];

      g_string_append_printf (text, _ ("\n%s: %s"), one->name, one->why);
    }
  if (out > MOST_LEFT_OUT)
    g_string_append_printf (text, _ ("\nand %u more"), out - MOST_LEFT_OUT);
  return g_string_free (text, FALSE);
}

static gpointer
invite (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Invitation *invitation = data;
  g_autoptr (HfInvited) invited =
      hf_event_pick_invite (invitation->pick, db, actor, invitation->customers, error);

  return invited != NULL ? format_invited (invited) : NULL;
}

/* What the dialog needs until it is answered. */
typedef struct
{
  HfAppContext *context;
  GArray *customers;
  HfEventChoice *choice;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_array_unref (question->customers);
  g_free (question);
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  HfEventPick *pick = hf_event_choice_read (question->choice, &error);
  Invitation *invitation;

  if (pick == NULL)
    {
      hf_dialog_keep (dialog, error->message);
      return;
    }
  invitation = g_new (Invitation, 1);
  *invitation = (Invitation){ pick, g_array_ref (question->customers) };
  hf_dialog_run (dialog, question->context, invite, invitation, invitation_free);
}

/**
 * hf_invite_ask:
 * @customers: (element-type gint64):
 *
 * Asks to which event; whoever may not be invited is left out, and it is said who and why (EVT-1).
 */
void
hf_invite_ask (GtkWidget *parent, HfAppContext *context, GArray *customers)
{
  Question *question = g_new (Question, 1);
  GtkWidget *choice = hf_event_choice_new (context);
  guint n = customers->len;
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Invite %u Customer", "Invite %u Customers", n), n);
  GtkWidget *dialog = hf_dialog_new (
      parent, title,
      _ ("Whoever is not to be contacted, or is to be left in peace then, is left out."), choice,
      _ ("_Cancel"));

  *question =
      (Question){ g_object_ref (context), g_array_ref (customers), HF_EVENT_CHOICE (choice) };
  hf_dialog_add_main_answer (dialog, "do", _ ("_Invite"));
  hf_dialog_ask (dialog, on_answered, question, question_free);
}

static gpointer
plan (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const HfEventPick *pick = data;
  gint64 id;

  return hf_command_add_event (db, actor, &pick->draft, &id, error)
             ? g_strdup_printf (_ ("“%s” is planned"), pick->title)
             : NULL;
}

static void
free_pick (gpointer data)
{
  hf_event_pick_free (data);
}

static void
on_planned (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  HfEventPick *pick = hf_event_choice_read (question->choice, &error);

  if (pick == NULL)
    hf_dialog_keep (dialog, error->message);
  else
    hf_dialog_run (dialog, question->context, plan, pick, free_pick);
}

/**
 * hf_event_ask_new:
 *
 * Plans an event to which nobody is invited yet (EVT-1).
 */
void
hf_event_ask_new (GtkWidget *parent, HfAppContext *context)
{
  Question *question = g_new (Question, 1);
  GtkWidget *choice = hf_event_choice_new (context);
  GtkWidget *dialog =
      hf_dialog_new (parent, _ ("New Event"),
                     _ ("Customers are invited to it afterwards: tick them in Customers and press "
                        "“Invite…” (Ctrl+Shift+E)."),
                     choice, _ ("_Cancel"));

  hf_event_choice_set_new (HF_EVENT_CHOICE (choice));
  *question = (Question){ g_object_ref (context), g_array_new (FALSE, FALSE, sizeof (gint64)),
                          HF_EVENT_CHOICE (choice) };
  hf_dialog_add_main_answer (dialog, "do", _ ("_Plan"));
  hf_dialog_ask (dialog, on_planned, question, question_free);
}
