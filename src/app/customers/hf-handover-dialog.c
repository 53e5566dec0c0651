/* hf-handover-dialog.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-handover-dialog.h"

#include <glib/gi18n-lib.h>

#include "hf-dialog.h"
#include "hf-handover.h"

#define QUESTION "question"

typedef struct
{
  GArray *customers;
  gint64 to;
  char *name;
  char *customer; /* (nullable): the name of the only one */
  char *reason;
} Handover;

static void
handover_free (gpointer data)
{
  Handover *handover = data;

  g_array_unref (handover->customers);
  g_free (handover->name);
  g_free (handover->customer);
  g_free (handover->reason);
  g_free (handover);
}

static gpointer
run (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Handover *handover = data;
  guint n;

  if (!hf_command_hand_over (db, actor, handover->customers, handover->to, handover->reason, &n,
                             error))
    return NULL;
  if (handover->customer != NULL)
    return g_strdup_printf (_ ("%s is now looked after by %s"), handover->customer, handover->name);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u customer handed over to %s",
                                       "%u customers handed over to %s", n),
                          n, handover->name);
}

/* What the dialog needs until it is answered. */
typedef struct
{
  HfAppContext *context;
  GArray *customers;
  char *customer; /* (nullable): the name of the only one */
  GPtrArray *fits;
  GtkWidget *dialog;
  GtkDropDown *to;
  GtkEditable *reason;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->context);
  g_array_unref (question->customers);
  g_ptr_array_unref (question->fits);
  g_free (question->customer);
  g_free (question);
}

static void
on_answered (GtkWidget *dialog, const char *answer, gpointer data)
{
  Question *question = data;
  guint chosen = gtk_drop_down_get_selected (question->to);
  const HfHandoverFit *fit;
  Handover *handover;

  if (chosen >= question->fits->len)
    return;
  fit = question->fits->pdata[chosen];
  handover = g_new0 (Handover, 1);
  handover->customers = g_array_ref (question->customers);
  handover->to = fit->staff_id;
  handover->name = g_strdup (fit->name);
  handover->customer = g_strdup (question->customer);
  handover->reason = g_strdup (gtk_editable_get_text (question->reason));
  hf_dialog_run (dialog, question->context, run, handover, handover_free);
}

/* Without a reason it cannot be done. */
static void
allow (Question *question)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (question->reason)));

  hf_dialog_set_enabled (question->dialog, "do", *text != '\0' && question->customers->len > 0);
}

/* "周敏 · skills fit · 120 customers" */
static char *
format_fit (const HfHandoverFit *fit)
{
  g_autofree char *n = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u customer", "%u customers", fit->n_customers),
      fit->n_customers);

  if (fit->gap == 0)
    return g_strdup_printf (_ ("%s · skills fit · %s"), fit->name, n);
  return g_strdup_printf ("%s · %s", fit->name, n);
}

static GtkWidget *
make_content (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *entry = gtk_entry_new ();

  for (guint i = 0; i < question->fits->len; i++)
    {
      g_autofree char *text = format_fit (question->fits->pdata[i]);

      gtk_string_list_append (names, text);
    }
  question->to = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  question->reason = GTK_EDITABLE (entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->to), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New owner"), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (allow), question);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->to));
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

static char *
format_title (const Question *question)
{
  guint n = question->customers->len;

  if (question->customer != NULL)
    return g_strdup_printf (_ ("Hand %s Over"), question->customer);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Hand Over %u Customer", "Hand Over %u Customers", n), n);
}

/* What the dialog says of those who are left. */
static void
show_there (Question *question, GArray *there)
{
  guint gone = question->customers->len - there->len;
  g_autofree char *title = NULL;
  g_autofree char *trouble = NULL;

  if (gone == 0)
    return;
  g_array_unref (question->customers);
  question->customers = g_array_ref (there);
  if (there->len > 0)
    {
      title = format_title (question);
      hf_dialog_set_title (question->dialog, title);
      trouble =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u card was erased or merged meanwhile.",
                                        "%u cards were erased or merged meanwhile.", gone),
                           gone);
    }
  hf_dialog_tell (question->dialog,
                  trouble != NULL ? trouble : _ ("The card was erased or merged meanwhile."));
  allow (question);
}

static void
on_there_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) dialog = data;
  g_autoptr (GArray) there = hf_store_call_finish (HF_STORE (source), result, NULL);

  if (there != NULL && gtk_widget_get_mapped (dialog))
    show_there (g_object_get_data (G_OBJECT (dialog), QUESTION), there);
}

static gpointer
read_there (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return hf_handover_dup_there (db, data, error);
}

/* Somebody else may erase a card that was chosen. */
static void
on_store_changed (GtkWidget *dialog, HfStore *store)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), QUESTION);

  if (gtk_widget_get_mapped (dialog))
    hf_store_call_async (store, HF_STORE_READ, read_there, g_array_ref (question->customers),
                         (GDestroyNotify) g_array_unref, (GDestroyNotify) g_array_unref, NULL,
                         on_there_read, g_object_ref (dialog));
}

static void
ask (GtkWidget *parent, Question *question)
{
  g_autofree char *title = format_title (question);
  GtkWidget *dialog = hf_dialog_new (
      parent, title,
      _ ("Open follow-ups go along; the new owner begins with an introduction call."),
      make_content (question), _ ("_Cancel"));

  question->dialog = dialog;
  hf_dialog_add_main_answer (dialog, "do", _ ("_Hand Over"));
  hf_dialog_set_enabled (dialog, "do", FALSE);
  g_object_set_data (G_OBJECT (dialog), QUESTION, question);
  g_signal_connect_object (hf_app_context_get_store (question->context), "changed",
                           G_CALLBACK (on_store_changed), dialog, G_CONNECT_SWAPPED);
  hf_dialog_ask (dialog, on_answered, question, question_free);
}

typedef struct
{
  GtkWidget *parent;
  HfAppContext *context;
  GArray *customers;
  char *customer;
} Preparation;

static gpointer
read_fits (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return hf_handover_dup_fits (db, data, error);
}

static void
on_fits_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Preparation *preparation = data;
  g_autoptr (GtkWidget) parent = preparation->parent;
  g_autoptr (HfAppContext) context = preparation->context;
  g_autoptr (GArray) customers = preparation->customers;
  g_autofree char *customer = preparation->customer;
  g_autoptr (GError) error = NULL;
  GPtrArray *fits = hf_store_call_finish (HF_STORE (source), result, &error);
  Question *question;

  if (fits == NULL)
    {
      hf_app_context_complain (context, error);
      return;
    }
  question = g_new0 (Question, 1);
  question->context = g_steal_pointer (&context);
  question->customers = g_steal_pointer (&customers);
  question->customer = g_steal_pointer (&customer);
  question->fits = fits;
  ask (parent, question);
}

/**
 * hf_handover_ask:
 * @customers: (element-type gint64):
 * @name: (nullable): of the only one
 *
 * Asks to whom and why; who fits best by their skills is offered first (TIER-2).
 */
void
hf_handover_ask (GtkWidget *parent, HfAppContext *context, GArray *customers, const char *name)
{
  Preparation *preparation = g_new0 (Preparation, 1);

  preparation->parent = g_object_ref (parent);
  preparation->context = g_object_ref (context);
  preparation->customers = g_array_ref (customers);
  preparation->customer = g_strdup (name);
  hf_store_call_async (hf_app_context_get_store (context), HF_STORE_READ, read_fits,
                       g_array_ref (customers), (GDestroyNotify) g_array_unref,
                       (GDestroyNotify) g_ptr_array_unref, NULL, on_fits_read, preparation);
}

/**
 * hf_handover_show_pack:
 *
 * What a new owner must know of the customer (CARD-14), to read or to copy.
 */
void
hf_handover_show_pack (GtkWidget *parent, HfAppContext *context, gint64 customer)
{
  HfActor actor;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfHandoverPack) pack = NULL;
  g_autofree char *text = NULL;

  if (hf_app_context_init_actor (context, &actor, &error))
    pack = hf_handover_pack_load (hf_app_context_get_reader (context), &actor, customer, &error);
  if (pack == NULL)
    {
      hf_app_context_complain (context, error);
      return;
    }
  text = hf_handover_pack_format (pack);
  hf_dialog_show_text (parent, pack->card->name, _ ("Handover pack"), text);
}
