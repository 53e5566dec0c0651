/* hf-merge-fields.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-merge-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-domain.h"
#include "hf-phone.h"

/* The rest of a card needs no choice: see hf-merge.c. */
static const HfMergeField fields[] = {
  { "name", N_ ("Name"), { "name" } },
  { "sex", N_ ("Sex"), { "sex" } },
  { "birth", N_ ("Birth date"), { NULL } },
  { "address", N_ ("Address"), { "address", "household_id" } },
  { "area", N_ ("Area"), { "area" } },
  { "owner", N_ ("Owner"), { "owner_id" } },
  { "source", N_ ("Source"), { "source", "source_by_id", "collected_on" } },
  { "channel", N_ ("Preferred channel"), { "preferred_channel" } },
  { "window", N_ ("Contact window"), { "contact_windows" } },
  { "education", N_ ("Education"), { "education" } },
  { "occupation", N_ ("Occupation"), { "occupation" } },
  { "personality", N_ ("Personality"), { "personality" } },
  { "interests", N_ ("Interests"), { "interests" } },
  { "diet", N_ ("Diet"), { "diet" } },
  { "decides", N_ ("Who decides on purchases"), { "decides" } },
  { "competing-products", N_ ("Other products in use"), { "competing_products" } },
  { "routine", N_ ("How often to call"), { "routine_interval" } },
  { "sale-expected", N_ ("Expected next purchase"), { "sale_expected_on" } },
  { "verified", N_ ("Card verified"), { "verified_on", "verified_by_id" } },
  { "photo", N_ ("Photo"), { "photo" } },
};

guint
hf_merge_get_n_fields (void)
{
  return G_N_ELEMENTS (fields);
}

const HfMergeField *
hf_merge_get_field (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (fields), NULL);

  return &fields[index];
}

static const HfMergeField *
find_field (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].nick, nick) == 0)
      return &fields[i];
  return NULL;
}

/**
 * hf_merge_check_fields:
 * @nicks: (nullable): names of fields
 */
gboolean
hf_merge_check_fields (const char *const *nicks, GError **error)
{
  for (guint i = 0; nicks != NULL && nicks[i] != NULL; i++)
    {
      if (find_field (nicks[i]) != NULL)
        continue;
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("“%s” is nothing that a merge can take from a card."), nicks[i]);
      return FALSE;
    }
  return TRUE;
}

static char *
join_columns (const HfMergeField *field)
{
  return g_strjoinv (", ", (char **) field->columns);
}

/* @always: also where the card that stays says something itself */
static gboolean
take_field (
    HfDb *db, const HfMergeField *field, gint64 kept, gint64 gone, gboolean always, GError **error)
{
  g_autofree char *columns = join_columns (field);
  const char *first = field->columns[0];
  g_autofree char *lacks =
      always ? g_strdup ("") : g_strdup_printf (" AND coalesce (%s, '') = ''", first);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE customer SET (%s) = (SELECT %s FROM customer WHERE id = ?2) WHERE id = ?1%s AND "
      "EXISTS (SELECT 1 FROM customer WHERE id = ?2 AND coalesce (%s, '') <> '')",
      columns, columns, lacks, first);

  return hf_db_run_text (db, sql, error, "ll", kept, gone);
}

/* Notes and taboos are never chosen between: both are kept. */
static gboolean
join_texts (HfDb *db, const char *column, gint64 kept, gint64 gone, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE customer SET %s = CASE customer.%s WHEN '' THEN o.said ELSE customer.%s || char (10) "
      "|| o.said END FROM (SELECT %s AS said FROM customer WHERE id = ?2) o WHERE customer.id = ?1 "
      "AND o.said <> '' AND instr (customer.%s, o.said) = 0",
      column, column, column, column, column);

  return hf_db_run_text (db, sql, error, "ll", kept, gone);
}

/**
 * hf_merge_take_fields:
 * @kept: the card that stays
 * @gone: the other one
 * @take: (nullable): what is to be taken from @gone; of the rest, what @kept lacks
 *
 * Within a running operation.
 */
gboolean
hf_merge_take_fields (HfDb *db, gint64 kept, gint64 gone, const char *const *take, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gboolean always = take != NULL && g_strv_contains (take, fields[i].nick);

      if (fields[i].columns[0] == NULL
              ? always && !hf_db_run (db, HF_QUERY_MERGE_BIRTHDAY_DROP, error, "ll", kept, gone)
              : !take_field (db, &fields[i], kept, gone, always, error))
        return FALSE;
    }
  return join_texts (db, "note", kept, gone, error) && join_texts (db, "taboos", kept, gone, error);
}

static char *
dup_text (HfDb *db, const char *sql, gint64 id, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  char *text = NULL;

  if (!hf_rows_open_text (&rows, db, sql, error, "l", id))
    return NULL;
  if (hf_rows_next (&rows, &local) && !hf_rows_is_null (&rows, 0))
    text = hf_rows_dup (&rows, 0);
  if (local == NULL)
    return text != NULL ? text : g_strdup ("");
  g_free (text);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static char *
dup_stored (HfDb *db, const HfMergeField *field, gint64 id, GError **error)
{
  g_autofree char *sql = NULL;

  if (field->columns[0] == NULL)
    return dup_text (db,
                     "SELECT calendar || ' ' || coalesce (year || '-', '') || month || '-' || day "
                     "FROM special_date WHERE customer_id = ?1 AND kind = 'birthday'",
                     id, error);
  if (strcmp (field->nick, "owner") == 0)
    return dup_text (
        db, "SELECT s.name FROM customer c JOIN staff s ON s.id = c.owner_id WHERE c.id = ?1", id,
        error);
  sql = g_strdup_printf ("SELECT %s FROM customer WHERE id = ?1", field->columns[0]);
  return dup_text (db, sql, id, error);
}

static char *
dup_word (const char *nick, HfDomainSet set)
{
  int value;

  return g_strdup (hf_domain_parse (set, nick, &value, NULL) ? hf_domain_get_label (set, value)
                                                             : nick);
}

/* The database's words in the person's. */
static char *
dup_shown (HfDb *db, const HfMergeField *field, gint64 id, GError **error)
{
  g_autofree char *stored = dup_stored (db, field, id, error);

  if (stored == NULL || *stored == '\0')
    return g_steal_pointer (&stored);
  if (strcmp (field->nick, "photo") == 0)
    return g_strdup (_ ("yes"));
  if (strcmp (field->nick, "sex") == 0)
    return g_strdup (strcmp (stored, "female") == 0 ? _ ("female") : _ ("male"));
  if (strcmp (field->nick, "channel") == 0)
    return dup_word (stored, HF_DOMAIN_CHANNEL);
  if (g_str_has_suffix (field->columns[0] != NULL ? field->columns[0] : "", "_on"))
    return hf_day_format (g_ascii_strtoll (stored, NULL, 10));
  if (g_str_has_prefix (stored, "solar "))
    return g_strdup (stored + strlen ("solar "));
  if (g_str_has_prefix (stored, "lunar "))
    return g_strdup_printf (_ ("lunar %s"), stored + strlen ("lunar "));
  return hf_phone_mask_text (stored);
}

static void
line_free (gpointer data)
{
  HfMergeLine *line = data;

  g_free (line->kept);
  g_free (line->gone);
  g_free (line);
}

void
hf_merge_view_free (HfMergeView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (view->cards); i++)
    {
      g_free (view->cards[i].name);
      g_free (view->cards[i].phones);
    }
  g_ptr_array_unref (view->lines);
  g_free (view);
}

static char *
dup_phones (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_PHONE_LIST, error, "l", id))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      g_autofree char *masked = hf_phone_mask (hf_rows_text (&rows, 0));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", masked);
    }
  if (local == NULL)
    return g_strdup (text->str);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
load_card (HfDb *db, gint64 id, HfMergeCard *card, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_MERGE_WEIGHT, error, "l", id))
    return FALSE;
  if (!hf_rows_next (&rows, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such customer."));
      return FALSE;
    }
  card->id = id;
  card->visits = (int) hf_rows_int (&rows, 0);
  card->purchases = (int) hf_rows_int (&rows, 1);
  card->open = (int) hf_rows_int (&rows, 2);
  card->complaints = (int) hf_rows_int (&rows, 3);
  card->created = hf_rows_int (&rows, 4);
  card->name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", id);
  card->phones = card->name != NULL ? dup_phones (db, id, error) : NULL;
  return card->phones != NULL;
}

static gboolean
load_line (HfDb *db, HfMergeView *view, const HfMergeField *field, GError **error)
{
  HfMergeLine *line = g_new0 (HfMergeLine, 1);

  line->field = field;
  line->kept = dup_shown (db, field, view->cards[0].id, error);
  if (line->kept != NULL)
    line->gone = dup_shown (db, field, view->cards[1].id, error);
  if (line->gone != NULL && (*line->kept != '\0' || *line->gone != '\0'))
    {
      g_ptr_array_add (view->lines, line);
      return TRUE;
    }
  if (line->gone == NULL)
    {
      line_free (line);
      return FALSE;
    }
  line_free (line);
  return TRUE;
}

/**
 * hf_merge_view_load:
 *
 * A few look-ups by primary key.
 *
 * Returns: (transfer full): the cards side by side, or %NULL with an error
 */
HfMergeView *
hf_merge_view_load (HfDb *db, gint64 kept, gint64 gone, GError **error)
{
  g_autoptr (HfMergeView) view = g_new0 (HfMergeView, 1);

  view->lines = g_ptr_array_new_with_free_func (line_free);
  if (!load_card (db, kept, &view->cards[0], error) ||
      !load_card (db, gone, &view->cards[1], error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!load_line (db, view, &fields[i], error))
        return NULL;
    }
  return g_steal_pointer (&view);
}
