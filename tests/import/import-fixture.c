/* import-fixture.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-fixture.h"

char *
import_write (Branch *branch, const char *text)
{
  char *path = g_build_filename (branch->folder, "table.csv", NULL);
  GError *error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

void
import_table (Branch *branch, HfImportKind kind, const char *text, HfImportResult *result)
{
  g_autofree char *path = import_write (branch, text);
  GError *error = NULL;

  hf_command_import (branch->db, &branch->actor, kind, path, NULL, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->read, ==,
                   result->added + result->updated + result->duplicates + result->refused);
}

/* added/updated/duplicates/refused, then each problem as a line: row column */
char *
import_dup_counts (const HfImportResult *result)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d/%d/%d/%d", (int) result->added, (int) result->updated,
                          (int) result->duplicates, (int) result->refused);
  for (guint i = 0; i < result->problems->len; i++)
    {
      const HfImportProblem *problem = result->problems->pdata[i];

      g_string_append_printf (text, " %u:%s", problem->row, problem->column);
    }
  return g_string_free (text, FALSE);
}

void
import_good (Branch *branch, HfImportKind kind, const char *text, const char *counts)
{
  g_auto (HfImportResult) result = { 0 };
  g_autofree char *found = NULL;

  import_table (branch, kind, text, &result);
  found = import_dup_counts (&result);
  g_assert_cmpstr (found, ==, counts);
}

/* The rows that a query gives, columns parted by bars, rows by slashes. */
char *
import_dup_value (Branch *branch, const char *sql)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GString *text = g_string_new (NULL);
  GError *error = NULL;

  hf_rows_open_text (&rows, branch->db, sql, &error, "");
  g_assert_no_error (error);
  while (hf_rows_next (&rows, &error))
    {
      if (text->len > 0)
        g_string_append_c (text, '/');
      for (int i = 0; i < sqlite3_column_count (rows.statement); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                                hf_rows_is_null (&rows, i) ? "-" : hf_rows_text (&rows, i));
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}
