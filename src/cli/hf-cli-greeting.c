/* hf-cli-greeting.c: greeting start, list, show, done, skip, word
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-follow-up.h"
#include "hf-greeting-list.h"
#include "hf-greeting-round.h"
#include "hf-lookup.h"
#include "hf-typed-day.h"

#define LIMIT (200)

static char *text, *channel, *on, *segment, *outcome, *reason;

static const GOptionEntry start_entries[] = {
  { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_ ("What to say or write"), N_ ("TEXT") },
  { "channel", 0, 0, G_OPTION_ARG_STRING, &channel, N_ ("How; by phone by default"),
    "home|phone|message|post" },
  { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("On which day; today by default"), N_ ("DATE") },
  { "segment", 0, 0, G_OPTION_ARG_STRING, &segment, N_ ("Whom a saved segment finds"),
    N_ ("NAME") },
  { NULL },
};

static const GOptionEntry done_entries[] = {
  { "channel", 0, 0, G_OPTION_ARG_STRING, &channel, N_ ("How; as the round says by default"),
    "home|phone|office|event|message|post" },
  { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, N_ ("What came of it; reached by default"),
    "reached|no-answer|…" },
  { NULL },
};

static const GOptionEntry skip_entries[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why; needed"), N_ ("TEXT") },
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
      (on != NULL && !hf_typed_day_parse (on, &draft->day, error)))
    return FALSE;
  draft->channel = (HfChannel) how;
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
  g_autoptr (GArray) customers = hf_cli_dup_customers (cli, words + 1, segment, error);
  HfGreetingDraft draft = { NULL };
  JsonBuilder *builder;
  gint64 id;
  int created;

  if (customers == NULL)
    return NULL;
  if (words[1] == NULL && segment == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"), "CUSTOMER");
      return NULL;
    }
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

static void
add_round (JsonBuilder *builder, const HfGreetingRow *row)
{
  g_autofree char *day = hf_day_format (row->day);
  g_autofree char *told =
      g_strdup_printf (_ ("%lld  %s  %s: %d of %d greeted"), (long long) row->id, day, row->title,
                       row->done, row->customers);
  g_autofree char *line = g_strjoin ("  ", told, *row->staff != '\0' ? row->staff : NULL, NULL);

  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", row->id);
  hf_cli_add_text (builder, "name", row->title);
  hf_cli_add_text (builder, "staff", *row->staff != '\0' ? row->staff : NULL);
  hf_cli_add_day (builder, "on", row->day);
  hf_cli_add_text (builder, "text", row->text);
  add_number (builder, "customers", row->customers);
  add_number (builder, "done", row->done);
  add_number (builder, "skipped", row->left_out);
  hf_cli_add_text (builder, "line", line);
  json_builder_end_object (builder);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) rows = hf_greetings_dup_rows (cli->db, &cli->actor, LIMIT, error);

  if (rows == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    add_round (builder, &g_array_index (rows, HfGreetingRow, i));
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static gboolean
add_greeting (HfCli *cli, JsonBuilder *builder, gint64 id, GError **error)
{
  g_autoptr (HfGreetingLine) greeting = hf_greeting_line_load (cli->db, id, error);
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (greeting == NULL)
    return FALSE;
  day = hf_day_format (greeting->due_on);
  line = g_strdup_printf ("%s  %s  [%s]  %s  %s", day, greeting->customer,
                          hf_domain_get_label (HF_DOMAIN_FOLLOW_UP_STATE, (int) greeting->state),
                          hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) greeting->channel),
                          greeting->reason);
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", greeting->follow_up_id);
  hf_cli_add_id (builder, "customer_id", greeting->customer_id);
  hf_cli_add_text (builder, "customer", greeting->customer);
  hf_cli_add_day (builder, "due", greeting->due_on);
  hf_cli_add_text (builder, "channel",
                   hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) greeting->channel));
  hf_cli_add_text (builder, "state",
                   hf_domain_get_nick (HF_DOMAIN_FOLLOW_UP_STATE, (int) greeting->state));
  hf_cli_add_minute (builder, "at", greeting->at);
  hf_cli_add_text (builder, "reason", greeting->reason);
  hf_cli_add_text (builder, "line", g_strchomp (line));
  json_builder_end_object (builder);
  return TRUE;
}

static JsonNode *
show (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) ids = NULL;
  gint64 round;

  if (!hf_cli_parse_id (words[0], &round, error) ||
      (ids = hf_greetings_dup_ids (cli->db, &cli->actor, round, HF_GREETINGS_ALL, error)) == NULL)
    return NULL;
  if (ids->len == 0)
    cli->exit = HF_EXIT_NOTHING;
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    if (!add_greeting (cli, builder, g_array_index (ids, gint64, i), error))
      return NULL;
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static gboolean
find (HfCli *cli, char **words, gint64 *id, GError **error)
{
  gint64 round, customer;

  return hf_cli_parse_id (words[0], &round, error) &&
         hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[1], &customer, error) &&
         hf_greeting_find (cli->db, round, customer, id, error);
}

static JsonNode *
answer (HfCli *cli, gint64 id, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  return add_greeting (cli, builder, id, error) ? json_builder_get_root (builder) : NULL;
}

static JsonNode *
done (HfCli *cli, char **words, GError **error)
{
  g_autoptr (HfGreetingLine) greeting = NULL;
  int how, what = HF_OUTCOME_REACHED;
  gint64 id;

  if (!find (cli, words, &id, error) ||
      (greeting = hf_greeting_line_load (cli->db, id, error)) == NULL)
    return NULL;
  how = (int) greeting->channel;
  if ((channel != NULL && !hf_domain_parse (HF_DOMAIN_CHANNEL, channel, &how, error)) ||
      (outcome != NULL && !hf_domain_parse (HF_DOMAIN_OUTCOME, outcome, &what, error)) ||
      !hf_command_note_greeting (cli->db, &cli->actor, id, (HfChannel) how, (HfOutcome) what,
                                 error))
    return NULL;
  return answer (cli, id, error);
}

static JsonNode *
skip (HfCli *cli, char **words, GError **error)
{
  g_autoptr (HfGreetingLine) greeting = NULL;
  gint64 id;

  if (!find (cli, words, &id, error) ||
      (greeting = hf_greeting_line_load (cli->db, id, error)) == NULL ||
      !hf_command_skip (cli->db, &cli->actor, greeting->follow_up_id, reason, error))
    return NULL;
  return answer (cli, id, error);
}

static JsonNode *
word (HfCli *cli, char **words, GError **error)
{
  gint64 round;

  return hf_cli_parse_id (words[0], &round, error) &&
                 hf_command_word_greetings (cli->db, &cli->actor, round, words[1], error)
             ? hf_cli_new_id (round)
             : NULL;
}

const HfCliCommand hf_cli_greeting_start = {
  "greeting start",
  "NAME CUSTOMER…|--segment NAME [OPTION…]",
  N_ ("Start a round of greetings"),
  1,
  -1,
  HF_DB_WRITE,
  start_entries,
  start,
};

const HfCliCommand hf_cli_greeting_list = {
  "greeting list", "", N_ ("List the rounds of greetings"), 0, 0, HF_DB_READ, NULL, list,
};

const HfCliCommand hf_cli_greeting_show = {
  "greeting show",
  "ROUND",
  N_ ("List whom a round of greetings is for"),
  1,
  1,
  HF_DB_READ,
  NULL,
  show,
};

const HfCliCommand hf_cli_greeting_done = {
  "greeting done",
  "ROUND CUSTOMER [OPTION…]",
  N_ ("Tick off a customer of a round"),
  2,
  2,
  HF_DB_WRITE,
  done_entries,
  done,
};

const HfCliCommand hf_cli_greeting_skip = {
  "greeting skip",
  "ROUND CUSTOMER --reason TEXT",
  N_ ("Leave a customer of a round out"),
  2,
  2,
  HF_DB_WRITE,
  skip_entries,
  skip,
};

const HfCliCommand hf_cli_greeting_word = {
  "greeting word", "ROUND TEXT", N_ ("Say what is said in a round"), 2, 2, HF_DB_WRITE, NULL, word,
};
