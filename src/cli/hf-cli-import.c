/* hf-cli-import.c: import customers, import purchases
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-cli-watch.h"
#include "hf-import.h"

static char *encoding, *map;
static gboolean dry_run;

static const GOptionEntry entries[] = {
  { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding,
    N_ ("Encoding of a text file; found out by default"), N_ ("NAME") },
  { "map", 0, 0, G_OPTION_ARG_FILENAME, &map,
    N_ ("File that says which column is which field, lines HEADER=FIELD"), N_ ("FILE") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would be done"), NULL },
  { NULL },
};

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_problems (JsonBuilder *builder, const HfImportResult *result)
{
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->problems->len; i++)
    {
      const HfImportProblem *problem = result->problems->pdata[i];

      json_builder_begin_object (builder);
      add_number (builder, "row", problem->row);
      hf_cli_add_text (builder, "column", problem->column);
      hf_cli_add_text (builder, "message", problem->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What stood in the file and went nowhere: the header may be misspelt. */
static void
print_unused (const HfImportResult *result)
{
  g_autofree char *headers = g_strjoinv (_ (", "), result->unused);

  if (*headers != '\0')
    g_printerr (_ ("Not used: %s\n"), headers);
}

/* For people: a line each, apart from what a program would read. */
static void
print_problems (const HfImportResult *result)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      const HfImportProblem *problem = result->problems->pdata[i];

      g_printerr (_ ("Row %u, %s: %s\n"), problem->row, problem->column, problem->message);
    }
}

static JsonNode *
describe (HfCli *cli, const HfImportResult *result)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "read", result->read);
  add_number (builder, "added", result->added);
  add_number (builder, "updated", result->updated);
  add_number (builder, "duplicates", result->duplicates);
  if (cli->json)
    {
      add_problems (builder, result);
      hf_cli_add_texts (builder, "unused", (const char *const *) result->unused);
    }
  else
    {
      print_unused (result);
      print_problems (result);
      add_number (builder, "errors", result->n_problems);
    }
  if (result->n_problems > result->problems->len)
    g_printerr (_ ("Only the first %u of %lld problems are listed.\n"), result->problems->len,
                (long long) result->n_problems);
  return hf_cli_end (builder);
}

static gboolean
parse_kind (const char *word, HfImportKind *kind, GError **error)
{
  *kind = strcmp (word, "purchases") == 0 ? HF_IMPORT_PURCHASES : HF_IMPORT_CUSTOMERS;
  if (*kind == HF_IMPORT_PURCHASES || strcmp (word, "customers") == 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is none of: %s"), word,
               "customers,purchases");
  return FALSE;
}

static gboolean
import (HfCli *cli,
        HfImportKind kind,
        const char *path,
        HfImportOptions *options,
        HfImportResult *result,
        GError **error)
{
  g_auto (HfCliWatch) watch = { 0 };

  hf_cli_watch_begin (&watch);
  options->cancellable = watch.cancellable;
  options->progress = hf_cli_watch_look;
  options->progress_data = &watch;
  return hf_command_import (cli->db, &cli->actor, kind, path, options, result, error);
}

static JsonNode *
run (HfCli *cli, char **words, GError **error)
{
  g_auto (HfImportResult) result = { 0 };
  HfImportOptions options = { 0 };
  HfImportKind kind;

  options.map_path = map;
  options.dry_run = dry_run;
  if (!parse_kind (words[0], &kind, error) ||
      (encoding != NULL && !hf_encoding_parse (encoding, &options.encoding, error)) ||
      !import (cli, kind, words[1], &options, &result, error))
    return NULL;
  cli->exit = result.n_problems > 0 ? HF_EXIT_INPUT : HF_EXIT_DONE;
  return describe (cli, &result);
}

const HfCliCommand hf_cli_import = {
  "import",
  "customers|purchases FILE [OPTION…]",
  N_ ("Take over customers or purchases from a CSV or XLSX file"),
  2,
  2,
  HF_DB_WRITE,
  entries,
  run,
};
