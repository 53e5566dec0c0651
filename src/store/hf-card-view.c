/* hf-card-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-view-private.h"

#include "hf-customer-draft.h"
#include "hf-mix.h"
#include "hf-office.h"

static void
promise_free (gpointer data)
{
  HfCardPromise *promise = data;

  g_free (promise->text);
  g_free (promise->state);
  g_free (promise);
}

void
hf_card_view_free (HfCardView *view)
{
  g_clear_pointer (&view->card, hf_card_free);
  for (guint i = 0; i < HF_N_CUSTOMER_FIELDS; i++)
    g_free (view->values[i]);
  for (guint i = 0; i < HF_N_CARD_PARTS; i++)
    g_clear_pointer (&view->parts[i], g_ptr_array_unref);
  g_clear_pointer (&view->members, g_ptr_array_unref);
  g_clear_pointer (&view->tiers, g_ptr_array_unref);
  g_clear_pointer (&view->supplies, g_ptr_array_unref);
  g_clear_pointer (&view->follow_ups, g_ptr_array_unref);
  g_clear_pointer (&view->projected, g_ptr_array_unref);
  g_clear_pointer (&view->promises, g_ptr_array_unref);
  g_free (view->merged_name);
  g_free (view->household);
  g_free (view->owner_before);
  g_free (view->verified_by);
  g_free (view);
}

/* How many of the row's columns come before the fields. */
#define N_ABOUT (14)

static char *
make_sql (void)
{
  GString *sql = g_string_new (
      "SELECT c.merged_into_id, m.name, c.erased_on, h.name, c.household_id, o.done_on, s.name,"
      " c.verified_on, v.name, (SELECT count (*) FROM purchase WHERE customer_id = c.id),"
      " (SELECT count (*) FROM referral WHERE referrer_id = c.id),"
      " (SELECT coalesce (sum (CASE WHEN kind = 'redeem' THEN -amount ELSE amount END), 0)"
      "    FROM reward WHERE customer_id = c.id AND kind IN ('points', 'redeem')"
      "     AND state IN ('due', 'given')), c.owner_id, o.id");

  for (guint i = 0; i < HF_N_CUSTOMER_FIELDS; i++)
    g_string_append_printf (sql, ", c.%s", hf_customer_field_get_column ((HfCustomerField) i));
  g_string_append (
      sql, " FROM customer c LEFT JOIN customer m ON m.id = c.merged_into_id"
           " LEFT JOIN household h ON h.id = c.household_id"
           " LEFT JOIN staff v ON v.id = c.verified_by_id"
           " LEFT JOIN handover o ON o.id = (SELECT max (id) FROM handover WHERE customer_id = c.id"
           "   AND to_id = c.owner_id) LEFT JOIN staff s ON s.id = o.from_id WHERE c.id = ?1");
  return g_string_free (sql, FALSE);
}

static char *
format_weekdays (HfSet days)
{
  static const char *const nicks[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (HF_SET_HAS (days, HF_MONDAY + i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", nicks[i]);
  return g_string_free (text, FALSE);
}

/* As a person would write it. */
static char *
dup_value (HfRows *rows, int column, HfCustomerField field)
{
  if (hf_rows_is_null (rows, column))
    return g_strdup ("");
  if (field == HF_CUSTOMER_COLLECTED_ON || field == HF_CUSTOMER_QUIET_UNTIL)
    return hf_day_format (hf_rows_int (rows, column));
  if (field == HF_CUSTOMER_NO_CONTACT)
    return format_weekdays ((HfSet) hf_rows_int (rows, column));
  return hf_rows_dup (rows, column);
}

static void
read_about (HfCardView *view, HfRows *rows)
{
  view->merged_into = hf_rows_int (rows, 0);
  view->merged_name = hf_rows_dup (rows, 1);
  view->fate = !hf_rows_is_null (rows, 2) ? HF_CARD_WAS_ERASED
               : view->merged_into != 0   ? HF_CARD_WAS_MERGED
                                          : HF_CARD_IS_THERE;
  view->household = g_strdup (hf_rows_text (rows, 3) != NULL ? hf_rows_text (rows, 3) : "");
  view->owner_since = hf_rows_int_or (rows, 5, HF_DAY_NONE);
  view->owner_before = hf_rows_dup (rows, 6);
  view->verified_on = hf_rows_int_or (rows, 7, HF_DAY_NONE);
  view->verified_by = hf_rows_dup (rows, 8);
  view->n_purchases = (int) hf_rows_int (rows, 9);
  view->n_referrals = (int) hf_rows_int (rows, 10);
  view->points = hf_rows_int (rows, 11);
  for (guint i = 0; i < HF_N_CUSTOMER_FIELDS; i++)
    view->values[i] = dup_value (rows, N_ABOUT + (int) i, (HfCustomerField) i);
}

/* Whether the card is there, and whose it is (ROLE-1). */
static gboolean
read_customer (HfCardView *view, HfDb *db, const HfActor *actor, GError **error)
{
  g_autofree char *sql = make_sql ();
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  view->fate = HF_CARD_IS_GONE;
  if (!hf_rows_open_text (&rows, db, sql, error, "l", view->id))
    return FALSE;
  if (hf_rows_next (&rows, &local))
    {
      if (!hf_actor_check_owner (actor, hf_rows_int (&rows, 12), error))
        return FALSE;
      read_about (view, &rows);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_parts (HfCardView *view, HfDb *db, GError **error)
{
  for (guint i = 0; i < HF_N_CARD_PARTS; i++)
    {
      view->parts[i] = hf_card_dup_part (db, view->id, (HfCardPart) i, error);
      if (view->parts[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Who else lives there. */
static gboolean
read_members (HfCardView *view, HfDb *db, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  view->members = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_card_row_free);
  if (!hf_rows_open (&rows, db, HF_QUERY_CARD_HOUSEHOLD, error, "l", view->id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfCardRow *row = g_new0 (HfCardRow, 1);

      row->id = hf_rows_int (&rows, 0);
      row->text = hf_rows_dup (&rows, 1);
      g_ptr_array_add (view->members, row);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_promises (HfCardView *view, HfDb *db, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  view->promises = g_ptr_array_new_with_free_func (promise_free);
  if (!hf_rows_open (&rows, db, HF_QUERY_CARD_PROMISE_LEDGER, error, "l", view->id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      HfCardPromise *promise = g_new0 (HfCardPromise, 1);

      promise->id = hf_rows_int (&rows, 0);
      promise->text = hf_rows_dup (&rows, 1);
      promise->state = hf_rows_dup (&rows, 2);
      promise->day = hf_rows_int (&rows, 3);
      g_ptr_array_add (view->promises, promise);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Newest first (VISIT-7). A contact of no named kind counts as none, but parts a row. */
static gboolean
read_mix (HfCardView *view, HfDb *db, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  int kinds[HF_MIX_ROW];
  gsize n = 0;

  if (!hf_rows_open (&rows, db, HF_QUERY_CARD_MIX, error, "l", view->id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      int kind = -1;

      if (!hf_rows_is_null (&rows, 0))
        hf_domain_parse (HF_DOMAIN_MIX, hf_rows_text (&rows, 0), &kind, NULL);
      if (n < HF_MIX_ROW)
        kinds[n++] = kind;
      if (kind < 0)
        continue;
      view->mix[kind]++;
      view->n_mix++;
    }
  view->mix_suggested = hf_mix_suggest (kinds, n, *view->values[HF_CUSTOMER_INTERESTS] != '\0');
  view->mix_last = view->mix_suggested >= 0 ? kinds[0] : -1;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_card_view_load:
 * @actor: who looks (ROLE-1), and "now"
 *
 * Look-ups by the customer's id: some milliseconds, also with hundreds of visits; on a reader's
 * thread.
 *
 * Returns: (transfer full): its fate says when there is no such card any more; %NULL with an error,
 *   %HF_ERROR_NOT_ALLOWED for a colleague's customer
 */
HfCardView *
hf_card_view_load (HfDb *db, const HfActor *actor, gint64 id, GError **error)
{
  g_autoptr (HfCardView) view = g_new0 (HfCardView, 1);
  HfDay today = hf_minute_get_day (actor->now);

  view->id = id;
  if (!read_customer (view, db, actor, error))
    return NULL;
  if (view->fate != HF_CARD_IS_THERE)
    return g_steal_pointer (&view);
  view->card = hf_card_load (db, id, error);
  if (view->card == NULL || !read_parts (view, db, error) || !read_members (view, db, error) ||
      !read_promises (view, db, error) || !read_mix (view, db, error) ||
      !hf_card_view_read_tiers (view, db, today, error) ||
      !hf_card_view_read_next (view, db, actor->now, error))
    return NULL;
  if (!hf_db_get_int (db, HF_QUERY_CARD_DUPLICATE_COUNT, &view->n_duplicates, error, "ll", id,
                      actor->role == HF_ROLE_MANAGER ? 0 : actor->staff_id))
    return NULL;
  view->supplies = hf_supply_dup_left (db, id, today, error);
  return view->supplies != NULL ? g_steal_pointer (&view) : NULL;
}

/**
 * hf_card_view_get_birthday:
 *
 * Returns: (transfer none) (nullable):
 */
const HfCardRow *
hf_card_view_get_birthday (const HfCardView *view)
{
  const GPtrArray *dates = view->parts[HF_CARD_DATE];

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const HfCardRow *row = dates->pdata[i];

      if (g_strcmp0 (row->kind, "birthday") == 0)
        return row;
    }
  return NULL;
}
