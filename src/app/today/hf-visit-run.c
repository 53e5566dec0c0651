/* hf-visit-run.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit-run.h"

#include <glib/gi18n-lib.h>

#include "hf-when.h"
#include "hf-work.h"

/* The draft with texts of its own, and what came of it. */
typedef struct
{
  HfVisitDraft draft;
  char *note;
  char *promise;
  GStrv checks;
  gint64 operation;
  HfWorkItem *next; /* (nullable): the first follow-up that it opened */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_free (run->note);
  g_free (run->promise);
  g_strfreev (run->checks);
  g_clear_pointer (&run->next, hf_work_item_free);
  g_free (run);
}

static Run *
run_new (const HfVisitDraft *draft)
{
  Run *run = g_new0 (Run, 1);

  run->draft = *draft;
  run->draft.note = run->note = g_strdup (draft->note);
  run->draft.promise = run->promise = g_strdup (draft->promise);
  run->checks = g_strdupv ((char **) draft->checks);
  run->draft.checks = (const char *const *) run->checks;
  return run;
}

static gpointer
log_visit (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Run *run = data;
  Run *result;
  g_auto (HfVisitResult) visit = { 0 };

  if (!hf_command_log_visit (db, actor, &run->draft, &visit, error))
    return NULL;
  result = g_new0 (Run, 1);
  result->operation = visit.operation;
  if (visit.opened->len > 0)
    result->next = hf_work_load (db, g_array_index (visit.opened, gint64, 0), NULL);
  return result;
}

/**
 * hf_visit_run_async:
 * @draft: copied
 *
 * Records a contact as the person at the desk.
 */
void
hf_visit_run_async (HfAppContext *context,
                    const HfVisitDraft *draft,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  hf_app_context_run_async (context, log_visit, run_new (draft), run_free, run_free, callback,
                            user_data);
}

/* "Recorded. Next: home visit, Fri 4 Dec" */
static char *
format_said (HfAppContext *context, const HfWorkItem *next)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (context));
  g_autofree char *day = NULL;

  if (next == NULL)
    return g_strdup (_ ("Recorded"));
  day = hf_when_format_day (next->due_on, today);
  return g_strdup_printf (_ ("Recorded. Next for %s: %s, %s"), next->customer,
                          hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) next->channel), day);
}

/**
 * hf_visit_run_finish:
 *
 * Says in a toast what comes next, with Undo.
 */
gboolean
hf_visit_run_finish (HfAppContext *context, GAsyncResult *result, GError **error)
{
  Run *run = hf_app_context_run_finish (context, result, error);
  g_autofree char *text = NULL;

  if (run == NULL)
    return FALSE;
  text = format_said (context, run->next);
  hf_app_context_say (context, text, TRUE, run->operation);
  run_free (run);
  return TRUE;
}
