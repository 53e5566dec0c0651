/* hf-cli-segment.c: segment list, save, delete
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-customer-list.h"
#include "hf-lookup.h"
#include "hf-segment.h"

/**
 * hf_cli_dup_customers:
 * @words: ids or names of customers
 * @segment: (nullable): instead, the name of one
 *
 * Returns: (transfer full) (element-type gint64): those who are named, or whom the actor may see of
 *   the segment (ROLE-1); %NULL with an error
 */
GArray *
hf_cli_dup_customers (HfCli *cli, char **words, const char *segment, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *text = NULL;
  g_autoptr (HfCustomerFilter) filter = NULL;
  g_autoptr (HfCustomerQuery) query = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id;

      if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[i], &id, error))
        return NULL;
      g_array_append_val (ids, id);
    }
  if (segment == NULL)
    return g_steal_pointer (&ids);
  if ((text = hf_segment_dup_filter (cli->db, segment, error)) == NULL ||
      (filter = hf_customer_filter_parse (cli->db, text, error)) == NULL)
    return NULL;
  query = hf_customer_query_new (&cli->actor, filter);
  return hf_customer_list_dup_ids (cli->db, query, -1, error);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GPtrArray) segments = hf_segment_dup_all (cli->db, &cli->actor, error);
  g_autoptr (JsonBuilder) builder = NULL;

  if (segments == NULL)
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < segments->len; i++)
    {
      const HfSegment *segment = segments->pdata[i];

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "id", segment->id);
      hf_cli_add_text (builder, "name", segment->name);
      hf_cli_add_text (builder, "filter", segment->filter);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
save (HfCli *cli, char **words, GError **error)
{
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_parse (cli->db, words[1], error);
  gint64 id;

  if (filter == NULL ||
      !hf_command_save_segment (cli->db, &cli->actor, words[0], filter, &id, error))
    return NULL;
  return hf_cli_new_id (id);
}

static JsonNode *delete (HfCli *cli, char **words, GError **error)
{
  JsonBuilder *builder;

  if (!hf_command_delete_segment (cli->db, &cli->actor, words[0], error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_text (builder, "deleted", words[0]);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_segment_list = {
  "segment list", "", N_ ("List the saved filters"), 0, 0, HF_DB_READ, NULL, list,
};

const HfCliCommand hf_cli_segment_save = {
  "segment save",
  "NAME {\"tier\":[\"A\"],…}",
  N_ ("Save a filter of customers"),
  2,
  2,
  HF_DB_WRITE,
  NULL,
  save,
};

const HfCliCommand hf_cli_segment_delete = {
  "segment delete", "NAME", N_ ("Delete a saved filter"), 1, 1, HF_DB_WRITE, NULL, delete,
};
