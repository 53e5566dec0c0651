/* hf-cli-record.c: customer export, customer erase
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-lookup.h"
#include "hf-record.h"

static gboolean full_phone, health;
static char *confirm;

static const GOptionEntry export_entries[] = {
  { "full-phone", 0, 0, G_OPTION_ARG_NONE, &full_phone,
    N_ ("Phone numbers in full; managers only, noted in the audit log"), NULL },
  { "health", 0, 0, G_OPTION_ARG_NONE, &health, N_ ("With what is recorded of health"), NULL },
  { NULL },
};

static const GOptionEntry erase_entries[] = {
  { "confirm", 0, 0, G_OPTION_ARG_STRING, &confirm, N_ ("The customer’s name, once more; needed"),
    N_ ("NAME") },
  { NULL },
};

static JsonNode *
export_record (HfCli *cli, char **words, GError **error)
{
  HfRecordOptions options = { g_str_has_suffix (words[1], ".json"), full_phone, health };
  gint64 customer;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !hf_command_export_record (cli->db, &cli->actor, customer, &options, words[1], error))
    return NULL;
  return hf_cli_new_id (customer);
}

static JsonNode *
erase (HfCli *cli, char **words, GError **error)
{
  gint64 customer;

  if (confirm == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s is needed"),
                   "--confirm");
      return NULL;
    }
  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &customer, error) ||
      !hf_command_erase_customer (cli->db, &cli->actor, customer, confirm, error))
    return NULL;
  return hf_cli_new_id (customer);
}

const HfCliCommand hf_cli_customer_export = {
  "customer export",
  "CUSTOMER FILE [--full-phone] [--health]",
  N_ ("Write a customer's whole record into a file: .html to read, .json for programs"),
  2,
  2,
  HF_DB_WRITE,
  export_entries,
  export_record,
};

const HfCliCommand hf_cli_customer_erase = {
  "customer erase",
  "CUSTOMER --confirm NAME",
  N_ ("Remove a customer's personal data for good"),
  1,
  1,
  HF_DB_WRITE,
  erase_entries,
  erase,
};
