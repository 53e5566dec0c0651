/* hf-cli-event.c: event add, invite, reply, attend, list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-event.h"
#include "hf-lookup.h"

static char *at, *until, *kind, *place, *capacity, *note, *segment, *guests;
static gboolean sales, absent;

static const GOptionEntry add_entries[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("When it begins; needed"), N_ ("TIME") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("When it ends"), N_ ("TIME") },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("What it is; a gathering by default"),
    "gathering|lecture|trip|seminar|head-office|anniversary" },
  { "place", 0, 0, G_OPTION_ARG_STRING, &place, N_ ("Where"), N_ ("TEXT") },
  { "capacity", 0, 0, G_OPTION_ARG_STRING, &capacity, N_ ("How many can come"), "N" },
  { "sales", 0, 0, G_OPTION_ARG_NONE, &sales, N_ ("Something is sold there"), NULL },
  { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What else one should know"), N_ ("TEXT") },
  { NULL },
};

static const GOptionEntry invite_entries[] = {
  { "segment", 0, 0, G_OPTION_ARG_STRING, &segment, N_ ("All customers of a segment"),
    N_ ("NAME") },
  { NULL },
};

static const GOptionEntry attend_entries[] = {
  { "absent", 0, 0, G_OPTION_ARG_NONE, &absent, N_ ("The customer did not come"), NULL },
  { "guests", 0, 0, G_OPTION_ARG_STRING, &guests, N_ ("How many people they brought"), "N" },
  { NULL },
};

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
describe (JsonBuilder *builder, const HfEvent *event)
{
  g_autofree char *when = hf_minute_format (event->starts_at);
  g_autofree char *line = g_strdup_printf (_ ("%lld  %s  %s: %d invited, %d came with %d guests"),
                                           (long long) event->id, when, event->title,
                                           event->invited, event->attended, event->guests);

  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", event->id);
  hf_cli_add_text (builder, "title", event->title);
  hf_cli_add_text (builder, "kind", hf_domain_get_nick (HF_DOMAIN_EVENT_KIND, (int) event->kind));
  hf_cli_add_text (builder, "place", event->place);
  hf_cli_add_minute (builder, "at", event->starts_at);
  if (event->capacity > 0)
    add_number (builder, "capacity", event->capacity);
  add_number (builder, "invited", event->invited);
  add_number (builder, "attended", event->attended);
  add_number (builder, "guests", event->guests);
  hf_cli_add_text (builder, "line", line);
  json_builder_end_object (builder);
}

static JsonNode *
answer (HfCli *cli, gint64 id, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (HfEvent) event = hf_event_load (cli->db, id, error);

  if (event == NULL)
    return NULL;
  describe (builder, event);
  return json_builder_get_root (builder);
}

static JsonNode *
add (HfCli *cli, char **words, GError **error)
{
  HfEventDraft draft;
  gint64 room = 0;
  gint64 id;
  int what = HF_EVENT_GATHERING;

  hf_event_draft_init (&draft);
  if (at == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"), "--at");
      return NULL;
    }
  if (!hf_minute_parse (at, &draft.starts_at, error) ||
      (until != NULL && !hf_minute_parse (until, &draft.ends_at, error)) ||
      (kind != NULL && !hf_domain_parse (HF_DOMAIN_EVENT_KIND, kind, &what, error)) ||
      (capacity != NULL && !hf_cli_parse_int (capacity, 1, &room, error)))
    return NULL;
  draft.kind = (HfEventKind) what;
  draft.title = words[0];
  draft.place = place;
  draft.capacity = (int) MIN (room, G_MAXINT);
  draft.with_sales = sales;
  draft.note = note;
  if (!hf_command_add_event (cli->db, &cli->actor, &draft, &id, error))
    return NULL;
  return answer (cli, id, error);
}

static void
add_left_out (JsonBuilder *builder, const GPtrArray *list)
{
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const HfLeftOut *one = list->pdata[i];
      g_autofree char *line = g_strdup_printf (_ ("  left out: %s, %s"), one->name, one->why);

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "id", one->customer_id);
      hf_cli_add_text (builder, "customer", one->name);
      hf_cli_add_text (builder, "reason", one->why);
      hf_cli_add_text (builder, "line", line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static JsonNode *
invite (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) customers = NULL;
  g_autoptr (HfInvited) invited = NULL;
  JsonBuilder *builder;
  gint64 event;

  if (!hf_event_find (cli->db, words[0], &event, error) ||
      (customers = hf_cli_dup_customers (cli, words + 1, segment, error)) == NULL ||
      (invited = hf_command_invite (cli->db, &cli->actor, event, customers, error)) == NULL)
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", event);
  hf_cli_add_text (builder, "title", invited->title);
  hf_cli_add_ids (builder, "customers", invited->customers);
  add_number (builder, "already", invited->already);
  add_left_out (builder, invited->left_out);
  return hf_cli_end (builder);
}

static JsonNode *
reply (HfCli *cli, char **words, GError **error)
{
  gint64 event, customer;
  int said;

  if (!hf_event_find (cli->db, words[0], &event, error) ||
      !hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[1], &customer, error) ||
      !hf_domain_parse (HF_DOMAIN_REPLY, words[2], &said, error) ||
      !hf_command_note_reply (cli->db, &cli->actor, event, customer, (HfReply) said, error))
    return NULL;
  return answer (cli, event, error);
}

static JsonNode *
attend (HfCli *cli, char **words, GError **error)
{
  gint64 event, customer;
  gint64 brought = 0;

  if (!hf_event_find (cli->db, words[0], &event, error) ||
      !hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[1], &customer, error) ||
      (guests != NULL && !hf_cli_parse_int (guests, 0, &brought, error)) ||
      !hf_command_note_attended (cli->db, &cli->actor, event, customer, !absent,
                                 (int) MIN (brought, G_MAXINT), error))
    return NULL;
  return answer (cli, event, error);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  HfMinute today = hf_minute_new (hf_minute_get_day (cli->actor.now), 0);
  g_autoptr (GPtrArray) events = hf_events_dup_coming (cli->db, today, error);

  if (events == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < events->len; i++)
    describe (builder, events->pdata[i]);
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_event_add = {
  "event add", "TITLE --at TIME [OPTION…]", N_ ("Plan an event"), 1, 1, HF_DB_WRITE, add_entries,
  add,
};

const HfCliCommand hf_cli_event_invite = {
  "event invite",
  "EVENT CUSTOMER… | EVENT --segment NAME",
  N_ ("Invite those who may be invited"),
  1,
  -1,
  HF_DB_WRITE,
  invite_entries,
  invite,
};

const HfCliCommand hf_cli_event_reply = {
  "event reply",
  "EVENT CUSTOMER yes|no|maybe",
  N_ ("Note whether an invited customer means to come"),
  3,
  3,
  HF_DB_WRITE,
  NULL,
  reply,
};

const HfCliCommand hf_cli_event_attend = {
  "event attend",
  "EVENT CUSTOMER [--guests N]",
  N_ ("Note who came"),
  2,
  2,
  HF_DB_WRITE,
  attend_entries,
  attend,
};

const HfCliCommand hf_cli_event_list = {
  "event list", "", N_ ("List the events to come"), 0, 0, HF_DB_READ, NULL, list,
};
