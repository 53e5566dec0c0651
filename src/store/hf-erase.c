/* hf-erase.c: a customer's personal data, gone for good (CARD-13)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-enrolment-store.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-record.h"

/* What an erased card is called: no name, and nothing that a search finds. */
#define NO_NAME "×"

/* Rows that say who it is: they go. */
static const struct
{
  const char *table;
  const char *rows;
} gone[] = {
  { "phone", "customer_id = ?1" },        { "family_member", "customer_id = ?1" },
  { "child", "customer_id = ?1" },        { "health_fact", "customer_id = ?1" },
  { "special_date", "customer_id = ?1" }, { "customer_tag", "customer_id = ?1" },
  { "consent", "customer_id = ?1" },      { "no_contact_day", "customer_id = ?1" },
  { "tier_fact", "customer_id = ?1" },    { "duplicate", "customer_id = ?1 OR other_id = ?1" },
  { "week_intent", "customer_id = ?1" },
};

/* Rows that are counted: they lose their words. */
static const struct
{
  const char *table;
  const char *rows;
  const char *set;
} blanked[] = {
  { "visit", "customer_id = ?1", "note = ''" },
  { "visit_check", "visit_id IN (SELECT id FROM visit WHERE customer_id = ?1)", "item = ''" },
  { "follow_up", "customer_id = ?1", "title = ''" },
  { "promise", "customer_id = ?1", "text = '×'" },
  { "purchase", "customer_id = ?1",
    "note = '', order_number = '', tracking_number = '', courier = '', override_reason = ''" },
  { "complaint", "customer_id = ?1", "words = '', facts = '', remedy = ''" },
  { "complaint_move", "complaint_id IN (SELECT id FROM complaint WHERE customer_id = ?1)",
    "note = ''" },
  { "product_return", "customer_id = ?1", "note = ''" },
  { "adverse_reaction", "customer_id = ?1", "dose = '', symptoms = '', known = '', outcome = ''" },
  { "incident", "customer_id = ?1",
    "claimed = '', knew = '', caller_tail = '', tracking_number = ''" },
  { "referral", "customer_id = ?1",
    "person_name = '×', person_phone = NULL, lives = '', interest = ''" },
  { "referral", "referrer_id = ?1", "relation = ''" },
  { "handover", "customer_id = ?1", "reason = ''" },
  { "customer_tier", "customer_id = ?1", "hand_reason = ''" },
  { "reward", "customer_id = ?1", "what = ''" },
};

/* Rows without words, of which the log is forgotten all the same: an operation on this customer
 * alone must not be taken back by halves. */
static const struct
{
  const char *table;
  const char *rows;
} counted[] = {
  { "enrolment", "customer_id = ?1" },
  { "tier_change", "customer_id = ?1" },
  { "invitation", "customer_id = ?1" },
  { "greeting", "customer_id = ?1" },
  { "recovery", "customer_id = ?1" },
  { "purchase_line", "purchase_id IN (SELECT id FROM purchase WHERE customer_id = ?1)" },
  { "visit_staff", "visit_id IN (SELECT id FROM visit WHERE customer_id = ?1)" },
};

static gboolean
forget_changes (HfDb *db, gint64 customer, const char *table, const char *rows, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM change WHERE tbl = '%s' AND row_id IN (SELECT id FROM %s WHERE %s)"
      " AND coalesce (json_extract (new, '$.erased_on'), 0) = 0",
      table, table, rows);

  return hf_db_run_text (db, sql, error, "l", customer);
}

/* The change log remembers rows that were deleted long ago by what they held; tags are everybody's,
 * but what made one together with the card is not to be taken back by halves. */
static gboolean
forget_deleted (HfDb *db, gint64 customer, GError **error)
{
  return hf_db_run_text (db,
                         "DELETE FROM change WHERE row_id IN (SELECT row_id FROM change"
                         " WHERE kind = 'D' AND json_extract (old, '$.customer_id') = ?1)",
                         error, "l", customer) &&
         hf_db_run_text (db,
                         "DELETE FROM change WHERE tbl = 'tag' AND op_id IN (SELECT op_id"
                         " FROM change WHERE tbl = 'customer' AND row_id = ?1)",
                         error, "l", customer);
}

static gboolean
remove_rows (HfDb *db, gint64 customer, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("DELETE FROM %s WHERE %s", gone[i].table, gone[i].rows);

      if (!forget_changes (db, customer, gone[i].table, gone[i].rows, error) ||
          !hf_db_run_text (db, sql, error, "l", customer))
        return FALSE;
    }
  return TRUE;
}

static gboolean
blank_rows (HfDb *db, gint64 customer, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (blanked); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s WHERE %s", blanked[i].table,
                                              blanked[i].set, blanked[i].rows);

      if (!hf_db_run_text (db, sql, error, "l", customer))
        return FALSE;
    }
  return TRUE;
}

/* Before and after: what the log wrote of the erasing itself goes, too. */
static gboolean
forget_all (HfDb *db, gint64 customer, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (blanked); i++)
    if (!forget_changes (db, customer, blanked[i].table, blanked[i].rows, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (!forget_changes (db, customer, counted[i].table, counted[i].rows, error))
      return FALSE;
  return forget_deleted (db, customer, error) &&
         forget_changes (db, customer, "customer", "id = ?1", error);
}

static gboolean
check_name (HfDb *db, gint64 customer, const char *typed, GError **error)
{
  g_autofree char *name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  gint64 erased = 0;

  if (name == NULL || !hf_db_get_int (db, HF_QUERY_CUSTOMER_ERASED, &erased, error, "l", customer))
    return FALSE;
  if (erased != 0)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_CONFLICT, _ ("This card is erased already."));
  else if (g_strcmp0 (name, typed) != 0)
    g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                         _ ("To erase the card, write the customer's name exactly as it is."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
erase (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  /* First of all: its line of the log stays, so that the numbers of those that go, which came
   * before it, are never given again. */
  return hf_db_run (db, HF_QUERY_ERASE_MARK, error, "ll", customer,
                    hf_minute_get_day (actor->now)) &&
         hf_enrolment_stop_all (db, actor, customer, "erased", error) &&
         hf_db_run (db, HF_QUERY_ERASE_SUBJECTS, error, "l", customer) &&
         remove_rows (db, customer, error) && blank_rows (db, customer, error) &&
         hf_db_run (db, HF_QUERY_ERASE_OPEN_FOLLOW_UPS, error, "ll", customer, actor->now) &&
         hf_db_run (db, HF_QUERY_ERASE_CUSTOMER, error, "ls", customer, NO_NAME) &&
         forget_all (db, customer, error);
}

/* With the cards that were merged into it. */
static gboolean
erase_person (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  g_autoptr (GArray) merged = hf_db_dup_ids (db, HF_QUERY_ERASE_MERGED, error, "l", customer);

  for (guint i = 0; merged != NULL && i < merged->len; i++)
    {
      if (!erase (db, actor, g_array_index (merged, gint64, i), error))
        return FALSE;
    }
  return merged != NULL && erase (db, actor, customer, error);
}

/**
 * hf_command_erase_customer:
 * @name: the customer's, typed once more
 *
 * Removes what says who the customer is, from the rows and from the change log, for good: nothing
 * can take it back. What is counted stays without words (CARD-13). For managers; in the audit log.
 */
gboolean
hf_command_erase_customer (
    HfDb *db, const HfActor *actor, gint64 customer, const char *name, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  gint64 owner;

  /* Pages that the text stood on are written over with zeros. */
  if (!hf_actor_check_manager (actor, error) ||
      !hf_db_execute (db, "PRAGMA secure_delete = ON", error) ||
      !hf_operation_begin (&operation, db, actor, "customer.erase", error) ||
      !hf_lookup_customer_owner (db, customer, &owner, error) ||
      !check_name (db, customer, name, error) || !erase_person (db, actor, customer, error) ||
      !hf_db_run (db, HF_QUERY_ERASE_CLOSE_OPERATIONS, error, "l", operation.id) ||
      !hf_audit_write (db, actor, "erase", "customer", customer, "", error))
    return FALSE;
  return hf_operation_commit (&operation, NULL, error);
}
