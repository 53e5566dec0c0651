/* hf-record.c: a customer's whole record as a file
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-record.h"

#include <glib/gi18n-lib.h>

#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-phone.h"
#include "hf-tier-schemes.h"

/**
 * Section:
 * @key: in a JSON file
 * @titles: of the columns, parted by `|`
 * @formats: of each column: `s` as it is, `d` day, `m` minute, `b` yes or no, `p` phone number,
 *   `c` channel, `o` outcome, `t` card type, `r` reason and `g` stage of a complaint, `w` another
 *   word of the file
 * @health: only where it is asked for (CARD-3)
 */
typedef struct
{
  const char *key;
  const char *title;
  HfQuery query;
  const char *titles;
  const char *formats;
  gboolean health;
} Section;

/* In the rows of changes of tier. */
#define TIER_SCHEME_COLUMN (1)

static const Section sections[] = {
  { "identity", N_ ("Person"), HF_QUERY_RECORD_IDENTITY,
    N_ ("Name|Sex|Address|Area|Household|Owner|Card type|Education|Occupation|Personality|"
        "Interests|Diet|Taboos|Who decides|Other products|Note|Source|Collected on|"
        "Preferred channel|Hours|Quiet until|Why|Do not contact|Verified on|Since"),
    "swsssstssssssssssdcsdssdd", FALSE },
  { "phones", N_ ("Phone numbers"), HF_QUERY_RECORD_PHONES, N_ ("Number|Label|Preferred|Wrong"),
    "psbb", FALSE },
  { "family", N_ ("Family"), HF_QUERY_RECORD_FAMILY, N_ ("Relation|Name|Calendar|Year|Month|Day"),
    "sswsss", FALSE },
  { "children", N_ ("Children"), HF_QUERY_RECORD_CHILDREN, N_ ("Name|Born on|Due on"), "sdd",
    FALSE },
  { "dates", N_ ("Special dates"), HF_QUERY_RECORD_DATES,
    N_ ("Kind|Label|Calendar|Year|Month|Day|Leap month"), "wswsssb", FALSE },
  { "tags", N_ ("Tags"), HF_QUERY_RECORD_TAGS, N_ ("Tag"), "s", FALSE },
  { "consents", N_ ("Consent"), HF_QUERY_RECORD_CONSENTS, N_ ("Channel|Agreed|On|How"), "cbds",
    FALSE },
  { "health", N_ ("Health"), HF_QUERY_RECORD_HEALTH, N_ ("Kind|Text"), "ws", TRUE },
  { "adverse_reactions", N_ ("Adverse reactions"), HF_QUERY_RECORD_ADVERSE,
    N_ ("At|Product|Symptoms|Severity|Outcome"), "mssss", TRUE },
  { "purchases", N_ ("Bought"), HF_QUERY_RECORD_PURCHASES,
    N_ ("Bought on|Received on|Products|Order number|Note"), "ddsss", FALSE },
  { "visits", N_ ("Contacts"), HF_QUERY_RECORD_VISITS, N_ ("At|Channel|Outcome|Minutes|Note|Staff"),
    "mcosss", FALSE },
  { "promises", N_ ("Promises"), HF_QUERY_RECORD_PROMISES, N_ ("Promise|Due on|State"), "sds",
    FALSE },
  { "complaints", N_ ("Complaints"), HF_QUERY_RECORD_COMPLAINTS,
    N_ ("Number|At|Reason|Stage|Words|Solution"), "smrgss", FALSE },
  { "returns", N_ ("Returns"), HF_QUERY_RECORD_RETURNS, N_ ("At|Reason|State|Note"), "msss",
    FALSE },
  { "referrals", N_ ("Referrals"), HF_QUERY_RECORD_REFERRALS, N_ ("On|Person|Relation|State"),
    "dsse", FALSE },
  { "rewards", N_ ("Rewards"), HF_QUERY_RECORD_REWARDS, N_ ("Kind|Amount|What|State|Given on"),
    "ssssd", FALSE },
  { "events", N_ ("Events"), HF_QUERY_RECORD_EVENTS, N_ ("At|Event|Attended|Guests"), "msbs",
    FALSE },
  { "tiers", N_ ("Tiers"), HF_QUERY_RECORD_TIERS, N_ ("On|Scheme|Before|After"), "dSTT", FALSE },
  { "handovers", N_ ("Owners"), HF_QUERY_RECORD_HANDOVERS, N_ ("On|Before|After|Reason"), "dsss",
    FALSE },
  { "audit", N_ ("Who looked at the card"), HF_QUERY_RECORD_AUDIT, N_ ("At|What|Staff"), "mws",
    FALSE },
};

static const char *
find_word (const char *nick)
{
  static const struct
  {
    const char *nick;
    const char *label;
  } words[] = { { "female", N_ ("female") },
                { "male", N_ ("male") },
                { "solar", N_ ("solar") },
                { "lunar", N_ ("lunar") },
                { "birthday", N_ ("Birthday") },
                { "wedding", N_ ("Wedding anniversary") },
                { "spouse-birthday", N_ ("Spouse’s birthday") },
                { "other", N_ ("Special day") },
                { "condition", N_ ("Condition") },
                { "medicine", N_ ("Medicine") },
                { "allergy", N_ ("Allergy") },
                { "contraindication", N_ ("Contraindication") },
                { "mobility", N_ ("Mobility") },
                { "note", N_ ("Note") },
                { "export", N_ ("Export") },
                { "reveal", N_ ("Number shown") } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].nick, nick))
      return _ (words[i].label);
  return nick;
}

static const char *
find_label (char format, const char *nick)
{
  static const struct
  {
    char format;
    HfDomainSet set;
  } sets[] = { { 'c', HF_DOMAIN_CHANNEL },         { 'o', HF_DOMAIN_OUTCOME },
               { 't', HF_DOMAIN_CARD_TYPE },       { 'r', HF_DOMAIN_COMPLAINT_REASON },
               { 'g', HF_DOMAIN_COMPLAINT_STAGE }, { 'e', HF_DOMAIN_REFERRAL_STATE } };
  int value;

  if (format == 'w')
    return find_word (nick);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (sets[i].format == format && hf_domain_parse (sets[i].set, nick, &value, NULL))
      return hf_domain_get_label (sets[i].set, value);
  return nick;
}

/* A scheme, or one of its tiers, as people call them; one that is no longer in use keeps its key.
 */
static const char *
find_tier_word (HfRows *rows, int column, char format)
{
  const char *key = hf_rows_text (rows, column);
  const HfStoredScheme *stored =
      hf_tier_schemes_find (rows->db, hf_rows_text (rows, TIER_SCHEME_COLUMN), NULL);
  const HfTier *tier = NULL;

  if (stored == NULL)
    return key;
  if (format == 'S')
    return stored->scheme->name;
  tier = hf_tier_scheme_get (stored->scheme, hf_tier_scheme_find (stored->scheme, key));
  return tier != NULL ? tier->name : key;
}

/* In words for people, else as programs take it. */
static char *
dup_value (HfRows *rows, int column, char format, const HfRecordOptions *options)
{
  if (hf_rows_is_null (rows, column))
    return g_strdup ("");
  switch (format)
    {
    case 'd':
      return hf_day_format (hf_rows_int (rows, column));
    case 'm':
      return hf_minute_format (hf_rows_int (rows, column));
    case 'b':
      if (options->json)
        return g_strdup (hf_rows_int (rows, column) != 0 ? "true" : "false");
      return g_strdup (hf_rows_int (rows, column) != 0 ? _ ("yes") : _ ("no"));
    case 'p':
      return options->full_phones ? hf_rows_dup (rows, column)
                                  : hf_phone_mask (hf_rows_text (rows, column));
    case 'S':
    case 'T':
      return g_strdup (options->json ? hf_rows_text (rows, column)
                                     : find_tier_word (rows, column, format));
    default:
      return g_strdup (options->json ? hf_rows_text (rows, column)
                                     : find_label (format, hf_rows_text (rows, column)));
    }
}

static void
append_json_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_printf (out, "\\%c", *at);
      else if ((guchar) *at < ' ')
        g_string_append_printf (out, "\\u%04x", (guchar) *at);
      else
        g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

static void
append_json_row (GString *out, HfRows *rows, const Section *section, const HfRecordOptions *options)
{
  g_string_append (out, "    {");
  for (int i = 0; section->formats[i] != '\0'; i++)
    {
      g_autofree char *value = dup_value (rows, i, section->formats[i], options);

      g_string_append (out, i > 0 ? ", " : "");
      append_json_text (out, sqlite3_column_name (rows->statement, i));
      g_string_append (out, ": ");
      append_json_text (out, value);
    }
  g_string_append_c (out, '}');
}

/* A person's one row is read from top to bottom, lists from left to right. */
static void
append_html_row (GString *out, HfRows *rows, const Section *section, const HfRecordOptions *options)
{
  g_auto (GStrv) titles = g_strsplit (_ (section->titles), "|", -1);
  gboolean single = section->query == HF_QUERY_RECORD_IDENTITY;

  g_string_append (out, single ? "" : "<tr>");
  for (int i = 0; section->formats[i] != '\0'; i++)
    {
      g_autofree char *value = dup_value (rows, i, section->formats[i], options);
      g_autofree char *escaped = g_markup_escape_text (value, -1);

      if (!single)
        g_string_append_printf (out, "<td>%s</td>", escaped);
      else if (*value != '\0' && titles[i] != NULL)
        g_string_append_printf (out, "<tr><th>%s</th><td>%s</td></tr>\n", titles[i], escaped);
    }
  g_string_append (out, single ? "" : "</tr>\n");
}

static void
append_html_head (GString *out, const Section *section)
{
  g_auto (GStrv) titles = g_strsplit (_ (section->titles), "|", -1);

  g_string_append_printf (out, "<h2>%s</h2>\n<table>\n", _ (section->title));
  if (section->query == HF_QUERY_RECORD_IDENTITY)
    return;
  g_string_append (out, "<tr>");
  for (guint i = 0; titles[i] != NULL; i++)
    g_string_append_printf (out, "<th>%s</th>", titles[i]);
  g_string_append (out, "</tr>\n");
}

static gboolean
append_section (GString *out,
                HfDb *db,
                gint64 customer,
                const Section *section,
                const HfRecordOptions *options,
                GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  guint n = 0;

  if (!hf_rows_open (&rows, db, section->query, error, "l", customer))
    return FALSE;
  if (options->json)
    g_string_append_printf (out, "%s  \"%s\": [\n", section == sections ? "" : ",\n", section->key);
  for (; hf_rows_next (&rows, &local); n++)
    {
      if (options->json)
        {
          g_string_append (out, n > 0 ? ",\n" : "");
          append_json_row (out, &rows, section, options);
          continue;
        }
      if (n == 0)
        append_html_head (out, section);
      append_html_row (out, &rows, section, options);
    }
  if (options->json)
    g_string_append (out, "\n  ]");
  else if (n > 0)
    g_string_append (out, "</table>\n");
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static char *
make_text (HfDb *db,
           const HfActor *actor,
           gint64 customer,
           const char *name,
           const HfRecordOptions *options,
           GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *day = hf_day_format (hf_minute_get_day (actor->now));
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  if (options->json)
    g_string_append (out, "{\n");
  else
    g_string_append_printf (
        out,
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%s</title>\n<style>"
        "body { font-family: sans-serif; margin: 2em; } table { border-collapse: collapse; }"
        "th, td { border: 1px solid #ccc; padding: 4px 8px; text-align: left; "
        "vertical-align: top; } th { background: #f3f3f3; }</style></head>\n<body><h1>%s</h1>\n"
        "<p>%s</p>\n",
        escaped, escaped, day);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if ((!sections[i].health || options->health) &&
        !append_section (out, db, customer, &sections[i], options, error))
      return NULL;
  g_string_append (out, options->json ? "\n}\n" : "</body></html>\n");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * hf_command_export_record:
 * @path: of the file, which only this user can read
 *
 * Everything that is recorded of a customer, for the customer (CARD-13). It is noted in the audit
 * log; numbers in full need a manager (PHONE-3).
 */
gboolean
hf_command_export_record (HfDb *db,
                          const HfActor *actor,
                          gint64 customer,
                          const HfRecordOptions *options,
                          const char *path,
                          GError **error)
{
  const int private_mode = 0600;
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *detail = g_strdup_printf ("record%s%s", options->full_phones ? " phones" : "",
                                             options->health ? " health" : "");
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  gint64 owner;

  if ((options->full_phones && !hf_actor_check_manager (actor, error)) ||
      !hf_operation_begin (&operation, db, actor, "customer.export", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      (name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer)) == NULL ||
      !hf_audit_write (db, actor, "export", "customer", customer, detail, error) ||
      (text = make_text (db, actor, customer, name, options, error)) == NULL ||
      !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, private_mode,
                                 error))
    return FALSE;
  return hf_operation_commit (&operation, NULL, error);
}
