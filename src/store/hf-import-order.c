/* hf-import-order.c: the rows of one order become one purchase (PUR-1, PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-facts-store.h"
#include "hf-import-private.h"

/* Whether the running import itself wrote the row: ids go up. */
static gboolean
is_our_own (HfImport *import, gint64 id)
{
  return id > import->operation &&
         id >> HF_ID_DEVICE_SHIFT == import->operation >> HF_ID_DEVICE_SHIFT;
}

static gboolean
append_lines (HfImport *import, gint64 purchase, GPtrArray *sales, GError **error)
{
  for (guint i = 0; i < sales->len; i++)
    {
      const HfImportSale *sale = sales->pdata[i];

      if (!hf_purchase_insert_line (import->db, purchase, &sale->line, error))
        return FALSE;
    }
  import->result->added += sales->len;
  return TRUE;
}

/* A list of a week later says when the parcel came: what lasts from then on follows (PUR-3). */
static gboolean
note_arrival (HfImport *import, gint64 purchase, GPtrArray *sales, GError **error)
{
  const HfImportSale *first = sales->pdata[0];
  HfDay received = HF_DAY_NONE;

  for (guint i = 0; i < sales->len && received == HF_DAY_NONE; i++)
    received = ((const HfImportSale *) sales->pdata[i])->header.received_on;
  if (received != HF_DAY_NONE &&
      !hf_db_run (import->db, HF_QUERY_PURCHASE_ARRIVED, error, "ll", purchase, received))
    return FALSE;
  if (received == HF_DAY_NONE || hf_db_get_changes (import->db) == 0)
    {
      import->result->duplicates += sales->len;
      return TRUE;
    }
  import->result->updated += sales->len;
  return hf_facts_refresh (import->db, import->actor, first->header.customer_id, error) &&
         hf_engine_update_customer (import->db, import->actor, first->header.customer_id, error);
}

/* @known: (out): the order is there, so nothing is left to do */
static gboolean
find_order (HfImport *import, GPtrArray *sales, gboolean *known, GError **error)
{
  const HfImportSale *first = sales->pdata[0];
  gint64 purchase = 0;

  if (!hf_db_get_int (import->db, HF_QUERY_PURCHASE_BY_ORDER, &purchase, error, "ls",
                      first->header.customer_id, first->header.order_number))
    return FALSE;
  *known = purchase != 0;
  if (!*known)
    return TRUE;
  /* Rows of an order need not stand together. */
  if (is_our_own (import, purchase))
    return append_lines (import, purchase, sales, error);
  return note_arrival (import, purchase, sales, error);
}

static gboolean
is_twice (GPtrArray *sales, guint index)
{
  const HfImportSale *sale = sales->pdata[index];

  for (guint i = 0; i < index; i++)
    {
      const HfImportSale *other = sales->pdata[i];

      if (other->line.product_id == sale->line.product_id && other->line.packs == sale->line.packs)
        return TRUE;
    }
  return FALSE;
}

/* Without an order number the same customer, day, product and quantity is the same sale. */
static gboolean
drop_known (HfImport *import, GPtrArray *sales, GError **error)
{
  for (guint i = sales->len; i > 0; i--)
    {
      const HfImportSale *sale = sales->pdata[i - 1];
      gint64 known = is_twice (sales, i - 1);

      if (known == 0 && !hf_db_get_int (import->db, HF_QUERY_PURCHASE_SAME, &known, error, "lllis",
                                        sale->header.customer_id, sale->header.bought_on,
                                        sale->line.product_id, sale->line.packs, ""))
        return FALSE;
      if (known == 0)
        continue;
      import->result->duplicates++;
      g_ptr_array_remove_index (sales, i - 1);
    }
  return TRUE;
}

static void
take_text (const char **mine, const char *other)
{
  if (*mine == NULL || **mine == '\0')
    *mine = other;
}

static void
take_day (HfDay *mine, HfDay other)
{
  if (*mine == HF_DAY_NONE)
    *mine = other;
}

/* What an order has once may stand in any of its rows. */
static void
merge_header (HfPurchaseDraft *draft, const HfPurchaseDraft *other)
{
  take_text (&draft->store, other->store);
  take_text (&draft->courier, other->courier);
  take_text (&draft->tracking_number, other->tracking_number);
  take_text (&draft->reason, other->reason);
  take_text (&draft->note, other->note);
  take_day (&draft->received_on, other->received_on);
  take_day (&draft->promised_on, other->promised_on);
  take_day (&draft->collect_on, other->collect_on);
  if (draft->delivered_by == 0)
    draft->delivered_by = other->delivered_by;
  if (draft->discount_fen == 0)
    draft->discount_fen = other->discount_fen;
  if (draft->paid_fen < 0)
    draft->paid_fen = other->paid_fen;
  if (draft->owed_fen == 0)
    draft->owed_fen = other->owed_fen;
}

static gboolean
refuse_all (HfImport *import, GPtrArray *sales, GError *problem, GError **error)
{
  for (guint i = 0; i < sales->len; i++)
    {
      const HfImportSale *sale = sales->pdata[i];

      if (!hf_import_refuse (import, sale->row, HF_IMPORT_PRODUCT, g_error_copy (problem), error))
        {
          g_error_free (problem);
          return FALSE;
        }
    }
  import->result->refused += sales->len;
  import->row_is_bad = FALSE;
  g_error_free (problem);
  return TRUE;
}

static gboolean
insert (HfImport *import, GPtrArray *sales, GError **error)
{
  HfPurchaseDraft draft = ((const HfImportSale *) sales->pdata[0])->header;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfPurchaseLine));
  GError *problem = NULL;
  gint64 id, enrolment;

  for (guint i = 0; i < sales->len; i++)
    {
      const HfImportSale *sale = sales->pdata[i];

      merge_header (&draft, &sale->header);
      g_array_append_val (lines, sale->line);
    }
  draft.lines = lines;
  draft.imported = TRUE;
  if (!hf_purchase_insert (import->db, import->actor, &draft, &id, &enrolment, &problem))
    return refuse_all (import, sales, problem, error);
  import->result->added += sales->len;
  return TRUE;
}

/**
 * hf_import_order_write:
 * @sales: (element-type HfImportSale): of one order; some may be taken out
 *
 * Stores them as one purchase, which starts the plan that fits (PLAN-10), unless it is there.
 */
gboolean
hf_import_order_write (HfImport *import, GPtrArray *sales, GError **error)
{
  const HfImportSale *first = sales->pdata[0];
  gboolean known = FALSE;

  if (*first->header.order_number != '\0')
    return find_order (import, sales, &known, error) && (known || insert (import, sales, error));
  return drop_known (import, sales, error) && (sales->len == 0 || insert (import, sales, error));
}
