/* hf-cli-sample.c: sample
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-cli-watch.h"
#include "hf-sample.h"

#define DEFAULT_YEARS (2)
#define DEFAULT_SEED  (1)

static int customers, years = DEFAULT_YEARS, seed = DEFAULT_SEED;

static const GOptionEntry entries[] = {
  { "customers", 0, 0, G_OPTION_ARG_INT, &customers, N_ ("How many to invent"), "N" },
  { "years", 0, 0, G_OPTION_ARG_INT, &years, N_ ("Over how many years back"), "Y" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("The same number gives the same people"), "S" },
  { NULL },
};

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static JsonNode *
describe (const HfSampleResult *result)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "staff", result->staff);
  add_number (builder, "products", result->products);
  add_number (builder, "customers", result->customers);
  add_number (builder, "purchases", result->purchases);
  add_number (builder, "visits", result->visits);
  add_number (builder, "promises", result->promises);
  add_number (builder, "complaints", result->complaints);
  add_number (builder, "returns", result->returns);
  add_number (builder, "referrals", result->referrals);
  return hf_cli_end (builder);
}

static JsonNode *
run (HfCli *cli, char **words, GError **error)
{
  g_auto (HfCliWatch) watch = { 0 };
  HfSampleOptions options = { customers, years, (guint32) seed, NULL, NULL, NULL };
  HfSampleResult result;

  hf_cli_watch_begin (&watch);
  options.cancellable = watch.cancellable;
  options.progress = hf_cli_watch_look;
  options.progress_data = &watch;
  return hf_command_fill_sample (cli->db, &cli->actor, &options, &result, error)
             ? describe (&result)
             : NULL;
}

const HfCliCommand hf_cli_sample = {
  "sample",
  "--customers N [--years Y] [--seed S]",
  N_ ("Fill the branch with invented customers, to try things out"),
  0,
  0,
  HF_DB_WRITE,
  entries,
  run,
};
