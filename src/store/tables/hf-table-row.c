/* hf-table-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-table-row.h"

/**
 * hf_table_format_column:
 * @column: from 0
 *
 * Returns: (transfer full): the column's letters as a spreadsheet shows them: A, Z, AA
 */
char *
hf_table_format_column (guint column)
{
  GString *letters = g_string_new (NULL);

  for (guint64 n = (guint64) column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (n - 1) % 26));
  return g_string_free (letters, FALSE);
}
