/* hf-cli-greeting.c: greeting start, greeting list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-greeting-round.h"
#include "hf-lookup.h"

#define LIMIT (200)

static char *text, *channel, *on;

static const GOptionEntry start_entries[] = {
  { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_ ("What to say or write"), N_ ("TEXT") },
  { "channel", 0, 0, G_OPTION_ARG_STRING, &channel, N_ ("How; by phone by default"),
    "home|phone|message|post" },
  { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("On which day; today by default"), N_ ("DATE") },
  { NULL },
};

static gboolean
fill (HfCli *cli, HfGreetingDraft *draft, char **words, GError **error)
{
  int how = HF_CHANNEL_PHONE;

  draft->title = words[0];
  draft->text = text;
  draft->day = hf_minute_get_day (cli->actor.now);
  if ((channel != NULL && !hf_domain_parse (HF_DOMAIN_CHANNEL, channel, &how, error)) ||
      (on != NULL && !hf_day_parse (on, &draft->day, error)))
    return FALSE;
  draft->channel = (HfChannel) how;
  for (guint i = 1; words[i] != NULL; i++)
    {
      gint64 id;

      if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[i], &id, error))
        return FALSE;
      g_array_append_val (draft->customers, id);
    }
  return TRUE;
}

static void
add_number (JsonBuilder *builder, const char *name, int value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static JsonNode *
start (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  HfGreetingDraft draft = { NULL };
  JsonBuilder *builder;
  gint64 id;
  int created;

  draft.customers = customers;
  if (!fill (cli, &draft, words, error) ||
      !hf_command_start_greeting (cli->db, &cli->actor, &draft, &id, &created, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", id);
  add_number (builder, "created", created);
  return hf_cli_end (builder);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 staff = cli->actor.role == HF_ROLE_AGENT ? cli->actor.staff_id : 0;
  g_autoptr (GArray) rows = hf_greetings_dup_rows (cli->db, staff, LIMIT, error);

  if (rows == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const HfGreetingRow *row = &g_array_index (rows, HfGreetingRow, i);
      g_autofree char *day = hf_day_format (row->day);
      g_autofree char *line = g_strdup_printf (_ ("%s  %s: %d of %d greeted"), day, row->title,
                                               row->done, row->customers);

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "id", row->id);
      hf_cli_add_text (builder, "name", row->title);
      hf_cli_add_day (builder, "on", row->day);
      add_number (builder, "customers", row->customers);
      add_number (builder, "done", row->done);
      hf_cli_add_text (builder, "line", line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_greeting_start = {
  "greeting start",
  "NAME CUSTOMER… [OPTION…]",
  N_ ("Start a round of greetings"),
  2,
  -1,
  HF_DB_WRITE,
  start_entries,
  start,
};

const HfCliCommand hf_cli_greeting_list = {
  "greeting list", "", N_ ("List the rounds of greetings"), 0, 0, HF_DB_READ, NULL, list,
};
