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
#include "hf-search.h"

/* What an erased card is called: no name, and nothing that a search finds. */
#define NO_NAME "×"

/* What becomes of a row. */
#define GOES  NULL
#define STAYS ""

/**
 * Rows:
 * @column: refers to the customer, or to a row of a table further up
 * @set: columns that lose their words, %GOES or %STAYS
 *
 * Rows that say who it is go; those that are counted lose their words. Of all of them the log
 * forgets what was done to them, so that undo never brings back a part.
 */
static const struct
{
  const char *table;
  const char *column;
  const char *set;
} belongings[] = {
  { "phone", "customer_id", GOES },
  { "family_member", "customer_id", GOES },
  { "child", "customer_id", GOES },
  { "health_fact", "customer_id", GOES },
  { "special_date", "customer_id", GOES },
  { "customer_tag", "customer_id", GOES },
  { "consent", "customer_id", GOES },
  { "no_contact_day", "customer_id", GOES },
  { "tier_fact", "customer_id", GOES },
  { "duplicate", "customer_id", GOES },
  { "duplicate", "other_id", GOES },
  { "week_intent", "customer_id", GOES },
  { "visit", "customer_id", "note = ''" },
  { "follow_up", "customer_id", "title = ''" },
  { "promise", "customer_id", "text = '×'" },
  { "purchase", "customer_id",
    "note = '', order_number = '', tracking_number = '', courier = '', override_reason = ''" },
  { "complaint", "customer_id",
    "words = '', facts = '', remedy = '', cause = '', action = '', apology = ''" },
  { "product_return", "customer_id", "note = ''" },
  { "adverse_reaction", "customer_id", "dose = '', symptoms = '', known = '', outcome = ''" },
  { "incident", "customer_id",
    "claimed = '', knew = '', caller_tail = '', courier = '', tracking_number = ''" },
  { "referral", "customer_id",
    "person_name = '×', person_phone = NULL, relation = '', lives = '', interest = ''" },
  { "referral", "referrer_id", "relation = ''" },
  { "handover", "customer_id", "reason = ''" },
  { "customer_tier", "customer_id", "hand_reason = ''" },
  { "reward", "customer_id", "what = ''" },
  { "enrolment", "customer_id", STAYS },
  { "greeting", "customer_id", STAYS },
  { "invitation", "customer_id", STAYS },
  { "recovery", "customer_id", "note = ''" },
  { "tier_change", "customer_id", STAYS },
  { "complaint_move", "complaint_id", "note = ''" },
  { "complaint_note", "complaint_id", "text = ''" },
  { "complaint_wait", "complaint_id", "note = ''" },
  { "enquiry", "complaint_id", "reference = ''" },
  { "deadline", "subject_id", STAYS },
  { "purchase_line", "purchase_id", STAYS },
  { "referral_move", "referral_id", STAYS },
  { "return_line", "return_id", STAYS },
  { "visit_check", "visit_id", "item = ''" },
  { "visit_staff", "visit_id", STAYS },
};

static gboolean
add_belongings (HfDb *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT OR IGNORE INTO temp.erased SELECT id FROM %s"
                                              " WHERE %s IN (SELECT id FROM temp.erased)",
                                              belongings[i].table, belongings[i].column);

      if (!hf_db_run_text (db, sql, error, ""))
        return FALSE;
    }
  return TRUE;
}

/* Rows that were deleted long ago: the log remembers them by what they held. Looks through all of
 * it, once for what hung on the card, once for what hung on that. */
static gboolean
add_deleted (HfDb *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new (
      "INSERT OR IGNORE INTO temp.erased SELECT row_id FROM change WHERE kind = 'D' AND (");

  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    g_string_append_printf (
        sql, "%s(tbl = '%s' AND json_extract (old, '$.%s') IN (SELECT id FROM temp.erased))",
        i > 0 ? " OR " : "", belongings[i].table, belongings[i].column);
  g_string_append_c (sql, ')');
  return hf_db_run_text (db, sql->str, error, "") && hf_db_run_text (db, sql->str, error, "");
}

/* temp.erased: the ids of all rows about the customer, which no other row bears
 * (docs/decisions/0006-one-counter-for-ids.md). */
static gboolean
collect (HfDb *db, gint64 customer, GError **error)
{
  return hf_db_execute (db,
                        "CREATE TEMP TABLE IF NOT EXISTS erased (id INTEGER PRIMARY KEY);"
                        "DELETE FROM temp.erased",
                        error) &&
         hf_db_run_text (db, "INSERT INTO temp.erased VALUES (?1)", error, "l", customer) &&
         /* An address at which nobody else lives. */
         hf_db_run_text (db,
                         "INSERT INTO temp.erased SELECT household_id FROM customer c"
                         " WHERE id = ?1 AND household_id IS NOT NULL AND NOT EXISTS"
                         " (SELECT 1 FROM customer o"
                         "   WHERE o.household_id = c.household_id AND o.id <> c.id)",
                         error, "l", customer) &&
         add_belongings (db, error) && add_deleted (db, error);
}

static gboolean
empty_rows (HfDb *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    {
      const char *set = belongings[i].set;
      g_autofree char *rows =
          g_strdup_printf ("%s IN (SELECT id FROM temp.erased)", belongings[i].column);
      g_autofree char *sql =
          set == GOES
              ? g_strdup_printf ("DELETE FROM %s WHERE %s", belongings[i].table, rows)
              : g_strdup_printf ("UPDATE %s SET %s WHERE %s", belongings[i].table, set, rows);

      if ((set == GOES || *set != '\0') && !hf_db_run_text (db, sql, error, ""))
        return FALSE;
    }
  return TRUE;
}

/* Tags and addresses are everybody's, but what made one together with the card is not to be taken
 * back by halves. */
static gboolean
forget_shared (HfDb *db, gint64 customer, GError **error)
{
  return hf_db_run_text (db,
                         "DELETE FROM change WHERE tbl IN ('tag', 'household') AND op_id IN"
                         " (SELECT op_id FROM change WHERE row_id = ?1)",
                         error, "l", customer);
}

/* Also what it wrote of the erasing itself. The one line that stays is its newest, so that the
 * numbers of those that go are never given twice. */
static gboolean
forget (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  return forget_shared (db, customer, error) &&
         hf_db_run (db, HF_QUERY_ERASE_MARK, error, "ll", customer,
                    hf_minute_get_day (actor->now)) &&
         hf_db_run_text (db,
                         "DELETE FROM change WHERE row_id IN (SELECT id FROM temp.erased)"
                         " AND seq < (SELECT max (seq) FROM change)",
                         error, "") &&
         hf_db_execute (db, "DELETE FROM temp.erased", error);
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
  return hf_enrolment_stop_all (db, actor, customer, "erased", error) &&
         hf_db_run (db, HF_QUERY_ERASE_SUBJECTS, error, "l", customer) &&
         collect (db, customer, error) && empty_rows (db, error) &&
         hf_db_run (db, HF_QUERY_ERASE_OPEN_FOLLOW_UPS, error, "ll", customer, actor->now) &&
         hf_db_run (db, HF_QUERY_ERASE_CUSTOMER, error, "ls", customer, NO_NAME) &&
         hf_db_run_text (db, "DELETE FROM household WHERE id IN (SELECT id FROM temp.erased)",
                         error, "") &&
         forget (db, actor, customer, error);
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

/* What the search index and the write-ahead log still hold of it. It is erased already: a reader in
 * the way means only that this goes with the next checkpoint. */
static gboolean
wipe (HfDb *db, GError **error)
{
  return hf_search_compact (db, error) &&
         hf_db_execute (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
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
  return hf_operation_commit (&operation, NULL, error) && wipe (db, error);
}
