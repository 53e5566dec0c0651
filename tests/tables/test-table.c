/* test-table.c: files that are not what they seem, and torn ones (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include <sys/stat.h>

#include "hf-error.h"
#include "hf-table-reader.h"
#include "table-fixture.h"

static void
test_other_files (void)
{
  static const struct
  {
    const char *begin;
    const char *words;
  } rows[] = {
    { "<html><body><table>", "a web page" },
    { "\xef\xbb\xbf\r\n<!DOCTYPE html>", "a web page" },
    { "<table border=1><tr>", "a web page" },
    { "<?xml version=\"1.0\"?><Workbook>", "an XML document" },
    { "<?xml version=\"1.0\"?><html>", "a web page" },
    { "%PDF-1.7\n", "a PDF document" },
    { "\x89PNG\r\n\x1a\n", "a picture" },
    { "{\\rtf1", "a text document" },
    { "Rar!\x1a\x07", "a compressed archive" },
    { "SQLite format 3", "a database" },
    { "PK\x03\x04 and then nothing", "damaged or cut off" },
    { "PK\x03\x04", "damaged or cut off" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 short", "old Excel workbook" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = fixture_write ("seems.xlsx", rows[i].begin, -1);

      fixture_assert_refused (path, rows[i].words);
    }
}

/* A container of the old kind with one entry in its table of contents. */
static char *
write_ole (const char *entry)
{
  guint8 file[2048] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };

  file[30] = 9; /* sectors of 512 bytes, the contents in the second */
  file[48] = 1;
  for (gsize i = 0; i < strlen (entry); i++)
    file[1024 + 128 + 2 * i] = (guint8) entry[i];
  return fixture_write ("ole.xlsx", file, sizeof file);
}

static void
test_old_and_encrypted (void)
{
  g_autofree char *old = write_ole ("Workbook");

  fixture_assert_refused (old, "old Excel workbook");
  {
    g_autofree char *encrypted = write_ole ("EncryptedPackage");

    fixture_assert_refused (encrypted, "protected with a password");
  }
}

static void
test_other_archives (void)
{
  static const struct
  {
    const char *part;
    const char *words;
  } rows[] = {
    { "content.xml", ".ods" },          { "word/document.xml", "Word" },
    { "xl/workbook.bin", ".xlsb" },     { "photo.jpg", "a compressed archive" },
    { "ppt/presentation.xml", "pres" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ZipPart parts[] = { { rows[i].part, "x" }, { NULL, NULL } };
      g_autofree char *path = fixture_write_zip ("archive.xlsx", parts);

      fixture_assert_refused (path, rows[i].words);
    }
}

static void
test_csv_named_xlsx (void)
{
  g_autofree char *path = fixture_write ("really.xlsx", "姓名,电话\n王,1\n", -1);
  g_autofree char *rows = fixture_dump (path, NULL);

  g_assert_cmpstr (rows, ==, "1:姓名|电话\n2:王|1\n");
}

static void
test_no_file (void)
{
  g_autofree char *path = fixture_path ("nothing.csv");
  g_autoptr (GError) error = NULL;

  g_assert_null (hf_table_open (path, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (hf_table_open (fixture_dir (), NULL, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (hf_table_open (path, NULL, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *text;
    const char *described;
  } rows[] = {
    { "a,b\n", "Text, UTF-8, separated by commas" },
    { "a;b\n", "Text, UTF-8, separated by semicolons" },
    { "\xd0\xd5\t\xc3\xfb\n", "Text, GB18030, separated by tabs" },
  };
  BookParts book = { NULL };
  g_autofree char *path = fixture_write_book ("describe.xlsx", &book);
  g_autoptr (HfTableReader) workbook = hf_table_open (path, NULL, NULL, NULL);
  g_autofree char *described = hf_table_describe (workbook);

  g_assert_cmpstr (described, ==, "Workbook, sheet “客户”");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = fixture_write ("describe.csv", rows[i].text, -1);
      g_autoptr (HfTableReader) table = hf_table_open (text, NULL, NULL, NULL);
      g_autofree char *as = hf_table_describe (table);

      g_assert_cmpstr (as, ==, rows[i].described);
    }
}

static void
test_fraction (void)
{
  g_autofree char *path = fixture_write ("fraction.csv", "a\n1\n", -1);
  g_autoptr (HfTableReader) table = hf_table_open (path, NULL, NULL, NULL);
  HfTableRow row;

  while (hf_table_next (table, &row, NULL))
    g_assert_cmpfloat (hf_table_get_fraction (table), <=, 1.0);
  g_assert_cmpfloat (hf_table_get_fraction (table), ==, 1.0);
}

static guint
count_rows (const char *dump)
{
  guint n = 0;

  for (; dump != NULL && (dump = strchr (dump, '\n')) != NULL; dump++)
    n++;
  return n;
}

/* Cuts a good file off at every @step bytes: an error or fewer rows, no crash. */
static void
tear (const char *path, gsize step, gboolean must_fail)
{
  g_autofree char *bytes = NULL;
  g_autofree char *whole = fixture_dump (path, NULL);
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize cut = 0; cut < length; cut += step)
    {
      g_autofree char *torn = fixture_write ("torn", bytes, (gssize) cut);
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = fixture_dump (torn, &error);

      if (must_fail)
        g_assert_nonnull (error);
      g_assert_cmpuint (count_rows (rows), <=, count_rows (whole));
    }
}

/* Turns single bytes of a good file over: whatever comes, no crash. */
static void
spoil (const char *path, gsize step)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize at = 0; at < length; at += step)
    {
      g_autofree char *spoilt = NULL;

      bytes[at] ^= (char) (1 << (at % 8));
      spoilt = fixture_write ("spoilt", bytes, (gssize) length);
      bytes[at] ^= (char) (1 << (at % 8));
      g_free (fixture_dump (spoilt, NULL));
    }
}

static void
test_torn_workbook (void)
{
  BookParts book = {
    .strings = "<si><t>王</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si>",
    .sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c></row>"
                  "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>",
  };
  g_autofree char *path = fixture_write_book ("whole.xlsx", &book);

  tear (path, 7, TRUE);
  spoil (path, 3);
}

/* Changes a few characters of @text, always the same way for the same @random. */
static char *
mutate (const char *text, GRand *random)
{
  static const char bits[] = "<>/\"&=09tsvc r-.E";
  char *mutated = g_strdup (text);
  guint n = (guint) g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n; i++)
    mutated[g_rand_int_range (random, 0, (int) strlen (text))] =
        bits[g_rand_int_range (random, 0, (int) strlen (bits))];
  return mutated;
}

/* The checksums of an archive keep most damage from the parser; not this one. */
static void
test_spoilt_parts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *sheet = mutate (
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46348.5</v></c>"
          "<c r=\"C1\"><v>1.5E3</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
          "<row r=\"2\"><c t=\"b\"><v>1</v></c><c r=\"ZZ2\" t=\"d\"><v>2026-11-22</v></c></row>",
          random);
      g_autofree char *strings =
          mutate ("<si><t>_x000D_</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si>", random);
      g_autofree char *styles =
          mutate ("<xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"22\"/>", random);
      g_autofree char *formats =
          mutate ("<numFmt numFmtId=\"176\" formatCode=\"yyyy\\-mm[h]_d&quot;d&quot;\"/>", random);
      BookParts book = {
        .sheet_data = sheet, .strings = strings, .styles = styles, .formats = formats
      };
      g_autofree char *path = fixture_write_book ("spoilt.xlsx", &book);
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = fixture_dump (path, &error);

      g_assert_true (rows == NULL || g_utf8_validate (rows, -1, NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_torn_text (void)
{
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = fixture_encode ("姓名,备注\r\n\"王,\"\"小\"\n,x\r\n李四光,喝茶𠮷\n",
                                               encodings[i], &length);
      g_autofree char *path = fixture_write ("whole.csv", bytes, (gssize) length);

      tear (path, 1, FALSE);
      spoil (path, 1);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/PUR-4/other-files", test_other_files);
  g_test_add_func ("/table/PUR-4/old-and-encrypted", test_old_and_encrypted);
  g_test_add_func ("/table/PUR-4/other-archives", test_other_archives);
  g_test_add_func ("/table/PUR-4/csv-named-xlsx", test_csv_named_xlsx);
  g_test_add_func ("/table/PUR-4/no-file", test_no_file);
  g_test_add_func ("/table/PUR-4/describe", test_describe);
  g_test_add_func ("/table/PUR-4/fraction", test_fraction);
  g_test_add_func ("/table/PUR-4/torn-workbook", test_torn_workbook);
  g_test_add_func ("/table/PUR-4/spoilt-parts", test_spoilt_parts);
  g_test_add_func ("/table/PUR-4/torn-text", test_torn_text);
  status = g_test_run ();
  fixture_clean ();
  return status;
}
