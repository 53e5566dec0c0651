/* hf-cli-export.c: export customers, complaints, visits, follow-ups, tiers
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-export-list.h"
#include "hf-export.h"
#include "hf-segment.h"
#include "hf-typed-day.h"

/* All days that there are, 1900 to 2100. */
#define LEAST_DAY (-25567)
#define MOST_DAY  (47846)

static gboolean full_phone;
static char *segment, *from, *to;

static const GOptionEntry entries[] = {
  { "full-phone", 0, 0, G_OPTION_ARG_NONE, &full_phone,
    N_ ("Phone numbers in full; noted in the audit log"), NULL },
  { "segment", 0, 0, G_OPTION_ARG_STRING, &segment, N_ ("Only those of a saved filter"),
    N_ ("NAME") },
  { NULL },
};

static const GOptionEntry list_entries[] = {
  { "full-phone", 0, 0, G_OPTION_ARG_NONE, &full_phone,
    N_ ("Phone numbers in full; noted in the audit log"), NULL },
  { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The first day; all by default"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The last day; all by default"), N_ ("DATE") },
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
answer (guint n, const char *path)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "exported");
  json_builder_add_int_value (builder, n);
  hf_cli_add_text (builder, "file", path);
  return hf_cli_end (builder);
}

static JsonNode *
export_customers (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) customers = list (cli, error);
  HfExport request = { customers, words[0], full_phone, NULL, NULL };
  HfExportKind kind;

  if (customers == NULL || !hf_export_parse_kind (words[0], &kind, error) ||
      !hf_command_note_export (cli->db, &cli->actor, &request, error) ||
      !hf_export_write_customers (cli->db, &request, NULL, error))
    return NULL;
  return answer (customers->len, words[0]);
}

static JsonNode *
export_list (HfCli *cli, HfExportList which, const char *path, GError **error)
{
  HfListExport request = { which, path, LEAST_DAY, MOST_DAY, full_phone };
  guint n = 0;

  return (from == NULL || hf_typed_day_parse (from, &request.from, error)) &&
                 (to == NULL || hf_typed_day_parse (to, &request.to, error)) &&
                 hf_command_export_list (cli->db, &cli->actor, &request, &n, NULL, error)
             ? answer (n, path)
             : NULL;
}

static JsonNode *
export_complaints (HfCli *cli, char **words, GError **error)
{
  return export_list (cli, HF_EXPORT_COMPLAINTS, words[0], error);
}

static JsonNode *
export_visits (HfCli *cli, char **words, GError **error)
{
  return export_list (cli, HF_EXPORT_VISITS, words[0], error);
}

static JsonNode *
export_follow_ups (HfCli *cli, char **words, GError **error)
{
  return export_list (cli, HF_EXPORT_FOLLOW_UPS, words[0], error);
}

static JsonNode *
export_tiers (HfCli *cli, char **words, GError **error)
{
  return export_list (cli, HF_EXPORT_TIERS, words[0], error);
}

const HfCliCommand hf_cli_export_customers = {
  "export customers",
  "FILE.csv|.xlsx|.vcf|.json [--full-phone] [--segment NAME]",
  N_ ("Write customers to a file"),
  1,
  1,
  HF_DB_WRITE,
  entries,
  export_customers,
};

const HfCliCommand hf_cli_export_complaints = {
  "export complaints",
  "FILE.csv|.xlsx|.json [--from DATE] [--to DATE] [--full-phone]",
  N_ ("Write complaints to a file, without what the customers said"),
  1,
  1,
  HF_DB_WRITE,
  list_entries,
  export_complaints,
};

const HfCliCommand hf_cli_export_visits = {
  "export visits",
  "FILE.csv|.xlsx|.json [--from DATE] [--to DATE] [--full-phone]",
  N_ ("Write contacts to a file, without what was said"),
  1,
  1,
  HF_DB_WRITE,
  list_entries,
  export_visits,
};

const HfCliCommand hf_cli_export_follow_ups = {
  "export follow-ups",
  "FILE.csv|.xlsx|.json [--from DATE] [--to DATE] [--full-phone]",
  N_ ("Write follow-ups to a file, those that are done included"),
  1,
  1,
  HF_DB_WRITE,
  list_entries,
  export_follow_ups,
};

const HfCliCommand hf_cli_export_tiers = {
  "export tiers",
  "FILE.csv|.xlsx|.json [--from DATE] [--to DATE] [--full-phone]",
  N_ ("Write the tiers that customers have to a file"),
  1,
  1,
  HF_DB_WRITE,
  list_entries,
  export_tiers,
};
