/* hf-export-text.c: CSV, JSON and vCard
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
#include "hf-record-page.h"

/* RFC 6350: lines are folded at 75 octets. */
#define FOLD (74)

/* A file that is being written. */
typedef struct
{
  FILE *file;
  const HfExportSheet *sheet;
  gboolean begun;
} Text;

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
csv_row (gpointer data, const char *const *values, GError **error)
{
  Text *text = data;
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < text->sheet->n; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      append_field (line, values[i]);
    }
  g_string_append (line, "\r\n");
  return put (text->file, line->str, error);
}

static gpointer
open_file (const char *path, const HfExportSheet *sheet, GError **error)
{
  FILE *file = fopen (path, "w");
  Text *text;

  if (file == NULL)
    {
      set_error (error);
      return NULL;
    }
  text = g_new0 (Text, 1);
  text->file = file;
  text->sheet = sheet;
  return text;
}

static gboolean
close_file (gpointer data, gboolean keep, GError **error)
{
  g_autofree Text *text = data;

  return fclose (text->file) == 0 || set_error (error);
}

/* With a mark by which spreadsheets know that it is UTF-8. */
static gpointer
csv_begin (const char *path, const HfExportSheet *sheet, GError **error)
{
  Text *text = open_file (path, sheet, error);

  if (text == NULL)
    return NULL;
  if (put (text->file, "\xef\xbb\xbf", error) && csv_row (text, sheet->titles, error))
    return text;
  close_file (text, FALSE, NULL);
  return NULL;
}

static gboolean
json_row (gpointer data, const char *const *values, GError **error)
{
  Text *text = data;
  g_autoptr (GString) row = g_string_new (text->begun ? ",\n  {" : "[\n  {");

  for (guint i = 0; i < text->sheet->n; i++)
    {
      g_string_append (row, i > 0 ? ", " : "");
      hf_record_append_json (row, text->sheet->keys[i]);
      g_string_append (row, ": ");
      hf_record_append_json (row, values[i]);
    }
  g_string_append_c (row, '}');
  text->begun = TRUE;
  return put (text->file, row->str, error);
}

static gboolean
json_finish (gpointer data, gboolean keep, GError **error)
{
  Text *text = data;
  gboolean ended = !keep || put (text->file, text->begun ? "\n]\n" : "[]\n", error);

  return close_file (text, keep, ended ? error : NULL) && ended;
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
vcard_row (gpointer data, const char *const *values, GError **error)
{
  Text *text = data;
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
  return put (text->file, card->str, error);
}

const HfExportFormat hf_export_csv = { csv_begin, csv_row, close_file };
const HfExportFormat hf_export_vcard = { open_file, vcard_row, close_file };
const HfExportFormat hf_export_json = { open_file, json_row, json_finish };
