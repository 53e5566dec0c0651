/* hf-cli-tier.c: tier explain, observe, set; report tiers
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-lookup.h"
#include "hf-tier-report.h"
#include "hf-tier-store.h"
#include "hf-typed-day.h"

static char *scheme, *until, *reason, *from, *to;
static gboolean no_longer;

static const GOptionEntry explain_entries[] = {
  { "scheme", 0, 0, G_OPTION_ARG_STRING, &scheme, N_ ("Which scheme; the leading one by default"),
    "loyalty|value|membership" },
  { NULL },
};

static const GOptionEntry observe_entries[] = {
  { "no-longer", 0, 0, G_OPTION_ARG_NONE, &no_longer, N_ ("It is no longer so"), NULL },
  { NULL },
};

static const GOptionEntry set_entries[] = {
  { "scheme", 0, 0, G_OPTION_ARG_STRING, &scheme, N_ ("Which scheme; the leading one by default"),
    "loyalty|value|membership" },
  { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("The last day on which it holds; needed"),
    N_ ("DATE") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why; needed"), N_ ("TEXT") },
  { NULL },
};

static const GOptionEntry report_entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("From the end of that day on"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Up to the end of that day"), N_ ("DATE") },
  { NULL },
};

/* “✓ Times bought again”; a figure that is asked for stands behind. */
static void
add_fact_line (JsonBuilder *builder, const HfTierNeed *need, gboolean holds)
{
  const char *label = hf_tier_fact_get_label (need->fact);
  const char *asked = strstr (need->text, " >= ");
  g_autofree char *negated = need->negated ? g_strdup_printf (_ ("not: %s"), label) : NULL;
  g_autofree char *line =
      g_strdup_printf ("  %s %s%s", holds ? "✓" : "✗", negated != NULL ? negated : label,
                       asked != NULL ? asked : "");

  hf_cli_add_text (builder, "line", line);
}

static void
add_facts (JsonBuilder *builder, const HfTierView *view)
{
  const HfTierScheme *tiers = view->stored->scheme;
  g_autoptr (GPtrArray) needs = hf_tier_list_needs (tiers);
  g_autoptr (GPtrArray) missing = hf_tier_list_missing (tiers, &view->facts, view->state.rank);

  json_builder_set_member_name (builder, "facts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < needs->len; i++)
    {
      const HfTierNeed *need = needs->pdata[i];

      json_builder_begin_object (builder);
      hf_cli_add_text (builder, "fact", need->text);
      json_builder_set_member_name (builder, "holds");
      json_builder_add_boolean_value (builder, hf_tier_need_holds (need, &view->facts));
      hf_cli_add_text (builder, "label", hf_tier_fact_get_label (need->fact));
      add_fact_line (builder, need, hf_tier_need_holds (need, &view->facts));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < missing->len; i++)
    json_builder_add_string_value (builder, ((const HfTierNeed *) missing->pdata[i])->text);
  json_builder_end_array (builder);
}

static JsonNode *
describe (const HfTierView *view)
{
  const HfTier *tier = hf_tier_scheme_get (view->stored->scheme, view->state.rank);
  HfDay fall = view->state.fall_since;
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "scheme", view->stored->scheme->id);
  hf_cli_add_text (builder, "tier", tier != NULL ? tier->nick : NULL);
  hf_cli_add_text (builder, "name", tier != NULL ? tier->name : NULL);
  json_builder_set_member_name (builder, "score");
  if (tier != NULL)
    json_builder_add_int_value (builder, tier->score);
  else
    json_builder_add_null_value (builder);
  hf_cli_add_day (builder, "since", view->since);
  hf_cli_add_day (builder, "falls_on",
                  fall != HF_DAY_NONE ? fall + HF_TIER_GRACE_DAYS : HF_DAY_NONE);
  hf_cli_add_text (builder, "by_hand", view->by_hand ? view->hand_reason : NULL);
  hf_cli_add_day (builder, "by_hand_until", view->by_hand ? view->override.until : HF_DAY_NONE);
  hf_cli_add_text (builder, "work", tier != NULL ? tier->work : NULL);
  add_facts (builder, view);
  return hf_cli_end (builder);
}

static JsonNode *
explain (HfCli *cli, char **words, GError **error)
{
  const HfStoredScheme *stored = hf_tier_schemes_find (cli->db, scheme, error);
  g_auto (HfTierView) view = { 0 };
  gint64 customer;

  if (stored == NULL || !hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !hf_tier_load (cli->db, customer, stored, hf_minute_get_day (cli->actor.now), &view, error))
    return NULL;
  return describe (&view);
}

static JsonNode *
observe (HfCli *cli, char **words, GError **error)
{
  gint64 customer;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !hf_command_observe_tier_fact (cli->db, &cli->actor, customer, words[1], !no_longer, error))
    return NULL;
  return explain (cli, words, error);
}

static JsonNode *
set (HfCli *cli, char **words, GError **error)
{
  gint64 customer;
  HfDay day;

  if (until == NULL || reason == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"),
                   until == NULL ? "--until" : "--reason");
      return NULL;
    }
  if (!hf_typed_day_parse (until, &day, error) ||
      !hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !hf_command_set_tier (cli->db, &cli->actor, customer, scheme, words[1], day, reason, error))
    return NULL;
  return explain (cli, words, error);
}

static int
count_tier (GArray *moves, const char *tier)
{
  int count = 0;

  for (guint i = 0; i < moves->len; i++)
    {
      const HfTierMove *move = &g_array_index (moves, HfTierMove, i);

      count += g_str_equal (move->to, tier) ? move->count : 0;
    }
  return count;
}

static void
add_count_line (JsonBuilder *builder, const char *nick, const char *name, gint64 count)
{
  g_autofree char *line = g_strdup_printf ("  %s %s  %" G_GINT64_FORMAT, nick, name, count);

  hf_cli_add_text (builder, "line", line);
}

static const char *
get_tier_name (const HfTierScheme *tiers, const char *nick)
{
  for (guint i = 0; i < tiers->tiers->len; i++)
    {
      const HfTier *tier = tiers->tiers->pdata[i];

      if (g_str_equal (tier->nick, nick))
        return tier->name;
    }
  return _ ("none");
}

static void
add_move_line (JsonBuilder *builder, const HfTierScheme *tiers, const HfTierMove *move)
{
  g_autofree char *line =
      g_strdup_printf ("  %s → %s  %" G_GINT64_FORMAT, get_tier_name (tiers, move->from),
                       get_tier_name (tiers, move->to), (gint64) move->count);

  hf_cli_add_text (builder, "line", line);
}

static void
add_scheme (JsonBuilder *builder, const HfStoredScheme *stored, GArray *moves)
{
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "scheme", stored->scheme->id);
  hf_cli_add_text (builder, "name", stored->scheme->name);
  json_builder_set_member_name (builder, "tiers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stored->scheme->tiers->len; i++)
    {
      const HfTier *tier = stored->scheme->tiers->pdata[i];

      json_builder_begin_object (builder);
      hf_cli_add_text (builder, "tier", tier->nick);
      hf_cli_add_text (builder, "name", tier->name);
      json_builder_set_member_name (builder, "customers");
      json_builder_add_int_value (builder, count_tier (moves, tier->nick));
      add_count_line (builder, tier->nick, tier->name, count_tier (moves, tier->nick));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "moves");
  json_builder_begin_array (builder);
  for (guint i = 0; i < moves->len; i++)
    {
      const HfTierMove *move = &g_array_index (moves, HfTierMove, i);

      json_builder_begin_object (builder);
      hf_cli_add_text (builder, "from", *move->from != '\0' ? move->from : NULL);
      hf_cli_add_text (builder, "to", *move->to != '\0' ? move->to : NULL);
      json_builder_set_member_name (builder, "customers");
      json_builder_add_int_value (builder, move->count);
      add_move_line (builder, stored->scheme, move);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static JsonNode *
report (HfCli *cli, char **words, GError **error)
{
  HfDay last = hf_minute_get_day (cli->actor.now);
  HfDay first = hf_day_add_months (last, -1);
  GArray *schemes = hf_tier_schemes_get (cli->db, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (schemes == NULL || (from != NULL && !hf_typed_day_parse (from, &first, error)) ||
      (to != NULL && !hf_typed_day_parse (to, &last, error)))
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < schemes->len; i++)
    {
      const HfStoredScheme *stored = &g_array_index (schemes, HfStoredScheme, i);
      g_autoptr (GArray) moves = hf_tier_report_moves (cli->db, stored->id, first, last, error);

      if (moves == NULL)
        return NULL;
      add_scheme (builder, stored, moves);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_tier_explain = {
  "tier explain",
  "CUSTOMER [--scheme SCHEME]",
  N_ ("Say why a customer's tier is what it is"),
  1,
  1,
  HF_DB_READ,
  explain_entries,
  explain,
};

const HfCliCommand hf_cli_tier_observe = {
  "tier observe",
  "CUSTOMER knows-company|encourages-others|confirmed [--no-longer]",
  N_ ("Note what staff see of a customer"),
  2,
  2,
  HF_DB_WRITE,
  observe_entries,
  observe,
};

const HfCliCommand hf_cli_tier_set = {
  "tier set",
  "CUSTOMER TIER --until DATE --reason TEXT",
  N_ ("Set a tier by hand"),
  2,
  2,
  HF_DB_WRITE,
  set_entries,
  set,
};

const HfCliCommand hf_cli_report_tiers = {
  "report tiers",
  "[--from DATE] [--to DATE]",
  N_ ("How many customers are in which tier, and where they came from"),
  0,
  0,
  HF_DB_READ,
  report_entries,
  report,
};
