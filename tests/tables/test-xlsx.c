/* test-xlsx.c: workbooks as Excel and others write them (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-error.h"
#include "hf-table-reader.h"
#include "table-fixture.h"

#define DATE_STYLE "<xf numFmtId=\"14\"/>"
#define STYLES                                                                  \
  DATE_STYLE "<xf numFmtId=\"176\"/><xf numFmtId=\"22\"/><xf numFmtId=\"31\"/>" \
             "<xf numFmtId=\"177\"/>"
#define FORMATS                                                                                     \
  "<numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>" \
  "<numFmt numFmtId=\"177\" formatCode=\"0_ \"/>"
#define TEXT_CELL(reference, text) "<c r=\"" reference "\" t=\"str\"><v>" text "</v></c>"

typedef struct
{
  const char *name;
  BookParts book;
  const char *rows;
} Good;

static const Good good[] = {
  { "shared-strings",
    { .strings = "<si><t>姓名</t></si><si><t>电话</t></si><si/>",
      .sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                    "<c r=\"C1\" t=\"s\"><v>2</v></c></row>" },
    "1:姓名|电话\n" },
  { "sheet-before-its-strings",
    { .strings = "<si><t>姓名</t></si>",
      .sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
      .sheet_first = TRUE },
    "1:姓名\n" },
  { "rich-text-and-phonetics",
    { .strings = "<si><r><t>王</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 秀英</t></r>"
                 "<rPh sb=\"0\" eb=\"1\"><t>wang</t></rPh><phoneticPr fontId=\"1\"/></si>",
      .sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>" },
    "1:王 秀英\n" },
  { "inline-strings",
    { .sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a &amp; b</t></is></c>"
                    "<c r=\"B1\" t=\"inlineStr\"><is><r><t>x</t></r><r><t>y</t></r>"
                    "<rPh><t>z</t></rPh></is></c></row>" },
    "1:a & b|xy\n" },
  { "telephone-as-number",
    { .styles = STYLES,
      .formats = FORMATS,
      .sheet_data = "<row r=\"1\"><c r=\"A1\"><v>13812345678</v></c>"
                    "<c r=\"B1\" s=\"5\"><v>1.3812345678E10</v></c>"
                    "<c r=\"C1\"><v>110101199001012345</v></c></row>" },
    "1:13812345678|13812345678|110101199001012345\n" },
  { "dates",
    { .styles = STYLES,
      .formats = FORMATS,
      .sheet_data = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46348</v></c>"
                    "<c r=\"B1\" s=\"2\"><v>18323</v></c><c r=\"C1\" s=\"3\"><v>46348.5</v></c>"
                    "<c r=\"D1\" s=\"4\"><v>46348</v></c><c r=\"E1\" s=\"0\"><v>46348</v></c>"
                    "<c r=\"F1\" s=\"99\"><v>46348</v></c></row>" },
    "1:2026-11-22|1950-03-01|2026-11-22 12:00|2026-11-22|46348|46348\n" },
  { "dates-from-1904",
    { .styles = DATE_STYLE,
      .workbook = "date1904=\"1\"",
      .sheet_data = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44886</v></c></row>" },
    "1:2026-11-22\n" },
  { "iso-dates",
    { .sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2026-11-22T00:00:00</v></c>"
                    "<c r=\"B1\" t=\"d\"><v>2026-11-22</v></c></row>" },
    "1:2026-11-22|2026-11-22\n" },
  { "gaps",
    { .sheet_data = "<row r=\"2\">" TEXT_CELL ("B2", "b") TEXT_CELL (
          "D2", "d") "</row>"
                     "<row r=\"3\"><c r=\"A3\" s=\"1\"/></row><row r=\"4\"/>"
                     "<row r=\"9\">" TEXT_CELL ("A9", "a") "<c r=\"C9\"><v></v></c></row>" },
    "2:|b||d\n9:a\n" },
  { "no-references",
    { .sheet_data = "<row><c t=\"str\"><v>a</v></c><c/><c t=\"str\"><v>c</v></c></row>"
                    "<row><c><v>1</v></c></row>" },
    "1:a||c\n2:1\n" },
  { "booleans-errors-formulas",
    { .sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"
                    "<c r=\"C1\" t=\"e\"><v>#N/A</v></c><c r=\"D1\"><f>1+1</f><v>2</v></c>"
                    "<c r=\"E1\" t=\"str\"><f>A1</f><v>x</v></c><c r=\"F1\"><f>1+1</f></c>"
                    "<c r=\"G1\" t=\"b\"><v>false</v></c></row>" },
    "1:TRUE|FALSE|#N/A|2|x||FALSE\n" },
  { "escapes-and-line-breaks",
    { .strings = "<si><t>a_x000D_\nb</t></si>",
      .sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>" },
    "1:a\r\nb\n" },
  { "last-column-and-row",
    { .sheet_data = "<row r=\"1048576\">" TEXT_CELL ("AA1048576", "z") "</row>" },
    "1048576:||||||||||||||||||||||||||z\n" },
  { "prefixed-names",
    { .sheet_data = "<x:row xmlns:x=\"urn:x\" r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row>" },
    "1:5\n" },
};

static void
test_good (gconstpointer data)
{
  const Good *file = data;
  g_autofree char *path = fixture_write_book ("good.xlsx", &file->book);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = fixture_dump (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, file->rows);
}

typedef struct
{
  const char *name;
  BookParts book;
  const char *words;
} Bad;

static const Bad bad[] = {
  { "shared-string-missing",
    { .sheet_data = "<row r=\"7\"><c r=\"B7\" t=\"s\"><v>3</v></c></row>" },
    "Row 7, column B" },
  { "shared-string-no-number",
    { .sheet_data = "<row r=\"7\"><c r=\"B7\" t=\"s\"><v>x</v></c></row>" },
    "Row 7, column B" },
  { "shared-string-negative",
    { .strings = "<si><t>a</t></si>",
      .sheet_data = "<row r=\"7\"><c r=\"B7\" t=\"s\"><v>-1</v></c></row>" },
    "Row 7, column B" },
  { "column-too-far", { .sheet_data = "<row r=\"1\">" TEXT_CELL ("XFE1", "x") "</row>" }, "Row 1" },
  { "columns-backwards",
    { .sheet_data = "<row r=\"1\">" TEXT_CELL ("B1", "x") TEXT_CELL ("A1", "x") "</row>" },
    "Row 1" },
  { "column-without-letters",
    { .sheet_data = "<row r=\"1\">" TEXT_CELL ("11", "x") "</row>" },
    "Row 1" },
  { "row-too-far", { .sheet_data = "<row r=\"1048577\"/>" }, "damaged" },
  { "rows-backwards", { .sheet_data = "<row r=\"5\"/><row r=\"4\"/>" }, "Row 4" },
  { "not-closed", { .sheet_data = "<row r=\"1\">" }, "damaged" },
  { "undefined-entity",
    { .sheet_data = "<row r=\"1\">" TEXT_CELL ("A1", "&lol;") "</row>" },
    "damaged" },
  { "strings-not-closed", { .strings = "<si>" }, "damaged" },
  { "styles-not-closed", { .styles = "<xf" }, "damaged" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *file = data;
  g_autofree char *path = fixture_write_book ("bad.xlsx", &file->book);

  fixture_assert_refused (path, file->words);
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
test_huge_cells (void)
{
  g_autofree char *text = repeat ("0123456789abcdef", 128 * 1024);
  g_autofree char *cell =
      g_strdup_printf ("<row r=\"3\"><c r=\"B3\" t=\"str\"><v>%s</v></c></row>", text);
  g_autofree char *item = g_strdup_printf ("<si><t>%s</t></si>", text);
  BookParts sheet = { .sheet_data = cell };
  BookParts strings = { .strings = item };
  g_autofree char *path = fixture_write_book ("huge.xlsx", &sheet);

  fixture_assert_refused (path, "Row 3, column B is far too long");
  g_clear_pointer (&path, g_free);
  path = fixture_write_book ("huge.xlsx", &strings);
  fixture_assert_refused (path, "far too long");
}

static void
test_bomb (void)
{
  g_autofree char *spaces = repeat ("                ", 4 * 1024 * 1024);
  BookParts book = { .sheet_data = spaces };
  g_autofree char *path = fixture_write_book ("bomb.xlsx", &book);

  fixture_assert_refused (path, "unpacks to far more");
}

static void
test_deep (void)
{
  g_autofree char *deep = repeat ("<a>", 10000);
  BookParts book = { .sheet_data = deep };
  g_autofree char *path = fixture_write_book ("deep.xlsx", &book);

  fixture_assert_refused (path, "damaged");
}

static void
test_document_type (void)
{
  static const char *const kinds[] = {
    "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><workbook>&b;</workbook>",
    "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><workbook/>",
    "<!DOCTYPE x [<!ENTITY % e SYSTEM \"http://127.0.0.1:9/e\"> %e;]><workbook/>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      ZipPart parts[] = { { "xl/workbook.xml", kinds[i] }, { NULL, NULL } };
      g_autofree char *path = fixture_write_zip ("entity.xlsx", parts);

      fixture_assert_refused (path, "document type");
    }
}

static void
test_missing_parts (void)
{
  ZipPart parts[] = { { "xl/workbook.xml", "<workbook><sheets/></workbook>" },
                      { "xl/_rels/workbook.xml.rels", "<Relationships/>" },
                      { NULL, NULL } };
  g_autofree char *path = fixture_write_zip ("missing.xlsx", parts);
  g_autoptr (GError) error = NULL;

  fixture_assert_refused (path, "no sheet");
  parts[1] = parts[2];
  g_free (path);
  path = fixture_write_zip ("missing.xlsx", parts);
  g_free (fixture_dump (path, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
}

static void
test_sheet_names (void)
{
  BookParts book = { .sheet_data = "<row r=\"1\">" TEXT_CELL ("A1", "seen") "</row>" };
  g_autofree char *path = fixture_write_book ("sheets.xlsx", &book);
  static const struct
  {
    const char *sheet;
    const char *first;
  } rows[] = { { NULL, "seen" }, { "客户", "seen" }, { "Secret", "hidden" }, { "nobody", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfTableOptions options = { .sheet = rows[i].sheet };
      g_autoptr (GError) error = NULL;
      g_autoptr (HfTableReader) table = hf_table_open (path, &options, NULL, &error);
      HfTableRow row;

      if (rows[i].first == NULL)
        {
          g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (hf_table_next (table, &row, NULL));
      g_assert_cmpstr (row.fields[0], ==, rows[i].first);
    }
}

/* Rows must come out the same wherever the pieces of XML happen to end. */
static void
test_many_rows (void)
{
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  BookParts book = { .strings = "<si><t>王</t></si>" };
  g_autofree char *path = NULL;
  g_autofree char *rows = NULL;

  for (guint i = 1; i <= 20000; i++)
    {
      g_string_append_printf (data,
                              "<row r=\"%u\"><c r=\"A%u\" t=\"s\"><v>0</v></c><c r=\"C%u\">"
                              "<v>%u</v></c><c r=\"D%u\" t=\"str\"><v>路%u&amp;</v></c></row>",
                              i, i, i, i * 7, i, i);
      g_string_append_printf (expected, "%u:王||%u|路%u&\n", i, i * 7, i);
    }
  book.sheet_data = data->str;
  path = fixture_write_book ("many.xlsx", &book);
  rows = fixture_dump (path, NULL);
  g_assert_cmpstr (rows, ==, expected->str);
}

static void
test_cancelled (void)
{
  BookParts book = { .sheet_data = "<row r=\"1\">" TEXT_CELL ("A1", "x") "</row>" };
  g_autofree char *path = fixture_write_book ("cancel.xlsx", &book);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HfTableReader) table = hf_table_open (path, NULL, cancellable, &error);
  HfTableRow row;

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (hf_table_next (table, &row, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strconcat ("/xlsx/PUR-4/good/", good[i].name, NULL);

      g_test_add_data_func (path, &good[i], test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/xlsx/PUR-4/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/xlsx/PUR-4/bad/huge-cells", test_huge_cells);
  g_test_add_func ("/xlsx/PUR-4/bad/zip-bomb", test_bomb);
  g_test_add_func ("/xlsx/PUR-4/bad/deep-nesting", test_deep);
  g_test_add_func ("/xlsx/PUR-4/bad/document-type", test_document_type);
  g_test_add_func ("/xlsx/PUR-4/bad/missing-parts", test_missing_parts);
  g_test_add_func ("/xlsx/PUR-4/sheet-names", test_sheet_names);
  g_test_add_func ("/xlsx/PUR-4/many-rows", test_many_rows);
  g_test_add_func ("/xlsx/PUR-4/cancelled", test_cancelled);
  status = g_test_run ();
  fixture_clean ();
  return status;
}
