/* hf-cli-check.c: check, backup
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-backup.h"
#include "hf-check.h"

static JsonNode *
check (HfCli *cli, char **words, GError **error)
{
  g_auto (GStrv) troubles = hf_check_run (cli->db, error);
  JsonBuilder *builder;

  if (troubles == NULL)
    return NULL;
  cli->exit = troubles[0] == NULL ? HF_EXIT_DONE : HF_EXIT_NOTHING;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, troubles[0] == NULL);
  hf_cli_add_texts (builder, "troubles", (const char *const *) troubles);
  return hf_cli_end (builder);
}

static JsonNode *
backup (HfCli *cli, char **words, GError **error)
{
  JsonBuilder *builder;

  if (!hf_command_backup (cli->db, &cli->actor, words[0], NULL, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "file", words[0]);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_check = {
  "check", "", N_ ("Check that the database is whole"), 0, 0, HF_DB_READ, NULL, check,
};

const HfCliCommand hf_cli_backup = {
  "backup", "FILE", N_ ("Write a copy of the database"), 1, 1, HF_DB_WRITE, NULL, backup,
};
