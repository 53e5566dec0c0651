/* hf-text-decoder.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-text-decoder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"

#define BLOCK (64 * 1024)

/* No character of the encodings read takes more bytes. */
#define LONGEST  (4)

#define NO_ICONV ((GIConv) -1)

/**
 * HfTextDecoder:
 *
 * Reads a file block by block and hands on valid UTF-8 that ends between two
 * characters. For one thread at a time. Holds two blocks, whatever the size of
 * the file.
 */
struct _HfTextDecoder
{
  GInputStream *stream;
  GCancellable *cancellable;
  HfEncoding encoding;
  GIConv iconv;
  goffset size;
  goffset position;
  guint line;
  gboolean started;
  gboolean at_end;

  char *in; /* what was read and not yet handed on: in_start to in_end */
  gsize in_start;
  gsize in_end;
  char *out;
};

static gboolean
open_stream (HfTextDecoder *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  GFileInputStream *stream = g_file_read (file, self->cancellable, error);

  if (stream == NULL)
    return FALSE;
  self->stream = G_INPUT_STREAM (stream);
  info = g_file_input_stream_query_info (
      stream, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, self->cancellable,
      error);
  if (info == NULL)
    return FALSE;
  self->size = g_file_info_get_size (info);
  if (g_seekable_can_seek (G_SEEKABLE (stream)))
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is not a file that can be read twice. Save it to the disk first."), path);
  return FALSE;
}

/* A mark at the beginning and an encoding asked for must not contradict. */
static gboolean
check_forced (HfTextDecoder *self, HfEncoding forced, GError **error)
{
  guint8 head[LONGEST];
  gsize length;
  HfEncoding bom;

  if (!g_input_stream_read_all (self->stream, head, sizeof head, &length, self->cancellable, error))
    return FALSE;
  bom = hf_text_scan_bom (head, length);
  self->encoding = forced;
  if (forced == HF_ENCODING_UTF16LE && bom == HF_ENCODING_UTF16BE)
    self->encoding = HF_ENCODING_UTF16BE;
  if (bom == HF_ENCODING_AUTO || bom == self->encoding)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("The file says of itself that it is %s, not %s. Leave the encoding out."),
               hf_encoding_get_name (bom), hf_encoding_get_name (forced));
  return FALSE;
}

static gboolean
start (HfTextDecoder *self, const char *path, HfEncoding forced, GError **error)
{
  if (!open_stream (self, path, error))
    return FALSE;
  if (forced != HF_ENCODING_AUTO)
    {
      if (!check_forced (self, forced, error))
        return FALSE;
    }
  else if (!hf_text_scan (self->stream, &self->encoding, self->cancellable, error))
    return FALSE;
  if (!g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, self->cancellable, error))
    return FALSE;
  if (self->encoding == HF_ENCODING_UTF8)
    return TRUE;
  self->iconv = g_iconv_open ("UTF-8", hf_encoding_get_name (self->encoding));
  if (self->iconv != NO_ICONV)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("This computer cannot read the encoding %s. Save the file as .xlsx or as CSV "
                  "UTF-8."),
               hf_encoding_get_name (self->encoding));
  return FALSE;
}

/**
 * hf_text_decoder_new:
 * @path: a text file on a disk
 * @forced: the encoding, or %HF_ENCODING_AUTO to find out, see hf_text_scan()
 * @cancellable: (nullable): also stops hf_text_decoder_next()
 *
 * Returns: (transfer full): %NULL with %HF_ERROR_BAD_INPUT or an I/O error
 */
HfTextDecoder *
hf_text_decoder_new (const char *path, HfEncoding forced, GCancellable *cancellable, GError **error)
{
  g_autoptr (HfTextDecoder) self = g_new0 (HfTextDecoder, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->iconv = NO_ICONV;
  self->line = 1;
  g_set_object (&self->cancellable, cancellable);
  self->in = g_malloc (BLOCK);
  if (!start (self, path, forced, error))
    return NULL;
  if (self->iconv != NO_ICONV)
    self->out = g_malloc (BLOCK);
  return g_steal_pointer (&self);
}

void
hf_text_decoder_free (HfTextDecoder *self)
{
  if (self == NULL)
    return;
  if (self->iconv != NO_ICONV)
    g_iconv_close (self->iconv);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_free (self->in);
  g_free (self->out);
  g_free (self);
}

static gboolean
fill (HfTextDecoder *self, GError **error)
{
  gsize rest = self->in_end - self->in_start;
  gsize length;

  if (rest > LONGEST || self->at_end)
    return TRUE;
  memmove (self->in, self->in + self->in_start, rest);
  self->in_start = 0;
  self->in_end = rest;
  if (!g_input_stream_read_all (self->stream, self->in + rest, BLOCK - rest, &length,
                                self->cancellable, error))
    return FALSE;
  self->in_end += length;
  self->position += (goffset) length;
  self->at_end = length < BLOCK - rest;
  return TRUE;
}

/* The code page of Windows has the euro sign where GB18030 has nothing. */
static gboolean
take_euro (HfTextDecoder *self, char **out, gsize *room)
{
  static const char euro[] = "\xe2\x82\xac";

  if (self->encoding != HF_ENCODING_GB18030 || (guint8) self->in[self->in_start] != 0x80 ||
      *room < 3)
    return FALSE;
  memcpy (*out, euro, 3);
  *out += 3;
  *room -= 3;
  self->in_start++;
  return TRUE;
}

static gsize
convert (HfTextDecoder *self)
{
  char *out = self->out;
  gsize room = BLOCK;

  while (self->in_start < self->in_end)
    {
      char *in = self->in + self->in_start;
      gsize left = self->in_end - self->in_start;
      gsize done = g_iconv (self->iconv, &in, &left, &out, &room);
      int code = errno;

      self->in_start = self->in_end - left;
      if (done == (gsize) -1 && !(code == EILSEQ && take_euro (self, &out, &room)))
        break;
    }
  return BLOCK - room;
}

static guint
count_lines (const char *text, gsize length)
{
  const char *end = text + length;
  guint n = 0;

  while ((text = memchr (text, '\n', (gsize) (end - text))) != NULL)
    {
      n++;
      text++;
    }
  return n;
}

static gboolean
refuse_bytes (HfTextDecoder *self, GError **error)
{
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("Line %u of the file cannot be read as %s: the file is damaged, was put together "
                  "from several, or is in another encoding. Open it in a spreadsheet and save it "
                  "as .xlsx or as CSV UTF-8."),
               self->line, hf_encoding_get_name (self->encoding));
  return FALSE;
}

static gboolean
refuse_nul (HfTextDecoder *self, GError **error)
{
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("Line %u of the file has a NUL byte in it: this is no text file, or a damaged "
                  "one. Save it as .xlsx or CSV in a spreadsheet."),
               self->line);
  return FALSE;
}

/* Takes as much as is right from the block at hand; nothing at all is an error. */
static gboolean
decode (HfTextDecoder *self, const char **text, gsize *length, GError **error)
{
  const char *end;

  if (self->iconv == NO_ICONV)
    {
      *text = self->in + self->in_start;
      (void) g_utf8_validate_len (*text, self->in_end - self->in_start, &end);
      *length = (gsize) (end - *text);
      if (*length == 0)
        return *end == '\0' ? refuse_nul (self, error) : refuse_bytes (self, error);
      self->in_start += *length;
      return TRUE;
    }
  *text = self->out;
  *length = convert (self);
  if (*length == 0)
    return refuse_bytes (self, error);
  end = memchr (self->out, '\0', *length);
  if (end == NULL)
    return TRUE;
  self->line += count_lines (*text, (gsize) (end - *text));
  return refuse_nul (self, error);
}

/**
 * hf_text_decoder_next:
 * @text: (out): valid UTF-8 without NUL, whole characters; until the next call
 * @length: (out): in bytes; 0 at the end of the file
 *
 * The next piece of the file, without a byte order mark.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT naming the line, or with an I/O error
 */
gboolean
hf_text_decoder_next (HfTextDecoder *self, const char **text, gsize *length, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *length = 0;
  do
    {
      if (!fill (self, error))
        return FALSE;
      if (self->in_start == self->in_end)
        return TRUE;
      if (!decode (self, text, length, error))
        return FALSE;
      self->line += count_lines (*text, *length);
      if (!self->started && *length >= 3 && memcmp (*text, "\xef\xbb\xbf", 3) == 0)
        {
          *text += 3;
          *length -= 3;
        }
      self->started = TRUE;
    }
  while (*length == 0);
  return TRUE;
}

HfEncoding
hf_text_decoder_get_encoding (HfTextDecoder *self)
{
  g_return_val_if_fail (self != NULL, HF_ENCODING_AUTO);

  return self->encoding;
}

/**
 * hf_text_decoder_get_fraction:
 *
 * Returns: 0 to 1, how much of the file has been read, for a progress bar
 */
double
hf_text_decoder_get_fraction (HfTextDecoder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size > 0 ? MIN (1.0, (double) self->position / (double) self->size) : 1.0;
}
