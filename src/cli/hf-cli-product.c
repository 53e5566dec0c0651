/* hf-cli-product.c: product add, product list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-product.h"

static int doses;
static int shelf_life;
static char *price;
static char *cost;
static char **contraindications;
static char **reactions;

static const GOptionEntry entries[] = {
  { "doses", 0, 0, G_OPTION_ARG_INT, &doses, N_ ("Days that one pack lasts"), N_ ("N") },
  { "shelf-life", 0, 0, G_OPTION_ARG_INT, &shelf_life, N_ ("Days that it keeps"), N_ ("DAYS") },
  { "price", 0, 0, G_OPTION_ARG_STRING, &price, N_ ("Price of a pack"), N_ ("YUAN") },
  { "cost", 0, 0, G_OPTION_ARG_STRING, &cost, N_ ("What a pack costs the branch"), N_ ("YUAN") },
  { "contraindication", 0, 0, G_OPTION_ARG_STRING_ARRAY, &contraindications,
    N_ ("A condition or allergy that speaks against it; may be repeated"), N_ ("WORD") },
  { "normal-reaction", 0, 0, G_OPTION_ARG_STRING_ARRAY, &reactions,
    N_ ("A reaction that is normal with it; may be repeated"), N_ ("WORD") },
  { NULL },
};

static JsonNode *
add (HfCli *cli, char **words, GError **error)
{
  HfProductDraft draft = { words[0],
                           doses,
                           shelf_life,
                           -1,
                           -1,
                           (const char *const *) contraindications,
                           (const char *const *) reactions };
  gint64 id;

  if ((price != NULL && !hf_cli_parse_yuan (price, &draft.price_fen, error)) ||
      (cost != NULL && !hf_cli_parse_yuan (cost, &draft.cost_fen, error)) ||
      !hf_command_add_product (cli->db, &cli->actor, &draft, &id, error))
    return NULL;
  return hf_cli_new_id (id);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) all = hf_product_dup_all (cli->db, error);

  if (all == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const HfProduct *product = all->pdata[i];

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "id", product->id);
      hf_cli_add_text (builder, "name", product->name);
      json_builder_set_member_name (builder, "doses");
      json_builder_add_int_value (builder, product->doses);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_product_add = {
  "product add",
  "NAME --doses N --shelf-life DAYS [--price YUAN] [--contraindication WORD]…",
  N_ ("Add a product"),
  1,
  1,
  HF_DB_WRITE,
  entries,
  add,
};

const HfCliCommand hf_cli_product_list = {
  "product list", "", N_ ("List the products"), 0, 0, HF_DB_READ, NULL, list,
};
