/* hf-csv-reader.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

/* Where a separator is looked for. */
#define MAX_LINES_ABOVE (12)

typedef enum
{
  STATE_FIELD_START, /* nothing of the field has been read */
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_QUOTE_IN_QUOTED, /* the end of the quoted part, or half of "" */
} State;

/**
 * HfCsvReader:
 *
 * Reads rows from a decoder that it owns. A row's text lies in one buffer, its
 * fields NUL-terminated one after another. For one thread at a time.
 */
struct _HfCsvReader
{
  HfTextDecoder *decoder;
  char separator;

  const char *chunk; /* the decoder's, from at to end not yet read */
  const char *at;
  const char *end;

  State state;
  gboolean after_cr; /* a line feed that follows belongs to the row before */
  guint number;
  guint quote_row;
  GString *text;
  GArray *starts; /* guint32: where in text each field of the row begins */
  GPtrArray *fields;
};

/* Makes sure that there is text left; FALSE without error at the end. */
static gboolean
fill (HfCsvReader *self, GError **error)
{
  gsize length;

  if (self->at < self->end)
    return TRUE;
  if (!hf_text_decoder_next (self->decoder, &self->chunk, &length, error))
    return FALSE;
  self->at = self->chunk;
  self->end = self->chunk + length;
  return length > 0;
}

/* Excel's own hint, a first line `sep=;`, which it doesn't show as a row. */
static gboolean
take_hint (HfCsvReader *self)
{
  gsize length = (gsize) (self->end - self->at);
  gsize skip = 5;

  if (length < 6 || g_ascii_strncasecmp (self->at, "sep=", 4) != 0 ||
      strchr (",;\t", self->at[4]) == NULL || (self->at[5] != '\r' && self->at[5] != '\n'))
    return FALSE;
  self->separator = self->at[4];
  if (self->at[skip] == '\r')
    skip++;
  if (skip < length && self->at[skip] == '\n')
    skip++;
  self->at += skip;
  return TRUE;
}

/* The separator that stands most often, outside of quotes, in the first line that
 * has any: titles may stand above the header. */
static char
detect_separator (HfCsvReader *self)
{
  static const char candidates[] = ",;\t";
  guint counts[3] = { 0 };
  guint best = 0;
  guint n_lines = 0;
  gboolean quoted = FALSE;

  for (const char *at = self->at; at < self->end && n_lines < MAX_LINES_ABOVE; at++)
    {
      const char *found = strchr (candidates, *at);

      if (*at == '"')
        quoted = !quoted;
      else if (!quoted && (*at == '\n' || *at == '\r'))
        n_lines = counts[0] + counts[1] + counts[2] > 0 ? MAX_LINES_ABOVE : n_lines + 1;
      else if (!quoted && found != NULL)
        counts[found - candidates]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

/**
 * hf_csv_reader_new:
 * @decoder: (transfer full): the text
 * @separator: `,`, `;` or a tab; 0 to take the one that the header uses
 *
 * Returns: (transfer full): %NULL with the decoder's error
 */
HfCsvReader *
hf_csv_reader_new (HfTextDecoder *decoder, char separator, GError **error)
{
  g_autoptr (HfCsvReader) self = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (decoder != NULL, NULL);

  self = g_new0 (HfCsvReader, 1);
  self->decoder = decoder;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->fields = g_ptr_array_new ();
  if (!fill (self, &failure) && failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (!take_hint (self))
    self->separator = detect_separator (self);
  if (separator != 0)
    self->separator = separator;
  return g_steal_pointer (&self);
}

void
hf_csv_reader_free (HfCsvReader *self)
{
  if (self == NULL)
    return;
  hf_text_decoder_free (self->decoder);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

static void
begin_row (HfCsvReader *self)
{
  guint32 start = 0;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  g_array_append_val (self->starts, start);
  self->state = STATE_FIELD_START;
  self->number++;
}

static void
begin_field (HfCsvReader *self)
{
  guint32 start;

  g_string_append_c (self->text, '\0');
  start = (guint32) self->text->len;
  g_array_append_val (self->starts, start);
  self->state = STATE_FIELD_START;
}

static gboolean
append (HfCsvReader *self, const char *text, gsize length, GError **error)
{
  guint column = self->starts->len - 1;
  gsize start = g_array_index (self->starts, guint32, column);
  g_autofree char *letters = NULL;

  g_string_append_len (self->text, text, (gssize) length);
  if (self->text->len - start <= HF_TABLE_MAX_FIELD && self->text->len <= HF_TABLE_MAX_ROW &&
      column < HF_TABLE_MAX_COLUMNS)
    return TRUE;
  letters = hf_table_format_column (column);
  if (self->state == STATE_QUOTED)
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("Row %u, column %s is far too long. The quotation mark that opens in row %u is "
                    "perhaps never closed."),
                 self->number, letters, self->quote_row);
  else
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("Row %u, column %s is far too long: this is no table of customers or "
                    "purchases."),
                 self->number, letters);
  return FALSE;
}

static gboolean
read_quoted (HfCsvReader *self, GError **error)
{
  gsize left = (gsize) (self->end - self->at);
  const char *quote = memchr (self->at, '"', left);
  gsize length = quote != NULL ? (gsize) (quote - self->at) : left;

  if (!append (self, self->at, length, error))
    return FALSE;
  self->at += length;
  if (quote != NULL)
    {
      self->at++;
      self->state = STATE_QUOTE_IN_QUOTED;
    }
  return TRUE;
}

static gboolean
read_plain (HfCsvReader *self, GError **error)
{
  const char *from = self->at;

  while (self->at < self->end && *self->at != self->separator && *self->at != '\n' &&
         *self->at != '\r')
    self->at++;
  return append (self, from, (gsize) (self->at - from), error);
}

/* Takes what stands at the reading point. @ended tells when it closed the row. */
static gboolean
step (HfCsvReader *self, gboolean *ended, GError **error)
{
  char c = *self->at;

  if (self->state == STATE_QUOTED)
    return read_quoted (self, error);
  if (c == '"' && self->state == STATE_FIELD_START)
    {
      self->state = STATE_QUOTED;
      self->quote_row = self->number;
      self->at++;
    }
  else if (c == '"' && self->state == STATE_QUOTE_IN_QUOTED)
    {
      self->state = STATE_QUOTED;
      self->at++;
      return append (self, "\"", 1, error);
    }
  else if (c == self->separator)
    {
      begin_field (self);
      self->at++;
      return append (self, "", 0, error);
    }
  else if (c == '\n' || c == '\r')
    {
      *ended = TRUE;
      self->after_cr = c == '\r';
      self->at++;
    }
  else
    {
      self->state = STATE_PLAIN;
      return read_plain (self, error);
    }
  return TRUE;
}

/* Whether the row read has anything in it: Excel counts empty rows, nobody
 * wants to import them. */
static gboolean
row_is_blank (HfCsvReader *self)
{
  for (gsize i = 0; i < self->text->len; i++)
    if (self->text->str[i] != '\0' && self->text->str[i] != ' ')
      return FALSE;
  return TRUE;
}

static void
hand_over (HfCsvReader *self, HfTableRow *row)
{
  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->fields, self->text->str + g_array_index (self->starts, guint32, i));
  row->number = self->number;
  row->n_fields = self->fields->len;
  row->fields = (const char *const *) self->fields->pdata;
}

/* Reads one row to its end; @any stays FALSE when there was no more. */
static gboolean
read_row (HfCsvReader *self, gboolean *any, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean ended = FALSE;

  begin_row (self);
  while (!ended && fill (self, &failure))
    {
      if (self->after_cr)
        {
          self->after_cr = FALSE;
          if (*self->at == '\n')
            {
              self->at++;
              continue;
            }
        }
      *any = TRUE;
      if (!step (self, &ended, error))
        return FALSE;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!ended && self->state == STATE_QUOTED)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("A quotation mark that opens in row %u is never closed: the file is cut off, "
                      "or the mark does not belong there."),
                   self->quote_row);
      return FALSE;
    }
  return TRUE;
}

/**
 * hf_csv_reader_next:
 * @row: (out caller-allocates): its fields are good until the next call
 *
 * The next row that isn't empty. Understands commas, semicolons or tabs, quoted
 * fields with line breaks and "" in them, all three line ends, rows of any
 * number of fields. What stands after a closing quotation mark is added to the
 * field, as Excel does.
 *
 * Returns: %FALSE at the end without @error, or with %HF_ERROR_BAD_INPUT naming the row
 */
gboolean
hf_csv_reader_next (HfCsvReader *self, HfTableRow *row, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (;;)
    {
      gboolean any = FALSE;

      if (!read_row (self, &any, error) || !any)
        return FALSE;
      if (!row_is_blank (self))
        break;
    }
  hand_over (self, row);
  return TRUE;
}

char
hf_csv_reader_get_separator (HfCsvReader *self)
{
  g_return_val_if_fail (self != NULL, '\0');

  return self->separator;
}

double
hf_csv_reader_get_fraction (HfCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return hf_text_decoder_get_fraction (self->decoder);
}
