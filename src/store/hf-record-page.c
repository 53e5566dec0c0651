/* hf-record-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-record-page.h"

#include <glib/gi18n-lib.h>

#include "hf-deadline.h"
#include "hf-domain.h"
#include "hf-phone.h"
#include "hf-tier-schemes.h"

/* In the rows of changes of tier. */
#define TIER_SCHEME_COLUMN (1)

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
                { "reveal", N_ ("Number shown") },
                { "open", N_ ("open") },
                { "kept", N_ ("kept") },
                { "missed", N_ ("missed") },
                { "apology", N_ ("Apologised") },
                { "escalated", N_ ("Escalated to the managers") },
                { "changed", N_ ("Changed") },
                { "withdrawn", N_ ("Withdrawn") },
                { "enquiry", N_ ("An authority asks") },
                { "enquiry-answered", N_ ("The authority was answered") } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].nick, nick))
      return _ (words[i].label);
  return nick;
}

static const char *
find_deadline (const char *nick)
{
  int kind = hf_deadline_parse (nick);

  return kind >= 0 ? hf_deadline_get_label ((HfDeadlineKind) kind) : nick;
}

static const char *
find_label (char format, const char *nick)
{
  static const struct
  {
    char format;
    HfDomainSet set;
  } sets[] = { { 'c', HF_DOMAIN_CHANNEL },
               { 'o', HF_DOMAIN_OUTCOME },
               { 't', HF_DOMAIN_CARD_TYPE },
               { 'r', HF_DOMAIN_COMPLAINT_REASON },
               { 'g', HF_DOMAIN_COMPLAINT_STAGE },
               { 'e', HF_DOMAIN_REFERRAL_STATE },
               { 'v', HF_DOMAIN_COMPLAINT_SEVERITY },
               { 'n', HF_DOMAIN_WANTS },
               { 'k', HF_DOMAIN_RETURN_STATE },
               { 'f', HF_DOMAIN_FOLLOW_UP_STATE },
               { 'i', HF_DOMAIN_KIND },
               { 'x', HF_DOMAIN_MIX } };
  int value;

  if (format == 'w')
    return find_word (nick);
  if (format == 'l')
    return find_deadline (nick);
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

/**
 * hf_record_value_dup:
 * @format: as in #HfRecordSection
 *
 * Returns: (transfer full): in words for people, else as programs take it
 */
char *
hf_record_value_dup (HfRows *rows, int column, char format, const HfRecordOptions *options)
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
    case 'y':
      return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", hf_rows_int (rows, column) / 100,
                              (int) (hf_rows_int (rows, column) % 100));
    case 'S':
    case 'T':
      return g_strdup (options->json ? hf_rows_text (rows, column)
                                     : find_tier_word (rows, column, format));
    default:
      return g_strdup (options->json ? hf_rows_text (rows, column)
                                     : find_label (format, hf_rows_text (rows, column)));
    }
}

/**
 * hf_record_append_json:
 *
 * Appends @text in quotes, as JSON has it.
 */
void
hf_record_append_json (GString *out, const char *text)
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
append_json_row (GString *out,
                 HfRows *rows,
                 const HfRecordSection *section,
                 const HfRecordOptions *options)
{
  g_string_append (out, "    {");
  for (int i = 0; section->formats[i] != '\0'; i++)
    {
      g_autofree char *value = hf_record_value_dup (rows, i, section->formats[i], options);

      g_string_append (out, i > 0 ? ", " : "");
      hf_record_append_json (out, sqlite3_column_name (rows->statement, i));
      g_string_append (out, ": ");
      hf_record_append_json (out, value);
    }
  g_string_append_c (out, '}');
}

/* A person's one row is read from top to bottom, lists from left to right. */
static void
append_html_row (GString *out,
                 HfRows *rows,
                 const HfRecordSection *section,
                 const HfRecordOptions *options)
{
  g_auto (GStrv) titles = g_strsplit (_ (section->titles), "|", -1);

  g_string_append (out, section->single ? "" : "<tr>");
  for (int i = 0; section->formats[i] != '\0'; i++)
    {
      g_autofree char *value = hf_record_value_dup (rows, i, section->formats[i], options);
      g_autofree char *escaped = g_markup_escape_text (value, -1);

      if (!section->single)
        g_string_append_printf (out, "<td>%s</td>", escaped);
      else if (*value != '\0' && titles[i] != NULL)
        g_string_append_printf (out, "<tr><th>%s</th><td>%s</td></tr>\n", titles[i], escaped);
    }
  g_string_append (out, section->single ? "" : "</tr>\n");
}

static void
append_html_head (GString *out, const HfRecordSection *section)
{
  g_auto (GStrv) titles = g_strsplit (_ (section->titles), "|", -1);

  g_string_append_printf (out, "<h2>%s</h2>\n<table>\n", _ (section->title));
  if (section->single)
    return;
  g_string_append (out, "<tr>");
  for (guint i = 0; titles[i] != NULL; i++)
    g_string_append_printf (out, "<th>%s</th>", titles[i]);
  g_string_append (out, "</tr>\n");
}

static gboolean
append_section (GString *out,
                HfDb *db,
                gint64 subject,
                const HfRecordSection *section,
                const HfRecordOptions *options,
                gboolean first,
                GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  guint n = 0;

  if (!hf_rows_open (&rows, db, section->query, error, "l", subject))
    return FALSE;
  if (options->json)
    g_string_append_printf (out, "%s  \"%s\": [\n", first ? "" : ",\n", section->key);
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

/**
 * hf_record_page_make:
 * @subject: the row of which the queries of @sections tell
 * @title: of the page
 *
 * Returns: (transfer full): the file's text, or %NULL with an error
 */
char *
hf_record_page_make (HfDb *db,
                     const HfActor *actor,
                     gint64 subject,
                     const char *title,
                     const HfRecordSection *sections,
                     guint n_sections,
                     const HfRecordOptions *options,
                     GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *day = hf_day_format (hf_minute_get_day (actor->now));
  g_autofree char *escaped = g_markup_escape_text (title, -1);

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
  for (guint i = 0; i < n_sections; i++)
    if ((!sections[i].health || options->health) &&
        !append_section (out, db, subject, &sections[i], options, i == 0, error))
      return NULL;
  g_string_append (out, options->json ? "\n}\n" : "</body></html>\n");
  return g_string_free (g_steal_pointer (&out), FALSE);
}
