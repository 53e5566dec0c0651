/* test-import-preview.c: the beginning of a table, before anything is decided (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-preview.h"
#include "table-fixture.h"

static HfImportPreview *
load (const char *text)
{
  g_autofree char *path = fixture_write ("preview.csv", text, -1);
  GError *error = NULL;
  HfImportPreview *preview = hf_import_preview_load (path, NULL, &error);

  g_assert_no_error (error);
  return preview;
}

static void
test_kind (void)
{
  static const struct
  {
    const char *text;
    HfImportKind kind;
    guint header_row;
  } rows[] = {
    { "姓名,电话\n王秀英,13800005678\n", HF_IMPORT_CUSTOMERS, 1 },
    { "姓名,日期,产品,数量\n王秀英,2026-11-10,蛋白粉,1\n", HF_IMPORT_PURCHASES, 1 },
    { "海棠路网点顾客名单\n姓名,电话\n王秀英,13800005678\n", HF_IMPORT_CUSTOMERS, 2 },
    { "A,B\n王秀英,13800005678\n", HF_IMPORT_CUSTOMERS, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HfImportPreview) preview = load (rows[i].text);

      g_assert_cmpint (preview->kind, ==, rows[i].kind);
      g_assert_cmpuint (preview->header_row, ==, rows[i].header_row);
      g_assert_cmpuint (preview->rows->len, ==, 1);
    }
}

/* PHONE-4: a table without headers has a number where the header should be. */
static void
test_masked (void)
{
  g_autoptr (HfImportPreview) preview = load ("王秀英,13800005678\n陈玮,13900001234\n");
  GStrv row = g_ptr_array_index (preview->rows, 0);

  g_assert_cmpstr (preview->headers[1], ==, "138****5678");
  g_assert_cmpstr (row[1], ==, "139****1234");
}

static void
test_first_rows_only (void)
{
  g_autoptr (GString) text = g_string_new ("姓名\n");
  g_autoptr (HfImportPreview) preview = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "王秀英\n");
  preview = load (text->str);
  g_assert_cmpuint (preview->rows->len, ==, HF_IMPORT_PREVIEW_ROWS);
}

static void
test_empty (void)
{
  g_autofree char *path = fixture_write ("empty.csv", "", 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (hf_import_preview_load (path, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-preview/PUR-4/kind", test_kind);
  g_test_add_func ("/import-preview/PHONE-4/masked", test_masked);
  g_test_add_func ("/import-preview/PUR-4/first-rows-only", test_first_rows_only);
  g_test_add_func ("/import-preview/PUR-4/empty", test_empty);
  result = g_test_run ();
  fixture_clean ();
  return result;
}
