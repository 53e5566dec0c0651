/* hf-cli-values.c: values as they are typed
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-typed-day.h"

/**
 * hf_cli_parse_int:
 * @least: the smallest that will do
 */
gboolean
hf_cli_parse_int (const char *text, gint64 least, gint64 *value, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_ascii_string_to_signed (text, 10, least, G_MAXINT32, value, &local))
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is not a whole number of at least %lld."), text, (long long) least);
  return FALSE;
}

/**
 * hf_cli_parse_id:
 * @text: the id of a row as an answer's `id` says it
 */
gboolean
hf_cli_parse_id (const char *text, gint64 *id, GError **error)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("“%s” is not an id."), text);
  return FALSE;
}

/**
 * hf_cli_parse_yuan:
 * @text: yuan with at most two decimals
 * @fen: (out):
 */
gboolean
hf_cli_parse_yuan (const char *text, gint64 *fen, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);
  const char *cents = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";
  gint64 yuan, rest = 0;

  if (g_ascii_string_to_signed (text[0] != '\0' ? parts[0] : "", 10, 0, G_MAXINT32, &yuan, NULL) &&
      strlen (cents) <= 2 &&
      (*cents == '\0' || g_ascii_string_to_signed (cents, 10, 0, 99, &rest, NULL)))
    {
      *fen = yuan * 100 + (strlen (cents) == 1 ? rest * 10 : rest);
      return TRUE;
    }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is not an amount in yuan, such as 198.00."), text);
  return FALSE;
}

/**
 * hf_cli_parse_later:
 * @text: a moment, a day, a time of today, or minutes from now as `+90`
 */
gboolean
hf_cli_parse_later (HfCli *cli, const char *text, HfMinute *minute, GError **error)
{
  g_autofree char *today = NULL;
  gint64 minutes;
  HfDay day;

  if (*text == '+' && g_ascii_string_to_signed (text + 1, 10, 1, G_MAXINT16, &minutes, NULL))
    {
      *minute = cli->actor.now + minutes;
      return TRUE;
    }
  if (hf_typed_day_parse (text, &day, NULL))
    {
      *minute = hf_minute_new (day, 9 * 60);
      return TRUE;
    }
  today = hf_day_format (hf_minute_get_day (cli->actor.now));
  if (strlen (text) == 5 && text[2] == ':')
    {
      g_autofree char *moment = g_strconcat (today, "T", text, NULL);

      return hf_minute_parse (moment, minute, error);
    }
  return hf_minute_parse (text, minute, error);
}

/* A day of which no hour is said ends with the office's. */
#define EVENING (18 * 60)

/**
 * hf_cli_parse_by:
 *
 * As hf_cli_parse_later(), of what is promised: a day lasts until its evening.
 */
gboolean
hf_cli_parse_by (HfCli *cli, const char *text, HfMinute *minute, GError **error)
{
  HfDay day;

  if (!hf_typed_day_parse (text, &day, NULL))
    return hf_cli_parse_later (cli, text, minute, error);
  *minute = hf_minute_new (day, EVENING);
  return TRUE;
}
