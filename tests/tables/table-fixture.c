/* table-fixture.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hf-error.h"
#include "hf-table-reader.h"

#define MAIN_NS     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATION_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NS  "http://schemas.openxmlformats.org/package/2006/relationships"
#define XML         "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static char *dir;

char *
fixture_dir (void)
{
  if (dir == NULL)
    dir = g_dir_make_tmp ("huifang-tables-XXXXXX", NULL);
  return dir;
}

char *
fixture_path (const char *name)
{
  return g_build_filename (fixture_dir (), name, NULL);
}

void
fixture_clean (void)
{
  g_autoptr (GDir) open = NULL;
  const char *name;

  if (dir == NULL)
    return;
  open = g_dir_open (dir, 0, NULL);
  while ((name = g_dir_read_name (open)) != NULL)
    {
      g_autofree char *path = fixture_path (name);

      g_unlink (path);
    }
  g_rmdir (dir);
  g_clear_pointer (&dir, g_free);
}

/* Writes @length bytes (-1: a string) into a file; its path is the caller's to free. */
char *
fixture_write (const char *name, const void *bytes, gssize length)
{
  char *path = fixture_path (name);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return path;
}

char *
fixture_write_zip (const char *name, const ZipPart *parts)
{
  char *path = fixture_path (name);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (; parts->text != NULL; parts++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = strlen (parts->text);

      archive_entry_set_pathname (entry, parts->name);
      archive_entry_set_size (entry, (la_int64_t) length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, parts->text, length), ==, length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return path;
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/* The plainest workbook of one sheet, with what @book adds. */
char *
fixture_write_book (const char *name, const BookParts *book)
{
  g_autofree char *sheet =
      g_strdup_printf (XML "<worksheet xmlns=\"" MAIN_NS "\"><sheetData>%s</sheetData>"
                           "<pageMargins left=\"0.7\"/></worksheet>",
                       or_nothing (book->sheet_data));
  g_autofree char *strings =
      g_strdup_printf (XML "<sst xmlns=\"" MAIN_NS "\">%s</sst>", or_nothing (book->strings));
  g_autofree char *styles =
      g_strdup_printf (XML "<styleSheet xmlns=\"" MAIN_NS "\"><numFmts>%s</numFmts>"
                           "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                           "<cellXfs><xf numFmtId=\"0\"/>%s</cellXfs></styleSheet>",
                       or_nothing (book->formats), or_nothing (book->styles));
  g_autofree char *workbook =
      g_strdup_printf (XML "<workbook xmlns=\"" MAIN_NS "\" xmlns:r=\"" RELATION_NS "\">"
                           "<workbookPr %s/><sheets>"
                           "<sheet name=\"Secret\" sheetId=\"2\" state=\"hidden\" r:id=\"rId9\"/>"
                           "<sheet name=\"客户\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                       or_nothing (book->workbook));
  static const char relations[] =
      XML "<Relationships xmlns=\"" PACKAGE_NS "\">"
          "<Relationship Id=\"rId1\" Type=\"" RELATION_NS
          "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          "<Relationship Id=\"rId2\" Type=\"" RELATION_NS "/styles\" Target=\"/xl/styles.xml\"/>"
          "<Relationship Id=\"rId3\" Type=\"" RELATION_NS
          "/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/>"
          "<Relationship Id=\"rId9\" Type=\"" RELATION_NS
          "/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>";
  static const char top[] = XML "<Relationships xmlns=\"" PACKAGE_NS "\">"
                                "<Relationship Id=\"rId1\" Type=\"" RELATION_NS
                                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
  static const char hidden[] = XML "<worksheet xmlns=\"" MAIN_NS "\"><sheetData><row r=\"1\">"
                                   "<c r=\"A1\" t=\"str\"><v>hidden</v></c></row></sheetData>"
                                   "</worksheet>";
  ZipPart first = { "xl/worksheets/sheet1.xml", sheet };
  ZipPart parts[] = {
    { "[Content_Types].xml", XML "<Types/>" },
    { "_rels/.rels", top },
    { "xl/workbook.xml", workbook },
    { "xl/_rels/workbook.xml.rels", relations },
    { "xl/worksheets/sheet2.xml", hidden },
    { "xl/styles.xml", styles },
    { "xl/sharedStrings.xml", strings },
    first,
    { NULL, NULL },
  };

  if (book->sheet_first)
    {
      parts[7] = parts[0];
      parts[0] = first;
    }
  return fixture_write_zip (name, parts);
}

/* @text in another encoding, without a byte order mark. */
char *
fixture_encode (const char *text, const char *encoding, gsize *length)
{
  char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, length, NULL);

  g_assert_nonnull (bytes);
  return bytes;
}

/* The whole table as text: `1:a|b`, a line a row, then the error, if any, in @error. */
char *
fixture_dump (const char *path, GError **error)
{
  g_autoptr (HfTableReader) table = hf_table_open (path, NULL, NULL, error);
  g_autoptr (GString) dump = g_string_new (NULL);
  HfTableRow row;

  if (table == NULL)
    return NULL;
  while (hf_table_next (table, &row, error))
    {
      g_string_append_printf (dump, "%u:", row.number);
      for (guint i = 0; i < row.n_fields; i++)
        g_string_append_printf (dump, "%s%s", i > 0 ? "|" : "", row.fields[i]);
      g_string_append_c (dump, '\n');
    }
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

/* Reading the table must end in an error for a person that says @words. */
void
fixture_assert_refused (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_free (fixture_dump (path, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” should say “%s”", error->message, words);
}
