/* hf-cli-history.c: engine run, undo, redo, history
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-engine.h"
#include "hf-history.h"
#include "hf-undo.h"

#define HISTORY_LIMIT (20)

static int limit = HISTORY_LIMIT;

static const GOptionEntry history_entries[] = {
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
  { NULL },
};

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static JsonNode *
run_engine (HfCli *cli, char **words, GError **error)
{
  HfEngineResult result;
  JsonBuilder *builder;

  if (!hf_command_run_engine (cli->db, &cli->actor, &result, NULL, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_number (builder, "created", result.created);
  add_number (builder, "paused", result.paused);
  add_number (builder, "moved", result.moved);
  add_number (builder, "escalated", result.escalated);
  return hf_cli_end (builder);
}

static JsonNode *
describe_undo (const HfUndoResult *result)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "operation", result->operation);
  hf_cli_add_text (builder, "kind", result->kind);
  hf_cli_add_text (builder, "label", hf_operation_get_label (result->kind));
  hf_cli_add_text (builder, "subject", result->subject);
  add_number (builder, "rows", result->rows);
  add_number (builder, "kept", result->kept);
  return hf_cli_end (builder);
}

static gboolean
parse_operation (const char *word, gint64 *operation, GError **error)
{
  if (word == NULL || hf_cli_parse_id (word, operation, NULL))
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
               _ ("“%s” is not the id of an operation. “huifangctl history” lists them."), word);
  return FALSE;
}

static JsonNode *
undo (HfCli *cli, char **words, GError **error)
{
  g_auto (HfUndoResult) result = { 0 };
  gint64 operation = 0;

  if (!parse_operation (words[0], &operation, error) ||
      !hf_command_undo (cli->db, &cli->actor, operation, &result, error))
    return NULL;
  return describe_undo (&result);
}

static JsonNode *
redo (HfCli *cli, char **words, GError **error)
{
  g_auto (HfUndoResult) result = { 0 };

  return hf_command_redo (cli->db, &cli->actor, &result, error) ? describe_undo (&result) : NULL;
}

static void
add_operation (JsonBuilder *builder, const HfHistoryEntry *entry)
{
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", entry->id);
  hf_cli_add_text (builder, "kind", entry->kind);
  hf_cli_add_text (builder, "label", hf_operation_get_label (entry->kind));
  hf_cli_add_text (builder, "subject", entry->subject);
  hf_cli_add_text (builder, "staff", entry->staff);
  hf_cli_add_minute (builder, "at", entry->at);
  add_number (builder, "changes", entry->n_changes);
  hf_cli_add_texts (builder, "changed", (const char *const *) entry->changed);
  hf_cli_add_id (builder, "undone_by", entry->undone_by);
  hf_cli_add_id (builder, "undoes", entry->undoes);
  json_builder_end_object (builder);
}

static JsonNode *
history (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) entries = hf_history_dup (cli->db, &cli->actor, limit, error);

  if (entries == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    add_operation (builder, entries->pdata[i]);
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_engine_run = {
  "engine run", "", N_ ("The daily evaluation, up to now"), 0, 0, HF_DB_WRITE, NULL, run_engine,
};

const HfCliCommand hf_cli_undo = {
  "undo", "[OPERATION]", N_ ("Take back the last thing done, or the one named"), 0, 1, HF_DB_WRITE,
  NULL,   undo,
};

const HfCliCommand hf_cli_redo = {
  "redo", "", N_ ("Take the last undo back"), 0, 0, HF_DB_WRITE, NULL, redo,
};

const HfCliCommand hf_cli_history = {
  "history",       "[--limit N]", N_ ("What was done, newest first"), 0, 0, HF_DB_READ,
  history_entries, history,
};
