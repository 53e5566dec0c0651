/* hf-xlsx-styles.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-xlsx-styles.h"

#include "hf-xlsx-value.h"
#include "hf-xml-push.h"

/* Excel stops at 65,490. */
#define MAX_STYLES  (65536)
#define MAX_FORMATS (65536)

typedef struct
{
  GHashTable *codes; /* numFmtId → HfXlsxFormat */
  GByteArray *formats;
  gboolean in_cell_styles;
} Styles;

static void
add_code (Styles *styles, const HfXmlAttributes *attributes)
{
  gint64 id = hf_xml_get_number (attributes, "numFmtId", -1);
  g_autofree char *code = hf_xml_dup_attribute (attributes, "formatCode");

  if (id >= 0 && id <= G_MAXINT && code != NULL && g_hash_table_size (styles->codes) < MAX_FORMATS)
    g_hash_table_insert (styles->codes, GINT_TO_POINTER ((int) id),
                         GUINT_TO_POINTER (hf_xlsx_format_from_code (code)));
}

static void
add_style (Styles *styles, const HfXmlAttributes *attributes)
{
  gint64 id = hf_xml_get_number (attributes, "numFmtId", 0);
  gpointer known;
  guint8 format = 0;

  if (id > G_MAXINT || styles->formats->len >= MAX_STYLES)
    return;
  if (g_hash_table_lookup_extended (styles->codes, GINT_TO_POINTER ((int) id), NULL, &known))
    format = (guint8) GPOINTER_TO_UINT (known);
  else
    format = (guint8) hf_xlsx_format_from_id ((guint) id);
  g_byte_array_append (styles->formats, &format, 1);
}

static void
on_start (const char *name, const HfXmlAttributes *attributes, gpointer data, GError **error)
{
  Styles *styles = data;

  if (g_str_equal (name, "cellXfs"))
    styles->in_cell_styles = TRUE;
  else if (g_str_equal (name, "numFmt"))
    add_code (styles, attributes);
  else if (g_str_equal (name, "xf") && styles->in_cell_styles)
    add_style (styles, attributes);
}

static void
on_end (const char *name, gpointer data, GError **error)
{
  Styles *styles = data;

  if (g_str_equal (name, "cellXfs"))
    styles->in_cell_styles = FALSE;
}

/**
 * hf_xlsx_styles_read:
 * @path: an .xlsx file
 * @part: its styles
 *
 * Returns: (transfer full): a %HfXlsxFormat in a byte for each cell style; %NULL
 *   with %HF_ERROR_BAD_INPUT or %HF_ERROR_NOT_FOUND
 */
GByteArray *
hf_xlsx_styles_read (const char *path, const char *part, GCancellable *cancellable, GError **error)
{
  static const HfXmlHandler handler = { on_start, on_end, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  g_autoptr (GByteArray) formats = g_byte_array_new ();
  Styles styles = { codes, formats, FALSE };

  if (!hf_xml_read_part (path, part, &handler, &styles, cancellable, error))
    return NULL;
  return g_steal_pointer (&formats);
}
