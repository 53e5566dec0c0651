/* hf-table-kind.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-table-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-error.h"
#include "hf-zip-part.h"

#define HEAD        (4096)
#define OLE_FOLDERS (8192)

/* Files that people take for tables, by how they begin. */
static const struct
{
  const char *magic;
  const char *name;
} others[] = {
  { "%PDF", N_ ("a PDF document") },        { "\x89PNG", N_ ("a picture") },
  { "\xff\xd8\xff", N_ ("a picture") },     { "GIF8", N_ ("a picture") },
  { "{\\rtf", N_ ("a text document") },     { "\x1f\x8b", N_ ("a compressed archive") },
  { "Rar!", N_ ("a compressed archive") },  { "7z\xbc\xaf", N_ ("a compressed archive") },
  { "SQLite format 3", N_ ("a database") },
};

/* What lies in archives that are not .xlsx. */
static const struct
{
  const char *part;
  const char *name;
} archives[] = {
  { "xl/workbook.bin", N_ ("a binary Excel workbook (.xlsb)") },
  { "content.xml", N_ ("an OpenDocument file (.ods)") },
  { "word/document.xml", N_ ("a Word document") },
  { "ppt/presentation.xml", N_ ("a presentation") },
};

static gboolean
refuse (const char *what, GError **error)
{
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("The file is %s, whatever its name says. Open it in Excel or WPS and save it as "
                  ".xlsx or CSV."),
               what);
  return FALSE;
}

static gboolean
contains_utf16 (const guint8 *bytes, gsize length, const char *word)
{
  gsize n = strlen (word);

  for (gsize at = 0; at + 2 * n <= length; at++)
    {
      gsize i = 0;

      while (i < n && bytes[at + 2 * i] == (guint8) word[i] && bytes[at + 2 * i + 1] == 0)
        i++;
      if (i == n)
        return TRUE;
    }
  return FALSE;
}

/* Old .xls files and encrypted .xlsx files are the same kind of container; its
 * table of contents tells them apart. */
static gboolean
refuse_ole (GInputStream *stream, const guint8 *head, gsize length, GError **error)
{
  g_autofree guint8 *folders = g_malloc0 (OLE_FOLDERS);
  gsize read = 0;

  if (length >= 52)
    {
      guint32 sector;
      guint shift = MIN (head[30], 20u);

      memcpy (&sector, head + 48, sizeof sector);
      sector = GUINT32_FROM_LE (sector);
      if (g_seekable_seek (G_SEEKABLE (stream), ((goffset) sector + 1) << shift, G_SEEK_SET, NULL,
                           NULL))
        g_input_stream_read_all (stream, folders, OLE_FOLDERS, &read, NULL, NULL);
    }
  if (!contains_utf16 (folders, read, "EncryptedPackage"))
    return refuse (_ ("an old Excel workbook (.xls)"), error);
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("The file is protected with a password. Open it in Excel or WPS, take the "
                  "password away, and save it again."));
  return FALSE;
}

static gboolean
has_part (char **names, const char *part)
{
  for (; *names != NULL; names++)
    if (g_ascii_strcasecmp (*names, part) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
look_into_zip (const char *path, GError **error)
{
  g_auto (GStrv) names = hf_zip_list (path, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (archives); i++)
    if (has_part (names, archives[i].part))
      return refuse (_ (archives[i].name), error);
  if (has_part (names, "xl/workbook.xml") || has_part (names, "_rels/.rels"))
    return TRUE;
  return refuse (_ ("a compressed archive"), error);
}

static gboolean
begins_with (const char *text, const char *word)
{
  return g_ascii_strncasecmp (text, word, strlen (word)) == 0;
}

/* Web pages and XML that shops' servers hand out as “Excel”. */
static gboolean
check_text (const guint8 *head, gsize length, GError **error)
{
  g_autofree char *text = g_strndup ((const char *) head, length);
  const char *at = text;

  if (g_str_has_prefix (at, "\xef\xbb\xbf"))
    at += 3;
  at += strspn (at, " \t\r\n");
  if (begins_with (at, "<!DOCTYPE HTML") || begins_with (at, "<html") ||
      begins_with (at, "<table") || begins_with (at, "<meta") || begins_with (at, "<head"))
    return refuse (_ ("a web page"), error);
  if (begins_with (at, "<?xml") || begins_with (at, "<Workbook"))
    return refuse (strstr (at, "<html") != NULL ? _ ("a web page") : _ ("an XML document"), error);
  return TRUE;
}

static gboolean
read_head (const char *path, GFileInputStream **stream, guint8 *head, gsize *length, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);

  /* A pipe can be read only once and may never end. What isn't there at all is
   * for g_file_read() to tell. */
  if (type == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("“%s” is a folder. Choose the table in it."), path);
      return FALSE;
    }
  if (type == G_FILE_TYPE_SPECIAL)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("“%s” is not a file on the disk. Save the table as a file first."), path);
      return FALSE;
    }
  *stream = g_file_read (file, NULL, error);
  return *stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (*stream), head, HEAD, length, NULL, error);
}

/**
 * hf_table_kind_detect:
 * @path: a file that somebody wants to import
 * @kind: (out):
 *
 * Looks at the content only: names lie.
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT saying what the file is instead and what to
 *   do, or with an I/O error
 */
gboolean
hf_table_kind_detect (const char *path, HfTableKind *kind, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  guint8 head[HEAD];
  gsize length = 0;

  g_return_val_if_fail (path != NULL, FALSE);

  *kind = HF_TABLE_TEXT;
  if (!read_head (path, &stream, head, &length, error))
    return FALSE;
  if (length == 0)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The file is empty."));
      return FALSE;
    }
  if (length >= 8 && memcmp (head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    return refuse_ole (G_INPUT_STREAM (stream), head, length, error);
  if (length >= 4 && (memcmp (head, "PK\x03\x04", 4) == 0 || memcmp (head, "PK\x05\x06", 4) == 0))
    {
      *kind = HF_TABLE_XLSX;
      return look_into_zip (path, error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gsize n = strlen (others[i].magic);

      if (length >= n && memcmp (head, others[i].magic, n) == 0)
        return refuse (_ (others[i].name), error);
    }
  return check_text (head, length, error);
}
