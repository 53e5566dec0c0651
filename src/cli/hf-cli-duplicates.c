/* hf-cli-duplicates.c: duplicates list, merge, different
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-duplicate.h"
#include "hf-lookup.h"
#include "hf-merge.h"

#define LIMIT (1000)

static gboolean search;
static char **take;

static const GOptionEntry list_entries[] = {
  { "search", 0, 0, G_OPTION_ARG_NONE, &search, N_ ("Look through the whole branch first"), NULL },
  { NULL },
};

static const GOptionEntry merge_entries[] = {
  { "take", 0, 0, G_OPTION_ARG_STRING_ARRAY, &take,
    N_ ("A field in which the second card is right; may be repeated"),
    "name|birth|address|owner|…" },
  { NULL },
};

static gboolean
add_card (HfCli *cli, JsonBuilder *builder, const char *name, gint64 id, GError **error)
{
  g_autofree char *id_name = g_strconcat (name, "_id", NULL);
  g_autofree char *text = hf_db_dup_text (cli->db, HF_QUERY_CUSTOMER_NAME, error, "l", id);

  if (text == NULL)
    return FALSE;
  hf_cli_add_id (builder, id_name, id);
  hf_cli_add_text (builder, name, text);
  return TRUE;
}

static gboolean
add_pairs (HfCli *cli, JsonBuilder *builder, GPtrArray *pairs, GError **error)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const HfDuplicate *pair = g_ptr_array_index (pairs, i);

      json_builder_begin_object (builder);
      if (!add_card (cli, builder, "customer", pair->customer, error) ||
          !add_card (cli, builder, "other", pair->other, error))
        return FALSE;
      hf_cli_add_text (builder, "why", pair->why);
      hf_cli_add_text (builder, "reason", hf_duplicate_get_reason (pair->why));
      json_builder_end_object (builder);
    }
  return TRUE;
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) pairs = NULL;
  gint64 customer = 0;
  gint64 found;

  if ((words[0] != NULL && !hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error)) ||
      (search && !hf_command_find_duplicates (cli->db, &cli->actor, &found, NULL, error)))
    return NULL;
  pairs = hf_duplicate_dup_list (cli->db, &cli->actor, customer, LIMIT, error);
  if (pairs == NULL)
    return NULL;
  json_builder_begin_array (builder);
  if (!add_pairs (cli, builder, pairs, error))
    return NULL;
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static gboolean
look_up_both (HfCli *cli, char **words, gint64 *first, gint64 *second, GError **error)
{
  return hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], first, error) &&
         hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[1], second, error);
}

static JsonNode *
merge (HfCli *cli, char **words, GError **error)
{
  gint64 kept, gone;

  if (!look_up_both (cli, words, &kept, &gone, error) ||
      !hf_command_merge_customers (cli->db, &cli->actor, kept, gone, (const char *const *) take,
                                   error))
    return NULL;
  return hf_cli_new_id (kept);
}

static JsonNode *
different (HfCli *cli, char **words, GError **error)
{
  gint64 customer, other;

  if (!look_up_both (cli, words, &customer, &other, error) ||
      !hf_command_mark_different (cli->db, &cli->actor, customer, other, error))
    return NULL;
  return hf_cli_new_id (customer);
}

const HfCliCommand hf_cli_duplicates_list = {
  "duplicates list",
  "[CUSTOMER] [--search]",
  N_ ("Cards that may be one person"),
  0,
  1,
  HF_DB_WRITE,
  list_entries,
  list,
};

const HfCliCommand hf_cli_duplicates_merge = {
  "duplicates merge",
  "CUSTOMER CUSTOMER [--take FIELD]…",
  N_ ("Put the second card's records on the first one"),
  2,
  2,
  HF_DB_WRITE,
  merge_entries,
  merge,
};

const HfCliCommand hf_cli_duplicates_different = {
  "duplicates different",
  "CUSTOMER CUSTOMER",
  N_ ("Say that two cards are not the same person"),
  2,
  2,
  HF_DB_WRITE,
  NULL,
  different,
};
