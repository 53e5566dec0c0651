/* hf-card-run.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-run.h"

#include <glib/gi18n-lib.h>

#include "hf-customer.h"
#include "hf-incident.h"

typedef struct
{
  HfCommandFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Run;

/* Whom to tell how it went, and what to say when it did. */
typedef struct
{
  char *said;
  GObject *form;
  HfCardDone done;
} Waiting;

typedef struct
{
  gint64 customer;
  HfCustomerDraft *draft;
} Change;

static void
run_free (gpointer data)
{
  Run *run = data;

  if (run->free_data != NULL)
    run->free_data (run->data);
  g_free (run);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  hf_customer_draft_free (change->draft);
  g_free (change);
}

static gpointer
change_card (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Change *change = data;

  return hf_command_set_customer (db, actor, change->customer, change->draft, NULL, error) ? change
                                                                                           : NULL;
}

/* The operation that an Undo would take back; 0 when nothing was changed. */
static gpointer
run_on_writer (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Run *run = data;
  gint64 before = 0;
  gint64 after = 0;

  if (!hf_db_get_int (db, HF_QUERY_OPERATION_LAST_UNDOABLE, &before, error, "l", actor->staff_id) ||
      run->func (db, actor, run->data, error) == NULL ||
      !hf_db_get_int (db, HF_QUERY_OPERATION_LAST_UNDOABLE, &after, error, "l", actor->staff_id))
    return NULL;
  if (after == before)
    after = 0;
  return g_memdup2 (&after, sizeof after);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  HfAppContext *context = HF_APP_CONTEXT (source);
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *operation = hf_app_context_run_finish (context, result, &error);

  if (operation != NULL && *waiting->said != '\0')
    hf_app_context_say (context, waiting->said, *operation != 0, *operation);
  if (waiting->done != NULL)
    waiting->done (waiting->form, error);
  else if (error != NULL)
    hf_app_context_complain (context, error);
  g_clear_object (&waiting->form);
  g_free (waiting->said);
  g_free (waiting);
}

/**
 * hf_card_run_command:
 * @data: (transfer full): for @func
 * @said: what a toast says once it is done, with Undo where something was changed
 * @form: (type GObject): kept until @done was called
 * @done: (nullable): without it an error is told in a dialog
 *
 * Runs a command as the person at the desk.
 */
void
hf_card_run_command (HfAppContext *context,
                     HfCommandFunc func,
                     gpointer data,
                     GDestroyNotify free_data,
                     const char *said,
                     gpointer form,
                     HfCardDone done)
{
  Run *run = g_new0 (Run, 1);
  Waiting *waiting = g_new0 (Waiting, 1);

  run->func = func;
  run->data = data;
  run->free_data = free_data;
  waiting->said = g_strdup (said);
  waiting->form = g_object_ref (form);
  waiting->done = done;
  hf_app_context_run_async (context, run_on_writer, run, run_free, g_free, on_run, waiting);
}

/**
 * hf_card_run_draft:
 * @draft: (transfer full): what is to change on the card
 *
 * Changes a card, as one operation.
 */
void
hf_card_run_draft (HfAppContext *context,
                   gint64 customer,
                   HfCustomerDraft *draft,
                   const char *said,
                   gpointer form,
                   HfCardDone done)
{
  Change *change = g_new0 (Change, 1);

  change->customer = customer;
  change->draft = draft;
  hf_card_run_command (context, change_card, change, change_free, said, form, done);
}

/**
 * hf_card_run_tell:
 * @label: shown while there is something to tell
 * @text: (nullable): an error's message; its first line is for the person, the rest is technical
 *   and stands in the tooltip
 */
void
hf_card_run_tell (GtkLabel *label, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "\n", 2);
  const char *sentence = parts[0] != NULL ? parts[0] : "";

  gtk_label_set_label (label, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), parts[0] != NULL ? parts[1] : NULL);
  gtk_widget_set_visible (GTK_WIDGET (label), *sentence != '\0');
}

static gpointer
note_opened (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  return hf_command_note_opened (db, actor, *(gint64 *) data, error) ? data : NULL;
}

/**
 * hf_card_run_note_opened:
 * @context: (nullable): nothing happens without one
 * @customer: 0 for none
 *
 * That somebody opened the card is in the audit log (AUD-1).
 */
void
hf_card_run_note_opened (HfAppContext *context, gint64 customer)
{
  if (context != NULL && customer != 0)
    hf_app_context_run_async (context, note_opened, g_memdup2 (&customer, sizeof customer), g_free,
                              NULL, NULL, NULL);
}
