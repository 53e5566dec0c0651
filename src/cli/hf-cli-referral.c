/* hf-cli-referral.c: referral add, referral move, referral list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-lookup.h"
#include "hf-phone.h"
#include "hf-referral.h"

static char *phone, *relation, *lives, *interest, *how, *owner, *card;

static const GOptionEntry add_entries[] = {
  { "phone", 0, 0, G_OPTION_ARG_STRING, &phone, N_ ("The person's number"), N_ ("NUMBER") },
  { "relation", 0, 0, G_OPTION_ARG_STRING, &relation, N_ ("What they are to the referrer"),
    N_ ("TEXT") },
  { "lives", 0, 0, G_OPTION_ARG_STRING, &lives, N_ ("Where they live"), N_ ("TEXT") },
  { "interest", 0, 0, G_OPTION_ARG_STRING, &interest,
    N_ ("What they would like to know more about"), N_ ("TEXT") },
  { "how", 0, 0, G_OPTION_ARG_STRING, &how, N_ ("How; just the name by default"),
    "name-only|brought|introduced" },
  { "owner", 0, 0, G_OPTION_ARG_STRING, &owner,
    N_ ("Who gets in touch; the referrer's owner by default"), N_ ("STAFF") },
  { NULL },
};

static const GOptionEntry move_entries[] = {
  { "customer", 0, 0, G_OPTION_ARG_STRING, &card, N_ ("The card that the person has now"),
    N_ ("CUSTOMER") },
  { NULL },
};

static gboolean
describe (HfCli *cli, JsonBuilder *builder, gint64 id, GError **error)
{
  g_autoptr (HfReferral) referral = hf_referral_load (cli->db, id, error);
  g_autofree char *masked = NULL;
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (referral == NULL)
    return FALSE;
  masked = referral->phone != NULL ? hf_phone_mask (referral->phone) : NULL;
  day = hf_day_format (referral->named_on);
  line = g_strdup_printf ("%s  %s → %s  [%s]", day, referral->referrer, referral->person,
                          hf_domain_get_label (HF_DOMAIN_REFERRAL_STATE, (int) referral->state));
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", referral->id);
  hf_cli_add_id (builder, "referrer_id", referral->referrer_id);
  hf_cli_add_text (builder, "referrer", referral->referrer);
  hf_cli_add_text (builder, "person", referral->person);
  hf_cli_add_text (builder, "phone", masked);
  hf_cli_add_text (builder, "relation", referral->relation);
  hf_cli_add_text (builder, "how",
                   hf_domain_get_nick (HF_DOMAIN_REFERRED_HOW, (int) referral->how));
  hf_cli_add_text (builder, "state",
                   hf_domain_get_nick (HF_DOMAIN_REFERRAL_STATE, (int) referral->state));
  hf_cli_add_id (builder, "customer_id", referral->customer_id);
  hf_cli_add_day (builder, "on", referral->named_on);
  hf_cli_add_text (builder, "line", line);
  json_builder_end_object (builder);
  return TRUE;
}

static JsonNode *
answer (HfCli *cli, gint64 id, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  return describe (cli, builder, id, error) ? json_builder_get_root (builder) : NULL;
}

static JsonNode *
add (HfCli *cli, char **words, GError **error)
{
  HfReferralDraft draft = { 0 };
  int by = HF_REFERRED_NAME_ONLY;
  gint64 id;

  draft.person = words[1];
  draft.phone = phone;
  draft.relation = relation;
  draft.lives = lives;
  draft.interest = interest;
  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &draft.referrer_id, error) ||
      (how != NULL && !hf_domain_parse (HF_DOMAIN_REFERRED_HOW, how, &by, error)) ||
      (owner != NULL && !hf_lookup (cli->db, HF_LOOKUP_STAFF, owner, &draft.owner_id, error)))
    return NULL;
  draft.how = (HfReferredHow) by;
  if (!hf_command_add_referral (cli->db, &cli->actor, &draft, &id, error))
    return NULL;
  return answer (cli, id, error);
}

static JsonNode *
move (HfCli *cli, char **words, GError **error)
{
  gint64 id;
  gint64 customer = 0;
  int to;

  if (!hf_referral_find (cli->db, words[0], &id, error) ||
      !hf_domain_parse (HF_DOMAIN_REFERRAL_STATE, words[1], &to, error) ||
      (card != NULL && !hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, card, &customer, error)) ||
      !hf_command_move_referral (cli->db, &cli->actor, id, (HfReferralState) to, customer, error))
    return NULL;
  return answer (cli, id, error);
}

static JsonNode *
list (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) ids = NULL;
  gint64 referrer;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &referrer, error) ||
      (ids = hf_referrals_dup_ids (cli->db, referrer, error)) == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      if (!describe (cli, builder, g_array_index (ids, gint64, i), error))
        return NULL;
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_referral_add = {
  "referral add",
  "REFERRER NAME [OPTION…]",
  N_ ("A customer names or brings somebody"),
  2,
  2,
  HF_DB_WRITE,
  add_entries,
  add,
};

const HfCliCommand hf_cli_referral_move = {
  "referral move",
  "ID named|contacted|invited|attended|purchased|declined",
  N_ ("Say how far it has come with that person"),
  2,
  2,
  HF_DB_WRITE,
  move_entries,
  move,
};

const HfCliCommand hf_cli_referral_list = {
  "referral list", "REFERRER", N_ ("List whom a customer named"), 1, 1, HF_DB_READ, NULL, list,
};
