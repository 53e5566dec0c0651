/* hf-import-preview.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-phone.h"

/* Titles and remarks that people put above a table's header. */
#define MAX_ROWS_ABOVE (5)

/* No column of a sheet that a person reads is wider. */
#define MAX_COLUMNS (200)
#define MAX_CELL    (40)

static void
strv_free (gpointer data)
{
  g_strfreev (data);
}

void
hf_import_preview_free (HfImportPreview *preview)
{
  g_free (preview->description);
  g_strfreev (preview->headers);
  g_clear_pointer (&preview->rows, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (preview->mappings); i++)
    hf_import_mapping_free (preview->mappings[i]);
  g_free (preview);
}

/* A sample must show what the column is, not who the person is. */
static char *
dup_cell (const char *text)
{
  g_autofree char *masked = hf_phone_mask_text (text);
  char *end;

  g_strdelimit (masked, "\r\n\t", ' ');
  g_strstrip (masked);
  if (g_utf8_strlen (masked, -1) <= MAX_CELL)
    return g_steal_pointer (&masked);
  end = g_utf8_offset_to_pointer (masked, MAX_CELL);
  *end = '\0';
  return g_strconcat (masked, "…", NULL);
}

static GStrv
dup_cells (const HfTableRow *row, guint n_columns)
{
  GStrv cells = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    cells[i] = i < row->n_fields ? dup_cell (row->fields[i]) : g_strdup ("");
  return cells;
}

static int
count_matches (HfImportMapping *mapping)
{
  HfImportKind kind = hf_import_mapping_get_kind (mapping);
  int n = 0;

  for (HfImportField field = hf_import_field_get_first (kind);
       field <= hf_import_field_get_last (kind); field++)
    n += hf_import_mapping_get_column (mapping, field) >= 0;
  return n;
}

/* A list of sales names customers, too; it is the one with what was bought and when. */
static HfImportKind
guess_kind (HfImportPreview *preview)
{
  return hf_import_mapping_check (preview->mappings[HF_IMPORT_PURCHASES], NULL)
             ? HF_IMPORT_PURCHASES
             : HF_IMPORT_CUSTOMERS;
}

static int
rate_header (HfImportPreview *preview)
{
  int matches = 0;
  gboolean whole = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (preview->mappings); i++)
    {
      matches = MAX (matches, count_matches (preview->mappings[i]));
      whole |= hf_import_mapping_check (preview->mappings[i], NULL);
    }
  return whole ? 1000 + matches : matches;
}

static void
take_header (HfImportPreview *preview, const HfTableRow *row)
{
  preview->header_row = row->number;
  for (guint i = 0; i < G_N_ELEMENTS (preview->mappings); i++)
    {
      hf_import_mapping_free (preview->mappings[i]);
      preview->mappings[i] = hf_import_mapping_new ((HfImportKind) i, row);
    }
}

/* The row that names what a table needs; where none does, the one with most words that are known,
 * else the first. */
static gboolean
find_header (HfImportPreview *preview,
             const char *path,
             guint *number,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (HfTableReader) table = hf_table_open (path, NULL, cancellable, error);
  g_autoptr (GError) local = NULL;
  HfTableRow row;
  int best = -1;

  *number = 0;
  for (guint i = 0;
       table != NULL && i <= MAX_ROWS_ABOVE && best < 1000 && hf_table_next (table, &row, &local);
       i++)
    {
      int rate;

      take_header (preview, &row);
      rate = rate_header (preview);
      if (rate > best)
        {
          best = rate;
          *number = row.number;
        }
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (table != NULL && *number == 0)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The table is empty."));
  else if (table != NULL)
    return TRUE;
  return FALSE;
}

static gboolean
read_rows (HfImportPreview *preview, HfTableReader *table, guint number, GError **error)
{
  g_autoptr (GError) local = NULL;
  HfTableRow row;
  guint n_columns = 0;

  while (preview->rows->len < HF_IMPORT_PREVIEW_ROWS && hf_table_next (table, &row, &local))
    {
      if (row.number == number)
        {
          take_header (preview, &row);
          n_columns = MIN (row.n_fields, MAX_COLUMNS);
          preview->headers = dup_cells (&row, n_columns);
        }
      else if (preview->headers != NULL)
        g_ptr_array_add (preview->rows, dup_cells (&row, n_columns));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_import_preview_load:
 *
 * Reads the first rows only, but for a workbook, whose texts stand apart from its rows; not for the
 * main thread.
 *
 * Returns: (transfer full): or %NULL with an error that says what to do with the file
 */
HfImportPreview *
hf_import_preview_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (HfImportPreview) preview = g_new0 (HfImportPreview, 1);
  g_autoptr (HfTableReader) table = NULL;
  guint number;

  preview->rows = g_ptr_array_new_with_free_func (strv_free);
  if (!find_header (preview, path, &number, cancellable, error))
    return NULL;
  table = hf_table_open (path, NULL, cancellable, error);
  if (table == NULL || !read_rows (preview, table, number, error))
    return NULL;
  preview->description = hf_table_describe (table);
  preview->kind = guess_kind (preview);
  return g_steal_pointer (&preview);
}
