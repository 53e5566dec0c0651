/* hf-import.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-private.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-lookup.h"
#include "hf-phone.h"
#include "hf-search.h"

/* Often enough that a person sees it move and a cancel is heard at once; the search index is
 * brought up to date as often, so that the end of a long import is no long wait. */
#define ROWS_A_LOOK (256)

static void
problem_free (gpointer data)
{
  HfImportProblem *problem = data;

  g_free (problem->column);
  g_free (problem->message);
  g_free (problem);
}

void
hf_import_result_clear (HfImportResult *result)
{
  g_clear_pointer (&result->unused, g_strfreev);
  g_clear_pointer (&result->problems, g_ptr_array_unref);
}

/**
 * hf_import_dup:
 *
 * Returns: (transfer full): what the row that is being read has in @field; "" for nothing
 */
char *
hf_import_dup (HfImport *import, HfImportField field)
{
  return hf_import_mapping_dup (import->mapping, import->row, field);
}

/* What a person can put right in the table; anything else is no matter of this row. */
static gboolean
is_about_the_row (HfImport *import, const GError *error)
{
  static const HfError codes[] = { HF_ERROR_BAD_INPUT,   HF_ERROR_NOT_FOUND, HF_ERROR_AMBIGUOUS,
                                   HF_ERROR_NOT_ALLOWED, HF_ERROR_WARNING,   HF_ERROR_CONFLICT };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, HF_ERROR, (int) codes[i]))
      return TRUE;
  return FALSE;
}

/**
 * hf_import_refuse:
 * @row: the row as a spreadsheet shows it
 * @field: where the trouble is
 * @problem: (transfer full): what it is
 *
 * Notes a problem of a row, which then must not be written.
 *
 * Returns: %FALSE, with @problem as the error, when it stops the whole import
 */
gboolean
hf_import_refuse (HfImport *import, guint row, HfImportField field, GError *problem, GError **error)
{
  HfImportResult *result = import->result;
  HfImportProblem *noted;

  if (!is_about_the_row (import, problem))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  import->row_is_bad = TRUE;
  if (result->n_problems++ < HF_IMPORT_MAX_PROBLEMS)
    {
      noted = g_new (HfImportProblem, 1);
      noted->row = row;
      noted->column = hf_phone_mask_text (hf_import_mapping_get_header (import->mapping, field));
      noted->message = hf_phone_mask_text (problem->message);
      g_ptr_array_add (result->problems, noted);
    }
  g_error_free (problem);
  return TRUE;
}

/**
 * hf_import_find_staff:
 * @staff: (out):
 *
 * A branch has a few dozen members of staff and a table names them in every row.
 */
gboolean
hf_import_find_staff (HfImport *import, const char *name, gint64 *staff, GError **error)
{
  const gint64 *known = g_hash_table_lookup (import->staff, name);

  if (known != NULL)
    {
      *staff = *known;
      return TRUE;
    }
  if (!hf_lookup (import->db, HF_LOOKUP_STAFF, name, staff, error))
    return FALSE;
  g_hash_table_insert (import->staff, g_strdup (name), g_memdup2 (staff, sizeof *staff));
  return TRUE;
}

static gboolean
look_up (HfTableReader *table, const HfImportOptions *options, GError **error)
{
  if (options->progress != NULL)
    options->progress (hf_table_get_fraction (table), options->progress_data);
  if (!g_cancellable_is_cancelled (options->cancellable))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("Cancelled. Nothing was changed."));
  return FALSE;
}

static gboolean
take_rows (HfImport *import,
           HfTableReader *table,
           const HfImportSink *sink,
           gpointer self,
           const HfImportOptions *options,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  HfTableRow row;

  import->row = &row;
  while (hf_table_next (table, &row, &local))
    {
      if (import->result->read % ROWS_A_LOOK == 0 &&
          (!look_up (table, options, error) || !hf_search_catch_up (import->db, error)))
        return FALSE;
      import->result->read++;
      import->row_is_bad = FALSE;
      if (!sink->take (self, error))
        return FALSE;
      import->result->refused += import->row_is_bad;
    }
  if (local == NULL)
    return sink->finish (self, error) && look_up (table, options, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
take_table (HfImport *import, HfTableReader *table, const HfImportOptions *options, GError **error)
{
  gboolean customers = hf_import_mapping_get_kind (import->mapping) == HF_IMPORT_CUSTOMERS;
  const HfImportSink *sink = customers ? &hf_import_customer_sink : &hf_import_purchase_sink;
  gpointer self = sink->create (import);
  gboolean done;

  import->staff = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  done = take_rows (import, table, sink, self, options, error);
  g_hash_table_unref (import->staff);
  sink->free (self);
  return done;
}

static gboolean
write_table (HfDb *db,
             const HfActor *actor,
             HfTableReader *table,
             HfImportMapping *mapping,
             const HfImportOptions *options,
             const char *subject,
             HfImportResult *result,
             GError **error)
{
  gboolean customers = hf_import_mapping_get_kind (mapping) == HF_IMPORT_CUSTOMERS;
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  HfImport import = { .db = db, .actor = actor, .mapping = mapping, .result = result };

  if (!hf_operation_begin (&operation, db, actor,
                           customers ? "import.customers" : "import.purchases", error))
    return FALSE;
  import.operation = operation.id;
  if (!take_table (&import, table, options, error))
    return FALSE;
  if (options->dry_run)
    return TRUE;
  if (!hf_operation_commit (&operation, subject, error))
    return FALSE;
  result->operation = operation.id;
  return TRUE;
}

static gboolean
names (const char *const *headers, HfImportField wanted)
{
  HfImportField field;

  for (guint i = 0; headers[i] != NULL; i++)
    if (hf_import_field_from_header (HF_IMPORT_PURCHASES, headers[i], &field) && field == wanted)
      return TRUE;
  return FALSE;
}

/* A list of sales names customers, too; taken for a list of customers it would lose the sales. Who
 * gives a mapping knows what the columns are. */
static gboolean
check_kind (const HfImportOptions *options,
            HfImportKind kind,
            const char *const *unused,
            GError **error)
{
  if (kind != HF_IMPORT_CUSTOMERS || options->map_path != NULL || options->columns != NULL ||
      !names (unused, HF_IMPORT_PRODUCT) ||
      !(names (unused, HF_IMPORT_QUANTITY) || names (unused, HF_IMPORT_DATE) ||
        names (unused, HF_IMPORT_AMOUNT)))
    return TRUE;
  g_set_error_literal (
      error, HF_ERROR, HF_ERROR_BAD_INPUT,
      _ ("This looks like a list of purchases: it has columns for products. Import "
         "it as purchases, or say in a mapping file which columns to use."));
  return FALSE;
}

static gboolean
write_with_room (HfDb *db,
                 const HfActor *actor,
                 HfTableReader *table,
                 HfImportMapping *mapping,
                 const HfImportOptions *options,
                 const char *subject,
                 HfImportResult *result,
                 GError **error)
{
  gboolean done;

  if (!hf_db_set_wide (db, TRUE, error))
    return FALSE;
  done = write_table (db, actor, table, mapping, options, subject, result, error);
  hf_db_set_wide (db, FALSE, NULL);
  return done;
}

/**
 * hf_command_import:
 * @path: a CSV or XLSX file
 * @options: (nullable): %NULL for none
 * @result: (out caller-allocates): cleared with hf_import_result_clear(), also after an error
 *
 * Writes a table of customers or purchases into the branch, row by row as one operation (PUR-4).
 * A row with a problem is left out and reported; a damaged file stops the import with nothing
 * written. Known customers get what their cards lack (CARD-12). Takes long: not for the main
 * thread.
 */
gboolean
hf_command_import (HfDb *db,
                   const HfActor *actor,
                   HfImportKind kind,
                   const char *path,
                   const HfImportOptions *options,
                   HfImportResult *result,
                   GError **error)
{
  static const HfImportOptions none = { 0 };
  g_autoptr (HfTableReader) table = NULL;
  g_autoptr (HfImportMapping) mapping = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *subject = g_filename_display_name (name);
  g_autofree char *masked = hf_phone_mask_text (subject);
  HfTableOptions how = { 0 };

  if (options == NULL)
    options = &none;
  *result = (HfImportResult){ .problems = g_ptr_array_new_with_free_func (problem_free) };
  how.encoding = options->encoding;
  table = hf_table_open (path, &how, options->cancellable, error);
  if (table == NULL)
    return FALSE;
  mapping = options->columns != NULL
                ? hf_import_mapping_read_chosen (table, kind, options->header_row, options->columns,
                                                 error)
                : hf_import_mapping_read (table, kind, options->map_path, error);
  if (mapping == NULL)
    return FALSE;
  result->unused = hf_import_mapping_dup_unmatched (mapping);
  return check_kind (options, kind, (const char *const *) result->unused, error) &&
         write_with_room (db, actor, table, mapping, options, masked, result, error);
}
