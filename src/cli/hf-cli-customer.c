/* hf-cli-customer.c: customer add, customer set
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-customer.h"
#include "hf-duplicate.h"
#include "hf-lookup.h"

/* One array for each option that a card's field has; the option's name is the field's. */
static char **values[18];
static char *reason;

static const GOptionEntry entries[] = {
  { "phone", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[0], N_ ("A phone number; may be repeated"),
    "P" },
  { "birth", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[1],
    N_ ("Birth date, lunar:Y-M-D for a lunar one, --MM-DD without the year"), N_ ("DATE") },
  { "owner", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[2], N_ ("Who looks after the customer"),
    N_ ("STAFF") },
  { "address", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[3], N_ ("Where the customer lives"), "A" },
  { "area", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[4], N_ ("Area"), "A" },
  { "card-type", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[5], N_ ("Where the relationship stands"),
    "new|contacted|customer|discarded" },
  { "window", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[6], N_ ("When to contact"),
    "working|home|HH:MM-HH:MM,…" },
  { "no-contact", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[7],
    N_ ("Weekdays on which not to contact"), "sun,…" },
  { "child", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[8],
    N_ ("A child's birth date or due date; may be repeated"), N_ ("DATE") },
  { "condition", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[9],
    N_ ("A health condition; may be repeated"), N_ ("WORD") },
  { "allergy", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[10], N_ ("An allergy; may be repeated"),
    N_ ("WORD") },
  { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[11], N_ ("A tag; may be repeated"), "T" },
  { "sex", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[12], N_ ("Sex"), "female|male" },
  { "source", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[13], N_ ("Where the card was collected"),
    N_ ("TEXT") },
  { "note", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[14], N_ ("A note"), N_ ("TEXT") },
  { "taboos", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[15], N_ ("What to avoid"), N_ ("TEXT") },
  { "quiet-until", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[16],
    N_ ("No calls or visits before this day"), N_ ("DATE") },
  { "routine", 0, 0, G_OPTION_ARG_STRING_ARRAY, &values[17],
    N_ ("How often, where a plan offers a choice"), N_ ("WORD") },
  { NULL },
};

static const GOptionEntry set_entries[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, for a new owner"), N_ ("TEXT") },
  { NULL },
};

static gboolean
fill (HfCustomerDraft *draft, GError **error)
{
  for (guint i = 0; entries[i].long_name != NULL; i++)
    {
      for (char **value = values[i]; value != NULL && *value != NULL; value++)
        if (!hf_customer_draft_set (draft, entries[i].long_name, *value, error))
          return FALSE;
    }
  return TRUE;
}

static JsonNode *
add (HfCli *cli, char **words, GError **error)
{
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  g_autoptr (GArray) duplicates = NULL;
  JsonBuilder *builder;
  gint64 id;

  if (!hf_customer_draft_set (draft, "name", words[0], error) || !fill (draft, error) ||
      !hf_command_add_customer (cli->db, &cli->actor, draft, &id, error) ||
      (duplicates = hf_duplicate_dup_twins (cli->db, id, error)) == NULL)
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", id);
  hf_cli_add_ids (builder, "duplicates", duplicates);
  return hf_cli_end (builder);
}

static gboolean
fill_pair (HfCustomerDraft *draft, const char *pair, GError **error)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *field = NULL;

  if (equals == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not of the form FIELD=VALUE"), pair);
      return FALSE;
    }
  field = g_strndup (pair, (gsize) (equals - pair));
  g_strdelimit (field, "_", '-');
  return hf_customer_draft_set (draft, field, equals + 1, error);
}

static JsonNode *
set (HfCli *cli, char **words, GError **error)
{
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  gint64 id;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &id, error))
    return NULL;
  for (guint i = 1; words[i] != NULL; i++)
    {
      if (!fill_pair (draft, words[i], error))
        return NULL;
    }
  if (!hf_command_set_customer (cli->db, &cli->actor, id, draft, reason, error))
    return NULL;
  return hf_cli_new_id (id);
}

const HfCliCommand hf_cli_customer_add = {
  "customer add", "NAME [OPTION…]", N_ ("Add a customer card"), 1, 1, HF_DB_WRITE, entries, add,
};

const HfCliCommand hf_cli_customer_set = {
  "customer set",
  "CUSTOMER FIELD=VALUE…",
  N_ ("Change a customer card"),
  2,
  -1,
  HF_DB_WRITE,
  set_entries,
  set,
};
