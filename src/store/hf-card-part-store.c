/* hf-card-part-store.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-part-store.h"

#include <glib/gi18n-lib.h>

#include "hf-customer-parts.h"
#include "hf-db-private.h"
#include "hf-phone.h"
#include "hf-text-check.h"

typedef struct
{
  HfDb *db;
  const HfActor *actor;
  gint64 customer;
} Card;

/* The calendar's nick, %NULL without a date. */
static const char *
get_calendar (const HfCardRow *row)
{
  if (!row->has_date)
    return NULL;
  return row->date.is_lunar ? "lunar" : "solar";
}

static gint64
get_id (const Card *card, const HfCardRow *row)
{
  return row->id != 0 ? row->id : hf_db_new_id (card->db);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, sentence);
  return FALSE;
}

/* Nobody was born, or married, in the future. */
static gboolean
check_past (const Card *card, const HfCardRow *row, GError **error)
{
  HfLunarDate lunar = { row->date.year, row->date.month, row->date.day, row->date.leap };
  HfDay day = HF_DAY_NONE;

  if (!row->has_date || row->date.year == 0)
    return TRUE;
  if (!row->date.is_lunar)
    day = hf_day_from_ymd (row->date.year, row->date.month, row->date.day);
  else if (!hf_lunar_to_day (&lunar, &day))
    return refuse (error, _ ("The lunar calendar has no such day."));
  return day <= hf_minute_get_day (card->actor->now) ||
         refuse (error, _ ("This date lies in the future. Check the year."));
}

static gboolean
prefer (const Card *card, gint64 phone, GError **error)
{
  return hf_db_run (card->db, HF_QUERY_PHONE_PREFER, error, "ll", card->customer, phone);
}

static gboolean
update_phone (const Card *card, const HfCardRow *row, GError **error)
{
  g_autofree char *number = NULL;
  gint64 same = 0;

  if (*row->text != '\0' && !hf_phone_parse (row->text, &number, error))
    return FALSE;
  if (number != NULL &&
      !hf_db_get_int (card->db, HF_QUERY_PHONE_ID, &same, error, "ls", card->customer, number))
    return FALSE;
  if (same != 0 && same != row->id)
    return refuse (error, _ ("The card has this phone number already."));
  return hf_db_run (card->db, HF_QUERY_PHONE_UPDATE, error, "llsis", row->id, card->customer,
                    row->note, row->wrong ? 1 : 0, number != NULL ? number : "") &&
         (!row->yes || prefer (card, row->id, error)) &&
         hf_db_run (card->db, HF_QUERY_PHONE_PREFER_NEXT, error, "l", card->customer);
}

/* A number that the card has is preferred; another one is added. */
static gboolean
add_phone (const Card *card, const HfCardRow *row, GError **error)
{
  g_autofree char *number = NULL;
  gint64 id = 0;

  if (!hf_phone_parse (row->text, &number, error) ||
      !hf_db_get_int (card->db, HF_QUERY_PHONE_ID, &id, error, "ls", card->customer, number))
    return FALSE;
  if (id == 0)
    {
      id = hf_db_new_id (card->db);
      if (!hf_db_run (card->db, HF_QUERY_PHONE_INSERT, error, "llsis", id, card->customer, number,
                      0, row->note))
        return FALSE;
    }
  return (!row->yes || prefer (card, id, error)) &&
         hf_db_run (card->db, HF_QUERY_PHONE_PREFER_NEXT, error, "l", card->customer);
}

static gboolean
store_phone (const Card *card, const HfCardRow *row, GError **error)
{
  return hf_text_check (row->note, error) &&
         (row->id != 0 ? update_phone (card, row, error) : add_phone (card, row, error));
}

/* A relative's number is kept with those of the card (PHONE-2). */
static gboolean
store_family_phone (const Card *card, gint64 family, const char *text, GError **error)
{
  g_autofree char *number = NULL;

  if (*text == '\0')
    return TRUE;
  return hf_phone_parse (text, &number, error) &&
         hf_db_run (card->db, HF_QUERY_PHONES_OF_FAMILY_DELETE, error, "ll", family,
                    card->customer) &&
         hf_db_run (card->db, HF_QUERY_FAMILY_PHONE_INSERT, error, "llls", hf_db_new_id (card->db),
                    card->customer, family, number);
}

static gboolean
store_family (const Card *card, const HfCardRow *row, GError **error)
{
  gint64 id = get_id (card, row);

  if (*row->kind == '\0')
    return refuse (error, _ ("Say how they are related: daughter, husband …"));
  return hf_text_check (row->kind, error) && hf_text_check (row->text, error) &&
         check_past (card, row, error) &&
         hf_db_run (card->db, HF_QUERY_FAMILY_INSERT, error, "llsssrrr", id, card->customer,
                    row->kind, row->text, get_calendar (row),
                    (gint64) (row->has_date ? row->date.year : 0),
                    (gint64) (row->has_date ? row->date.month : 0),
                    (gint64) (row->has_date ? row->date.day : 0)) &&
         store_family_phone (card, id, row->note, error);
}

static gboolean
store_child (const Card *card, const HfCardRow *row, GError **error)
{
  HfDay today = hf_minute_get_day (card->actor->now);
  gboolean born = row->day <= today;

  if (row->day == HF_DAY_NONE)
    return refuse (error, _ ("Say when the child was born, or is due."));
  return hf_customer_check_child (today, row->day, error) && hf_text_check (row->text, error) &&
         hf_db_run (card->db, HF_QUERY_CHILD_STORE, error, "llsdd", get_id (card, row),
                    card->customer, row->text, born ? row->day : HF_DAY_NONE,
                    born ? HF_DAY_NONE : row->day);
}

static gboolean
store_health (const Card *card, const HfCardRow *row, GError **error)
{
  if (*row->text == '\0')
    return refuse (error, _ ("Write down what it is."));
  return hf_text_check (row->text, error) &&
         hf_db_run (card->db, HF_QUERY_HEALTH_STORE, error, "llss", get_id (card, row),
                    card->customer, row->kind, row->text);
}

/* @id: (inout): that of the birthday there is; a card has one */
static gboolean
find_birthday (const Card *card, const HfCardRow *row, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) dates = NULL;

  if (*id != 0 || g_strcmp0 (row->kind, "birthday") != 0)
    return TRUE;
  dates = hf_card_dup_part (card->db, card->customer, HF_CARD_DATE, error);
  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const HfCardRow *date = dates->pdata[i];

      if (g_strcmp0 (date->kind, "birthday") == 0)
        *id = date->id;
    }
  return dates != NULL;
}

static gboolean
store_date (const Card *card, const HfCardRow *row, GError **error)
{
  static const char *const keeps[] = {
    [HF_LEAP_KEEP_LEAP] = "leap", [HF_LEAP_KEEP_ORDINARY] = "ordinary", [HF_LEAP_KEEP_BOTH] = "both"
  };
  gint64 id = row->id;

  if (!hf_text_check (row->text, error) || !check_past (card, row, error) ||
      !find_birthday (card, row, &id, error))
    return FALSE;
  if (id == 0)
    id = hf_db_new_id (card->db);
  return hf_db_run (card->db, HF_QUERY_SPECIAL_DATE_STORE, error, "llsssriiis", id, card->customer,
                    row->kind, row->text, row->date.is_lunar ? "lunar" : "solar",
                    (gint64) row->date.year, row->date.month, row->date.day, row->date.leap ? 1 : 0,
                    keeps[row->date.leap_rule]);
}

static gboolean
store_consent (const Card *card, const HfCardRow *row, GError **error)
{
  HfDay today = hf_minute_get_day (card->actor->now);
  HfDay day = row->day != HF_DAY_NONE ? row->day : today;

  if (day > today)
    return refuse (error, _ ("A consent can't have been given in the future."));
  return hf_text_check (row->text, error) &&
         hf_db_run (card->db, HF_QUERY_CONSENT_STORE, error, "llsils", get_id (card, row),
                    card->customer, row->kind, row->yes ? 1 : 0, day, row->text);
}

static gboolean
store_no_contact_day (const Card *card, const HfCardRow *row, GError **error)
{
  return hf_text_check (row->text, error) &&
         hf_db_run (card->db, HF_QUERY_NO_CONTACT_DAY_STORE, error, "llls", get_id (card, row),
                    card->customer, row->day, row->text);
}

static gboolean
store_tag (const Card *card, const HfCardRow *row, GError **error)
{
  g_autofree char *name = NULL;
  gint64 tag = 0;

  if (!hf_text_check_name (row->text, &name, error) ||
      !hf_db_get_int (card->db, HF_QUERY_TAG_BY_NAME, &tag, error, "s", name))
    return FALSE;
  if (tag == 0)
    {
      tag = hf_db_new_id (card->db);
      if (!hf_db_run (card->db, HF_QUERY_TAG_INSERT, error, "ls", tag, name))
        return FALSE;
    }
  return hf_db_run (card->db, HF_QUERY_CUSTOMER_TAG_INSERT, error, "lll", hf_db_new_id (card->db),
                    card->customer, tag);
}

/* @id: (inout): that of the row that says the same, where the caller knows none */
static gboolean
find_row (const Card *card, const HfCardChange *change, gint64 *id, GError **error)
{
  const HfCardRow *wanted = &change->row;
  g_autoptr (GPtrArray) rows = hf_card_dup_part (card->db, card->customer, change->part, error);

  for (guint i = 0; rows != NULL && i < rows->len && *id == 0; i++)
    {
      const HfCardRow *row = rows->pdata[i];

      if ((*wanted->kind == '\0' || g_str_equal (row->kind, wanted->kind)) &&
          (*wanted->text == '\0' || g_str_equal (row->text, wanted->text)) &&
          (wanted->day == HF_DAY_NONE || row->day == wanted->day))
        *id = row->id;
    }
  if (*id != 0 || rows == NULL)
    return rows != NULL;
  g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("The card has nothing like that."));
  return FALSE;
}

static gboolean
remove_row (const Card *card, const HfCardChange *change, GError **error)
{
  static const HfQuery queries[HF_N_CARD_PARTS] = {
    [HF_CARD_PHONE] = HF_QUERY_PHONE_DELETE,
    [HF_CARD_FAMILY] = HF_QUERY_FAMILY_DELETE,
    [HF_CARD_CHILD] = HF_QUERY_CHILD_DELETE,
    [HF_CARD_HEALTH] = HF_QUERY_HEALTH_DELETE,
    [HF_CARD_DATE] = HF_QUERY_SPECIAL_DATE_DELETE,
    [HF_CARD_CONSENT] = HF_QUERY_CONSENT_DELETE,
    [HF_CARD_NO_CONTACT_DAY] = HF_QUERY_NO_CONTACT_DAY_DELETE,
    [HF_CARD_TAG] = HF_QUERY_CUSTOMER_TAG_DELETE,
  };
  gint64 id = change->row.id;

  if (id == 0 && !find_row (card, change, &id, error))
    return FALSE;
  if (change->part == HF_CARD_FAMILY &&
      !hf_db_run (card->db, HF_QUERY_PHONES_OF_FAMILY_DELETE, error, "ll", id, card->customer))
    return FALSE;
  if (change->part == HF_CARD_DATE &&
      !hf_db_run (card->db, HF_QUERY_SPECIAL_FOLLOW_UPS_CANCEL, error, "ll", id, card->actor->now))
    return FALSE;
  return hf_db_run (card->db, queries[change->part], error, "ll", id, card->customer) &&
         (change->part != HF_CARD_PHONE ||
          hf_db_run (card->db, HF_QUERY_PHONE_PREFER_NEXT, error, "l", card->customer));
}

/**
 * hf_card_changes_store:
 * @changes: (element-type HfCardChange):
 *
 * Writes parts of a card, within a running operation (CARD-1 to CARD-7, CAL-9, PHONE-2).
 */
gboolean
hf_card_changes_store (
    HfDb *db, const HfActor *actor, gint64 customer, GPtrArray *changes, GError **error)
{
  static gboolean (*const stores[HF_N_CARD_PARTS]) (const Card *, const HfCardRow *, GError **) = {
    [HF_CARD_PHONE] = store_phone, [HF_CARD_FAMILY] = store_family,
    [HF_CARD_CHILD] = store_child, [HF_CARD_HEALTH] = store_health,
    [HF_CARD_DATE] = store_date,   [HF_CARD_CONSENT] = store_consent,
    [HF_CARD_TAG] = store_tag,     [HF_CARD_NO_CONTACT_DAY] = store_no_contact_day,
  };
  Card card = { db, actor, customer };

  for (guint i = 0; i < changes->len; i++)
    {
      const HfCardChange *change = changes->pdata[i];

      if (!(change->remove ? remove_row (&card, change, error)
                           : stores[change->part](&card, &change->row, error)))
        return FALSE;
    }
  return TRUE;
}
