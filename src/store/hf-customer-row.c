/* hf-customer-row.c: what the list of customers shows of each
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "hf-completeness.h"
#include "hf-customer-list.h"
#include "hf-phone.h"
#include "hf-plans.h"
#include "hf-tier-schemes.h"

static void
row_clear (gpointer data)
{
  HfCustomerRow *row = data;

  g_free (row->name);
  g_free (row->tier);
  g_free (row->membership);
  g_free (row->area);
  g_free (row->plan);
  g_free (row->phone);
  g_free (row->owner);
}

HfCustomerRow *
hf_customer_row_ref (HfCustomerRow *row)
{
  return g_rc_box_acquire (row);
}

void
hf_customer_row_unref (HfCustomerRow *row)
{
  g_rc_box_release_full (row, row_clear);
}

/**
 * hf_customer_row_equal:
 *
 * Returns: whether both look the same in a list
 */
gboolean
hf_customer_row_equal (const HfCustomerRow *a, const HfCustomerRow *b)
{
  return a->id == b->id && a->stage == b->stage && a->card_type == b->card_type &&
         a->last_contact_at == b->last_contact_at && a->next_due_at == b->next_due_at &&
         a->supply_until == b->supply_until && a->owner_id == b->owner_id &&
         a->completeness == b->completeness && a->do_not_contact == b->do_not_contact &&
         g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->tier, b->tier) == 0 &&
         g_strcmp0 (a->membership, b->membership) == 0 && g_strcmp0 (a->area, b->area) == 0 &&
         g_strcmp0 (a->plan, b->plan) == 0 && g_strcmp0 (a->phone, b->phone) == 0 &&
         g_strcmp0 (a->owner, b->owner) == 0;
}

/* "28 days of care 2/5" */
static char *
dup_plan (HfDb *db, const char *place, GError **error)
{
  gint64 id;
  int step, count;
  HfPlan *plan;

  if (place == NULL || sscanf (place, "%" G_GINT64_FORMAT " %d %d", &id, &step, &count) != 3)
    return NULL;
  if (!hf_plans_look_up (db, id, &plan, NULL, error) || plan == NULL)
    return NULL;
  if (step == 0)
    return g_strdup (plan->name);
  return g_strdup_printf ("%s %d/%d", plan->name, step, count);
}

/* "Gold card" */
static char *
dup_membership (HfDb *db, const char *nick, GError **error)
{
  const HfStoredScheme *stored;
  const HfTier *tier;

  if (nick == NULL || *nick == '\0')
    return NULL;
  stored = hf_tier_schemes_find (db, "membership", error);
  if (stored == NULL)
    return NULL;
  tier = hf_tier_scheme_get (stored->scheme, hf_tier_scheme_find (stored->scheme, nick));
  return tier != NULL ? g_strdup (tier->name) : NULL;
}

static int
rate (HfRows *rows)
{
  HfSet present = HF_BIT (HF_CARD_FIELD_NAME);

  if (!hf_rows_is_null (rows, 11))
    present |= HF_BIT (HF_CARD_FIELD_PHONE);
  if (!hf_rows_is_null (rows, 13))
    present |= HF_BIT (HF_CARD_FIELD_OWNER);
  if (hf_rows_int (rows, 14) != 0)
    present |= HF_BIT (HF_CARD_FIELD_BIRTH_DATE);
  if (hf_rows_int (rows, 15) != 0)
    present |= HF_BIT (HF_CARD_FIELD_ADDRESS);
  if (hf_rows_int (rows, 16) != 0)
    present |= HF_BIT (HF_CARD_FIELD_SOURCE);
  if (hf_rows_int (rows, 17) != 0)
    present |= HF_BIT (HF_CARD_FIELD_PRODUCT);
  if (hf_rows_int (rows, 18) != 0)
    present |= HF_BIT (HF_CARD_FIELD_WINDOW);
  return hf_completeness_get_percent (present);
}

static gboolean
read_row (HfCustomerRow *row, HfDb *db, HfRows *rows, GError **error)
{
  g_autoptr (GError) local = NULL;
  int type = 0;

  hf_domain_parse (HF_DOMAIN_CARD_TYPE, hf_rows_text (rows, 4), &type, NULL);
  row->id = hf_rows_int (rows, 0);
  row->name = hf_rows_dup (rows, 1);
  row->tier = hf_rows_dup (rows, 2);
  row->stage = (int) hf_rows_int_or (rows, 3, -1);
  row->card_type = (HfCardType) type;
  row->membership = dup_membership (db, hf_rows_text (rows, 5), &local);
  row->area = hf_rows_dup (rows, 6);
  row->plan = local == NULL ? dup_plan (db, hf_rows_text (rows, 7), &local) : NULL;
  row->last_contact_at = hf_rows_int_or (rows, 8, HF_MINUTE_NONE);
  row->next_due_at = hf_rows_int_or (rows, 9, HF_MINUTE_NONE);
  row->supply_until = hf_rows_int_or (rows, 10, HF_DAY_NONE);
  row->phone = hf_rows_is_null (rows, 11) ? NULL : hf_phone_mask (hf_rows_text (rows, 11));
  row->owner = hf_rows_dup (rows, 12);
  row->owner_id = hf_rows_int (rows, 13);
  row->completeness = rate (rows);
  row->do_not_contact = hf_rows_int (rows, 19) != 0;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_customer_list_dup_rows:
 * @ids: a block of them, such as 256: some look-ups by primary key each
 *
 * Returns: (transfer full) (element-type HfCustomerRow): those that are still there, in no order;
 *   or %NULL with an error
 */
GPtrArray *
hf_customer_list_dup_rows (HfDb *db, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_full (n_ids, (GDestroyNotify) hf_customer_row_unref);
  g_autofree char *json = hf_ids_to_json (ids, n_ids);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_CUSTOMER_LIST_ROWS, error, "s", json))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfCustomerRow *row = g_rc_box_new0 (HfCustomerRow);

      g_ptr_array_add (found, row);
      if (!read_row (row, db, &rows, error))
        return NULL;
    }
  if (local == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
