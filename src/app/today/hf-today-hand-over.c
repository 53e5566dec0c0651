/* hf-today-hand-over.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today-hand-over.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hf-customer.h"
#include "hf-staff.h"

typedef struct
{
  HfAppContext *context;
  gint64 customer;
  char *name;
  GPtrArray *colleagues; /* of HfStaff, in the order of the list */
  GtkDropDown *who;
  GtkEditable *reason;
} Question;

typedef struct
{
  gint64 customer;
  gint64 to;
  char *reason;
  char *said;
} HandOver;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_ptr_array_unref (question->colleagues);
  g_free (question->name);
  g_free (question);
}

static void
hand_over_free (gpointer data)
{
  HandOver *hand_over = data;

  g_free (hand_over->reason);
  g_free (hand_over->said);
  g_free (hand_over);
}

static gpointer
run (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const HandOver *hand_over = data;
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();

  draft->owner = g_strdup_printf ("%" G_GINT64_FORMAT, hand_over->to);
  return hf_command_set_customer (db, actor, hand_over->customer, draft, hand_over->reason, error)
             ? g_strdup (hand_over->said)
             : NULL;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = hf_app_context_run_finish (HF_APP_CONTEXT (source), result, &error);

  if (said != NULL)
    hf_app_context_say (HF_APP_CONTEXT (source), said, TRUE, 0);
  else
    hf_app_context_complain (HF_APP_CONTEXT (source), error);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  guint chosen = gtk_drop_down_get_selected (question->who);
  const HfStaff *staff;
  HandOver *hand_over;

  if (g_strcmp0 (response, "do") != 0 || chosen >= question->colleagues->len)
    return;
  staff = question->colleagues->pdata[chosen];
  hand_over = g_new0 (HandOver, 1);
  hand_over->customer = question->customer;
  hand_over->to = staff->id;
  hand_over->reason = g_strdup (gtk_editable_get_text (question->reason));
  hand_over->said =
      g_strdup_printf (_ ("%s is now looked after by %s"), question->name, staff->name);
  hf_app_context_run_async (question->context, run, hand_over, hand_over_free, g_free, on_done,
                            NULL);
}

/* Everybody but the one at the desk. */
static GPtrArray *
dup_colleagues (HfAppContext *context, GtkStringList *names)
{
  g_autoptr (GPtrArray) all = hf_staff_dup_active (hf_app_context_get_reader (context), NULL);
  GPtrArray *colleagues = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_staff_free);

  if (all == NULL)
    return colleagues;
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      HfStaff *staff = all->pdata[i];

      if (staff->id == hf_app_context_get_staff (context))
        {
          hf_staff_free (staff);
          continue;
        }
      g_ptr_array_add (colleagues, staff);
      gtk_string_list_append (names, staff->name);
    }
  return colleagues;
}

static GtkWidget *
create_fields (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *who;

  question->colleagues = dup_colleagues (question->context, names);
  who = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  question->who = GTK_DROP_DOWN (who);
  question->reason = GTK_EDITABLE (entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (who), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To whom"), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  gtk_box_append (GTK_BOX (box), who);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

/**
 * hf_today_ask_colleague:
 * @widget: in the window over which it asks
 *
 * To whom the customer goes, and why; open follow-ups go along (CARD-11, WORK-3).
 */
void
hf_today_ask_colleague (GtkWidget *widget, HfAppContext *context, const HfWorkItem *item)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autofree char *title = g_strdup_printf (_ ("Hand %s Over"), item->customer);
  GtkWidget *dialog = adw_message_dialog_new (
      parent, title, _ ("The open follow-ups and promises go along with the customer."));
  Question *question = g_new0 (Question, 1);

  question->context = g_object_ref (context);
  question->customer = item->customer_id;
  question->name = g_strdup (item->customer);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), create_fields (question));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "do",
                                    _ ("_Hand Over"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "do",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "do");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "do",
                                           question->colleagues->len > 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question,
                         (GClosureNotify) (void (*) (void)) question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
