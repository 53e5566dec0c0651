/* hf-cli-spread.c: follow-up spread
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-follow-up.h"
#include "hf-lookup.h"
#include "hf-spread.h"
#include "hf-typed-day.h"

static char *week, *staff;
static gboolean apply;

static const GOptionEntry spread_entries[] = {
  { "week", 0, 0, G_OPTION_ARG_STRING, &week, N_ ("A day of the week; this week by default"),
    N_ ("DATE") },
  { "staff", 0, 0, G_OPTION_ARG_STRING, &staff, N_ ("Whose week; everybody's by default"),
    N_ ("STAFF") },
  { "apply", 0, 0, G_OPTION_ARG_NONE, &apply, N_ ("Move them; without it they are only shown"),
    NULL },
  { NULL },
};

static gboolean
is_over (const HfSpread *spread, guint i)
{
  return spread->loads[i] > spread->capacities[i];
}

static void
add_number (JsonBuilder *builder, const char *name, int value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_days (JsonBuilder *builder, const HfSpread *spread)
{
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < HF_SPREAD_DAYS; i++)
    {
      json_builder_begin_object (builder);
      hf_cli_add_day (builder, "on", spread->from + i);
      add_number (builder, "load", spread->loads[i]);
      add_number (builder, "after", spread->after[i]);
      add_number (builder, "capacity", spread->capacities[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_moves (JsonBuilder *builder, const HfSpread *spread)
{
  json_builder_set_member_name (builder, "moves");
  json_builder_begin_array (builder);
  for (guint i = 0; i < spread->moves->len; i++)
    {
      const HfSpreadMove *move = spread->moves->pdata[i];

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "id", move->id);
      hf_cli_add_text (builder, "customer", move->customer);
      hf_cli_add_text (builder, "channel",
                       hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) move->channel));
      hf_cli_add_day (builder, "from", move->from);
      hf_cli_add_day (builder, "to", move->to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The full days, before and after, and under them what would be moved. */
static char *
make_line (const HfSpread *spread)
{
  GString *line = g_string_new (spread->staff);

  for (guint i = 0; i < HF_SPREAD_DAYS; i++)
    if (is_over (spread, i))
      {
        g_autofree char *day = hf_day_format (spread->from + i);

        g_string_append_printf (line, _ ("\n  %s: %d minutes of %d, then %d"), day,
                                spread->loads[i], spread->capacities[i], spread->after[i]);
      }
  for (guint i = 0; i < spread->moves->len; i++)
    {
      const HfSpreadMove *move = spread->moves->pdata[i];
      g_autofree char *from = hf_day_format (move->from);
      g_autofree char *to = hf_day_format (move->to);

      g_string_append_printf (
          line, "\n  #%" G_GINT64_FORMAT "  %s  %s  %s → %s", hf_follow_up_get_number (move->id),
          move->customer, hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) move->channel), from, to);
    }
  return g_string_free (line, FALSE);
}

static gboolean
is_full (const HfSpread *spread)
{
  for (guint i = 0; i < HF_SPREAD_DAYS; i++)
    if (is_over (spread, i))
      return TRUE;
  return FALSE;
}

static void
add_spread (JsonBuilder *builder, const HfSpread *spread)
{
  g_autofree char *line = make_line (spread);

  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "staff_id", spread->staff_id);
  hf_cli_add_text (builder, "staff", spread->staff);
  add_days (builder, spread);
  add_moves (builder, spread);
  hf_cli_add_text (builder, "line", line);
  json_builder_end_object (builder);
}

static JsonNode *
describe (const GPtrArray *spreads, HfDay monday, gint64 n_moves)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  hf_cli_add_day (builder, "week", monday);
  json_builder_set_member_name (builder, "applied");
  json_builder_add_boolean_value (builder, apply && n_moves > 0);
  json_builder_set_member_name (builder, "full");
  json_builder_begin_array (builder);
  for (guint i = 0; i < spreads->len; i++)
    if (is_full (spreads->pdata[i]))
      add_spread (builder, spreads->pdata[i]);
  json_builder_end_array (builder);
  return hf_cli_end (builder);
}

static GArray *
collect (const GPtrArray *spreads)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (HfSpreadChoice));

  for (guint i = 0; i < spreads->len; i++)
    {
      const HfSpread *spread = spreads->pdata[i];

      for (guint j = 0; j < spread->moves->len; j++)
        {
          const HfSpreadMove *move = spread->moves->pdata[j];
          HfSpreadChoice choice = { move->id, move->to };

          g_array_append_val (choices, choice);
        }
    }
  return choices;
}

static JsonNode *
spread_week (HfCli *cli, char **words, GError **error)
{
  gint64 who = cli->actor.role == HF_ROLE_MANAGER ? 0 : cli->actor.staff_id;
  HfDay day = hf_minute_get_day (cli->actor.now);
  g_autoptr (GPtrArray) spreads = NULL;
  g_autoptr (GArray) choices = NULL;

  if ((week != NULL && !hf_typed_day_parse (week, &day, error)) ||
      (staff != NULL && !hf_lookup (cli->db, HF_LOOKUP_STAFF, staff, &who, error)))
    return NULL;
  day -= hf_day_get_weekday (day) - HF_MONDAY;
  spreads = hf_spreads_propose (cli->db, &cli->actor, who, day, NULL, error);
  if (spreads == NULL)
    return NULL;
  choices = collect (spreads);
  if (apply && choices->len > 0 && !hf_command_spread (cli->db, &cli->actor, choices, error))
    return NULL;
  if (choices->len == 0)
    cli->exit = HF_EXIT_NOTHING;
  return describe (spreads, day, choices->len);
}

const HfCliCommand hf_cli_follow_up_spread = {
  "follow-up spread",
  "[--week DATE] [--staff STAFF] [--apply]",
  N_ ("Show what could leave the full days of a week, and move it"),
  0,
  0,
  HF_DB_WRITE,
  spread_entries,
  spread_week,
};
