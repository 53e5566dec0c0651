/* hf-cli-stop.c: stop, sale-window
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-lookup.h"
#include "hf-sale-expected.h"
#include "hf-sale-window.h"
#include "hf-stop.h"
#include "hf-typed-day.h"

static char *cause, *expected_on;

static const GOptionEntry stop_entries[] = {
  { "cause", 0, 0, G_OPTION_ARG_STRING, &cause, N_ ("Why the customer stopped; needed"),
    "effect|quality|service|competitor" },
  { NULL },
};

static const GOptionEntry window_entries[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, &expected_on, N_ ("The very day on which it is expected"),
    N_ ("DATE") },
  { NULL },
};

static JsonNode *
answer (HfCli *cli, GArray *ids, GError **error)
{
  JsonNode *follow_ups = hf_cli_describe_works (cli, ids, error);
  JsonBuilder *builder;

  if (follow_ups == NULL)
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "follow_ups");
  json_builder_add_value (builder, follow_ups);
  return hf_cli_end (builder);
}

static JsonNode *
stop (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) opened = NULL;
  gint64 customer;
  int why;

  if (cause == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"), "--cause");
      return NULL;
    }
  if (!hf_domain_parse (HF_DOMAIN_STOP_CAUSE, cause, &why, error) ||
      !hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !hf_command_stop (cli->db, &cli->actor, customer, (HfStopCause) why, &opened, error))
    return NULL;
  return answer (cli, opened, error);
}

/* Of `auto`, the supply says when (PUR-3). */
static gboolean
parse_window (HfCli *cli, const char *word, HfDay *expected, GError **error)
{
  *expected = HF_DAY_NONE;
  if (expected_on != NULL)
    return hf_typed_day_parse (expected_on, expected, error);
  if (word == NULL || g_str_equal (word, "auto"))
    return TRUE;
  return hf_sale_window_get_expected (word, hf_minute_get_day (cli->actor.now), expected, error);
}

static JsonNode *
sale_window (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) open = NULL;
  gint64 customer;
  HfDay expected;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !parse_window (cli, words[1], &expected, error) ||
      !hf_command_expect_sale (cli->db, &cli->actor, customer, expected, &open, error))
    return NULL;
  return answer (cli, open, error);
}

const HfCliCommand hf_cli_stop = {
  "stop",
  "CUSTOMER --cause CAUSE",
  N_ ("A customer stops using the products"),
  1,
  1,
  HF_DB_WRITE,
  stop_entries,
  stop,
};

const HfCliCommand hf_cli_sale_window = {
  "sale-window",
  "CUSTOMER this-month|two-months|three-months|later|auto",
  N_ ("Say when a customer is expected to buy again"),
  1,
  2,
  HF_DB_WRITE,
  window_entries,
  sale_window,
};
