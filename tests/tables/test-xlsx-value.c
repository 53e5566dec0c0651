/* test-xlsx-value.c: numbers, dates and formats of .xlsx files (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-xlsx-value.h"

static void
test_numbers (void)
{
  static const struct
  {
    const char *value;
    const char *text;
  } rows[] = {
    { "13812345678", "13812345678" },
    { "1.3812345678E10", "13812345678" },
    { "1.3812345678E+10", "13812345678" },
    { "13812345678.0", "13812345678" },
    { "110101199001012345", "110101199001012345" },
    { "1.10101199001012E+17", "110101199001012000" },
    { "0.30000000000000004", "0.3" },
    { "1280.4999999999999", "1280.5" },
    { "9.9999999999999999", "10" },
    { "999999999999999.96", "1000000000000000" },
    { "1280.5", "1280.5" },
    { "0.05", "0.05" },
    { "5E-2", "0.05" },
    { "1E-7", "0.0000001" },
    { ".5", "0.5" },
    { "-12.50", "-12.5" },
    { "-3", "-3" },
    { "0", "0" },
    { "0.0", "0" },
    { "0E10", "0" },
    { "100", "100" },
    { "1E2", "100" },
    { "120E-1", "12" },
    { "1E300", "1E300" },
    { "1E-300", "1E-300" },
    { "1E99999999999999999999", "1E99999999999999999999" },
    { "abc", "abc" },
    { "1.2.3", "1.2.3" },
    { "1E", "1E" },
    { ".", "." },
    { "-", "-" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) out = g_string_new ("=");

      hf_xlsx_append_number (out, rows[i].value);
      g_assert_cmpstr (out->str + 1, ==, rows[i].text);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *value;
    HfXlsxFormat format;
    gboolean from_1904;
    const char *text;
  } rows[] = {
    { "46348", HF_XLSX_FORMAT_DATE, FALSE, "2026-11-22" },
    { "44886", HF_XLSX_FORMAT_DATE, TRUE, "2026-11-22" },
    { "1", HF_XLSX_FORMAT_DATE, FALSE, "1900-01-01" },
    { "59", HF_XLSX_FORMAT_DATE, FALSE, "1900-02-28" },
    { "60", HF_XLSX_FORMAT_DATE, FALSE, "1900-02-29" },
    { "61", HF_XLSX_FORMAT_DATE, FALSE, "1900-03-01" },
    { "0", HF_XLSX_FORMAT_DATE, TRUE, "1904-01-01" },
    { "0.5", HF_XLSX_FORMAT_DATE, FALSE, "12:00" },
    { "18323", HF_XLSX_FORMAT_DATE, FALSE, "1950-03-01" },
    { "2958465", HF_XLSX_FORMAT_DATE, FALSE, "9999-12-31" },
    { "46348.75", HF_XLSX_FORMAT_DATE, FALSE, "2026-11-22" },
    { "46348.75", HF_XLSX_FORMAT_DATE_TIME, FALSE, "2026-11-22 18:00" },
    { "46348.999999999", HF_XLSX_FORMAT_DATE_TIME, FALSE, "2026-11-23" },
    { "46348.0001", HF_XLSX_FORMAT_DATE_TIME, FALSE, "2026-11-22 00:00:09" },
    { "46348", HF_XLSX_FORMAT_DATE_TIME, FALSE, "2026-11-22" },
    { "0.39583333333333331", HF_XLSX_FORMAT_TIME, FALSE, "09:30" },
    { "46348.5", HF_XLSX_FORMAT_TIME, FALSE, "12:00" },
    { "4.6348E4", HF_XLSX_FORMAT_DATE, FALSE, "2026-11-22" },
    { "-1", HF_XLSX_FORMAT_DATE, FALSE, "-1" },
    { "13812345678", HF_XLSX_FORMAT_DATE, FALSE, "13812345678" },
    { "1E308", HF_XLSX_FORMAT_DATE, FALSE, "1E308" },
    { "nan", HF_XLSX_FORMAT_DATE, FALSE, "nan" },
    { "x", HF_XLSX_FORMAT_DATE, FALSE, "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      hf_xlsx_append_date (out, rows[i].value, rows[i].format, rows[i].from_1904);
      g_assert_cmpstr (out->str, ==, rows[i].text);
    }
}

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    HfXlsxFormat format;
  } rows[] = {
    { "General", HF_XLSX_FORMAT_NUMBER },
    { "0", HF_XLSX_FORMAT_NUMBER },
    { "#,##0.00", HF_XLSX_FORMAT_NUMBER },
    { "0.00E+00", HF_XLSX_FORMAT_NUMBER },
    { "0.00%", HF_XLSX_FORMAT_NUMBER },
    { "@", HF_XLSX_FORMAT_NUMBER },
    { "[Red]-0.00", HF_XLSX_FORMAT_NUMBER },
    { "0\"days\"", HF_XLSX_FORMAT_NUMBER },
    { "0\\d", HF_XLSX_FORMAT_NUMBER },
    { "_ * #,##0_ ;[Red]d", HF_XLSX_FORMAT_NUMBER },
    { "", HF_XLSX_FORMAT_NUMBER },
    { "\"open", HF_XLSX_FORMAT_NUMBER },
    { "[open", HF_XLSX_FORMAT_NUMBER },
    { "\\", HF_XLSX_FORMAT_NUMBER },
    { "yyyy-mm-dd", HF_XLSX_FORMAT_DATE },
    { "yyyy/m/d;@", HF_XLSX_FORMAT_DATE },
    { "yyyy\"年\"m\"月\"d\"日\";@", HF_XLSX_FORMAT_DATE },
    { "[$-804]yyyy\\年m\\月d\\日", HF_XLSX_FORMAT_DATE },
    { "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", HF_XLSX_FORMAT_DATE },
    { "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", HF_XLSX_FORMAT_DATE },
    { "mmm", HF_XLSX_FORMAT_DATE },
    { "h:mm", HF_XLSX_FORMAT_TIME },
    { "mm:ss", HF_XLSX_FORMAT_TIME },
    { "[h]:mm", HF_XLSX_FORMAT_TIME },
    { "yyyy-mm-dd hh:mm:ss", HF_XLSX_FORMAT_DATE_TIME },
    { "m/d/yy h:mm", HF_XLSX_FORMAT_DATE_TIME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (hf_xlsx_format_from_code (rows[i].code) != rows[i].format)
      g_error ("%s", rows[i].code);
  g_assert_cmpint (hf_xlsx_format_from_id (0), ==, HF_XLSX_FORMAT_NUMBER);
  g_assert_cmpint (hf_xlsx_format_from_id (14), ==, HF_XLSX_FORMAT_DATE);
  g_assert_cmpint (hf_xlsx_format_from_id (20), ==, HF_XLSX_FORMAT_TIME);
  g_assert_cmpint (hf_xlsx_format_from_id (22), ==, HF_XLSX_FORMAT_DATE_TIME);
  g_assert_cmpint (hf_xlsx_format_from_id (31), ==, HF_XLSX_FORMAT_DATE);
  g_assert_cmpint (hf_xlsx_format_from_id (49), ==, HF_XLSX_FORMAT_NUMBER);
  g_assert_cmpint (hf_xlsx_format_from_id (57), ==, HF_XLSX_FORMAT_DATE);
}

static void
test_unescape (void)
{
  static const struct
  {
    const char *escaped;
    const char *text;
  } rows[] = {
    { "a_x000D_\nb", "a\r\nb" },
    { "_x005F_x000D_", "_x000D_" },
    { "_x0000_a", "a" },
    { "_xD800_a", "a" },
    { "_x738B_", "王" },
    { "_xFFFF", "_xFFFF" },
    { "a_x", "a_x" },
    { "王_x00", "王_x00" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup (rows[i].escaped);
      gsize length = hf_xlsx_unescape (text);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpuint (length, ==, strlen (rows[i].text));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-value/PUR-4/numbers", test_numbers);
  g_test_add_func ("/xlsx-value/PUR-4/dates", test_dates);
  g_test_add_func ("/xlsx-value/PUR-4/formats", test_formats);
  g_test_add_func ("/xlsx-value/PUR-4/unescape", test_unescape);
  return g_test_run ();
}
