/* hf-cli-incident.c: incident open, list, tick, warn, close, leaks; verify
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-incident.h"
#include "hf-lookup.h"

#define LIMIT (1000)

static char *at, *caller, *claimed, *knew, *lost, *courier, *tracking;
static gboolean not_done;

static const GOptionEntry open_entries[] = {
  { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("When it happened; now by default"), N_ ("TIME") },
  { "caller", 0, 0, G_OPTION_ARG_STRING, &caller,
    N_ ("The caller's number; the last four digits are kept"), N_ ("NUMBER") },
  { "claimed", 0, 0, G_OPTION_ARG_STRING, &claimed, N_ ("What the caller said"), N_ ("TEXT") },
  { "knew", 0, 0, G_OPTION_ARG_STRING, &knew, N_ ("What the caller knew already"),
    "name,points,purchases,staff,condition,address" },
  { "lost", 0, 0, G_OPTION_ARG_STRING, &lost, N_ ("Money that is gone"), N_ ("YUAN") },
  { "courier", 0, 0, G_OPTION_ARG_STRING, &courier, N_ ("Who brought the parcel"), N_ ("TEXT") },
  { "tracking", 0, 0, G_OPTION_ARG_STRING, &tracking, N_ ("Its tracking number"), N_ ("NUMBER") },
  { NULL },
};

static const GOptionEntry tick_entries[] = {
  { "not-done", 0, 0, G_OPTION_ARG_NONE, &not_done, N_ ("It was not done after all"), NULL },
  { NULL },
};

static void
add_count (JsonBuilder *builder, const char *name, gint64 count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static void
add_tasks (JsonBuilder *builder, const char *name, HfSet set)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (int i = 0; i < HF_N_INCIDENT_TASKS; i++)
    if (HF_SET_HAS (set, i))
      json_builder_add_string_value (builder, hf_incident_task_get_nick ((HfIncidentTask) i));
  json_builder_end_array (builder);
}

static gboolean
describe (HfCli *cli, JsonBuilder *builder, gint64 id, gboolean as_line, GError **error)
{
  g_autoptr (HfIncident) incident = hf_incident_load (cli->db, id, error);
  g_autofree char *when = incident != NULL ? hf_minute_format (incident->happened_at) : NULL;
  g_autofree char *line = NULL;
  gboolean open;

  if (incident == NULL)
    return FALSE;
  open = incident->closed_at == HF_MINUTE_NONE;
  line = g_strdup_printf ("#%" G_GINT64_FORMAT "  %s  %s  [%s]", incident->number, when,
                          incident->customer, open ? _ ("open") : _ ("closed"));
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", id);
  add_count (builder, "number", incident->number);
  hf_cli_add_id (builder, "customer_id", incident->customer_id);
  hf_cli_add_text (builder, "customer", incident->customer);
  hf_cli_add_minute (builder, "happened", incident->happened_at);
  add_tasks (builder, "done", incident->done);
  add_tasks (builder, "needed", incident->needed & ~incident->done);
  hf_cli_add_minute (builder, "closed", incident->closed_at);
  add_count (builder, "to_warn", incident->to_warn);
  add_count (builder, "warned", incident->warned);
  if (as_line)
    hf_cli_add_text (builder, "line", line);
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
parse_knew (HfSet *set, GError **error)
{
  static const char *const nicks[HF_N_KNEW] = { "name",  "points",    "purchases",
                                                "staff", "condition", "address" };
  g_auto (GStrv) words = g_strsplit (knew != NULL ? knew : "", ",", -1);

  for (char **word = words; *word != NULL; word++)
    {
      guint i = 0;

      while (i < HF_N_KNEW && !g_str_equal (nicks[i], *word))
        i++;
      if (i == HF_N_KNEW)
        {
          g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                       _ ("“%s” is none of name, points, purchases, staff, condition, address."),
                       *word);
          return FALSE;
        }
      *set |= HF_BIT (i);
    }
  return TRUE;
}

static JsonNode *
open_incident (HfCli *cli, char **words, GError **error)
{
  HfIncidentDraft draft = { .happened_at = cli->actor.now,
                            .caller = caller,
                            .claimed = claimed,
                            .courier = courier,
                            .tracking = tracking };
  gint64 id;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &draft.customer_id, error) ||
      (at != NULL && !hf_minute_parse (at, &draft.happened_at, error)) ||
      (lost != NULL && !hf_cli_parse_yuan (lost, &draft.lost_fen, error)) ||
      !parse_knew (&draft.knew, error) ||
      !hf_command_open_incident (cli->db, &cli->actor, &draft, &id, error))
    return NULL;
  return hf_cli_answer_one (cli, describe, id, error);
}

static gboolean
parse_task (const char *nick, HfIncidentTask *task, GError **error)
{
  for (int i = 0; i < HF_N_INCIDENT_TASKS; i++)
    if (g_str_equal (hf_incident_task_get_nick ((HfIncidentTask) i), nick))
      {
        *task = (HfIncidentTask) i;
        return TRUE;
      }
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is none of courier, payee, police, head-office, warned."), nick);
  return FALSE;
}

static JsonNode *
tick (HfCli *cli, char **words, GError **error)
{
  HfIncidentTask task;
  gint64 id;

  return hf_incident_find (cli->db, words[0], &id, error) && parse_task (words[1], &task, error) &&
                 hf_command_tick_incident (cli->db, &cli->actor, id, task, !not_done, error)
             ? hf_cli_answer_one (cli, describe, id, error)
             : NULL;
}

static JsonNode *
warn (HfCli *cli, char **words, GError **error)
{
  int customers = 0;
  gint64 id;

  return hf_incident_find (cli->db, words[0], &id, error) &&
                 hf_command_warn_customers (cli->db, &cli->actor, id, &customers, error)
             ? hf_cli_answer_one (cli, describe, id, error)
             : NULL;
}

static JsonNode *
close_incident (HfCli *cli, char **words, GError **error)
{
  gint64 id;

  return hf_incident_find (cli->db, words[0], &id, error) &&
                 hf_command_close_incident (cli->db, &cli->actor, id, error)
             ? hf_cli_answer_one (cli, describe, id, error)
             : NULL;
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) ids = hf_incidents_dup_ids (cli->db, hf_cli_get_agent (cli), 0, LIMIT, error);

  return hf_cli_answer_list (cli, describe, ids, error);
}

static JsonNode *
find_leaks (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) rows = hf_incidents_dup_leaks (cli->db, &cli->actor, error);

  if (rows == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const HfLeak *row = &g_array_index (rows, HfLeak, i);
      g_autofree char *line =
          g_strdup_printf (_ ("%s had opened the record in %d of %d incidents, %d times"),
                           row->staff, row->incidents, row->all, row->looks);

      json_builder_begin_object (builder);
      hf_cli_add_text (builder, "staff", row->staff);
      add_count (builder, "incidents", row->incidents);
      add_count (builder, "of", row->all);
      add_count (builder, "looks", row->looks);
      hf_cli_add_text (builder, "line", line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

/* What to say to a customer who rings back to check (COMP-8). */
static JsonNode *
verify (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (HfVerification) card = NULL;
  gint64 customer;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      (card = hf_verification_load (cli->db, customer, error)) == NULL)
    return NULL;
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "customer", card->customer);
  add_count (builder, "number", card->number);
  hf_cli_add_text (builder, "order", card->order);
  hf_cli_add_day (builder, "bought", card->bought_on);
  hf_cli_add_text (builder, "staff", card->staff);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_incident_open = {
  "incident open",
  "CUSTOMER [OPTION…]",
  N_ ("Record that somebody posed as us to a customer"),
  1,
  1,
  HF_DB_WRITE,
  open_entries,
  open_incident,
};

const HfCliCommand hf_cli_incident_tick = {
  "incident tick",
  "ID courier|payee|police|head-office|warned",
  N_ ("Tick off a line of an incident's checklist"),
  2,
  2,
  HF_DB_WRITE,
  tick_entries,
  tick,
};

const HfCliCommand hf_cli_incident_warn = {
  "incident warn",
  "ID",
  N_ ("Start a round of calls that warns good customers"),
  1,
  1,
  HF_DB_WRITE,
  NULL,
  warn,
};

const HfCliCommand hf_cli_incident_close = {
  "incident close", "ID", N_ ("Close an incident"), 1, 1, HF_DB_WRITE, NULL, close_incident,
};

const HfCliCommand hf_cli_incident_list = {
  "incident list", "", N_ ("List the incidents, open ones first"), 0, 0, HF_DB_READ, NULL, list,
};

const HfCliCommand hf_cli_incident_leaks = {
  "incident leaks",
  "",
  N_ ("Which staff had opened the records involved; for managers"),
  0,
  0,
  HF_DB_READ,
  NULL,
  find_leaks,
};

const HfCliCommand hf_cli_incident_verify = {
  "incident verify",
  "CUSTOMER",
  N_ ("What to say to a customer who rings back to check"),
  1,
  1,
  HF_DB_READ,
  NULL,
  verify,
};
