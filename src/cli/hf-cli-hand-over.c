/* hf-cli-hand-over.c: hand-over
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-handover.h"
#include "hf-lookup.h"

/* Whoever hands over a whole book looks the packs up one by one. */
#define MAX_PACKS (50)

static char *reason;

static const GOptionEntry entries[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why; needed"), N_ ("TEXT") },
  { NULL },
};

/* A member of staff stands for all of their customers. */
static gboolean
take_word (HfCli *cli, const char *word, GArray *customers, GError **error)
{
  g_autoptr (GArray) book = NULL;
  gint64 id;

  if (!hf_lookup (cli->db, HF_LOOKUP_STAFF, word, &id, NULL))
    {
      if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, word, &id, error))
        return FALSE;
      g_array_append_val (customers, id);
      return TRUE;
    }
  book = hf_handover_dup_book (cli->db, id, error);
  if (book == NULL)
    return FALSE;
  g_array_append_vals (customers, book->data, book->len);
  return TRUE;
}

static gboolean
add_packs (HfCli *cli, JsonBuilder *builder, GArray *customers, GError **error)
{
  json_builder_set_member_name (builder, "packs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < customers->len && customers->len <= MAX_PACKS; i++)
    {
      g_autoptr (HfHandoverPack) pack =
          hf_handover_pack_load (cli->db, &cli->actor, g_array_index (customers, gint64, i), error);
      g_autofree char *text = NULL;
      g_autofree char *line = NULL;

      if (pack == NULL)
        return FALSE;
      text = hf_handover_pack_format (pack);
      line = g_strdup_printf ("%s\n%s", pack->card->name, text);
      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "customer_id", pack->card->id);
      hf_cli_add_text (builder, "customer", pack->card->name);
      hf_cli_add_text (builder, "pack", text);
      hf_cli_add_text (builder, "line", line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

/* The packs are read first: an agent may not look at a customer who is a colleague's by then. */
static JsonNode *
hand_over (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_words = g_strv_length (words);
  guint n_handed;
  gint64 to;

  if (!hf_lookup (cli->db, HF_LOOKUP_STAFF, words[n_words - 1], &to, error))
    return NULL;
  for (guint i = 0; i + 1 < n_words; i++)
    if (!take_word (cli, words[i], customers, error))
      return NULL;
  json_builder_begin_object (builder);
  if (!add_packs (cli, builder, customers, error) ||
      !hf_command_hand_over (cli->db, &cli->actor, customers, to, reason, &n_handed, error))
    return NULL;
  json_builder_set_member_name (builder, "handed_over");
  json_builder_add_int_value (builder, n_handed);
  return hf_cli_end (g_steal_pointer (&builder));
}

const HfCliCommand hf_cli_hand_over = {
  "hand-over",
  "FROM|CUSTOMER… TO --reason T",
  N_ ("Hand customers, or all of one owner, over to another"),
  2,
  -1,
  HF_DB_WRITE,
  entries,
  hand_over,
};
