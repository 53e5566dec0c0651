/* hf-cli-recovery.c: recovery list, recovery act
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-follow-up.h"
#include "hf-recovery.h"

#define LIMIT (1000)

static char *note, *channel;

static const GOptionEntry act_entries[] = {
  { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("How we apologised, or why it is dismissed"),
    N_ ("TEXT") },
  { "channel", 0, 0, G_OPTION_ARG_STRING, &channel, N_ ("How we apologised; by phone by default"),
    "home|phone|office|event|message|post" },
  { NULL },
};

static const char *
get_state_label (const char *state)
{
  if (g_str_equal (state, "open"))
    return _ ("open");
  return g_str_equal (state, "done") ? _ ("done") : _ ("dismissed");
}

static void
add_line (JsonBuilder *builder, const HfRecoveryRow *row)
{
  g_autofree char *found = hf_day_format (row->found_on);
  g_autofree char *number =
      row->follow_up_id != 0
          ? g_strdup_printf ("  #%" G_GINT64_FORMAT, hf_follow_up_get_number (row->follow_up_id))
          : g_strdup ("");
  g_autofree char *line =
      g_strdup_printf ("%" G_GINT64_FORMAT "  %s  %s  [%s]  %s%s", row->id, found, row->customer,
                       get_state_label (row->state), hf_recovery_get_label (row->kind), number);

  hf_cli_add_text (builder, "line", line);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 staff = cli->actor.role == HF_ROLE_AGENT ? cli->actor.staff_id : 0;
  g_autoptr (GArray) rows = hf_recovery_dup_rows (cli->db, staff, 0, LIMIT, error);

  if (rows == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const HfRecoveryRow *row = &g_array_index (rows, HfRecoveryRow, i);

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "id", row->id);
      hf_cli_add_id (builder, "customer_id", row->customer_id);
      hf_cli_add_text (builder, "customer", row->customer);
      hf_cli_add_text (builder, "kind", row->kind);
      hf_cli_add_day (builder, "found", row->found_on);
      hf_cli_add_text (builder, "state", row->state);
      hf_cli_add_id (builder, "follow_up", row->follow_up_id);
      hf_cli_add_text (builder, "reason", hf_recovery_get_label (row->kind));
      add_line (builder, row);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
act_on (HfCli *cli, char **words, GError **error)
{
  HfRecoveryDeed deed = { .note = note, .channel = HF_CHANNEL_PHONE };
  int by = HF_CHANNEL_PHONE;
  gint64 id = 0;

  if (!hf_cli_parse_id (words[0], &id, error) ||
      !hf_recovery_act_parse (words[1], &deed.act, error) ||
      (channel != NULL && !hf_domain_parse (HF_DOMAIN_CHANNEL, channel, &by, error)))
    return NULL;
  deed.channel = (HfChannel) by;
  return hf_command_act_on_recovery (cli->db, &cli->actor, id, &deed, error) ? hf_cli_new_id (id)
                                                                             : NULL;
}

const HfCliCommand hf_cli_recovery_act = {
  "recovery act",
  "ID follow-up|exchange|apology|dismiss [--note TEXT] [--channel C]",
  N_ ("Put a failure right"),
  2,
  2,
  HF_DB_WRITE,
  act_entries,
  act_on,
};

const HfCliCommand hf_cli_recovery_list = {
  "recovery list",
  "",
  N_ ("Failures found before anybody complained"),
  0,
  0,
  HF_DB_READ,
  NULL,
  list,
};
