/* hf-import-mapping.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-phone.h"
#include "hf-text-decoder.h"

#define NO_COLUMN     (-1)
#define MAX_FILE_SIZE (1024 * 1024)

/* Titles and remarks that people put above a table's header. */
#define MAX_ROWS_ABOVE (5)

/**
 * HfImportMapping:
 *
 * Made from a table's header by the words in it; a file or a person may then
 * change it. For one thread at a time.
 */
struct _HfImportMapping
{
  HfImportKind kind;
  char **headers;
  int columns[HF_IMPORT_N_FIELDS];
};

static gboolean
column_is_taken (HfImportMapping *self, int column)
{
  for (guint i = 0; i < HF_IMPORT_N_FIELDS; i++)
    if (self->columns[i] == column)
      return TRUE;
  return FALSE;
}

static void
match_column (HfImportMapping *self, int column)
{
  HfImportField field;

  if (!hf_import_field_from_header (self->kind, self->headers[column], &field))
    return;
  if (field == HF_IMPORT_PHONE && self->columns[field] != NO_COLUMN)
    field = HF_IMPORT_PHONE2;
  if (self->columns[field] == NO_COLUMN)
    self->columns[field] = column;
}

/**
 * hf_import_mapping_new:
 * @header: the table's first row
 *
 * Matches the columns by their headers. Of two columns with the same meaning the
 * first counts; a second telephone becomes the second number.
 *
 * Returns: (transfer full):
 */
HfImportMapping *
hf_import_mapping_new (HfImportKind kind, const HfTableRow *header)
{
  HfImportMapping *self = g_new0 (HfImportMapping, 1);

  self->kind = kind;
  self->headers = g_new0 (char *, header->n_fields + 1);
  for (guint i = 0; i < HF_IMPORT_N_FIELDS; i++)
    self->columns[i] = NO_COLUMN;
  for (guint i = 0; i < header->n_fields; i++)
    self->headers[i] = g_strstrip (g_strdup (header->fields[i]));
  for (guint i = 0; i < header->n_fields; i++)
    match_column (self, (int) i);
  return self;
}

void
hf_import_mapping_free (HfImportMapping *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->headers);
  g_free (self);
}

/**
 * hf_import_mapping_set_column:
 * @field: a field of the mapping's kind
 * @column: from 0, or -1 for none
 *
 * Says what a column means; it then means nothing else.
 */
void
hf_import_mapping_set_column (HfImportMapping *self, HfImportField field, int column)
{
  g_return_if_fail (self != NULL && field < HF_IMPORT_N_FIELDS);
  g_return_if_fail (column < (int) g_strv_length (self->headers));

  for (guint i = 0; i < HF_IMPORT_N_FIELDS && column >= 0; i++)
    if (self->columns[i] == column)
      self->columns[i] = NO_COLUMN;
  self->columns[field] = MAX (column, NO_COLUMN);
}

static int
find_header (HfImportMapping *self, const char *header)
{
  g_autofree char *wanted = hf_import_fold_header (header);

  for (int i = 0; self->headers[i] != NULL; i++)
    {
      g_autofree char *folded = hf_import_fold_header (self->headers[i]);

      if (strcmp (folded, wanted) == 0)
        return i;
    }
  return NO_COLUMN;
}

static void
ignore_column (HfImportMapping *self, int column)
{
  for (guint i = 0; i < HF_IMPORT_N_FIELDS; i++)
    if (self->columns[i] == column)
      self->columns[i] = NO_COLUMN;
}

/* One line, header=field; a header that this table lacks is left alone, so that
 * one file serves several tables. */
static gboolean
apply_line (HfImportMapping *self, const char *line, guint number, GError **error)
{
  const char *equals = strrchr (line, '=');
  g_autofree char *header = NULL;
  g_autofree char *nick = NULL;
  HfImportField field;
  int column;

  if (equals == NULL || equals == line)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("Line %u of the mapping file is not of the form header=field."), number);
      return FALSE;
    }
  header = g_strndup (line, (gsize) (equals - line));
  nick = g_strstrip (g_strdup (equals + 1));
  column = find_header (self, header);
  if (*nick == '\0' || strcmp (nick, "-") == 0)
    {
      if (column != NO_COLUMN)
        ignore_column (self, column);
      return TRUE;
    }
  if (!hf_import_field_from_nick (self->kind, nick, &field))
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("Line %u of the mapping file: there is no field “%s”."), number, nick);
      return FALSE;
    }
  if (column != NO_COLUMN)
    hf_import_mapping_set_column (self, field, column);
  return TRUE;
}

static char *
read_text (const char *path, GError **error)
{
  g_autoptr (HfTextDecoder) decoder = hf_text_decoder_new (path, HF_ENCODING_AUTO, NULL, error);
  g_autoptr (GString) all = g_string_new (NULL);
  const char *text;
  gsize length;

  if (decoder == NULL)
    return NULL;
  do
    {
      if (!hf_text_decoder_next (decoder, &text, &length, error))
        return NULL;
      g_string_append_len (all, text, (gssize) length);
      if (all->len > MAX_FILE_SIZE)
        {
          g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("“%s” is far too large for a mapping file."), path);
          return NULL;
        }
    }
  while (length > 0);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/**
 * hf_import_mapping_load:
 * @path: a text file with lines `header=field`; the field is a nick
 *   (hf_import_field_get_nick()), or `-` to leave the column out. `#` begins a
 *   remark; lines under `[customers]` or `[purchases]` count for that kind only
 *
 * Overrides what the headers' words said.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT naming the line, or with an I/O error
 */
gboolean
hf_import_mapping_load (HfImportMapping *self, const char *path, GError **error)
{
  static const char *const groups[] = { "[customers]", "[purchases]" };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean mine = TRUE;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  text = read_text (path, error);
  if (text == NULL)
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#')
        continue;
      if (strcmp (line, groups[0]) == 0 || strcmp (line, groups[1]) == 0)
        mine = strcmp (line, groups[self->kind]) == 0;
      else if (mine && !apply_line (self, line, i + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* The labels of the fields that serve one need: “Customer” or “Customer's phone”. */
static char *
describe_need (HfImportKind kind, guint need)
{
  GString *labels = g_string_new (NULL);

  for (HfImportField field = hf_import_field_get_first (kind);
       field <= hf_import_field_get_last (kind); field++)
    if (hf_import_field_get_need (field) == need)
      g_string_append_printf (labels, labels->len > 0 ? _ (" or “%s”") : _ ("“%s”"),
                              hf_import_field_get_label (field));
  return g_string_free (labels, FALSE);
}

static gboolean
need_is_met (HfImportMapping *self, guint need)
{
  for (HfImportField field = hf_import_field_get_first (self->kind);
       field <= hf_import_field_get_last (self->kind); field++)
    if (hf_import_field_get_need (field) == need && self->columns[field] != NO_COLUMN)
      return TRUE;
  return FALSE;
}

/**
 * hf_import_mapping_check:
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT naming the first field that every table
 *   of this kind needs and this one lacks
 */
gboolean
hf_import_mapping_check (HfImportMapping *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (HfImportField field = hf_import_field_get_first (self->kind);
       field <= hf_import_field_get_last (self->kind); field++)
    {
      guint need = hf_import_field_get_need (field);
      g_autofree char *labels = NULL;

      if (need == 0 || need_is_met (self, need))
        continue;
      labels = describe_need (self->kind, need);
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("The table has no column for %s. Its first row must hold the names of the "
                      "columns; or say in the mapping which column it is."),
                   labels);
      return FALSE;
    }
  return TRUE;
}

/**
 * hf_import_mapping_read:
 * @table: at its beginning
 * @map_path: (nullable): a mapping file, see hf_import_mapping_load()
 *
 * Reads the header: the first row, or one of the next few where a title stands
 * above it, that names everything a table of @kind needs. The row that
 * hf_table_next() gives then is the first with data.
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_BAD_INPUT naming the field that is
 *   missing, or with what hf_table_next() and hf_import_mapping_load() say
 */
HfImportMapping *
hf_import_mapping_read (HfTableReader *table,
                        HfImportKind kind,
                        const char *map_path,
                        GError **error)
{
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) failure = NULL;
  HfTableRow row;

  g_return_val_if_fail (table != NULL, NULL);

  for (guint i = 0; i <= MAX_ROWS_ABOVE && hf_table_next (table, &row, &failure); i++)
    {
      g_autoptr (HfImportMapping) self = hf_import_mapping_new (kind, &row);

      if (map_path != NULL && !hf_import_mapping_load (self, map_path, error))
        return NULL;
      if (hf_import_mapping_check (self, first == NULL ? &first : NULL))
        return g_steal_pointer (&self);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (first != NULL)
    g_propagate_error (error, g_steal_pointer (&first));
  else
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The table is empty."));
  return NULL;
}

/**
 * hf_import_mapping_read_chosen:
 * @header_row: its number as a spreadsheet shows it
 * @columns: (array): the column of each field, -1 for none; see %HF_IMPORT_N_FIELDS
 *
 * As hf_import_mapping_read(), for a person who has seen the table and said what it holds.
 *
 * Returns: (transfer full): or %NULL
 */
HfImportMapping *
hf_import_mapping_read_chosen (
    HfTableReader *table, HfImportKind kind, guint header_row, const int *columns, GError **error)
{
  g_autoptr (HfImportMapping) self = NULL;
  g_autoptr (GError) failure = NULL;
  HfTableRow row;

  while (self == NULL && hf_table_next (table, &row, &failure))
    if (row.number >= header_row)
      self = hf_import_mapping_new (kind, &row);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (self == NULL)
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The table is empty."));
  if (self == NULL)
    return NULL;
  for (guint i = 0; i < HF_IMPORT_N_FIELDS; i++)
    self->columns[i] = columns[i] < (int) g_strv_length (self->headers) ? columns[i] : NO_COLUMN;
  return hf_import_mapping_check (self, error) ? g_steal_pointer (&self) : NULL;
}

HfImportKind
hf_import_mapping_get_kind (HfImportMapping *self)
{
  g_return_val_if_fail (self != NULL, HF_IMPORT_CUSTOMERS);

  return self->kind;
}

/**
 * hf_import_mapping_get_column:
 *
 * Returns: the column of @field from 0, -1 when the table has none
 */
int
hf_import_mapping_get_column (HfImportMapping *self, HfImportField field)
{
  g_return_val_if_fail (self != NULL && field < HF_IMPORT_N_FIELDS, NO_COLUMN);

  return self->columns[field];
}

/**
 * hf_import_mapping_get_header:
 *
 * Returns: what stands above the column of @field in the file, for an error's
 *   “column”; the field's label when the table has no such column
 */
const char *
hf_import_mapping_get_header (HfImportMapping *self, HfImportField field)
{
  int column = hf_import_mapping_get_column (self, field);

  return column != NO_COLUMN ? self->headers[column] : hf_import_field_get_label (field);
}

/**
 * hf_import_mapping_dup_unmatched:
 *
 * Returns: (transfer full): the headers of the columns that mean nothing so far;
 *   telephone numbers in them masked, since a table may come without headers (PHONE-4)
 */
char **
hf_import_mapping_dup_unmatched (HfImportMapping *self)
{
  g_autoptr (GPtrArray) unmatched = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (int i = 0; self->headers[i] != NULL; i++)
    if (*self->headers[i] != '\0' && !column_is_taken (self, i))
      g_ptr_array_add (unmatched, hf_phone_mask_text (self->headers[i]));
  g_ptr_array_add (unmatched, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&unmatched), FALSE);
}

/**
 * hf_import_mapping_dup:
 * @row: a row of the table
 *
 * Returns: (transfer full): what @row has in @field, without spaces around it;
 *   "" when there is no such column or nothing in it
 */
char *
hf_import_mapping_dup (HfImportMapping *self, const HfTableRow *row, HfImportField field)
{
  int column = hf_import_mapping_get_column (self, field);

  if (column == NO_COLUMN || (guint) column >= row->n_fields)
    return g_strdup ("");
  return g_strstrip (g_strdup (row->fields[column]));
}
