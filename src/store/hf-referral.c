/* hf-referral.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-referral.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-enrolment-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-phone.h"
#include "hf-referral-rules.h"
#include "hf-text-check.h"
#include "hf-tier-store.h"

static gboolean
check_text (const char *text, GError **error)
{
  return text == NULL || hf_text_check (text, error);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
check_draft (const HfReferralDraft *draft, char **person, char **number, GError **error)
{
  *number = NULL;
  return hf_text_check_name (draft->person, person, error) &&
         (draft->phone == NULL || *draft->phone == '\0' ||
          hf_phone_parse (draft->phone, number, error)) &&
         check_text (draft->relation, error) && check_text (draft->lives, error) &&
         check_text (draft->interest, error);
}

/* Somebody who has a card already, but has bought nothing yet, may still be won by a friend. */
static gboolean
find_card (HfDb *db, const char *number, const char *person, gint64 *card, GError **error)
{
  gint64 is_customer = 0;

  *card = 0;
  if (number == NULL)
    return TRUE;
  if (!hf_db_get_int (db, HF_QUERY_REFERRAL_CARD_OF_NUMBER, card, error, "s", number) ||
      (*card != 0 &&
       !hf_db_get_int (db, HF_QUERY_REFERRAL_IS_CUSTOMER, &is_customer, error, "l", *card)))
    return FALSE;
  if (is_customer == 0)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
               _ ("The number of %s is that of a customer already."), person);
  return FALSE;
}

/* Two people may bear one name, but not one number. */
static gboolean
check_other (HfDb *db, gint64 referrer, const char *person, const char *number, GError **error)
{
  g_autofree char *name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", referrer);
  gint64 own = 0;

  if (name == NULL || (number != NULL && !hf_db_get_int (db, HF_QUERY_REFERRAL_NUMBER_IS_OWN, &own,
                                                         error, "ls", referrer, number)))
    return FALSE;
  if (own > 0)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                         _ ("This is the customer’s own number. Nobody refers themselves."));
  else if (number == NULL && g_str_equal (name, person))
    g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                 _ ("Nobody refers themselves. If it is another %s, add the phone number."), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_new (HfDb *db, gint64 referrer, const char *person, const char *number, GError **error)
{
  gint64 same = 0;

  if (number != NULL &&
      !hf_db_get_int (db, HF_QUERY_REFERRAL_SAME, &same, error, "lss", referrer, number, person))
    return FALSE;
  if (same == 0)
    return TRUE;
  g_set_error (error, HF_ERROR, HF_ERROR_CONFLICT,
               _ ("This customer has named %s, with this number, before."), person);
  return FALSE;
}

static gboolean
insert (HfDb *db,
        const HfActor *actor,
        const HfReferralDraft *draft,
        const char *person,
        const char *number,
        gint64 owner,
        gint64 id,
        GError **error)
{
  HfDay today = hf_minute_get_day (actor->now);
  gint64 card;

  return find_card (db, number, person, &card, error) &&
         hf_db_run (db, HF_QUERY_REFERRAL_INSERT, error, "llssssssrrl", id, draft->referrer_id,
                    person, card == 0 ? number : NULL, or_empty (draft->relation),
                    or_empty (draft->lives), or_empty (draft->interest),
                    hf_domain_get_nick (HF_DOMAIN_REFERRED_HOW, (int) draft->how),
                    draft->owner_id != 0 ? draft->owner_id : owner, card, today) &&
         hf_db_run (db, HF_QUERY_REFERRAL_MOVE_INSERT, error, "lllsr", hf_db_new_id (db), id, today,
                    hf_domain_get_nick (HF_DOMAIN_REFERRAL_STATE, HF_REFERRAL_NAMED),
                    actor->staff_id);
}

/**
 * hf_command_add_referral:
 * @id: (out): the referral
 *
 * A customer names or brings somebody (REF-1). An agent may note it for their own customers
 * (ROLE-1). A number that belongs to one card already is not kept twice (PHONE-2).
 */
gboolean
hf_command_add_referral (
    HfDb *db, const HfActor *actor, const HfReferralDraft *draft, gint64 *id, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *person = NULL;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  gint64 owner;

  if (!check_draft (draft, &person, &number, error) ||
      !hf_operation_begin (&operation, db, actor, "referral.add", error) ||
      !hf_lookup_customer_owner (db, draft->referrer_id, &owner, error) ||
      !hf_actor_check_owner (actor, owner, error) ||
      !check_other (db, draft->referrer_id, person, number, error) ||
      !check_new (db, draft->referrer_id, person, number, error))
    return FALSE;
  *id = hf_db_new_id (db);
  if (!insert (db, actor, draft, person, number, owner, *id, error))
    return FALSE;
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", draft->referrer_id);
  return name != NULL && hf_operation_commit (&operation, name, error);
}

/* The number goes to the card's phone field, where it is masked and its showing noted. */
static gboolean
link_card (HfDb *db, const HfReferral *referral, gint64 customer, GError **error)
{
  gint64 owner;

  if (customer == 0)
    return TRUE;
  if (customer == referral->referrer_id)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                           _ ("Nobody refers themselves. Choose the other person’s card."));
      return FALSE;
    }
  return hf_lookup_customer_owner (db, customer, &owner, error) &&
         (referral->phone == NULL ||
          hf_db_run (db, HF_QUERY_PHONE_INSERT, error, "llsis", hf_db_new_id (db), customer,
                     referral->phone, 0, ""));
}

/* PLAN-8, TIER-1: the referrer hears of it, and may stand higher now. */
static gboolean
tell_referrer (HfDb *db, const HfActor *actor, const HfReferral *referral, GError **error)
{
  return referral->referrer_id == 0 ||
         (hf_enrolment_restart (db, actor, referral->referrer_id, HF_TRIGGER_REFERRAL, "", error) &&
          hf_tier_refresh (db, actor, referral->referrer_id, NULL, error));
}

static gboolean
write_move (HfDb *db,
            const HfActor *actor,
            const HfReferral *referral,
            HfReferralState to,
            gint64 customer,
            HfDay on,
            GError **error)
{
  const char *nick = hf_domain_get_nick (HF_DOMAIN_REFERRAL_STATE, (int) to);

  return hf_db_run (db, HF_QUERY_REFERRAL_SET_STATE, error, "lsr", referral->id, nick, customer) &&
         hf_db_run (db, HF_QUERY_REFERRAL_MOVE_INSERT, error, "lllsr", hf_db_new_id (db),
                    referral->id, on, nick, actor->staff_id);
}

/**
 * hf_referral_note_purchase:
 * @bought_on: the day of the purchase
 * @tell: whether the referrer is told of it (PLAN-8); not of what a list of old purchases says
 *
 * Somebody who was named buys: the referral has reached its end, and their card is linked to it
 * (REF-1). Within a running operation, whoever looks after the referrer.
 */
gboolean
hf_referral_note_purchase (
    HfDb *db, const HfActor *actor, gint64 customer, HfDay bought_on, gboolean tell, GError **error)
{
  g_autoptr (GArray) ids =
      hf_db_dup_ids (db, HF_QUERY_REFERRALS_WON, error, "ll", customer, bought_on);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (HfReferral) referral =
          hf_referral_load (db, g_array_index (ids, gint64, i), error);

      if (referral == NULL ||
          !write_move (db, actor, referral, HF_REFERRAL_PURCHASED, customer, bought_on, error) ||
          (referral->referrer_id != 0 && !tell &&
           !hf_tier_refresh (db, actor, referral->referrer_id, NULL, error)) ||
          (tell && !tell_referrer (db, actor, referral, error)))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
check_may_move (const HfActor *actor, const HfReferral *referral, GError **error)
{
  return (actor->staff_id != 0 && actor->staff_id == referral->owner_id) ||
         hf_actor_check_owner (actor, referral->referrer_owner, error);
}

/**
 * hf_command_move_referral:
 * @customer: the person's card, 0 when there is none, or it is found by the number
 *
 * The referral goes on, today (REF-1); the referrer is told within three days (PLAN-8).
 */
gboolean
hf_command_move_referral (
    HfDb *db, const HfActor *actor, gint64 id, HfReferralState to, gint64 customer, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autoptr (HfReferral) referral = NULL;

  if (!hf_operation_begin (&operation, db, actor, "referral.move", error) ||
      (referral = hf_referral_load (db, id, error)) == NULL ||
      !check_may_move (actor, referral, error) ||
      !hf_referral_move_check (referral->state, to, error))
    return FALSE;
  if (customer == 0 && referral->phone != NULL &&
      !hf_db_get_int (db, HF_QUERY_REFERRAL_CARD_OF_NUMBER, &customer, error, "s", referral->phone))
    return FALSE;
  return link_card (db, referral, customer, error) &&
         write_move (db, actor, referral, to, customer, hf_minute_get_day (actor->now), error) &&
         tell_referrer (db, actor, referral, error) &&
         hf_operation_commit (&operation, referral->person, error);
}

void
hf_referral_free (HfReferral *referral)
{
  g_free (referral->referrer);
  g_free (referral->person);
  g_free (referral->phone);
  g_free (referral->relation);
  g_free (referral);
}

/* The schema holds no other words. */
static int
read_word (HfRows *rows, int column, HfDomainSet set)
{
  int value = 0;

  hf_domain_parse (set, hf_rows_text (rows, column), &value, NULL);
  return value;
}

static void
read_row (HfReferral *referral, HfRows *rows)
{
  referral->id = hf_rows_int (rows, 0);
  referral->referrer_id = hf_rows_int (rows, 1);
  referral->referrer = hf_rows_dup (rows, 2);
  referral->referrer_owner = hf_rows_int (rows, 3);
  referral->owner_id = hf_rows_int (rows, 4);
  referral->person = hf_rows_dup (rows, 5);
  referral->phone = hf_rows_dup (rows, 6);
  referral->relation = hf_rows_dup (rows, 7);
  referral->how = (HfReferredHow) read_word (rows, 8, HF_DOMAIN_REFERRED_HOW);
  referral->state = (HfReferralState) read_word (rows, 9, HF_DOMAIN_REFERRAL_STATE);
  referral->customer_id = hf_rows_int (rows, 10);
  referral->named_on = hf_rows_int (rows, 11);
}

/**
 * hf_referral_load:
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_NOT_FOUND
 */
HfReferral *
hf_referral_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (HfReferral) referral = g_new0 (HfReferral, 1);
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_REFERRAL_GET, error, "l", id) ||
      !hf_rows_need (&rows, _ ("There is no such referral."), error))
    return NULL;
  read_row (referral, &rows);
  return g_steal_pointer (&referral);
}

/**
 * hf_referral_find:
 * @text: an id
 * @id: (out):
 *
 * Returns: %FALSE with %HF_ERROR_NOT_FOUND
 */
gboolean
hf_referral_find (HfDb *db, const char *text, gint64 *id, GError **error)
{
  g_autoptr (HfReferral) referral = NULL;

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    *id = 0;
  referral = hf_referral_load (db, *id, error);
  return referral != NULL;
}

/**
 * hf_referrals_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): whom @referrer named, the last first; %NULL with
 * an error
 */
GArray *
hf_referrals_dup_ids (HfDb *db, gint64 referrer, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_REFERRALS_OF_REFERRER, error, "l", referrer);
}
