/* test-csv.c: CSV as people's programs write it (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-csv-reader.h"
#include "hf-error.h"
#include "table-fixture.h"

typedef struct
{
  const char *name;
  const char *file;
  const char *rows;
} Good;

static const Good good[] = {
  { "simple", "a,b,c\n1,2,3\n", "1:a|b|c\n2:1|2|3\n" },
  { "no-line-end-at-end", "a,b\n1,2", "1:a|b\n2:1|2\n" },
  { "crlf", "a,b\r\n1,2\r\n", "1:a|b\n2:1|2\n" },
  { "cr-alone", "a,b\r1,2\r3,4\r", "1:a|b\n2:1|2\n3:3|4\n" },
  { "semicolons", "a;b,x;c\n1;2;3\n", "1:a|b,x|c\n2:1|2|3\n" },
  { "tabs", "a\tb\n1\t2,5\n", "1:a|b\n2:1|2,5\n" },
  { "title-above-semicolons", "顾客名单\r\n\r\na;b\r\n1;2\r\n", "1:顾客名单\n3:a|b\n4:1|2\n" },
  { "one-column", "姓名\n王\n", "1:姓名\n2:王\n" },
  { "comma-in-quotes", "a,b\n\"x, y\",2\n", "1:a|b\n2:x, y|2\n" },
  { "doubled-quotes", "a,b\n\"say \"\"hi\"\"\",2\n", "1:a|b\n2:say \"hi\"|2\n" },
  { "only-quotes", "a,b\n\"\"\"\",\"\"\n", "1:a|b\n2:\"|\n" },
  { "line-break-in-quotes", "a,b\n\"1\n2\",x\n3,4\n", "1:a|b\n2:1\n2|x\n3:3|4\n" },
  { "crlf-in-quotes", "a,b\r\n\"1\r\n2\",x\r\n", "1:a|b\n2:1\r\n2|x\n" },
  { "empty-fields", "a,b,c\n,,3\n1,,\n", "1:a|b|c\n2:||3\n3:1||\n" },
  { "blank-rows-are-counted", "a,b\n\n1,2\n,\n3,4\n\n\n", "1:a|b\n3:1|2\n5:3|4\n" },
  { "ragged", "a,b,c\n1\n1,2,3,4\n", "1:a|b|c\n2:1\n3:1|2|3|4\n" },
  { "bom",
    "\xef\xbb\xbf"
    "a,b\n1,2\n",
    "1:a|b\n2:1|2\n" },
  { "bom-and-quote", "\xef\xbb\xbf\"a\",b\n1,2\n", "1:a|b\n2:1|2\n" },
  { "json-in-quotes", "k,v\n1,\"{\"\"x\"\": [1, 2]}\"\n", "1:k|v\n2:1|{\"x\": [1, 2]}\n" },
  { "quote-inside-plain", "a,b\n5\" pipe,2\n", "1:a|b\n2:5\" pipe|2\n" },
  { "text-after-quotes", "a,b\n\"x\"y,2\n", "1:a|b\n2:xy|2\n" },
  { "spaces-are-kept", "a,b\n x , y \n", "1:a|b\n2: x | y \n" },
  { "hint-of-excel", "sep=;\r\na;b\r\n1;2\r\n", "1:a|b\n2:1|2\n" },
  { "separators-in-quoted-header", "\"a;;;\",b\n1,2\n", "1:a;;;|b\n2:1|2\n" },
  { "utf8", "姓名,备注\n王秀英,“喜欢”喝茶𠮷\n", "1:姓名|备注\n2:王秀英|“喜欢”喝茶𠮷\n" },
};

static void
test_good (gconstpointer data)
{
  const Good *file = data;
  g_autofree char *path = fixture_write ("good.csv", file->file, -1);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = fixture_dump (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, file->rows);
}

static void
assert_refused (const char *file, gssize length, const char *words)
{
  g_autofree char *path = fixture_write ("bad.csv", file, length);

  fixture_assert_refused (path, words);
}

static void
test_open_quote (void)
{
  assert_refused ("a,b\n1,2\n3,\"4\n5,6\n", -1, "opens in row 3");
  assert_refused ("a,b\n1,2\n3,\"", -1, "opens in row 3");
}

static void
test_empty (void)
{
  g_autofree char *blank = fixture_write ("blank.csv", "\n\r\n  \n", -1);
  g_autofree char *rows = fixture_dump (blank, NULL);

  assert_refused ("", 0, "empty");
  g_assert_cmpstr (rows, ==, "");
}

static void
test_caps (void)
{
  g_autoptr (GString) file = g_string_new ("a,b\n1,");

  for (guint i = 0; i < 10 * 1024; i++)
    g_string_append_printf (file, "%01024d", 0);
  assert_refused (file->str, (gssize) file->len, "Row 2, column B is far too long");
  g_string_assign (file, "a,b\n1,\"");
  for (guint i = 0; i < 10 * 1024; i++)
    g_string_append_printf (file, "%01023d\n", 0);
  assert_refused (file->str, (gssize) file->len, "quotation mark that opens in row 2");
  g_string_assign (file, "a\n");
  for (guint i = 0; i < 20000; i++)
    g_string_append_c (file, ',');
  g_string_append (file, "1\n");
  assert_refused (file->str, (gssize) file->len, "Row 2, column");
}

/* Every row must come out the same wherever the blocks happen to end. */
static void
test_block_borders (void)
{
  g_autoptr (GString) file = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *rows = NULL;

  for (guint i = 1; file->len < 300000; i++)
    {
      g_string_append_printf (file, "王%u,\"a\"\"\r\n%u\",%*s\r\n", i, i, (int) (i % 17), "");
      g_string_append_printf (expected, "%u:王%u|a\"\r\n%u|%*s\n", i, i, i, (int) (i % 17), "");
    }
  for (guint shift = 0; shift < 8; shift++)
    {
      g_string_prepend_c (file, 'x');
      g_string_insert_c (expected, 2, 'x');
      g_clear_pointer (&path, g_free);
      g_clear_pointer (&rows, g_free);
      path = fixture_write ("borders.csv", file->str, (gssize) file->len);
      rows = fixture_dump (path, NULL);
      g_assert_cmpstr (rows, ==, expected->str);
    }
}

static void
test_forced_separator (void)
{
  g_autofree char *path = fixture_write ("forced.csv", "a,b,c;d\n", -1);
  HfTextDecoder *decoder = hf_text_decoder_new (path, HF_ENCODING_AUTO, NULL, NULL);
  g_autoptr (HfCsvReader) reader = hf_csv_reader_new (decoder, ';', NULL);
  HfTableRow row;

  g_assert_true (hf_csv_reader_next (reader, &row, NULL));
  g_assert_cmpuint (row.n_fields, ==, 2);
  g_assert_cmpstr (row.fields[0], ==, "a,b,c");
  g_assert_false (hf_csv_reader_next (reader, &row, NULL));
}

static void
test_columns (void)
{
  static const struct
  {
    guint column;
    const char *letters;
  } rows[] = { { 0, "A" },    { 25, "Z" },    { 26, "AA" },
               { 701, "ZZ" }, { 702, "AAA" }, { 16383, "XFD" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *letters = hf_table_format_column (rows[i].column);

      g_assert_cmpstr (letters, ==, rows[i].letters);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/PUR-4/good/", good[i].name, NULL);

      g_test_add_data_func (path, &good[i], test_good);
    }
  g_test_add_func ("/csv/PUR-4/quote-never-closed", test_open_quote);
  g_test_add_func ("/csv/PUR-4/empty", test_empty);
  g_test_add_func ("/csv/PUR-4/caps", test_caps);
  g_test_add_func ("/csv/PUR-4/block-borders", test_block_borders);
  g_test_add_func ("/csv/PUR-4/forced-separator", test_forced_separator);
  g_test_add_func ("/csv/columns-as-letters", test_columns);
  status = g_test_run ();
  fixture_clean ();
  return status;
}
