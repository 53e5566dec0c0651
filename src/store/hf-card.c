/* hf-card.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card.h"

#include <glib/gi18n-lib.h>

#include "hf-phone.h"

static const struct
{
  const char *nick;
  const char *label;
} lacks[] = {
  [HF_CARD_LACKS_PHONE] = { "phone", N_ ("phone") },
  [HF_CARD_LACKS_BIRTH] = { "birth", N_ ("birth date") },
  [HF_CARD_LACKS_ADDRESS] = { "address", N_ ("address") },
  [HF_CARD_LACKS_OWNER] = { "owner", N_ ("owner") },
  [HF_CARD_LACKS_SOURCE] = { "source", N_ ("source") },
  [HF_CARD_LACKS_PRODUCT] = { "product", N_ ("product in use") },
  [HF_CARD_LACKS_WINDOW] = { "window", N_ ("preferred time") },
};

void
hf_card_free (HfCard *card)
{
  g_free (card->name);
  g_free (card->sex);
  g_free (card->address);
  g_free (card->area);
  g_free (card->owner);
  g_free (card->window);
  g_free (card->taboos);
  g_free (card->note);
  g_free (card->source);
  g_free (card->tier);
  g_free (card->do_not_contact);
  g_strfreev (card->phones);
  g_strfreev (card->tags);
  g_free (card);
}

/* @masked: numbers leave the store in full only through hf_command_reveal_phones() (PHONE-4) */
static GStrv
dup_list (HfDb *db, HfQuery query, gint64 id, gboolean masked, GError **error)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, query, error, "l", id))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      g_autofree char *text =
          masked ? hf_phone_mask (hf_rows_text (&rows, 0)) : hf_rows_dup (&rows, 0);

      g_strv_builder_add (list, text);
    }
  if (local == NULL)
    return g_strv_builder_end (list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
read_row (HfCard *card, HfRows *rows)
{
  int type = 0;

  card->id = hf_rows_int (rows, 0);
  card->name = hf_rows_dup (rows, 1);
  card->sex = hf_rows_dup (rows, 2);
  card->address = hf_rows_dup (rows, 3);
  card->area = hf_rows_dup (rows, 4);
  card->owner = hf_rows_dup (rows, 5);
  card->owner_id = hf_rows_int (rows, 6);
  hf_domain_parse (HF_DOMAIN_CARD_TYPE, hf_rows_text (rows, 7), &type, NULL);
  card->card_type = (HfCardType) type;
  card->window = hf_rows_dup (rows, 8);
  card->no_contact = (HfSet) hf_rows_int (rows, 9);
  card->taboos = hf_rows_dup (rows, 10);
  card->note = hf_rows_dup (rows, 11);
  card->source = hf_rows_dup (rows, 12);
  card->tier = hf_rows_dup (rows, 13);
  card->stage = (int) hf_rows_int_or (rows, 14, -1);
  card->last_contact_at = hf_rows_int_or (rows, 15, HF_MINUTE_NONE);
  card->next_due_at = hf_rows_int_or (rows, 16, HF_MINUTE_NONE);
  card->supply_until = hf_rows_int_or (rows, 17, HF_DAY_NONE);
  card->has_birth = !hf_rows_is_null (rows, 18);
  card->birth.lunar = g_strcmp0 (hf_rows_text (rows, 18), "lunar") == 0;
  card->birth.year = (int) hf_rows_int (rows, 19);
  card->birth.month = (int) hf_rows_int (rows, 20);
  card->birth.day = (int) hf_rows_int (rows, 21);
  card->birth.leap = hf_rows_int (rows, 22) != 0;
  card->quiet_until = hf_rows_int_or (rows, 24, HF_DAY_NONE);
  card->do_not_contact = hf_rows_dup (rows, 25);
  card->lacks = hf_rows_int (rows, 23) != 0 ? 0 : HF_BIT (HF_CARD_LACKS_PRODUCT);
}

/* CARD-8: name, phone, birth date, address, owner, source, product in use, preferred window. */
static void
rate (HfCard *card)
{
  int missing = 0;

  if (card->phones[0] == NULL)
    card->lacks |= HF_BIT (HF_CARD_LACKS_PHONE);
  if (!card->has_birth)
    card->lacks |= HF_BIT (HF_CARD_LACKS_BIRTH);
  if (*card->address == '\0')
    card->lacks |= HF_BIT (HF_CARD_LACKS_ADDRESS);
  if (card->owner_id == 0)
    card->lacks |= HF_BIT (HF_CARD_LACKS_OWNER);
  if (*card->source == '\0')
    card->lacks |= HF_BIT (HF_CARD_LACKS_SOURCE);
  if (*card->window == '\0')
    card->lacks |= HF_BIT (HF_CARD_LACKS_WINDOW);
  for (int i = 0; i < HF_N_CARD_LACKS; i++)
    missing += HF_SET_HAS (card->lacks, i);
  /* The name counts too, and is never missing. */
  card->completeness = (HF_N_CARD_LACKS + 1 - missing) * 100 / (HF_N_CARD_LACKS + 1);
}

/**
 * hf_card_load:
 *
 * Returns: (transfer full): or %NULL with an error, %HF_ERROR_NOT_FOUND when there is no such
 * customer
 */
HfCard *
hf_card_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (HfCard) card = g_new0 (HfCard, 1);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_CARD_GET, error, "l", id))
    return NULL;
  if (!hf_rows_next (&rows, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no such customer."));
      return NULL;
    }
  read_row (card, &rows);
  hf_rows_close (&rows);
  card->phones = dup_list (db, HF_QUERY_PHONE_LIST, id, TRUE, error);
  if (card->phones == NULL)
    return NULL;
  card->tags = dup_list (db, HF_QUERY_CUSTOMER_TAGS, id, FALSE, error);
  if (card->tags == NULL)
    return NULL;
  rate (card);
  return g_steal_pointer (&card);
}

static void
visit_free (gpointer data)
{
  HfCardVisit *visit = data;

  g_free (visit->note);
  g_free (visit->staff);
  g_free (visit);
}

/**
 * hf_card_dup_last_visits:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type HfCardVisit): newest first, or %NULL with an error
 */
GPtrArray *
hf_card_dup_last_visits (HfDb *db, gint64 id, int limit, GError **error)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func (visit_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_VISIT_LAST_OF_CUSTOMER, error, "li", id, limit))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfCardVisit *visit = g_new0 (HfCardVisit, 1);
      int channel = 0;
      int outcome = 0;

      hf_domain_parse (HF_DOMAIN_CHANNEL, hf_rows_text (&rows, 1), &channel, NULL);
      hf_domain_parse (HF_DOMAIN_OUTCOME, hf_rows_text (&rows, 4), &outcome, NULL);
      visit->id = hf_rows_int (&rows, 0);
      visit->channel = (HfChannel) channel;
      visit->at = hf_rows_int (&rows, 2);
      visit->minutes = (int) hf_rows_int_or (&rows, 3, -1);
      visit->outcome = (HfOutcome) outcome;
      visit->note = hf_rows_dup (&rows, 5);
      visit->staff = hf_rows_dup (&rows, 6);
      g_ptr_array_add (visits, visit);
    }
  if (local == NULL)
    return g_steal_pointer (&visits);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
line_free (gpointer data)
{
  HfCardLine *line = data;

  g_free (line->text);
  g_free (line);
}

/**
 * hf_card_dup_lines:
 * @query: gives id, day and text of what belongs to the customer ?1
 *
 * Returns: (transfer full) (element-type HfCardLine): or %NULL with an error
 */
GPtrArray *
hf_card_dup_lines (HfDb *db, HfQuery query, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, query, error, "l", id))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfCardLine *line = g_new0 (HfCardLine, 1);

      line->id = hf_rows_int (&rows, 0);
      line->day = hf_rows_int (&rows, 1);
      line->text = hf_rows_dup (&rows, 2);
      g_ptr_array_add (lines, line);
    }
  if (local == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_card_dup_purchases:
 *
 * Returns: (transfer full) (element-type HfCardLine): newest first, or %NULL with an error
 */
GPtrArray *
hf_card_dup_purchases (HfDb *db, gint64 id, GError **error)
{
  return hf_card_dup_lines (db, HF_QUERY_CARD_PURCHASES, id, error);
}

/**
 * hf_card_dup_promises:
 *
 * Returns: (transfer full) (element-type HfCardLine): those open, the first due first, or %NULL
 * with an error
 */
GPtrArray *
hf_card_dup_promises (HfDb *db, gint64 id, GError **error)
{
  return hf_card_dup_lines (db, HF_QUERY_CARD_PROMISES, id, error);
}

const char *
hf_card_lack_get_nick (HfCardLack lack)
{
  return lacks[lack].nick;
}

const char *
hf_card_lack_get_label (HfCardLack lack)
{
  return _ (lacks[lack].label);
}
