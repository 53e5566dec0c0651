/* hf-cli-return.c: return open, return insist, return move, return list, return stock
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-complaint-list.h"
#include "hf-lookup.h"
#include "hf-return-list.h"
#include "hf-return.h"

#define LIMIT (1000)

static char *reason, *complaint, *note, *refund;
static gboolean insists, exchange, sealed;

static const GOptionEntry open_entries[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why it comes back; needed"),
    "normal|individual|contraindicated|negative-news|offended|left-out|hearsay|other" },
  { "insists", 0, 0, G_OPTION_ARG_NONE, &insists,
    N_ ("The customer insists: it is processed at once"), NULL },
  { "exchange", 0, 0, G_OPTION_ARG_NONE, &exchange, N_ ("Other goods instead of the money"), NULL },
  { "complaint", 0, 0, G_OPTION_ARG_STRING, &complaint, N_ ("The complaint it came from"), "ID" },
  { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("Kept with the return"), N_ ("TEXT") },
  { NULL },
};

static const GOptionEntry move_entries[] = {
  { "refund", 0, 0, G_OPTION_ARG_STRING, &refund,
    N_ ("What is paid back; by default what the goods cost"), N_ ("YUAN") },
  { "sealed", 0, 0, G_OPTION_ARG_NONE, &sealed, N_ ("The packs came back unopened"), NULL },
  { NULL },
};

static void
add_money (JsonBuilder *builder, const char *name, gint64 fen)
{
  json_builder_set_member_name (builder, name);
  if (fen >= 0)
    json_builder_add_double_value (builder, (double) fen / 100);
  else
    json_builder_add_null_value (builder);
}

static void
add_steps (JsonBuilder *builder, const HfReturn *back)
{
  HfSet steps = hf_return_advise (back->reason, back->insists).steps;

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (int i = 0; i < HF_N_RETURN_STEPS; i++)
    if (HF_SET_HAS (steps, i))
      json_builder_add_string_value (builder, hf_return_step_get_text ((HfReturnStep) i));
  json_builder_end_array (builder);
}

static gboolean
describe (HfCli *cli, JsonBuilder *builder, gint64 id, gboolean as_line, GError **error)
{
  g_autoptr (HfReturn) back = hf_return_load (cli->db, id, error);
  g_autofree char *line = NULL;
  g_autofree char *opened = back != NULL ? hf_minute_format (back->opened_at) : NULL;

  if (back == NULL)
    return FALSE;
  line = g_strdup_printf ("#%" G_GINT64_FORMAT "  %s  %s  [%s]  %s%s", back->number, opened,
                          back->customer,
                          hf_domain_get_label (HF_DOMAIN_RETURN_STATE, (int) back->state),
                          back->goods, back->insists ? _ (" · insists") : "");
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", back->id);
  json_builder_set_member_name (builder, "number");
  json_builder_add_int_value (builder, back->number);
  hf_cli_add_id (builder, "customer_id", back->customer_id);
  hf_cli_add_text (builder, "customer", back->customer);
  hf_cli_add_text (builder, "state",
                   hf_domain_get_nick (HF_DOMAIN_RETURN_STATE, (int) back->state));
  hf_cli_add_text (builder, "goods", back->goods);
  add_money (builder, "refund", back->refund_fen);
  hf_cli_add_minute (builder, "refund_due", back->refund_due);
  if (as_line)
    hf_cli_add_text (builder, "line", line);
  else
    add_steps (builder, back);
  json_builder_end_object (builder);
  return TRUE;
}

/* PRODUCT or PRODUCT:PACKS, of the newest purchase that it can come back from. */
static gboolean
take_line (HfCli *cli, GArray *choices, const char *word, HfReturnDraft *draft, GError **error)
{
  const char *colon = strrchr (word, ':');
  g_autofree char *name =
      colon != NULL ? g_strndup (word, (gsize) (colon - word)) : g_strdup (word);
  gint64 product, packs = 0;

  if ((colon != NULL && !hf_cli_parse_int (colon + 1, 1, &packs, error)) ||
      !hf_lookup (cli->db, HF_LOOKUP_PRODUCT, name, &product, error))
    return FALSE;
  for (guint i = 0; i < choices->len; i++)
    {
      const HfReturnChoice *choice = &g_array_index (choices, HfReturnChoice, i);
      HfReturnLine line = { choice->line_id, packs > 0 ? (int) packs : choice->packs };

      if (choice->product_id != product ||
          (draft->purchase_id != 0 && draft->purchase_id != choice->purchase_id))
        continue;
      draft->purchase_id = choice->purchase_id;
      g_array_append_val (draft->lines, line);
      return TRUE;
    }
  g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND,
               _ ("“%s” was not bought, or came back already."), name);
  return FALSE;
}

static gboolean
fill_draft (HfCli *cli, char **words, HfReturnDraft *draft, GError **error)
{
  g_autoptr (GArray) choices = NULL;
  int of = HF_RETURN_OTHER;
  gint64 customer;

  if (reason == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"), "--reason");
      return FALSE;
    }
  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !hf_domain_parse (HF_DOMAIN_RETURN_REASON, reason, &of, error) ||
      (complaint != NULL && !hf_complaint_find (cli->db, complaint, &draft->complaint_id, error)) ||
      (choices = hf_return_dup_choices (cli->db, customer, error)) == NULL)
    return FALSE;
  for (char **word = words + 1; *word != NULL; word++)
    {
      if (!take_line (cli, choices, *word, draft, error))
        return FALSE;
    }
  draft->reason = (HfReturnReason) of;
  draft->insists = insists;
  draft->exchange = exchange;
  draft->note = note;
  return TRUE;
}

static JsonNode *
open_return (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfReturnLine));
  HfReturnDraft draft = { .lines = lines };
  gint64 id;

  return fill_draft (cli, words, &draft, error) &&
                 hf_command_open_return (cli->db, &cli->actor, &draft, &id, error)
             ? hf_cli_answer_one (cli, describe, id, error)
             : NULL;
}

static JsonNode *
insist (HfCli *cli, char **words, GError **error)
{
  gint64 id;

  return hf_return_find (cli->db, words[0], &id, error) &&
                 hf_command_insist_on_return (cli->db, &cli->actor, id, error)
             ? hf_cli_answer_one (cli, describe, id, error)
             : NULL;
}

static JsonNode *
move (HfCli *cli, char **words, GError **error)
{
  HfReturnMoveTo step = { HF_RETURN_OPEN, -1, sealed };
  int to = HF_RETURN_OPEN;
  gint64 id;

  if (!hf_return_find (cli->db, words[0], &id, error) ||
      !hf_domain_parse (HF_DOMAIN_RETURN_STATE, words[1], &to, error) ||
      (refund != NULL && !hf_cli_parse_yuan (refund, &step.refund_fen, error)))
    return NULL;
  step.to = (HfReturnState) to;
  return hf_command_move_return (cli->db, &cli->actor, id, &step, error)
             ? hf_cli_answer_one (cli, describe, id, error)
             : NULL;
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) ids = hf_returns_dup_ids (cli->db, hf_cli_get_agent (cli), 0, LIMIT, error);

  return hf_cli_answer_list (cli, describe, ids, error);
}

static JsonNode *
list_stock (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) rows = hf_returns_dup_stock (cli->db, error);

  if (rows == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const HfReturnStock *row = &g_array_index (rows, HfReturnStock, i);
      g_autofree char *line = g_strdup_printf (_ ("%s  %s  %d unopened, %d opened"), row->product,
                                               row->batch, row->sealed, row->opened);

      json_builder_begin_object (builder);
      hf_cli_add_text (builder, "product", row->product);
      hf_cli_add_text (builder, "batch", row->batch);
      hf_cli_add_day (builder, "expires", row->expires_on);
      json_builder_set_member_name (builder, "sealed");
      json_builder_add_int_value (builder, row->sealed);
      json_builder_set_member_name (builder, "opened");
      json_builder_add_int_value (builder, row->opened);
      hf_cli_add_text (builder, "line", line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_return_open = {
  "return open",
  "CUSTOMER PRODUCT[:PACKS]… --reason REASON [OPTION…]",
  N_ ("Record goods that a customer gives back"),
  2,
  -1,
  HF_DB_WRITE,
  open_entries,
  open_return,
};

const HfCliCommand hf_cli_return_insist = {
  "return insist",
  "ID",
  N_ ("The customer insists: the goods come back at once"),
  1,
  1,
  HF_DB_WRITE,
  NULL,
  insist,
};

const HfCliCommand hf_cli_return_move = {
  "return move",
  "ID goods-back|refunded|exchanged|kept [OPTION…]",
  N_ ("Bring a return on"),
  2,
  2,
  HF_DB_WRITE,
  move_entries,
  move,
};

const HfCliCommand hf_cli_return_list = {
  "return list", "", N_ ("List the returns, open ones first"), 0, 0, HF_DB_READ, NULL, list,
};

const HfCliCommand hf_cli_return_stock = {
  "return stock", "",         N_ ("What came back, by product and batch"), 0, 0, HF_DB_READ,
  NULL,           list_stock,
};
