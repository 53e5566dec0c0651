/* hf-customer-store.c: a card from a list, which the branch may have already (CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-customer-parts.h"
#include "hf-customer.h"
#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-lookup.h"
#include "hf-office.h"

static const char *
get_value (const HfCustomerDraft *draft, HfCustomerField field)
{
  const char *value = draft->values[field];

  return value != NULL ? value : "";
}

static gboolean
find_by_phone (HfDb *db, const char *phone, const char *name, gint64 *same, GError **error)
{
  gint64 common = 0;

  if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_SAME_PHONE_NAME, same, error, "ss", phone, name))
    return FALSE;
  if (*same != 0)
    return TRUE;
  return hf_db_get_int (db, HF_QUERY_CUSTOMER_PHONE_IS_COMMON, &common, error, "s", phone) &&
         (common == 0 ||
          hf_db_get_int (db, HF_QUERY_CUSTOMER_SAME_NAME_PHONE, same, error, "ss", phone, name));
}

/* @twin: (inout): the first card, of whatever name, that has one of the numbers */
static gboolean
find_by_phones (HfDb *db, HfCustomerDraft *draft, gint64 *same, gint64 *twin, GError **error)
{
  const char *name = draft->values[HF_CUSTOMER_NAME];

  for (guint i = 0; i < draft->phones->len && *same == 0; i++)
    {
      const char *phone = draft->phones->pdata[i];
      gint64 known = 0;

      /* Most rows of a list are new: their numbers nobody has. */
      if (!hf_db_get_int (db, HF_QUERY_CUSTOMER_SAME_PHONE, &known, error, "s", phone) ||
          (known != 0 && !find_by_phone (db, phone, name, same, error)))
        return FALSE;
      if (*twin == 0)
        *twin = known;
    }
  return TRUE;
}

static gboolean
find_by_birth (HfDb *db, HfCustomerDraft *draft, gint64 *same, GError **error)
{
  const char *name = draft->values[HF_CUSTOMER_NAME];
  const HfYearlyDate *birth = &draft->birth;
  gint64 common = 0;

  return hf_db_get_int (db, HF_QUERY_CUSTOMER_NAME_IS_COMMON, &common, error, "s", name) &&
         hf_db_get_int (
             db, common == 0 ? HF_QUERY_CUSTOMER_SAME_NAME_BIRTH : HF_QUERY_CUSTOMER_SAME_BIRTH,
             same, error, "ssriii", name, birth->lunar ? "lunar" : "solar", (gint64) birth->year,
             birth->month, birth->day, birth->leap ? 1 : 0);
}

/**
 * hf_customer_find_same:
 * @same: (out): a card of the same person, 0 for none
 * @twin: (out): a card of another name with one of the numbers, 0 for none
 *
 * Who may be meant (CARD-12).
 */
gboolean
hf_customer_find_same (HfDb *db, HfCustomerDraft *draft, gint64 *same, gint64 *twin, GError **error)
{
  const char *name = draft->values[HF_CUSTOMER_NAME];
  const char *address = get_value (draft, HF_CUSTOMER_ADDRESS);

  *same = *twin = 0;
  if (!find_by_phones (db, draft, same, twin, error) ||
      (*same == 0 && draft->has_birth && !find_by_birth (db, draft, same, error)))
    return FALSE;
  if (*same != 0)
    return TRUE;
  if (*address != '\0')
    return hf_db_get_int (db, HF_QUERY_CUSTOMER_SAME_ADDRESS, same, error, "ss", name, address);
  return draft->phones->len > 0 || draft->has_birth ||
         hf_db_get_int (db, HF_QUERY_CUSTOMER_SAME_BARE, same, error, "s", name);
}

/* The columns that a list may fill, in the order of the fields; then household and owner. */
static char *
make_select (void)
{
  GString *sql = g_string_new ("SELECT ");

  for (HfCustomerField field = 0; field < HF_N_CUSTOMER_FIELDS; field++)
    g_string_append_printf (sql, "%s, ", hf_customer_field_get_column (field));
  g_string_append (sql, "household_id, owner_id FROM customer WHERE id = ?1");
  return g_string_free (sql, FALSE);
}

/**
 * Gaps:
 * @lacks: what the card has nothing of
 *
 * What a list may fill in on a card that is there already.
 */
typedef struct
{
  gboolean lacks[HF_N_CUSTOMER_FIELDS];
  gboolean lacks_household;
  gboolean lacks_owner;
  gint64 owner;
} Gaps;

static gboolean
read_gaps (HfDb *db, gint64 id, Gaps *gaps, GError **error)
{
  g_autofree char *sql = make_select ();
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open_text (&rows, db, sql, error, "l", id) || !hf_rows_next (&rows, error))
    return FALSE;
  for (int i = 0; i < HF_N_CUSTOMER_FIELDS; i++)
    {
      const char *known = hf_rows_text (&rows, i);

      gaps->lacks[i] = known == NULL || *known == '\0';
    }
  /* No day of the week is excluded; the type of a card moves by itself (CARD-9). */
  gaps->lacks[HF_CUSTOMER_NO_CONTACT] = hf_rows_int (&rows, HF_CUSTOMER_NO_CONTACT) == 0;
  gaps->lacks[HF_CUSTOMER_CARD_TYPE] = FALSE;
  gaps->lacks_household = hf_rows_is_null (&rows, HF_N_CUSTOMER_FIELDS);
  gaps->lacks_owner = hf_rows_is_null (&rows, HF_N_CUSTOMER_FIELDS + 1);
  gaps->owner = hf_rows_int (&rows, HF_N_CUSTOMER_FIELDS + 1);
  return TRUE;
}

static gboolean
fill_columns (HfDb *db, gint64 id, const HfCustomerDraft *draft, const Gaps *gaps, GError **error)
{
  for (HfCustomerField field = 0; field < HF_N_CUSTOMER_FIELDS; field++)
    {
      const char *value = get_value (draft, field);
      g_autofree char *sql = NULL;

      if (*value == '\0' || !gaps->lacks[field] ||
          (field == HF_CUSTOMER_NO_CONTACT && strcmp (value, "0") == 0))
        continue;
      sql = g_strdup_printf ("UPDATE customer SET %s = ?2 WHERE id = ?1",
                             hf_customer_field_get_column (field));
      if (!hf_db_run_text (db, sql, error, "ls", id, value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_household (HfDb *db, gint64 id, const HfCustomerDraft *draft, const Gaps *gaps, GError **error)
{
  const char *address = get_value (draft, HF_CUSTOMER_ADDRESS);
  gboolean moved_in = *address != '\0' && gaps->lacks[HF_CUSTOMER_ADDRESS];

  return !gaps->lacks_household || (draft->household == NULL && !moved_in) ||
         hf_customer_join_household (db, id, draft->household, address, error);
}

static gboolean
fill_owner (HfDb *db, gint64 id, const HfCustomerDraft *draft, const Gaps *gaps, GError **error)
{
  return !gaps->lacks_owner || draft->owner_id == 0 ||
         (hf_db_run (db, HF_QUERY_CUSTOMER_SET_OWNER, error, "lr", id, draft->owner_id) &&
          hf_db_run (db, HF_QUERY_FOLLOW_UP_HAND_OVER, error, "lr", id, draft->owner_id));
}

static gboolean
drop_known_children (HfDb *db, gint64 id, GArray *children, GError **error)
{
  for (guint i = children->len; i > 0; i--)
    {
      gint64 known = 0;

      if (!hf_db_get_int (db, HF_QUERY_CHILD_KNOWN, &known, error, "ll", id,
                          g_array_index (children, HfDay, i - 1)))
        return FALSE;
      if (known != 0)
        g_array_remove_index (children, i - 1);
    }
  return TRUE;
}

static gboolean
drop_known_parts (HfDb *db, gint64 id, HfCustomerDraft *draft, GError **error)
{
  gint64 known = 0;

  if (!drop_known_children (db, id, draft->children, error))
    return FALSE;
  if (!draft->has_birth)
    return TRUE;
  if (!hf_db_get_int (db, HF_QUERY_BIRTHDAY_KNOWN, &known, error, "l", id))
    return FALSE;
  draft->has_birth = known == 0;
  return TRUE;
}

/* Only what the card lacks: what staff wrote counts for more than an old list. Plans heed what is
 * new at once (CARD-7, SCHED-2). */
static gboolean
merge_into (HfDb *db,
            const HfActor *actor,
            HfCustomerDraft *draft,
            gint64 id,
            HfCustomerFate *fate,
            GError **error)
{
  Gaps gaps = { 0 };
  gint64 before = 0;
  gint64 after = 0;

  if (!read_gaps (db, id, &gaps, error) || !hf_actor_check_owner (actor, gaps.owner, error) ||
      !hf_db_get_int (db, HF_QUERY_CHANGE_NEXT_SEQ, &before, error, "") ||
      !fill_columns (db, id, draft, &gaps, error) ||
      !fill_household (db, id, draft, &gaps, error) || !fill_owner (db, id, draft, &gaps, error) ||
      !drop_known_parts (db, id, draft, error) ||
      !hf_customer_add_parts (db, actor, id, draft, error) ||
      !hf_db_get_int (db, HF_QUERY_CHANGE_NEXT_SEQ, &after, error, ""))
    return FALSE;
  *fate = after > before ? HF_CUSTOMER_UPDATED : HF_CUSTOMER_KNOWN;
  return *fate == HF_CUSTOMER_KNOWN || hf_engine_update_customer (db, actor, id, error);
}

/**
 * hf_customer_store:
 * @id: (out): the card
 * @fate: (out): whether it is a new one
 *
 * For imports, within a running operation: a person who is known already (same name with the same
 * phone, birth date or address) gets what the card lacks; somebody else with a known phone gets a
 * card that is offered for merging (CARD-12). An agent's list leaves colleagues' customers alone
 * (ROLE-1). Nothing is written when %FALSE comes back with an error that a list can cause.
 */
gboolean
hf_customer_store (HfDb *db,
                   const HfActor *actor,
                   HfCustomerDraft *draft,
                   gint64 *id,
                   HfCustomerFate *fate,
                   GError **error)
{
  gint64 same, twin;

  if (draft->values[HF_CUSTOMER_NAME] == NULL)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("The name is missing."));
      return FALSE;
    }
  if (!hf_customer_find_same (db, draft, &same, &twin, error))
    return FALSE;
  if (same != 0)
    {
      *id = same;
      return merge_into (db, actor, draft, same, fate, error);
    }
  if (!hf_customer_insert (db, actor, draft, id, error))
    return FALSE;
  /* A list of people whom the branch has known for years is no list of new cards (decision 0007).
   */
  if (!hf_customer_welcome (db, actor, *id, draft->values[HF_CUSTOMER_CARD_TYPE] != NULL, error))
    return FALSE;
  *fate = twin != 0 ? HF_CUSTOMER_ADDED_MAY_BE_DUPLICATE : HF_CUSTOMER_ADDED;
  return twin == 0 || hf_db_run (db, HF_QUERY_DUPLICATE_INSERT, error, "llls", hf_db_new_id (db),
                                 twin, *id, "phone");
}
