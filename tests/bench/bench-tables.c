/* bench-tables.c: rows a second and memory of reading tables
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sys/resource.h>

#include "hf-table-reader.h"
#include "table-fixture.h"

static long
peak_kib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static int
measure (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (HfTableReader) table = hf_table_open (path, NULL, NULL, &error);
  double opened = g_timer_elapsed (timer, NULL);
  guint64 n_rows = 0, n_fields = 0;
  HfTableRow row;
  double total;

  while (table != NULL && hf_table_next (table, &row, &error))
    {
      n_rows++;
      n_fields += row.n_fields;
    }
  total = g_timer_elapsed (timer, NULL);
  g_print ("%s: %" G_GUINT64_FORMAT " rows, %" G_GUINT64_FORMAT
           " fields in %.2f s (opening %.2f s), %.0f rows/s, peak %ld MiB\n",
           path, n_rows, n_fields, total, opened, (double) n_rows / total, peak_kib () / 1024);
  if (error == NULL)
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

static void
write_csv (const char *path, guint n_rows, const char *encoding)
{
  g_autoptr (GString) file = g_string_new ("姓名,电话,出生日期,地址,片区,负责人,备注\r\n");
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (
        file, "王秀%u,138%08u,19%02u-03-%02u,和平路%u号,东区,李梅,\"喜欢喝茶,%u\"\r\n", i, i,
        i % 100, i % 28 + 1, i % 1000, i);
  bytes = fixture_encode (file->str, encoding, &length);
  g_file_set_contents (path, bytes, (gssize) length, NULL);
}

/* Names, numbers and addresses all different, as shared texts; the rest shared. */
static void
write_xlsx (guint n_rows)
{
  g_autoptr (GString) strings = g_string_new ("<si><t>东区</t></si><si><t>李梅</t></si>");
  g_autoptr (GString) sheet = g_string_new (NULL);
  BookParts book = { .styles = "<xf numFmtId=\"14\"/>" };
  g_autofree char *path = NULL;

  for (guint i = 1; i <= n_rows; i++)
    {
      g_string_append_printf (strings,
                              "<si><t>王秀%u</t></si><si><t>138%08u</t></si>"
                              "<si><t>和平路%u号</t></si>",
                              i, i, i);
      g_string_append_printf (
          sheet,
          "<row r=\"%u\"><c r=\"A%u\" t=\"s\"><v>%u</v></c><c r=\"B%u\" t=\"s\"><v>%u</v></c>"
          "<c r=\"C%u\" s=\"1\"><v>%u</v></c><c r=\"D%u\" t=\"s\"><v>%u</v></c>"
          "<c r=\"E%u\" t=\"s\"><v>0</v></c><c r=\"F%u\" t=\"s\"><v>1</v></c>"
          "<c r=\"G%u\"><v>%u.5</v></c></row>",
          i, i, i * 3 - 1, i, i * 3, i, 10000 + i % 20000, i, i * 3 + 1, i, i, i, i);
    }
  book.strings = strings->str;
  book.sheet_data = sheet->str;
  path = fixture_write_book ("bench.xlsx", &book);
  g_print ("%s\n", path);
}

/* bench-tables FILE…: reads each; bench-tables --make N: writes files of N rows to read. */
int
main (int argc, char *argv[])
{
  int status = 0;

  if (argc == 3 && g_str_equal (argv[1], "--make"))
    {
      guint n_rows = (guint) g_ascii_strtoull (argv[2], NULL, 10);
      g_autofree char *utf8 = fixture_path ("bench-utf8.csv");
      g_autofree char *gbk = fixture_path ("bench-gb18030.csv");

      write_csv (utf8, n_rows, "UTF-8");
      write_csv (gbk, n_rows, "GB18030");
      g_print ("%s\n%s\n", utf8, gbk);
      write_xlsx (MIN (n_rows, 1048576));
      return 0;
    }
  for (int i = 1; i < argc; i++)
    status |= measure (argv[i]);
  return status;
}
