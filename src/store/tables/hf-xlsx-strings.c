/* hf-xlsx-strings.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-xlsx-strings.h"

#include <glib/gi18n-lib.h>

#include "hf-error.h"
#include "hf-table-row.h"
#include "hf-xlsx-value.h"
#include "hf-xml-push.h"

/* A million rows of customers have a tenth of this. */
#define MAX_BYTES   (256 * 1024 * 1024)
#define MAX_STRINGS (16 * 1024 * 1024)

/**
 * HfXlsxStrings:
 *
 * All texts in one block, NUL-terminated one after another, and 4 bytes a text
 * for where each begins. Never changes once it is made.
 */
struct _HfXlsxStrings
{
  GString *block;
  GArray *starts; /* guint32 */
  guint text_depth;
  guint phonetic_depth;
  gboolean in_item;
};

static void
on_start (const char *name, const HfXmlAttributes *attributes, gpointer data, GError **error)
{
  HfXlsxStrings *self = data;
  guint32 start = (guint32) self->block->len;

  if (g_str_equal (name, "si"))
    {
      g_array_append_val (self->starts, start);
      self->in_item = TRUE;
    }
  else if (g_str_equal (name, "rPh"))
    self->phonetic_depth++;
  else if (g_str_equal (name, "t") && self->phonetic_depth == 0)
    self->text_depth++;
}

static void
end_item (HfXlsxStrings *self, GError **error)
{
  gsize start = g_array_index (self->starts, guint32, self->starts->len - 1);
  gsize length = hf_xlsx_unescape (self->block->str + start);

  g_string_truncate (self->block, start + length);
  g_string_append_c (self->block, '\0');
  self->in_item = FALSE;
  if (self->block->len <= MAX_BYTES && self->starts->len <= MAX_STRINGS)
    return;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("The file has more text than can be read at once. Save it as CSV, or split it."));
}

static void
on_end (const char *name, gpointer data, GError **error)
{
  HfXlsxStrings *self = data;

  if (g_str_equal (name, "si") && self->in_item)
    end_item (self, error);
  else if (g_str_equal (name, "rPh") && self->phonetic_depth > 0)
    self->phonetic_depth--;
  else if (g_str_equal (name, "t") && self->text_depth > 0)
    self->text_depth--;
}

static void
on_text (const char *text, gsize length, gpointer data, GError **error)
{
  HfXlsxStrings *self = data;
  gsize start;

  if (!self->in_item || self->text_depth == 0)
    return;
  g_string_append_len (self->block, text, (gssize) length);
  start = g_array_index (self->starts, guint32, self->starts->len - 1);
  if (self->block->len - start > HF_TABLE_MAX_FIELD)
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("A cell of the file holds far too long a text: this is no table of customers "
                    "or purchases."));
}

/**
 * hf_xlsx_strings_new:
 * @path: an .xlsx file
 * @part: (nullable): its shared strings; without, there are none
 *
 * Reads the texts: runs of rich text joined, phonetic guides left out.
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_BAD_INPUT or %HF_ERROR_NOT_FOUND
 */
HfXlsxStrings *
hf_xlsx_strings_new (const char *path, const char *part, GCancellable *cancellable, GError **error)
{
  static const HfXmlHandler handler = { on_start, on_end, on_text };
  g_autoptr (HfXlsxStrings) self = g_new0 (HfXlsxStrings, 1);

  self->block = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (part != NULL && !hf_xml_read_part (path, part, &handler, self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
hf_xlsx_strings_free (HfXlsxStrings *self)
{
  if (self == NULL)
    return;
  g_string_free (self->block, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

guint
hf_xlsx_strings_get_size (HfXlsxStrings *self)
{
  return self->starts->len;
}

/**
 * hf_xlsx_strings_get:
 * @index: less than hf_xlsx_strings_get_size()
 *
 * Returns: (transfer none): good as long as @self
 */
const char *
hf_xlsx_strings_get (HfXlsxStrings *self, guint index)
{
  g_return_val_if_fail (index < self->starts->len, "");

  return self->block->str + g_array_index (self->starts, guint32, index);
}
