/* hf-cli-adverse.c: adverse open, adverse close, adverse list, adverse report
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-adverse.h"
#include "hf-complaint-list.h"
#include "hf-lookup.h"
#include "hf-typed-day.h"

#define LIMIT (1000)

static char *product, *batch, *dose, *onset, *symptoms, *severity, *complaint, *outcome;

static const GOptionEntry open_entries[] = {
  { "product", 0, 0, G_OPTION_ARG_STRING, &product, N_ ("What was not borne well"),
    N_ ("PRODUCT") },
  { "batch", 0, 0, G_OPTION_ARG_STRING, &batch, N_ ("Of which batch"), N_ ("TEXT") },
  { "dose", 0, 0, G_OPTION_ARG_STRING, &dose, N_ ("How much was taken"), N_ ("TEXT") },
  { "onset", 0, 0, G_OPTION_ARG_STRING, &onset, N_ ("Since when"), N_ ("DATE") },
  { "symptoms", 0, 0, G_OPTION_ARG_STRING, &symptoms, N_ ("What the customer feels"), N_ ("TEXT") },
  { "severity", 0, 0, G_OPTION_ARG_STRING, &severity, N_ ("How bad"), "mild|moderate|severe" },
  { "complaint", 0, 0, G_OPTION_ARG_STRING, &complaint, N_ ("The complaint it came from"), "ID" },
  { NULL },
};

static const GOptionEntry close_entries[] = {
  { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, N_ ("How it ended; needed"), N_ ("TEXT") },
  { NULL },
};

/* Health data stay with the case (CARD-3): no symptoms, no dose, no outcome here. */
static gboolean
describe (HfCli *cli, JsonBuilder *builder, gint64 id, gboolean as_line, GError **error)
{
  g_autoptr (HfAdverse) adverse = hf_adverse_load (cli->db, id, error);
  g_autofree char *opened = adverse != NULL ? hf_minute_format (adverse->opened_at) : NULL;
  g_autofree char *line = NULL;
  gboolean open;

  if (adverse == NULL)
    return FALSE;
  open = adverse->closed_at == HF_MINUTE_NONE;
  line = g_strdup_printf ("%" G_GINT64_FORMAT "  %s  %s  [%s]  %s  %s", id, opened,
                          adverse->customer, open ? _ ("open") : _ ("closed"),
                          adverse->product != NULL ? adverse->product : "",
                          hf_severity_get_label (adverse->severity));
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", id);
  hf_cli_add_id (builder, "customer_id", adverse->customer_id);
  hf_cli_add_text (builder, "customer", adverse->customer);
  hf_cli_add_text (builder, "product", adverse->product);
  hf_cli_add_text (builder, "batch", adverse->batch);
  hf_cli_add_text (builder, "severity", hf_severity_get_nick (adverse->severity));
  hf_cli_add_minute (builder, "opened", adverse->opened_at);
  hf_cli_add_minute (builder, "closed", adverse->closed_at);
  hf_cli_add_minute (builder, "expert_due", adverse->expert_due);
  if (as_line)
    hf_cli_add_text (builder, "line", line);
  else if (open)
    hf_cli_add_text (builder, "first_action", hf_adverse_get_first_action (adverse->severity));
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
parse_severity (HfSeverity *value, GError **error)
{
  *value = HF_SEVERITY_MILD;
  for (int i = HF_SEVERITY_MILD; severity != NULL && i <= HF_SEVERITY_SEVERE; i++)
    if (g_str_equal (hf_severity_get_nick ((HfSeverity) i), severity))
      {
        *value = (HfSeverity) i;
        return TRUE;
      }
  if (severity == NULL)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("“%s” is none of mild, moderate, severe."),
               severity);
  return FALSE;
}

static JsonNode *
open_adverse (HfCli *cli, char **words, GError **error)
{
  HfAdverseOpening opening = { .batch = batch };
  HfAdverseDraft draft = { symptoms != NULL ? symptoms : "", dose != NULL ? dose : "", HF_DAY_NONE,
                           HF_SEVERITY_MILD };
  gint64 id;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &opening.customer_id, error) ||
      (product != NULL &&
       !hf_lookup (cli->db, HF_LOOKUP_PRODUCT, product, &opening.product_id, error)) ||
      (complaint != NULL &&
       !hf_complaint_find (cli->db, complaint, &opening.complaint_id, error)) ||
      (onset != NULL && !hf_typed_day_parse (onset, &draft.onset, error)) ||
      !parse_severity (&draft.severity, error) ||
      !hf_command_open_adverse (cli->db, &cli->actor, &opening, &draft, &id, error))
    return NULL;
  return hf_cli_answer_one (cli, describe, id, error);
}

static JsonNode *
close_adverse (HfCli *cli, char **words, GError **error)
{
  gint64 id = 0;

  return hf_cli_parse_id (words[0], &id, error) &&
                 hf_command_close_adverse (cli->db, &cli->actor, id, outcome, error)
             ? hf_cli_answer_one (cli, describe, id, error)
             : NULL;
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) ids = hf_adverse_dup_ids (cli->db, hf_cli_get_agent (cli), 0, LIMIT, error);

  return hf_cli_answer_list (cli, describe, ids, error);
}

static void
add_count (JsonBuilder *builder, const char *name, int count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static JsonNode *
report (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) rows = hf_adverse_dup_report (cli->db, &cli->actor, error);

  if (rows == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const HfAdverseCount *row = &g_array_index (rows, HfAdverseCount, i);
      g_autofree char *line =
          g_strdup_printf (_ ("%s  batch %s: %d, %d of them severe, %d open"), row->product,
                           row->batch, row->cases, row->severe, row->open);

      json_builder_begin_object (builder);
      hf_cli_add_text (builder, "product", row->product);
      hf_cli_add_text (builder, "batch", row->batch);
      add_count (builder, "cases", row->cases);
      add_count (builder, "severe", row->severe);
      add_count (builder, "open", row->open);
      hf_cli_add_day (builder, "first", row->first);
      hf_cli_add_day (builder, "last", row->last);
      hf_cli_add_text (builder, "line", line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_adverse_open = {
  "adverse open",
  "CUSTOMER [OPTION…]",
  N_ ("Record an adverse reaction; an expert is called the same day"),
  1,
  1,
  HF_DB_WRITE,
  open_entries,
  open_adverse,
};

const HfCliCommand hf_cli_adverse_close = {
  "adverse close",
  "ID --outcome TEXT",
  N_ ("Close an adverse reaction once an expert has answered"),
  1,
  1,
  HF_DB_WRITE,
  close_entries,
  close_adverse,
};

const HfCliCommand hf_cli_adverse_list = {
  "adverse list", "",   N_ ("List the adverse reactions, open ones first"), 0, 0, HF_DB_READ,
  NULL,           list,
};

const HfCliCommand hf_cli_adverse_report = {
  "adverse report",
  "",
  N_ ("Adverse reactions by product and batch; for managers"),
  0,
  0,
  HF_DB_READ,
  NULL,
  report,
};
