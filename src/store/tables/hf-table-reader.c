/* hf-table-reader.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-table-reader.h"

#include <glib/gi18n-lib.h>

#include "hf-csv-reader.h"
#include "hf-error.h"
#include "hf-table-kind.h"
#include "hf-xlsx-reader.h"

/**
 * HfTableReader:
 *
 * One of the two readers behind one face. For one thread at a time; a big file
 * belongs on a thread that nobody waits for.
 */
struct _HfTableReader
{
  HfCsvReader *csv;
  HfXlsxReader *xlsx;
  HfEncoding encoding;
};

static gboolean
open_text (HfTableReader *self,
           const char *path,
           const HfTableOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  HfTextDecoder *decoder = hf_text_decoder_new (path, options->encoding, cancellable, error);

  if (decoder == NULL)
    return FALSE;
  self->encoding = hf_text_decoder_get_encoding (decoder);
  self->csv = hf_csv_reader_new (decoder, options->separator, error);
  return self->csv != NULL;
}

/**
 * hf_table_open:
 * @path: a file on a disk
 * @options: (nullable): %NULL for none
 * @cancellable: (nullable): also stops hf_table_next()
 *
 * Opens a table for reading (PUR-4). Whether it is a workbook or text, and in
 * which encoding and with which separator, is seen from its content.
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_BAD_INPUT saying what the file is
 *   and what to do, %HF_ERROR_NOT_FOUND without such a sheet, or an I/O error
 */
HfTableReader *
hf_table_open (const char *path,
               const HfTableOptions *options,
               GCancellable *cancellable,
               GError **error)
{
  static const HfTableOptions none = { 0 };
  g_autoptr (HfTableReader) self = NULL;
  HfTableKind kind;

  g_return_val_if_fail (path != NULL, NULL);

  if (options == NULL)
    options = &none;
  if (!hf_table_kind_detect (path, &kind, error))
    return NULL;
  self = g_new0 (HfTableReader, 1);
  if (kind == HF_TABLE_XLSX)
    {
      self->xlsx = hf_xlsx_reader_new (path, options->sheet, cancellable, error);
      if (self->xlsx == NULL)
        return NULL;
    }
  else if (!open_text (self, path, options, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
hf_table_free (HfTableReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->csv, hf_csv_reader_free);
  g_clear_pointer (&self->xlsx, hf_xlsx_reader_free);
  g_free (self);
}

/**
 * hf_table_next:
 * @row: (out caller-allocates): its fields are good until the next call
 *
 * The next row that isn't empty, the header first.
 *
 * Returns: %FALSE at the end without @error, or with %HF_ERROR_BAD_INPUT naming
 *   row or line, or with an I/O error; then the rest cannot be read
 */
gboolean
hf_table_next (HfTableReader *self, HfTableRow *row, GError **error)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  return self->csv != NULL ? hf_csv_reader_next (self->csv, row, error)
                           : hf_xlsx_reader_next (self->xlsx, row, error);
}

/**
 * hf_table_get_fraction:
 *
 * Returns: 0 to 1, how much of the file has been read, for a progress bar
 */
double
hf_table_get_fraction (HfTableReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->csv != NULL ? hf_csv_reader_get_fraction (self->csv)
                           : hf_xlsx_reader_get_fraction (self->xlsx);
}

/**
 * hf_table_describe:
 *
 * Returns: (transfer full): what is being read, for the import's preview:
 *   “Text, GB18030, separated by commas”
 */
char *
hf_table_describe (HfTableReader *self)
{
  const char *encoding;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->xlsx != NULL)
    return g_strdup_printf (_ ("Workbook, sheet “%s”"), hf_xlsx_reader_get_sheet (self->xlsx));
  encoding = hf_encoding_get_name (self->encoding);
  switch (hf_csv_reader_get_separator (self->csv))
    {
    case ';':
      return g_strdup_printf (_ ("Text, %s, separated by semicolons"), encoding);
    case '\t':
      return g_strdup_printf (_ ("Text, %s, separated by tabs"), encoding);
    default:
      return g_strdup_printf (_ ("Text, %s, separated by commas"), encoding);
    }
}
