/* hf-cli-export.c: export customers
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-export.h"
#include "hf-segment.h"

static gboolean full_phone;
static char *segment;

static const GOptionEntry entries[] = {
  { "full-phone", 0, 0, G_OPTION_ARG_NONE, &full_phone,
    N_ ("Phone numbers in full; noted in the audit log"), NULL },
  { "segment", 0, 0, G_OPTION_ARG_STRING, &segment, N_ ("Only those of a saved filter"),
    N_ ("NAME") },
  { NULL },
};

static HfCustomerFilter *
read_filter (HfCli *cli, GError **error)
{
  g_autofree char *json = NULL;

  if (segment == NULL)
    return hf_customer_filter_new ();
  json = hf_segment_dup_filter (cli->db, segment, error);
  return json != NULL ? hf_customer_filter_parse (cli->db, json, error) : NULL;
}

static GArray *
list (HfCli *cli, GError **error)
{
  g_autoptr (HfCustomerFilter) filter = read_filter (cli, error);
  g_autoptr (HfCustomerQuery) query = NULL;

  if (filter == NULL)
    return NULL;
  query = hf_customer_query_new (&cli->actor, filter);
  return hf_customer_list_dup_ids (cli->db, query, 0, error);
}

static JsonNode *
export_customers (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) customers = list (cli, error);
  HfExport request = { customers, words[0], full_phone, NULL, NULL };
  JsonBuilder *builder;
  HfExportKind kind;

  if (customers == NULL || !hf_export_parse_kind (words[0], &kind, error) ||
      !hf_command_note_export (cli->db, &cli->actor, &request, error) ||
      !hf_export_write_customers (cli->db, &request, NULL, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "exported");
  json_builder_add_int_value (builder, customers->len);
  hf_cli_add_text (builder, "file", words[0]);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_export_customers = {
  "export customers",
  "FILE.csv|.xlsx|.vcf [--full-phone] [--segment NAME]",
  N_ ("Write customers to a file"),
  1,
  1,
  HF_DB_WRITE,
  entries,
  export_customers,
};
