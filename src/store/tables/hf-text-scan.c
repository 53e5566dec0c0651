/* hf-text-scan.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

#define BLOCK (64 * 1024)

/* So many Chinese characters that are right as UTF-8 don't come together by
 * accident in a line of GB18030. */
#define SURE_OF_UTF8 (4)

/* What has been seen so far, line by line. @need more bytes belong to the
 * character begun, the next of them between @low and @high. */
typedef struct
{
  guint need;
  guint8 lead;
  guint8 low;
  guint8 high;

  guint line;
  guint line_han;
  gboolean line_bad;

  gboolean any_bad;
  guint first_bad;
  guint first_utf8;
  guint most_han;
  guint64 n_bad;
  guint64 n_utf8;
  guint64 n_han;
} Scan;

static const struct
{
  HfEncoding encoding;
  const char *name;
} names[] = {
  { HF_ENCODING_UTF8, "UTF-8" },       { HF_ENCODING_GB18030, "GB18030" },
  { HF_ENCODING_UTF16LE, "UTF-16LE" }, { HF_ENCODING_UTF16BE, "UTF-16BE" },
  { HF_ENCODING_UTF8, "UTF8" },        { HF_ENCODING_GB18030, "GBK" },
  { HF_ENCODING_GB18030, "GB2312" },   { HF_ENCODING_GB18030, "CP936" },
  { HF_ENCODING_UTF16LE, "UTF-16" },   { HF_ENCODING_UTF16LE, "UTF16" },
  { HF_ENCODING_GB18030, "GB-18030" }, { HF_ENCODING_AUTO, "auto" },
};

/**
 * hf_encoding_get_name:
 *
 * Returns: the name that iconv and hf_encoding_parse() know
 */
const char *
hf_encoding_get_name (HfEncoding encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].encoding == encoding)
      return names[i].name;
  g_return_val_if_reached ("auto");
}

/**
 * hf_encoding_parse:
 * @name: as a person writes it; upper or lower case
 * @encoding: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT when no such encoding is read
 */
gboolean
hf_encoding_parse (const char *name, HfEncoding *encoding, GError **error)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].name, name) == 0)
      {
        *encoding = names[i].encoding;
        return TRUE;
      }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is not an encoding that can be read. Use UTF-8, GB18030 or UTF-16."), name);
  return FALSE;
}

/**
 * hf_text_scan_bom:
 * @bytes: how a file begins
 *
 * Returns: what its byte order mark says, %HF_ENCODING_AUTO without one
 */
HfEncoding
hf_text_scan_bom (const guint8 *bytes, gsize length)
{
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    return HF_ENCODING_UTF8;
  if (length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return HF_ENCODING_UTF16LE;
  if (length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return HF_ENCODING_UTF16BE;
  if (length >= 4 && memcmp (bytes, "\x84\x31\x95\x33", 4) == 0)
    return HF_ENCODING_GB18030;
  return HF_ENCODING_AUTO;
}

static gboolean
is_ascii_text (guint8 byte)
{
  return (byte >= 0x20 && byte < 0x7f) || byte == '\t' || byte == '\r' || byte == '\n';
}

/* UTF-16 without a mark: commas, digits and line ends leave NULs on one side of
 * the pairs, and pairs of two letters are few. */
static HfEncoding
guess_utf16 (const guint8 *bytes, gsize length)
{
  gsize n_first = 0, n_second = 0, n_letters = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      n_first += bytes[i] == 0 && is_ascii_text (bytes[i + 1]);
      n_second += bytes[i + 1] == 0 && is_ascii_text (bytes[i]);
      n_letters += is_ascii_text (bytes[i]) && is_ascii_text (bytes[i + 1]);
    }
  if (n_second >= 2 && n_second > n_first * 4 && n_second * 2 >= n_letters)
    return HF_ENCODING_UTF16LE;
  if (n_first >= 2 && n_first > n_second * 4 && n_first * 2 >= n_letters)
    return HF_ENCODING_UTF16BE;
  return HF_ENCODING_AUTO;
}

static void
end_line (Scan *scan)
{
  if (scan->need > 0)
    scan->line_bad = TRUE;
  if (scan->line_bad)
    {
      if (!scan->any_bad)
        scan->first_bad = scan->line;
      scan->any_bad = TRUE;
      scan->n_bad++;
    }
  else if (scan->line_han > 0)
    {
      if (scan->line_han > scan->most_han)
        scan->first_utf8 = scan->line;
      scan->most_han = MAX (scan->most_han, scan->line_han);
      scan->n_utf8++;
      scan->n_han += scan->line_han;
    }
  scan->line++;
  scan->line_han = 0;
  scan->line_bad = FALSE;
  scan->need = 0;
}

static void
begin_character (Scan *scan, guint8 byte)
{
  scan->lead = byte;
  scan->low = 0x80;
  scan->high = 0xbf;
  if (byte >= 0xc2 && byte <= 0xdf)
    scan->need = 1;
  else if (byte >= 0xe0 && byte <= 0xef)
    scan->need = 2;
  else if (byte >= 0xf0 && byte <= 0xf4)
    scan->need = 3;
  else
    scan->line_bad = TRUE;
  if (byte == 0xe0)
    scan->low = 0xa0;
  else if (byte == 0xed)
    scan->high = 0x9f;
  else if (byte == 0xf0)
    scan->low = 0x90;
  else if (byte == 0xf4)
    scan->high = 0x8f;
}

static void
continue_character (Scan *scan, guint8 byte)
{
  if (byte < scan->low || byte > scan->high)
    {
      scan->line_bad = TRUE;
      scan->need = 0;
      return;
    }
  scan->low = 0x80;
  scan->high = 0xbf;
  scan->need--;
  if (scan->need == 0 && ((scan->lead >= 0xe3 && scan->lead <= 0xe9) || scan->lead == 0xef))
    scan->line_han++;
}

/* FALSE at a NUL. */
static gboolean
scan_block (Scan *scan, const guint8 *bytes, gsize length)
{
  for (const guint8 *at = bytes; at < bytes + length; at++)
    {
      if (*at == '\n')
        end_line (scan);
      else if (*at == 0)
        return FALSE;
      else if (scan->need > 0)
        continue_character (scan, *at);
      else if (*at >= 0x80 && !scan->line_bad)
        begin_character (scan, *at);
    }
  return TRUE;
}

/* The whole file has been seen: a file of one encoding, or of several? */
static gboolean
decide (Scan *scan, HfEncoding *encoding, GError **error)
{
  end_line (scan);
  *encoding = scan->any_bad ? HF_ENCODING_GB18030 : HF_ENCODING_UTF8;
  if (!scan->any_bad)
    return TRUE;
  if (scan->most_han < SURE_OF_UTF8 &&
      (scan->n_han < SURE_OF_UTF8 || scan->n_utf8 * 20 < scan->n_bad))
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("Line %u of the file is written in another encoding than line %u, which is "
                  "UTF-8: the file is damaged or was put together from several. Open it in a "
                  "spreadsheet, put that line right and save it as .xlsx or as CSV UTF-8."),
               scan->first_bad, scan->first_utf8);
  return FALSE;
}

/**
 * hf_text_scan:
 * @stream: a text file, at its beginning; read to its end where need be
 * @encoding: (out): never %HF_ENCODING_AUTO
 *
 * Which encoding a file is written in: what its byte order mark says; else
 * UTF-16 when its NULs look like it; else UTF-8 when the *whole* file is valid;
 * else GB18030. A file in which some lines are UTF-8 beyond doubt and others
 * cannot be is refused, because either reading would spoil names. Costs one
 * pass over the file, holds 64 KiB of it.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT naming the line, or with an I/O error
 */
gboolean
hf_text_scan (GInputStream *stream, HfEncoding *encoding, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  Scan scan = { .line = 1 };
  gboolean at_start = TRUE;
  gsize length;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);

  *encoding = HF_ENCODING_AUTO;
  do
    {
      if (!g_input_stream_read_all (stream, block, BLOCK, &length, cancellable, error))
        return FALSE;
      if (at_start)
        {
          *encoding = hf_text_scan_bom (block, length);
          if (*encoding == HF_ENCODING_AUTO)
            *encoding = guess_utf16 (block, length);
          if (*encoding != HF_ENCODING_AUTO)
            return TRUE;
          at_start = FALSE;
        }
      if (!scan_block (&scan, block, length))
        {
          g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("Line %u of the file has a NUL byte in it: this is no text file, or a "
                          "damaged one. Save it as .xlsx or CSV in a spreadsheet."),
                       scan.line);
          return FALSE;
        }
    }
  while (length == BLOCK);
  return decide (&scan, encoding, error);
}
