/* hf-export-text.c: CSV and vCard
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "hf-export-private.h"

/* RFC 6350: lines are folded at 75 octets. */
#define FOLD (74)

static gboolean
set_error (GError **error)
{
  int number = errno;

  g_set_error (error, HF_ERROR, number == ENOSPC ? HF_ERROR_FULL : HF_ERROR_READ_ONLY,
               _ ("The file cannot be written: %s."), g_strerror (number));
  return FALSE;
}

static gboolean
put (FILE *file, const char *text, GError **error)
{
  return fputs (text, file) >= 0 || set_error (error);
}

/* A spreadsheet would run what begins like a formula. */
static gboolean
looks_like_formula (const char *value)
{
  return *value != '\0' && strchr ("=+-@\t\r", *value) != NULL;
}

static void
append_field (GString *line, const char *value)
{
  gboolean guard = looks_like_formula (value);

  if (!guard && strpbrk (value, ",\"\r\n") == NULL)
    {
      g_string_append (line, value);
      return;
    }
  g_string_append (line, guard ? "\"'" : "\"");
  for (; *value != '\0'; value++)
    {
      if (*value == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *value);
    }
  g_string_append_c (line, '"');
}

static gboolean
csv_row (gpointer file, const char *const *values, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (int i = 0; i < HF_N_EXPORT_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      append_field (line, values[i]);
    }
  g_string_append (line, "\r\n");
  return put (file, line->str, error);
}

static gpointer
open_file (const char *path, GError **error)
{
  FILE *file = fopen (path, "w");

  if (file == NULL)
    set_error (error);
  return file;
}

/* With a mark by which spreadsheets know that it is UTF-8. */
static gpointer
csv_begin (const char *path, GError **error)
{
  FILE *file = open_file (path, error);
  const char *titles[HF_N_EXPORT_COLUMNS];

  if (file == NULL)
    return NULL;
  for (int i = 0; i < HF_N_EXPORT_COLUMNS; i++)
    titles[i] = hf_export_column_get_title ((HfExportColumn) i);
  if (put (file, "\xef\xbb\xbf", error) && csv_row (file, titles, error))
    return file;
  fclose (file);
  return NULL;
}

static gboolean
close_file (gpointer file, gboolean keep, GError **error)
{
  return fclose (file) == 0 || set_error (error);
}

/* Folded between characters, never within one. */
static void
append_folded (GString *card, const char *line)
{
  const char *at = line;
  guint width = 0;

  while (*at != '\0')
    {
      const char *next = g_utf8_next_char (at);

      if (width + (guint) (next - at) > FOLD)
        {
          g_string_append (card, "\r\n ");
          width = 1;
        }
      g_string_append_len (card, at, next - at);
      width += (guint) (next - at);
      at = next;
    }
  g_string_append (card, "\r\n");
}

static void
append_property (GString *card, const char *name, const char *value)
{
  g_autoptr (GString) line = g_string_new (name);

  if (*value == '\0')
    return;
  g_string_append_c (line, ':');
  for (; *value != '\0'; value++)
    {
      if (*value == '\n')
        g_string_append (line, "\\n");
      else if (*value != '\r')
        g_string_append_printf (line, strchr (",;\\", *value) != NULL ? "\\%c" : "%c", *value);
    }
  append_folded (card, line->str);
}

static gboolean
vcard_row (gpointer file, const char *const *values, GError **error)
{
  g_autoptr (GString) card = g_string_new ("BEGIN:VCARD\r\nVERSION:4.0\r\n");
  g_auto (GStrv) phones = g_strsplit (values[HF_EXPORT_PHONE], " / ", -1);
  g_autoptr (GString) address = g_string_new ("ADR:;;");

  append_property (card, "FN", values[HF_EXPORT_NAME]);
  for (char **phone = phones; *phone != NULL; phone++)
    append_property (card, "TEL;VALUE=text", *phone);
  if (*values[HF_EXPORT_ADDRESS] != '\0')
    {
      g_autoptr (GString) escaped = g_string_new (NULL);

      append_property (escaped, "", values[HF_EXPORT_ADDRESS]);
      g_string_truncate (escaped, escaped->len - 2);
      g_string_replace (escaped, "\r\n ", "", 0);
      g_string_append_printf (address, "%s;;;;", escaped->str + 1);
      append_folded (card, address->str);
    }
  append_property (card, "CATEGORIES", values[HF_EXPORT_TAGS]);
  append_property (card, "NOTE", values[HF_EXPORT_SOURCE]);
  g_string_append (card, "END:VCARD\r\n");
  return put (file, card->str, error);
}

const HfExportFormat hf_export_csv = { csv_begin, csv_row, close_file };
const HfExportFormat hf_export_vcard = { open_file, vcard_row, close_file };
