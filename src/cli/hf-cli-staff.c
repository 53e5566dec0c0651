/* hf-cli-staff.c: staff add, staff list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-staff.h"

static char *role;
static char *qualification;

static const GOptionEntry entries[] = {
  { "role", 0, 0, G_OPTION_ARG_STRING, &role, N_ ("What the person does here"),
    "agent|expert|manager" },
  { "qualification", 0, 0, G_OPTION_ARG_STRING, &qualification,
    N_ ("Recorded qualification; an expert needs one"), N_ ("TEXT") },
  { NULL },
};

static JsonNode *
add (HfCli *cli, char **words, GError **error)
{
  int value = HF_ROLE_AGENT;
  gint64 id;

  if ((role != NULL && !hf_domain_parse (HF_DOMAIN_ROLE, role, &value, error)) ||
      !hf_command_add_staff (cli->db, &cli->actor, words[0], (HfRole) value, qualification, &id,
                             error))
    return NULL;
  return hf_cli_new_id (id);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) all = hf_staff_dup_all (cli->db, error);

  if (all == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const HfStaff *staff = all->pdata[i];

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "id", staff->id);
      hf_cli_add_text (builder, "name", staff->name);
      hf_cli_add_text (builder, "role", hf_domain_get_nick (HF_DOMAIN_ROLE, (int) staff->role));
      hf_cli_add_text (builder, "qualification", staff->qualification);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_staff_add = {
  "staff add",
  "NAME --role agent|expert|manager [--qualification TEXT]",
  N_ ("Add a member of staff"),
  1,
  1,
  HF_DB_WRITE,
  entries,
  add,
};

const HfCliCommand hf_cli_staff_list = {
  "staff list", "", N_ ("List the staff"), 0, 0, HF_DB_READ, NULL, list,
};
