/* hf-cli-purchase.c: purchase add
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-legal-store.h"
#include "hf-lookup.h"
#include "hf-purchase.h"
#include "hf-typed-day.h"

static char *on, *received, *expires, *promised, *order, *store, *reason, *sold_by;

static const GOptionEntry entries[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("Day of the purchase; today by default"),
    N_ ("DATE") },
  { "received", 0, 0, G_OPTION_ARG_STRING, &received, N_ ("Day on which the goods arrived"),
    N_ ("DATE") },
  { "expires", 0, 0, G_OPTION_ARG_STRING, &expires, N_ ("Best before"), N_ ("DATE") },
  { "promised", 0, 0, G_OPTION_ARG_STRING, &promised, N_ ("Day for which delivery was promised"),
    N_ ("DATE") },
  { "order", 0, 0, G_OPTION_ARG_STRING, &order, N_ ("Order number"), "N" },
  { "store", 0, 0, G_OPTION_ARG_STRING, &store, N_ ("Where it was bought"), N_ ("TEXT") },
  { "sold-by", 0, 0, G_OPTION_ARG_STRING, &sold_by, N_ ("How it was sold"),
    "phone|post|home|event|office" },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why it is sold in spite of a warning"),
    N_ ("TEXT") },
  { NULL },
};

/* PRODUCT[:PACKS]; a product's name may hold a colon of its own. */
static gboolean
parse_line (HfCli *cli, const char *text, HfPurchaseLine *line, GError **error)
{
  const char *colon = strrchr (text, ':');
  g_autofree char *name = NULL;
  gint64 packs = 1;

  if (colon != NULL && colon[1] != '\0' && colon[1 + strspn (colon + 1, "0123456789")] == '\0')
    {
      if (!hf_cli_parse_int (colon + 1, 1, &packs, error))
        return FALSE;
      name = g_strndup (text, (gsize) (colon - text));
    }
  *line = (HfPurchaseLine){ 0, (int) packs, -1, NULL, HF_DAY_NONE };
  return (expires == NULL || hf_typed_day_parse (expires, &line->expires_on, error)) &&
         hf_lookup (cli->db, HF_LOOKUP_PRODUCT, name != NULL ? name : text, &line->product_id,
                    error);
}

static gboolean
fill (HfCli *cli, HfPurchaseDraft *draft, char **words, GError **error)
{
  draft->bought_on = hf_minute_get_day (cli->actor.now);
  draft->order_number = order;
  draft->store = store;
  draft->reason = reason;
  if ((on != NULL && !hf_typed_day_parse (on, &draft->bought_on, error)) ||
      (received != NULL && !hf_typed_day_parse (received, &draft->received_on, error)) ||
      (promised != NULL && !hf_typed_day_parse (promised, &draft->promised_on, error)) ||
      (sold_by != NULL && !hf_domain_parse (HF_DOMAIN_CHANNEL, sold_by, &draft->sold_by, error)) ||
      !hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &draft->customer_id, error))
    return FALSE;
  for (guint i = 1; words[i] != NULL; i++)
    {
      HfPurchaseLine line;

      if (!parse_line (cli, words[i], &line, error))
        return FALSE;
      g_array_append_val (draft->lines, line);
    }
  return TRUE;
}

static JsonNode *
add (HfCli *cli, char **words, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfPurchaseLine));
  g_auto (GStrv) enrolled = NULL;
  JsonBuilder *builder;
  HfPurchaseDraft draft;
  HfDay until;
  gint64 id;

  hf_purchase_draft_init (&draft);
  draft.lines = lines;
  if (!fill (cli, &draft, words, error) ||
      !hf_command_add_purchase (cli->db, &cli->actor, &draft, &id, &enrolled, error) ||
      !hf_purchase_get_return_until (cli->db, id, &until, error))
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", id);
  hf_cli_add_texts (builder, "enrolled", (const char *const *) enrolled);
  hf_cli_add_day (builder, "return_until", until);
  return hf_cli_end (builder);
}

const HfCliCommand hf_cli_purchase_add = {
  "purchase add",
  "CUSTOMER PRODUCT[:PACKS]… --on DATE [OPTION…]",
  N_ ("Record a purchase; starts the care plan that fits"),
  2,
  -1,
  HF_DB_WRITE,
  entries,
  add,
};
