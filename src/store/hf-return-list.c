/* hf-return-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-return-list.h"

#include <glib/gi18n-lib.h>

#include "hf-lookup.h"

void
hf_return_free (HfReturn *back)
{
  g_free (back->customer);
  g_free (back->note);
  g_free (back->staff);
  g_free (back->refund_state);
  g_free (back->goods);
  g_free (back);
}

static int
read_word (HfRows *rows, int column, HfDomainSet set)
{
  int value = 0;

  hf_domain_parse (set, hf_rows_text (rows, column), &value, NULL);
  return value;
}

static void
read_row (HfReturn *back, HfRows *rows)
{
  back->id = hf_rows_int (rows, 0);
  back->number = hf_rows_int (rows, 1);
  back->customer_id = hf_rows_int (rows, 2);
  back->customer = hf_rows_dup (rows, 3);
  back->owner_id = hf_rows_int (rows, 4);
  back->purchase_id = hf_rows_int (rows, 5);
  back->complaint_id = hf_rows_int (rows, 6);
  back->adverse_id = hf_rows_int (rows, 7);
  back->opened_at = hf_rows_int (rows, 8);
  back->reason = (HfReturnReason) read_word (rows, 9, HF_DOMAIN_RETURN_REASON);
  back->insists = hf_rows_int (rows, 10) != 0;
  back->exchange = g_str_equal (hf_rows_text (rows, 11), "exchange");
  back->state = (HfReturnState) read_word (rows, 12, HF_DOMAIN_RETURN_STATE);
  back->refund_fen = hf_rows_int_or (rows, 13, -1);
  back->goods_back_on = hf_rows_int_or (rows, 14, HF_DAY_NONE);
  back->done_at = hf_rows_int_or (rows, 15, HF_MINUTE_NONE);
  back->note = hf_rows_dup (rows, 16);
  back->staff = hf_rows_dup (rows, 17);
  back->bought_on = hf_rows_int_or (rows, 18, HF_DAY_NONE);
  back->refund_due = hf_rows_int_or (rows, 19, HF_MINUTE_NONE);
  back->refund_state = hf_rows_dup (rows, 20);
  back->payable_fen = hf_rows_int_or (rows, 21, -1);
  back->goods_fen = hf_rows_int_or (rows, 22, -1);
  back->goods = hf_rows_dup (rows, 23);
}

/**
 * hf_return_load:
 *
 * Returns: (transfer full): or %NULL with %HF_ERROR_NOT_FOUND
 */
HfReturn *
hf_return_load (HfDb *db, gint64 id, GError **error)
{
  g_autoptr (HfReturn) back = g_new0 (HfReturn, 1);
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_RETURN_GET, error, "l", id) ||
      !hf_rows_need (&rows, _ ("There is no such return."), error))
    return NULL;
  read_row (back, &rows);
  return g_steal_pointer (&back);
}

/**
 * hf_return_find:
 * @text: an id, or the return's number, with or without `#`
 * @id: (out):
 *
 * Returns: %FALSE with %HF_ERROR_BAD_INPUT for no number, or %HF_ERROR_NOT_FOUND
 */
gboolean
hf_return_find (HfDb *db, const char *text, gint64 *id, GError **error)
{
  return hf_lookup_number (db, HF_QUERY_RETURN_BY_NUMBER, text, _ ("There is no such return."), id,
                           error);
}

/**
 * hf_returns_dup_ids:
 * @agent: who looks, where they see only their own customers' (ROLE-1); 0 for who sees all
 * @owner: whose customers', 0 for anybody's
 *
 * Returns: (transfer full) (element-type gint64): open ones first, newest first; %NULL with an
 * error
 */
GArray *
hf_returns_dup_ids (HfDb *db, gint64 agent, gint64 owner, int limit, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_RETURN_LIST, error, "lli", agent, owner, limit);
}

static void
clear_choice (gpointer data)
{
  g_free (((HfReturnChoice *) data)->product);
}

static void
clear_stock (gpointer data)
{
  HfReturnStock *stock = data;

  g_free (stock->product);
  g_free (stock->batch);
}

static GArray *
end_rows (GArray *list, GError *local, GError **error)
{
  if (local == NULL)
    return g_array_ref (list);
  g_propagate_error (error, g_error_copy (local));
  return NULL;
}

/**
 * hf_return_dup_choices:
 *
 * Returns: (transfer full) (element-type HfReturnChoice): what of a customer's goods can come back,
 * the newest purchase first; %NULL with an error
 */
GArray *
hf_return_dup_choices (HfDb *db, gint64 customer, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (HfReturnChoice));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  g_array_set_clear_func (list, clear_choice);
  if (!hf_rows_open (&rows, db, HF_QUERY_RETURN_CHOICES, error, "l", customer))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfReturnChoice choice = { .line_id = hf_rows_int (&rows, 0),
                                .purchase_id = hf_rows_int (&rows, 1),
                                .product_id = hf_rows_int (&rows, 8),
                                .bought_on = hf_rows_int (&rows, 2),
                                .product = hf_rows_dup (&rows, 3),
                                .packs = (int) hf_rows_int (&rows, 4),
                                .price_fen = hf_rows_int_or (&rows, 5, -1) };

      g_array_append_val (list, choice);
    }
  return end_rows (list, local, error);
}

/**
 * hf_returns_dup_stock:
 *
 * Returns: (transfer full) (element-type HfReturnStock): what came back, by product and batch;
 * %NULL with an error
 */
GArray *
hf_returns_dup_stock (HfDb *db, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (HfReturnStock));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  g_array_set_clear_func (list, clear_stock);
  if (!hf_rows_open (&rows, db, HF_QUERY_RETURN_STOCK, error, ""))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfReturnStock stock = { hf_rows_dup (&rows, 0), hf_rows_dup (&rows, 1),
                              hf_rows_int_or (&rows, 2, HF_DAY_NONE), (int) hf_rows_int (&rows, 3),
                              (int) hf_rows_int (&rows, 4) };

      g_array_append_val (list, stock);
    }
  return end_rows (list, local, error);
}
