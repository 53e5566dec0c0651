/* hf-import-job.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * hf_import_job_new:
 *
 * Returns: (transfer full): an import of @path, with nothing decided yet
 */
HfImportJob *
hf_import_job_new (const char *path)
{
  HfImportJob *job = g_atomic_rc_box_new0 (HfImportJob);

  job->path = g_strdup (path);
  job->cancellable = g_cancellable_new ();
  return job;
}

static void
clear (gpointer data)
{
  HfImportJob *job = data;

  g_free (job->path);
  g_object_unref (job->cancellable);
  hf_import_result_clear (&job->result);
}

void
hf_import_job_unref (HfImportJob *job)
{
  g_atomic_rc_box_release_full (job, clear);
}

static void
unref_job (gpointer data)
{
  hf_import_job_unref (data);
}

static void
note_progress (double fraction, gpointer data)
{
  HfImportJob *job = data;

  g_atomic_int_set (&job->thousandths, (int) (fraction * 1000));
}

static gpointer
import (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  HfImportJob *job = data;
  HfImportOptions options = { 0 };

  options.columns = job->columns;
  options.header_row = job->header_row;
  options.dry_run = job->dry_run;
  options.cancellable = job->cancellable;
  options.progress = note_progress;
  options.progress_data = job;
  return hf_command_import (db, actor, job->kind, job->path, &options, &job->result, error) ? job
                                                                                            : NULL;
}

/**
 * hf_import_job_run:
 *
 * Cancelling @job's cancellable makes nothing remain of it. To be finished with
 * hf_app_context_run_finish(), whose result is @job itself, not to be freed.
 */
void
hf_import_job_run (HfImportJob *job,
                   HfAppContext *context,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  hf_app_context_run_async (context, import, g_atomic_rc_box_acquire (job), unref_job, NULL,
                            callback, data);
}

static void
append_quoted (GString *text, const char *value, char end)
{
  g_autofree char *doubled = NULL;
  g_auto (GStrv) parts = g_strsplit (value, "\"", -1);

  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"%s", doubled, end == ',' ? "," : "\r\n");
}

/**
 * hf_import_job_dup_problems:
 *
 * Returns: (transfer full): what is wrong, as a table that Excel opens: row, column, reason
 */
char *
hf_import_job_dup_problems (HfImportJob *job)
{
  GString *text = g_string_new ("\xEF\xBB\xBF");

  append_quoted (text, _ ("Row"), ',');
  append_quoted (text, _ ("Column"), ',');
  append_quoted (text, _ ("Reason"), '\n');
  for (guint i = 0; i < job->result.problems->len; i++)
    {
      const HfImportProblem *problem = g_ptr_array_index (job->result.problems, i);

      g_string_append_printf (text, "%u,", problem->row);
      append_quoted (text, problem->column, ',');
      append_quoted (text, problem->message, '\n');
    }
  return g_string_free (text, FALSE);
}
