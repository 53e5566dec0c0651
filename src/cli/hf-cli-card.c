/* hf-cli-card.c: customer show, find
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-cli.h"

#include <glib/gi18n-lib.h>

#include "hf-card.h"
#include "hf-customer.h"
#include "hf-find.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-incident.h"

#define FIND_LIMIT (20)
#define N_CONTACTS (3)

static gboolean reveal;
static int limit = FIND_LIMIT;

static const GOptionEntry show_entries[] = {
  { "reveal", 0, 0, G_OPTION_ARG_NONE, &reveal,
    N_ ("Show phone numbers in full; noted in the audit log"), NULL },
  { NULL },
};

static const GOptionEntry find_entries[] = {
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
  { NULL },
};

static void
add_missing (JsonBuilder *builder, const HfCard *card)
{
  json_builder_set_member_name (builder, "completeness");
  json_builder_add_int_value (builder, card->completeness);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (int i = 0; i < HF_N_CARD_LACKS; i++)
    if (HF_SET_HAS (card->lacks, i))
      json_builder_add_string_value (builder, hf_card_lack_get_nick ((HfCardLack) i));
  json_builder_end_array (builder);
}

static void
add_weekdays (JsonBuilder *builder, HfSet days)
{
  static const char *const nicks[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  json_builder_set_member_name (builder, "no_contact");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (HF_SET_HAS (days, HF_MONDAY + i))
      json_builder_add_string_value (builder, nicks[i]);
  json_builder_end_array (builder);
}

static void
add_lines (JsonBuilder *builder, const char *name, GPtrArray *lines)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const HfCardLine *line = lines->pdata[i];
      g_autofree char *day = hf_day_format (line->day);
      g_autofree char *text = g_strdup_printf ("  %s  %s", day, line->text);

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "id", line->id);
      hf_cli_add_text (builder, "on", day);
      hf_cli_add_text (builder, "text", line->text);
      hf_cli_add_text (builder, "line", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_contacts (JsonBuilder *builder, GPtrArray *visits)
{
  json_builder_set_member_name (builder, "contacts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < visits->len; i++)
    {
      const HfCardVisit *visit = visits->pdata[i];
      const char *channel = hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) visit->channel);
      const char *outcome = hf_domain_get_label (HF_DOMAIN_OUTCOME, (int) visit->outcome);
      g_autofree char *at = hf_minute_format (visit->at);
      g_autofree char *text = g_strdup_printf ("  %s  %s  %s  %s", at, channel, outcome,
                                               visit->note != NULL ? visit->note : "");

      json_builder_begin_object (builder);
      hf_cli_add_id (builder, "id", visit->id);
      hf_cli_add_text (builder, "at", at);
      hf_cli_add_text (builder, "channel",
                       hf_domain_get_nick (HF_DOMAIN_CHANNEL, (int) visit->channel));
      hf_cli_add_text (builder, "outcome",
                       hf_domain_get_nick (HF_DOMAIN_OUTCOME, (int) visit->outcome));
      hf_cli_add_text (builder, "staff", visit->staff);
      hf_cli_add_text (builder, "note", visit->note);
      hf_cli_add_text (builder, "line", g_strchomp (text));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static const char *
label_channel (const char *nick)
{
  int value;

  return hf_domain_parse (HF_DOMAIN_CHANNEL, nick, &value, NULL)
             ? hf_domain_get_label (HF_DOMAIN_CHANNEL, value)
             : nick;
}

static void
add_row (JsonBuilder *builder, HfCardPart part, const HfCardRow *row)
{
  g_autofree char *day = row->day != HF_DAY_NONE ? hf_day_format (row->day) : NULL;
  g_autofree char *date = row->has_date ? hf_special_date_format (&row->date) : NULL;
  const char *on = date != NULL ? date : day;
  /* The line is for people, the rest for programs. */
  const char *kind = part == HF_CARD_DATE      ? hf_card_special_get_label (row->kind, NULL)
                     : part == HF_CARD_CONSENT ? label_channel (row->kind)
                                               : row->kind;
  g_autofree char *line = g_strdup_printf ("  %s  %s  %s", kind, row->text, on != NULL ? on : "");

  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", row->id);
  hf_cli_add_text (builder, "kind", row->kind);
  hf_cli_add_text (builder, "text", row->text);
  hf_cli_add_text (builder, "on", on);
  json_builder_set_member_name (builder, "yes");
  json_builder_add_boolean_value (builder, row->yes);
  hf_cli_add_text (builder, "line", g_strchomp (line));
  json_builder_end_object (builder);
}

/* Not the Health section: that is on the card only (CARD-3). */
static gboolean
add_parts (HfCli *cli, JsonBuilder *builder, gint64 id, GError **error)
{
  static const struct
  {
    const char *name;
    HfCardPart part;
  } parts[] = { { "family", HF_CARD_FAMILY },
                { "children", HF_CARD_CHILD },
                { "dates", HF_CARD_DATE },
                { "consents", HF_CARD_CONSENT },
                { "no_contact_days", HF_CARD_NO_CONTACT_DAY } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) rows = hf_card_dup_part (cli->db, id, parts[i].part, error);

      if (rows == NULL)
        return FALSE;
      json_builder_set_member_name (builder, parts[i].name);
      json_builder_begin_array (builder);
      for (guint j = 0; j < rows->len; j++)
        add_row (builder, parts[i].part, rows->pdata[j]);
      json_builder_end_array (builder);
    }
  return TRUE;
}

/* What happened so far and what was promised, within the card's object. */
static gboolean
add_history (HfCli *cli, JsonBuilder *builder, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) visits = hf_card_dup_last_visits (cli->db, id, N_CONTACTS, error);
  g_autoptr (GPtrArray) purchases = NULL;
  g_autoptr (GPtrArray) promises = NULL;

  if (visits == NULL || (purchases = hf_card_dup_purchases (cli->db, id, error)) == NULL ||
      (promises = hf_card_dup_promises (cli->db, id, error)) == NULL)
    return FALSE;
  add_contacts (builder, visits);
  add_lines (builder, "purchases", purchases);
  add_lines (builder, "promises", promises);
  return TRUE;
}

static JsonNode *
describe (HfCli *cli, const HfCard *card, const char *const *phones, GError **error)
{
  JsonBuilder *builder = json_builder_new ();
  g_autofree char *birth = card->has_birth ? hf_yearly_date_format (&card->birth) : NULL;
  g_autofree char *stage = card->stage >= 0 ? g_strdup_printf ("T%d", card->stage) : NULL;

  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", card->id);
  hf_cli_add_text (builder, "name", card->name);
  hf_cli_add_text (builder, "sex", card->sex);
  hf_cli_add_texts (builder, "phones", phones);
  hf_cli_add_text (builder, "birth", birth);
  hf_cli_add_text (builder, "address", card->address);
  hf_cli_add_text (builder, "area", card->area);
  hf_cli_add_text (builder, "owner", card->owner);
  hf_cli_add_text (builder, "source", card->source);
  hf_cli_add_text (builder, "window", card->window);
  add_weekdays (builder, card->no_contact);
  hf_cli_add_day (builder, "quiet_until", card->quiet_until);
  hf_cli_add_text (builder, "do_not_contact", card->do_not_contact);
  hf_cli_add_text (builder, "taboos", card->taboos);
  hf_cli_add_text (builder, "note", card->note);
  hf_cli_add_texts (builder, "tags", (const char *const *) card->tags);
  hf_cli_add_text (builder, "tier", *card->tier != '\0' ? card->tier : NULL);
  hf_cli_add_text (builder, "stage", stage);
  hf_cli_add_text (builder, "card_type",
                   hf_domain_get_nick (HF_DOMAIN_CARD_TYPE, (int) card->card_type));
  add_missing (builder, card);
  hf_cli_add_minute (builder, "last_contact", card->last_contact_at);
  hf_cli_add_minute (builder, "next_follow_up", card->next_due_at);
  hf_cli_add_day (builder, "supply_until", card->supply_until);
  if (add_parts (cli, builder, card->id, error) && add_history (cli, builder, card->id, error))
    return hf_cli_end (builder);
  g_object_unref (builder);
  return NULL;
}

static JsonNode *
show (HfCli *cli, char **words, GError **error)
{
  g_autoptr (HfCard) card = NULL;
  g_auto (GStrv) numbers = NULL;
  gint64 id, owner;

  if (!hf_lookup (cli->db, HF_LOOKUP_CUSTOMER, words[0], &id, error) ||
      !hf_lookup_customer_owner (cli->db, id, &owner, error) ||
      !hf_actor_check_owner (&cli->actor, owner, error) ||
      (cli->actor.staff_id != 0 && !hf_command_note_opened (cli->db, &cli->actor, id, error)) ||
      (reveal && !hf_command_reveal_phones (cli->db, &cli->actor, id, &numbers, error)) ||
      (card = hf_card_load (cli->db, id, error)) == NULL)
    return NULL;
  return describe (cli, card, (const char *const *) (reveal ? numbers : card->phones), error);
}

static gboolean
add_found (HfCli *cli, JsonBuilder *builder, gint64 id, GError **error)
{
  g_autoptr (HfCard) card = hf_card_load (cli->db, id, error);

  if (card == NULL)
    return FALSE;
  json_builder_begin_object (builder);
  hf_cli_add_id (builder, "id", card->id);
  hf_cli_add_text (builder, "name", card->name);
  hf_cli_add_text (builder, "phone", card->phones[0]);
  hf_cli_add_text (builder, "tier", *card->tier != '\0' ? card->tier : NULL);
  json_builder_end_object (builder);
  return TRUE;
}

static JsonNode *
find (HfCli *cli, char **words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GArray) ids = hf_find_customers (cli->db, &cli->actor, words[0], limit, error);

  if (ids == NULL)
    return NULL;
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      if (!add_found (cli, builder, g_array_index (ids, gint64, i), error))
        return NULL;
    }
  json_builder_end_array (builder);
  if (!cli->json && ids->len == 0)
    g_printerr ("%s\n", _ ("Nobody was found."));
  cli->exit = ids->len > 0 ? HF_EXIT_DONE : HF_EXIT_NOTHING;
  return json_builder_get_root (builder);
}

const HfCliCommand hf_cli_customer_show = {
  "customer show",
  "CUSTOMER [--reveal]",
  N_ ("Show a customer card"),
  1,
  1,
  HF_DB_WRITE,
  show_entries,
  show,
};

const HfCliCommand hf_cli_find = {
  "find",
  "TEXT [--limit N]",
  N_ ("Find customers by name, pinyin, initials, phone number, address or tag"),
  1,
  1,
  HF_DB_READ,
  find_entries,
  find,
};
