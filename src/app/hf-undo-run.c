/* hf-undo-run.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-undo-run.h"

#include <glib/gi18n-lib.h>

#include "hf-undo.h"

static void
result_free (gpointer data)
{
  HfUndoResult *result = data;

  hf_undo_result_clear (result);
  g_free (result);
}

static gpointer
undo (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  HfUndoResult *result = g_new0 (HfUndoResult, 1);

  if (hf_command_undo (db, actor, *(gint64 *) data, result, error))
    return result;
  result_free (result);
  return NULL;
}

static gpointer
redo (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  HfUndoResult *result = g_new0 (HfUndoResult, 1);

  if (hf_command_redo (db, actor, result, error))
    return result;
  result_free (result);
  return NULL;
}

/* "Undone: contact recorded · Wang Xiuying" */
static void
say (HfAppContext *context, const char *what, const HfUndoResult *result)
{
  g_autofree char *text = NULL;
  const char *label = hf_operation_get_label (result->kind);

  if (result->subject != NULL && *result->subject != '\0')
    text = g_strdup_printf ("%s%s · %s", what, label, result->subject);
  else
    text = g_strconcat (what, label, NULL);
  hf_app_context_say (context, text, FALSE, 0);
}

static void
finish (HfAppContext *context, GAsyncResult *async, const char *what, gboolean undone)
{
  g_autoptr (GError) error = NULL;
  HfUndoResult *result = hf_app_context_run_finish (context, async, &error);

  if (result == NULL)
    /* Nothing to take back is no trouble. */
    if (g_error_matches (error, HF_ERROR, HF_ERROR_NOT_FOUND))
      hf_app_context_say (context, error->message, FALSE, 0);
    else
      hf_app_context_complain (context, error);
  else
    {
      if (undone)
        hf_app_context_tell_undone (context, result->operation);
      say (context, what, result);
      result_free (result);
    }
}

static void
on_undone (GObject *source, GAsyncResult *async, gpointer data)
{
  g_autoptr (HfAppContext) context = data;

  finish (context, async, _ ("Undone: "), TRUE);
}

static void
on_redone (GObject *source, GAsyncResult *async, gpointer data)
{
  g_autoptr (HfAppContext) context = data;

  finish (context, async, _ ("Done again: "), FALSE);
}

/**
 * hf_undo_run:
 * @operation: what to take back; 0 for the last thing that the person at the desk did
 *
 * Says in a toast what was undone.
 */
void
hf_undo_run (HfAppContext *context, gint64 operation)
{
  hf_app_context_run_async (context, undo, g_memdup2 (&operation, sizeof operation), g_free,
                            result_free, on_undone, g_object_ref (context));
}

/**
 * hf_redo_run:
 *
 * Does again what was undone last.
 */
void
hf_redo_run (HfAppContext *context)
{
  hf_app_context_run_async (context, redo, NULL, NULL, result_free, on_redone,
                            g_object_ref (context));
}
