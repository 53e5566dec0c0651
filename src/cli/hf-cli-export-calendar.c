/* hf-cli-export-calendar.c: export calendar
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-export.h"
#include "hf-lookup.h"
#include "hf-typed-day.h"

#define DAYS_BACK (30)

static char *staff, *from, *to;
static gboolean masked;

static const GOptionEntry entries[] = {
  { "staff", 0, 0, G_OPTION_ARG_STRING, &staff, N_ ("Whose work"), N_ ("STAFF") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("From that day on"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Up to that day"), N_ ("DATE") },
  { "masked", 0, 0, G_OPTION_ARG_NONE, &masked, N_ ("Surnames alone, and no addresses"), NULL },
  { NULL },
};

static gboolean
check_ending (const char *path, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (folded, ".ics"))
    return TRUE;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("The file's name must end in .ics."));
  return FALSE;
}

static gboolean
read_options (HfCli *cli, HfCalendarExport *request, gint64 *whose, GError **error)
{
  HfDay today = hf_minute_get_day (cli->actor.now);

  request->masked = masked;
  request->from = today - DAYS_BACK;
  request->to = today + HF_CALENDAR_EXPORT_DAYS;
  *whose = cli->actor.role == HF_ROLE_AGENT ? cli->actor.staff_id : 0;
  return (from == NULL || hf_typed_day_parse (from, &request->from, error)) &&
         (to == NULL || hf_typed_day_parse (to, &request->to, error)) &&
         (staff == NULL || hf_lookup (cli->db, HF_LOOKUP_STAFF, staff, whose, error));
}

static JsonNode *
export_calendar (HfCli *cli, char **words, GError **error)
{
  g_autoptr (HfCalendarFilter) filter = NULL;
  HfCalendarExport request = { .path = words[0] };
  JsonBuilder *builder;
  gint64 whose;
  guint n;

  if (!check_ending (words[0], error) || !read_options (cli, &request, &whose, error))
    return NULL;
  filter = hf_calendar_filter_new (whose);
  request.filter = filter;
  if (!hf_command_export_calendar (cli->db, &cli->actor, &request, &n, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "entries");
  json_builder_add_int_value (builder, n);
  hf_cli_add_text (builder, "file", words[0]);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_export_calendar = {
  "export calendar",
  "FILE.ics [OPTION…]",
  N_ ("Write the calendar to a file that other calendars read"),
  1,
  1,
  HF_DB_WRITE,
  entries,
  export_calendar,
};
