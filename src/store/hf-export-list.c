/* hf-export-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-export-list.h"

#include <glib/gi18n-lib.h>

#include "hf-export-private.h"
#include "hf-export.h"
#include "hf-office.h"
#include "hf-record-page.h"

/* Nothing that somebody wrote in words of their own is among it: what a customer said in a
 * complaint or a talk, what was promised, why a tier was set; nor health (COMP-1, CARD-3). */
static const struct
{
  const char *nick;
  HfQuery query;
  const char *titles;
  const char *formats; /* as in #HfRecordSection */
} lists[] = {
  [HF_EXPORT_COMPLAINTS] = { "complaints", HF_QUERY_EXPORT_COMPLAINTS,
                             N_ ("Number|Customer|Phone|Owner|Received|Channel|Reason|Severity|"
                                 "Wants|Stage|Responsible|Who looks into it|With the manager|"
                                 "Deadlines missed|Answered|Closed|Satisfaction|Withdrawn"),
                             "sspsmcrvngssbsmmsm" },
  [HF_EXPORT_VISITS] = { "visits", HF_QUERY_EXPORT_VISITS,
                         N_ ("Customer|Phone|At|Channel|Outcome|Minutes|Kind|Satisfaction|Staff|"
                             "Cost"),
                         "spmcosxssy" },
  [HF_EXPORT_FOLLOW_UPS] = { "follow-ups", HF_QUERY_EXPORT_FOLLOW_UPS,
                             N_ ("Customer|Phone|Due|First due on|Kind|Plan|Step|State|Staff|Done"),
                             "spmdissfsm" },
  [HF_EXPORT_TIERS] = { "tiers", HF_QUERY_EXPORT_TIERS,
                        N_ ("Customer|Scheme|Tier|Since|By hand|By hand until|Owner|Phone"),
                        "sSTdbdsp" },
};

typedef struct
{
  HfDb *db;
  const HfListExport *request;
  HfRecordOptions options;
  guint n;
} Job;

static gboolean
write_row (
    const Job *job, HfRows *rows, const HfExportFormat *format, gpointer file, GError **error)
{
  const char *formats = lists[job->request->list].formats;
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; formats[i] != '\0'; i++)
    g_ptr_array_add (values, hf_record_value_dup (rows, i, formats[i], &job->options));
  return format->row (file, (const char *const *) values->pdata, error);
}

static gboolean
write_all (const HfExportFormat *format,
           gpointer file,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  Job *job = data;
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, job->db, lists[job->request->list].query, error, "ll",
                     job->request->from, job->request->to))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !write_row (job, &rows, format, file, error))
        return FALSE;
      job->n++;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The names of the query's columns are the keys. */
static GStrv
dup_keys (HfDb *db, HfExportList list, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, lists[list].query, error, "ll", (gint64) 0, (gint64) 0))
    return NULL;
  for (int i = 0; lists[list].formats[i] != '\0'; i++)
    g_strv_builder_add (builder, sqlite3_column_name (rows.statement, i));
  return g_strv_builder_end (builder);
}

static gboolean
check (const HfActor *actor, const HfListExport *request, HfExportKind *kind, GError **error)
{
  if (!hf_actor_check_manager (actor, error) || !hf_export_parse_kind (request->path, kind, error))
    return FALSE;
  if (*kind == HF_EXPORT_VCARD)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("The file's name must end in .csv, .xlsx or .json."));
      return FALSE;
    }
  if (request->from <= request->to)
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("The first day comes after the last one."));
  return FALSE;
}

/**
 * hf_command_export_list:
 * @n: (out): rows
 *
 * A manager's, and in the audit log, with whether numbers went out in full (ROLE-1, PHONE-3,
 * AUD-1). Not for the main thread.
 */
gboolean
hf_command_export_list (HfDb *db,
                        const HfActor *actor,
                        const HfListExport *request,
                        guint *n,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = g_path_get_basename (request->path);
  g_autofree char *detail = g_strdup_printf ("%s %s %s", lists[request->list].nick,
                                             request->full_phone ? "full-phone" : "masked", name);
  g_auto (GStrv) titles = g_strsplit (_ (lists[request->list].titles), "|", -1);
  g_auto (GStrv) keys = NULL;
  HfExportSheet sheet = { (const char *const *) titles, NULL, g_strv_length (titles) };
  Job job = { db, request, { .full_phones = request->full_phone }, 0 };
  HfExportKind kind;

  if (!check (actor, request, &kind, error) ||
      (keys = dup_keys (db, request->list, error)) == NULL ||
      !hf_operation_begin (&operation, db, actor, "export", error) ||
      !hf_audit_write (db, actor, "export", lists[request->list].nick, 0, detail, error) ||
      !hf_operation_commit (&operation, NULL, error))
    return FALSE;
  sheet.keys = (const char *const *) keys;
  job.options.json = kind == HF_EXPORT_JSON;
  if (!hf_export_write_file (request->path, &sheet, write_all, &job, cancellable, error))
    return FALSE;
  *n = job.n;
  return TRUE;
}
