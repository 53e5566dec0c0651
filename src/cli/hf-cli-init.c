/* hf-cli-init.c: init
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-branch.h"

static char *branch;

static const GOptionEntry entries[] = {
  { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, N_ ("The branch's name"), N_ ("NAME") },
  { NULL },
};

static JsonNode *
run (HfCli *cli, char **words, GError **error)
{
  JsonBuilder *builder;
  g_autofree char *name = NULL;

  if (!hf_command_init_branch (cli->db, &cli->actor, branch, error) ||
      (name = hf_branch_dup_name (cli->db, error)) == NULL)
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "database", cli->database);
  hf_cli_add_text (builder, "branch", name);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_init = {
  "init",
  "[--branch NAME]",
  N_ ("Make the database, with the shipped care plans"),
  0,
  0,
  HF_DB_CREATE,
  entries,
  run,
};
