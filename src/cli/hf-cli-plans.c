/* hf-cli-plans.c: plans list, plans check, plans use
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-plans.h"

static void
add_plan (JsonBuilder *builder, const HfPlan *plan)
{
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "id", plan->id);
  hf_cli_add_text (builder, "name", plan->name);
  hf_cli_add_text (builder, "trigger", hf_domain_get_nick (HF_DOMAIN_TRIGGER, (int) plan->trigger));
  json_builder_set_member_name (builder, "steps");
  json_builder_add_int_value (builder, hf_plan_get_n_steps (plan));
  json_builder_set_member_name (builder, "routines");
  json_builder_add_int_value (builder, hf_plan_get_n_routines (plan));
  json_builder_end_object (builder);
}

/* A plan that is wrong is told; the others still count (PLAN-9). */
static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) ids = hf_plans_dup_ids (cli->db, error);

  if (ids == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) local = NULL;
      HfPlan *plan = hf_plans_get (cli->db, g_array_index (ids, gint64, i), &local);

      if (plan != NULL)
        add_plan (builder, plan);
      else
        cli->exit = (HfExit) hf_cli_report (cli, local);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
check (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (HfPlan) plan = NULL;
      g_autofree char *name = g_path_get_basename (words[i]);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_get_contents (words[i], &text, &length, &local))
        plan = hf_plan_parse (name, text, (gssize) length, &local);
      if (plan != NULL)
        add_plan (builder, plan);
      else
        cli->exit = (HfExit) hf_cli_report (cli, local);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
use (HfCli *cli, char **words, GError **error)
{
  JsonBuilder *builder;

  if (!hf_command_use_plan (cli->db, &cli->actor, words[0], words[1], error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "trigger", words[0]);
  hf_cli_add_text (builder, "plan", words[1]);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_plans_use = {
  "plans use",
  "TRIGGER PLAN|none",
  N_ ("Choose which care plan something starts"),
  2,
  2,
  HF_DB_WRITE,
  NULL,
  use,
};

const HfCliCommand hf_cli_plans_list = {
  "plans list", "", N_ ("List the care plans"), 0, 0, HF_DB_READ, NULL, list,
};

const HfCliCommand hf_cli_plans_check = {
  "plans check", "FILE…", N_ ("Check care plan files"), 1, -1, HF_CLI_NO_DATABASE, NULL, check,
};
