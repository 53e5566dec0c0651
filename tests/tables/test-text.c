/* test-text.c: encodings of text files (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-error.h"
#include "hf-text-decoder.h"
#include "table-fixture.h"

static char *
decode (const char *path, HfEncoding forced, HfEncoding *encoding, GError **error)
{
  g_autoptr (HfTextDecoder) decoder = hf_text_decoder_new (path, forced, NULL, error);
  g_autoptr (GString) all = g_string_new (NULL);
  const char *text;
  gsize length;

  if (decoder == NULL)
    return NULL;
  *encoding = hf_text_decoder_get_encoding (decoder);
  do
    {
      if (!hf_text_decoder_next (decoder, &text, &length, error))
        return NULL;
      g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
      g_string_append_len (all, text, (gssize) length);
    }
  while (length > 0);
  g_assert_cmpfloat (hf_text_decoder_get_fraction (decoder), ==, 1.0);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* Long enough for several blocks, with characters across their borders. */
static char *
make_long (void)
{
  GString *text = g_string_new ("姓名,电话,地址\r\n");

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "王小%u,1380000%04u,一号路𠮷%u号\r\n", i, i, i);
  return g_string_free (text, FALSE);
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding;
    const char *bom;
    gssize bom_length;
    HfEncoding expected;
  } rows[] = {
    { "UTF-8", "", 0, HF_ENCODING_UTF8 },
    { "UTF-8", "\xef\xbb\xbf", 3, HF_ENCODING_UTF8 },
    { "GB18030", "", 0, HF_ENCODING_GB18030 },
    { "GB18030", "\x84\x31\x95\x33", 4, HF_ENCODING_GB18030 },
    { "UTF-16LE", "", 0, HF_ENCODING_UTF16LE },
    { "UTF-16LE", "\xff\xfe", 2, HF_ENCODING_UTF16LE },
    { "UTF-16BE", "", 0, HF_ENCODING_UTF16BE },
    { "UTF-16BE", "\xfe\xff", 2, HF_ENCODING_UTF16BE },
  };
  g_autofree char *many = make_long ();
  const char *const texts[] = { "姓名\n王\n", "a,b\n1,2\n", many };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        gsize length;
        g_autofree char *bytes = fixture_encode (texts[j], rows[i].encoding, &length);
        g_autoptr (GString) file = g_string_new_len (rows[i].bom, rows[i].bom_length);
        g_autofree char *path = NULL;
        g_autofree char *got = NULL;
        HfEncoding encoding;
        g_autoptr (GError) error = NULL;

        g_string_append_len (file, bytes, (gssize) length);
        path = fixture_write ("encoding.csv", file->str, (gssize) file->len);
        got = decode (path, HF_ENCODING_AUTO, &encoding, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (got, ==, texts[j]);
        if (j != 1 || rows[i].expected != HF_ENCODING_GB18030 || rows[i].bom_length > 0)
          g_assert_cmpint (encoding, ==, rows[i].expected);
        g_clear_pointer (&got, g_free);
        got = decode (path, rows[i].expected, &encoding, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (got, ==, texts[j]);
      }
}

static void
test_euro (void)
{
  g_autofree char *path = fixture_write ("euro.csv", "\xbc\xdb,\x80\x35\n", -1);
  HfEncoding encoding;
  g_autofree char *got = decode (path, HF_ENCODING_AUTO, &encoding, NULL);

  g_assert_cmpstr (got, ==, "价,€5\n");
}

static void
assert_refused (const GString *file, HfEncoding forced, const char *words)
{
  g_autofree char *path = fixture_write ("bad.csv", file->str, (gssize) file->len);
  HfEncoding encoding;
  g_autoptr (GError) error = NULL;
  g_autofree char *got = decode (path, forced, &encoding, &error);

  g_assert_null (got);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” should say “%s”", error->message, words);
}

static void
test_three_encodings (void)
{
  g_autoptr (GString) file = g_string_new ("姓名,电话\n张三丰,1\n");
  gsize length;
  g_autofree char *gbk = fixture_encode ("李四光,2\n", "GB18030", &length);

  g_string_append_len (file, gbk, (gssize) length);
  g_string_append_len (file, "\xff\xfe\x4b\x73\n", 5);
  assert_refused (file, HF_ENCODING_AUTO, "Line 3 of the file is written in another encoding");
  assert_refused (file, HF_ENCODING_UTF8, "Line 3 of the file cannot be read as UTF-8");
}

/* The odd line may come after gigabytes of plain ASCII. */
static void
test_late_disagreement (void)
{
  g_autoptr (GString) file = g_string_new ("name,phone\n");

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (file, "customer %u,1380000%04u\n", i, i % 10000);
  g_string_append (file, "\xcd\xf5\xd0\xa1,1\n");
  {
    g_autofree char *path = fixture_write ("late.csv", file->str, (gssize) file->len);
    HfEncoding encoding;
    g_autofree char *got = decode (path, HF_ENCODING_AUTO, &encoding, NULL);

    g_assert_cmpint (encoding, ==, HF_ENCODING_GB18030);
    g_assert_true (g_str_has_suffix (got, "王小,1\n"));
  }
  g_string_append (file, "王小二妹子,2\n");
  assert_refused (file, HF_ENCODING_AUTO, "Line 20002");
}

static void
test_bad_bytes (void)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    HfEncoding forced;
    const char *words;
  } rows[] = {
    { "a,b\n1,\0\n", 8, HF_ENCODING_AUTO, "Line 2 of the file has a NUL" },
    { "abc\0def\n", 8, HF_ENCODING_AUTO, "NUL" },
    { "a,b\n1,\0\n", 8, HF_ENCODING_UTF8, "Line 2 of the file has a NUL" },
    { "a,b\n1,\0\n", 8, HF_ENCODING_GB18030, "Line 2 of the file has a NUL" },
    { "a\n\xff\n", 4, HF_ENCODING_AUTO, "Line 2 of the file cannot be read as GB18030" },
    { "\xff\xfe"
      "a\0\n\0\0\xd8",
      8, HF_ENCODING_AUTO, "Line 2 of the file cannot be read as UTF-16" },
    { "\xff\xfe"
      "a\0b",
      5, HF_ENCODING_AUTO, "cannot be read as UTF-16LE" },
    { "\xef\xbb\xbf"
      "a\n\xe5\x93",
      7, HF_ENCODING_AUTO, "Line 2 of the file cannot be read as UTF-8" },
    { "\xef\xbb\xbf"
      "a\n",
      5, HF_ENCODING_GB18030, "says of itself that it is UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) file = g_string_new_len (rows[i].bytes, rows[i].length);

      assert_refused (file, rows[i].forced, rows[i].words);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    HfEncoding encoding;
  } rows[] = {
    { "utf-8", HF_ENCODING_UTF8 },       { "UTF8", HF_ENCODING_UTF8 },
    { "gbk", HF_ENCODING_GB18030 },      { "GB2312", HF_ENCODING_GB18030 },
    { "GB18030", HF_ENCODING_GB18030 },  { "utf-16", HF_ENCODING_UTF16LE },
    { "UTF-16BE", HF_ENCODING_UTF16BE }, { "auto", HF_ENCODING_AUTO },
  };
  HfEncoding encoding;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (hf_encoding_parse (rows[i].name, &encoding, NULL));
      g_assert_cmpint (encoding, ==, rows[i].encoding);
    }
  g_assert_false (hf_encoding_parse ("latin-1", &encoding, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

static void
test_cancelled (void)
{
  g_autofree char *path = fixture_write ("cancel.csv", "a\n", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hf_text_decoder_new (path, HF_ENCODING_AUTO, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/PUR-4/encodings", test_encodings);
  g_test_add_func ("/text/PUR-4/euro-of-cp936", test_euro);
  g_test_add_func ("/text/PUR-4/three-encodings", test_three_encodings);
  g_test_add_func ("/text/PUR-4/late-disagreement", test_late_disagreement);
  g_test_add_func ("/text/PUR-4/bad-bytes", test_bad_bytes);
  g_test_add_func ("/text/PUR-4/names", test_names);
  g_test_add_func ("/text/PUR-4/cancelled", test_cancelled);
  status = g_test_run ();
  fixture_clean ();
  return status;
}
