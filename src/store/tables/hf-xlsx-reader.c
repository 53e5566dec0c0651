/* hf-xlsx-reader.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-xlsx-book.h"
#include "hf-xlsx-strings.h"
#include "hf-xml-push.h"

#define MAX_ROWS (1048576)

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_INLINE,
  CELL_TEXT, /* what a formula gave, an error, … */
  CELL_BOOLEAN,
  CELL_ISO_DATE,
} CellType;

/* A cell that has something in it: the number of a shared string, or where its
 * own text begins. Gaps between cells take no room until the row is asked for. */
typedef struct
{
  guint16 column;
  guint16 is_shared;
  guint32 at;
} Cell;

typedef struct
{
  guint number;
  guint first_cell;
  guint n_cells;
} Row;

/**
 * HfXlsxReader:
 *
 * Parses the sheet in pieces; the rows complete in a piece wait in a queue, at
 * most 64 KiB of XML's worth. For one thread at a time.
 */
struct _HfXlsxReader
{
  HfXlsxBook *book;
  HfXlsxStrings *strings;
  HfXmlPush *push;
  GCancellable *cancellable;

  GArray *rows;
  GArray *cells;
  GString *text;
  guint next_row;
  GPtrArray *fields;

  gboolean in_data;
  gboolean in_row;
  gboolean in_cell;
  gboolean ended;
  guint collecting;
  guint phonetic;
  Row row; /* the row being read */
  gsize row_text;
  guint last_number;
  int column;
  CellType type;
  guint style;
  GString *value;
};

static void
refuse_cell (HfXlsxReader *self, const char *format, GError **error)
{
  g_autofree char *letters = hf_table_format_column ((guint) MAX (self->column, 0));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, format, self->row.number, letters);
#pragma GCC diagnostic pop
}

static void
refuse_layout (HfXlsxReader *self, GError **error)
{
  refuse_cell (self,
               _ ("Row %u, column %s: the file is damaged. Open it in a spreadsheet and save it "
                  "again as .xlsx or CSV."),
               error);
}

static void
start_row (HfXlsxReader *self, const HfXmlAttributes *attributes, GError **error)
{
  gint64 number = hf_xml_get_number (attributes, "r", (gint64) self->last_number + 1);

  self->row.number = (guint) CLAMP (number, 0, MAX_ROWS);
  self->row.first_cell = self->cells->len;
  self->row_text = self->text->len;
  self->column = -1;
  self->in_row = TRUE;
  if (number <= self->last_number || number > MAX_ROWS)
    refuse_layout (self, error);
  self->last_number = self->row.number;
}

/* The column of a reference such as AB12, or the next one where a cell has none. */
static int
column_of (HfXlsxReader *self, const HfXmlAttributes *attributes)
{
  gsize length;
  const char *reference = hf_xml_peek_attribute (attributes, "r", &length);
  int column = 0;

  if (reference == NULL)
    return self->column + 1;
  for (gsize i = 0; i < length && i < 4 && g_ascii_isalpha (reference[i]); i++)
    column = column * 26 + (g_ascii_toupper (reference[i]) - 'A' + 1);
  return column - 1;
}

static CellType
type_of (const HfXmlAttributes *attributes)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = {
    { "s", CELL_SHARED },  { "inlineStr", CELL_INLINE }, { "str", CELL_TEXT },
    { "b", CELL_BOOLEAN }, { "d", CELL_ISO_DATE },       { "e", CELL_TEXT },
  };
  gsize length;
  const char *name = hf_xml_peek_attribute (attributes, "t", &length);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i].name) == length && memcmp (types[i].name, name, length) == 0)
      return types[i].type;
  return CELL_NUMBER;
}

static void
start_cell (HfXlsxReader *self, const HfXmlAttributes *attributes, GError **error)
{
  int column = column_of (self, attributes);

  if (column <= self->column || column >= HF_TABLE_MAX_COLUMNS)
    {
      self->column = column;
      refuse_layout (self, error);
      return;
    }
  self->column = column;
  self->type = type_of (attributes);
  self->style = (guint) CLAMP (hf_xml_get_number (attributes, "s", 0), 0, G_MAXINT);
  self->in_cell = TRUE;
  self->collecting = 0;
  self->phonetic = 0;
  g_string_truncate (self->value, 0);
}

static void
on_start (const char *name, const HfXmlAttributes *attributes, gpointer data, GError **error)
{
  HfXlsxReader *self = data;

  if (self->in_cell)
    {
      if (g_str_equal (name, "rPh"))
        self->phonetic++;
      else if (g_str_equal (name, self->type == CELL_INLINE ? "t" : "v") && self->phonetic == 0)
        self->collecting++;
    }
  else if (self->in_row && g_str_equal (name, "c"))
    start_cell (self, attributes, error);
  else if (self->in_data && !self->in_row && g_str_equal (name, "row"))
    start_row (self, attributes, error);
  else if (g_str_equal (name, "sheetData"))
    self->in_data = TRUE;
}

static void
append_number (HfXlsxReader *self)
{
  HfXlsxFormat format = hf_xlsx_book_get_format (self->book, self->style);

  if (format == HF_XLSX_FORMAT_NUMBER)
    hf_xlsx_append_number (self->text, self->value->str);
  else
    hf_xlsx_append_date (self->text, self->value->str, format, self->book->from_1904);
}

static void
append_value (HfXlsxReader *self)
{
  const char *value = self->value->str;

  if (self->type == CELL_NUMBER)
    append_number (self);
  else if (self->type == CELL_BOOLEAN)
    g_string_append (self->text,
                     strcmp (value, "0") == 0 || strcmp (value, "false") == 0 ? "FALSE" : "TRUE");
  else if (self->type == CELL_ISO_DATE &&
           g_str_has_prefix (value + MIN (10, strlen (value)), "T00:00"))
    g_string_append_len (self->text, value, 10);
  else
    g_string_append_len (self->text, value, (gssize) hf_xlsx_unescape (self->value->str));
  g_string_append_c (self->text, '\0');
}

static void
end_cell (HfXlsxReader *self, GError **error)
{
  Cell cell = { (guint16) self->column, self->type == CELL_SHARED, (guint32) self->text->len };
  char *end;

  self->in_cell = FALSE;
  if (self->value->len == 0)
    return;
  if (self->type == CELL_SHARED)
    {
      guint64 index = g_ascii_strtoull (self->value->str, &end, 10);

      if (*end != '\0' || index >= hf_xlsx_strings_get_size (self->strings))
        {
          refuse_layout (self, error);
          return;
        }
      cell.at = (guint32) index;
      if (*hf_xlsx_strings_get (self->strings, cell.at) == '\0')
        return;
    }
  else
    append_value (self);
  g_array_append_val (self->cells, cell);
  if (self->text->len - self->row_text > HF_TABLE_MAX_ROW)
    refuse_cell (self, _ ("Row %u, column %s: the row is far too long."), error);
}

static void
end_row (HfXlsxReader *self)
{
  self->in_row = FALSE;
  self->row.n_cells = self->cells->len - self->row.first_cell;
  if (self->row.n_cells > 0)
    g_array_append_val (self->rows, self->row);
}

static void
on_end (const char *name, gpointer data, GError **error)
{
  HfXlsxReader *self = data;

  if (self->in_cell)
    {
      if (g_str_equal (name, "rPh") && self->phonetic > 0)
        self->phonetic--;
      else if (g_str_equal (name, self->type == CELL_INLINE ? "t" : "v") && self->collecting > 0)
        self->collecting--;
      else if (g_str_equal (name, "c"))
        end_cell (self, error);
    }
  else if (self->in_row && g_str_equal (name, "row"))
    end_row (self);
  else if (g_str_equal (name, "sheetData"))
    self->in_data = FALSE;
}

static void
on_text (const char *text, gsize length, gpointer data, GError **error)
{
  HfXlsxReader *self = data;

  if (!self->in_cell || self->collecting == 0)
    return;
  g_string_append_len (self->value, text, (gssize) length);
  if (self->value->len > HF_TABLE_MAX_FIELD)
    refuse_cell (self,
                 _ ("Row %u, column %s is far too long: this is no table of customers or "
                    "purchases."),
                 error);
}

static gboolean
start (HfXlsxReader *self, const char *path, const char *sheet, GError **error)
{
  static const HfXmlHandler handler = { on_start, on_end, on_text };
  HfZipPart *part;

  self->book = hf_xlsx_book_new (path, sheet, self->cancellable, error);
  if (self->book == NULL)
    return FALSE;
  self->strings = hf_xlsx_strings_new (path, self->book->strings_part, self->cancellable, error);
  if (self->strings == NULL)
    return FALSE;
  part = hf_zip_part_open (path, self->book->sheet_part, error);
  if (part == NULL)
    return FALSE;
  self->push = hf_xml_push_new (part, &handler, self);
  return TRUE;
}

/**
 * hf_xlsx_reader_new:
 * @path: an .xlsx file
 * @sheet: (nullable): the sheet's name; without, the first that isn't hidden
 * @cancellable: (nullable): also stops hf_xlsx_reader_next()
 *
 * Opens the archive anew for each part that it needs, so that their order in
 * the file doesn't matter. Holds the shared strings, not the sheet.
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_BAD_INPUT or %HF_ERROR_NOT_FOUND
 */
HfXlsxReader *
hf_xlsx_reader_new (const char *path, const char *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (HfXlsxReader) self = g_new0 (HfXlsxReader, 1);

  g_return_val_if_fail (path != NULL, NULL);

  g_set_object (&self->cancellable, cancellable);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->text = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->fields = g_ptr_array_new ();
  if (!start (self, path, sheet, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
hf_xlsx_reader_free (HfXlsxReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->push, hf_xml_push_free);
  g_clear_pointer (&self->strings, hf_xlsx_strings_free);
  g_clear_pointer (&self->book, hf_xlsx_book_free);
  g_clear_object (&self->cancellable);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->fields);
  g_string_free (self->text, TRUE);
  g_string_free (self->value, TRUE);
  g_free (self);
}

/* Drops what has been handed over and moves the row begun to the front. */
static void
compact (HfXlsxReader *self)
{
  guint keep_cells = self->in_row ? self->row.first_cell : self->cells->len;
  gsize keep_text = self->in_row ? self->row_text : self->text->len;

  if (keep_cells > 0)
    g_array_remove_range (self->cells, 0, keep_cells);
  g_string_erase (self->text, 0, (gssize) keep_text);
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);

      if (!cell->is_shared)
        cell->at -= (guint32) keep_text;
    }
  self->row.first_cell = 0;
  self->row_text = 0;
  g_array_set_size (self->rows, 0);
  self->next_row = 0;
}

/* Parses on until a row is complete; leaves the queue empty at the end. */
static gboolean
fill (HfXlsxReader *self, GError **error)
{
  if (self->next_row < self->rows->len)
    return TRUE;
  compact (self);
  while (self->rows->len == 0 && !self->ended)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
        !hf_xml_push_step (self->push, &self->ended, error))
      return FALSE;
  return TRUE;
}

/**
 * hf_xlsx_reader_next:
 * @row: (out caller-allocates): its fields are good until the next call
 *
 * The next row that has anything in it. Dates come as civil text, numbers in
 * full, formulas as the value that was computed last, true and false as `TRUE`
 * and `FALSE`.
 *
 * Returns: %FALSE at the end without @error, or with %HF_ERROR_BAD_INPUT
 */
gboolean
hf_xlsx_reader_next (HfXlsxReader *self, HfTableRow *row, GError **error)
{
  const Row *next;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!fill (self, error) || self->next_row >= self->rows->len)
    return FALSE;
  next = &g_array_index (self->rows, Row, self->next_row++);
  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < next->n_cells; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, next->first_cell + i);
      const char *text = cell->is_shared ? hf_xlsx_strings_get (self->strings, cell->at)
                                         : self->text->str + cell->at;

      while (self->fields->len < cell->column)
        g_ptr_array_add (self->fields, (gpointer) "");
      g_ptr_array_add (self->fields, (gpointer) text);
    }
  row->number = next->number;
  row->n_fields = self->fields->len;
  row->fields = (const char *const *) self->fields->pdata;
  return TRUE;
}

const char *
hf_xlsx_reader_get_sheet (HfXlsxReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->book->sheet_name;
}

double
hf_xlsx_reader_get_fraction (HfXlsxReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return hf_xml_push_get_fraction (self->push);
}
