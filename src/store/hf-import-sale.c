/* hf-import-sale.c: a row of a table of purchases, read and checked (PUR-1, PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-import-date.h"
#include "hf-import-phone.h"
#include "hf-import-private.h"
#include "hf-import-value.h"
#include "hf-lookup.h"
#include "hf-office.h"
#include "hf-text-check.h"

#define MOST_PACKS  (10000)
#define LONGEST_KEY (200)

/* A row while it is being read: what has to be seen together. */
typedef struct
{
  HfImport *import;
  HfImportSale *sale;
  char *name;
  char *phone;
  gint64 amount_fen;
} Reading;

typedef gboolean (*Take) (Reading *self, HfImportField field, const char *text, GError **error);

void
hf_import_sale_free (HfImportSale *sale)
{
  g_ptr_array_unref (sale->texts);
  g_free (sale);
}

/**
 * hf_import_sale_is_of:
 *
 * Whether two rows belong to one order: the customer and the order number are the same or, without
 * a number, the customer and the day.
 */
gboolean
hf_import_sale_is_of (const HfImportSale *sale, const HfImportSale *other)
{
  return sale->header.customer_id == other->header.customer_id &&
         strcmp (sale->header.order_number, other->header.order_number) == 0 &&
         (*sale->header.order_number != '\0' || sale->header.bought_on == other->header.bought_on);
}

static const char *
keep (Reading *self, const char *text)
{
  char *copy = g_strdup (text);

  g_ptr_array_add (self->sale->texts, copy);
  return copy;
}

static gboolean
take_name (Reading *self, HfImportField field, const char *text, GError **error)
{
  return hf_text_check_name (text, &self->name, error);
}

static gboolean
take_phone (Reading *self, HfImportField field, const char *text, GError **error)
{
  g_autoptr (GPtrArray) phones = NULL;

  if (!hf_import_parse_phones (text, &phones, error))
    return FALSE;
  if (phones->len > 0)
    self->phone = g_strdup (((const HfImportPhone *) phones->pdata[0])->number);
  return TRUE;
}

/* Numbers of orders, parcels and batches look like telephone numbers by nature. */
static gboolean
take_key (Reading *self, HfImportField field, const char *text, GError **error)
{
  HfPurchaseDraft *header = &self->sale->header;

  if (g_utf8_strlen (text, -1) > LONGEST_KEY)
    {
      g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT,
                   _ ("The text is too long; at most %d characters fit."), LONGEST_KEY);
      return FALSE;
    }
  if (field == HF_IMPORT_ORDER_NUMBER)
    header->order_number = keep (self, text);
  else if (field == HF_IMPORT_TRACKING)
    header->tracking_number = keep (self, text);
  else
    self->sale->line.batch = keep (self, text);
  return TRUE;
}

static gboolean
take_text (Reading *self, HfImportField field, const char *text, GError **error)
{
  HfPurchaseDraft *header = &self->sale->header;

  if (!hf_text_check (text, error))
    return FALSE;
  if (field == HF_IMPORT_STORE)
    header->store = keep (self, text);
  else if (field == HF_IMPORT_COURIER)
    header->courier = keep (self, text);
  else if (field == HF_IMPORT_REASON)
    header->reason = keep (self, text);
  else
    header->note = keep (self, text);
  return TRUE;
}

static gboolean
take_day (Reading *self, HfImportField field, const char *text, GError **error)
{
  HfPurchaseDraft *header = &self->sale->header;
  HfDay day;

  if (!hf_import_parse_day (text, &day, error))
    return FALSE;
  if (field == HF_IMPORT_DATE)
    header->bought_on = day;
  else if (field == HF_IMPORT_RECEIVED_ON)
    header->received_on = day;
  else if (field == HF_IMPORT_PROMISED_ON)
    header->promised_on = day;
  else if (field == HF_IMPORT_COLLECTION_DATE)
    header->collect_on = day;
  else
    self->sale->line.expires_on = day;
  return TRUE;
}

static gboolean
take_money (Reading *self, HfImportField field, const char *text, GError **error)
{
  HfPurchaseDraft *header = &self->sale->header;
  gint64 fen;

  if (!hf_import_parse_money (text, &fen, error))
    return FALSE;
  if (field == HF_IMPORT_UNIT_PRICE)
    self->sale->line.price_fen = fen;
  else if (field == HF_IMPORT_AMOUNT)
    self->amount_fen = fen;
  else if (field == HF_IMPORT_DISCOUNT)
    header->discount_fen = fen;
  else if (field == HF_IMPORT_PAID)
    header->paid_fen = fen;
  else
    header->owed_fen = fen;
  return TRUE;
}

static gboolean
take_packs (Reading *self, HfImportField field, const char *text, GError **error)
{
  return hf_import_parse_count (text, 1, MOST_PACKS, &self->sale->line.packs, error);
}

static gboolean
take_product (Reading *self, HfImportField field, const char *text, GError **error)
{
  return hf_lookup (self->import->db, HF_LOOKUP_PRODUCT, text, &self->sale->line.product_id, error);
}

static gboolean
take_deliverer (Reading *self, HfImportField field, const char *text, GError **error)
{
  return hf_import_find_staff (self->import, text, &self->sale->header.delivered_by, error);
}

static const struct
{
  HfImportField field;
  Take take;
  gboolean needed;
} fields[] = {
  { HF_IMPORT_CUSTOMER_NAME, take_name }, { HF_IMPORT_CUSTOMER_PHONE, take_phone },
  { HF_IMPORT_ORDER_NUMBER, take_key },   { HF_IMPORT_DATE, take_day, TRUE },
  { HF_IMPORT_STORE, take_text },         { HF_IMPORT_PRODUCT, take_product, TRUE },
  { HF_IMPORT_QUANTITY, take_packs },     { HF_IMPORT_UNIT_PRICE, take_money },
  { HF_IMPORT_AMOUNT, take_money },       { HF_IMPORT_BATCH, take_key },
  { HF_IMPORT_EXPIRY, take_day },         { HF_IMPORT_RECEIVED_ON, take_day },
  { HF_IMPORT_PROMISED_ON, take_day },    { HF_IMPORT_COURIER, take_text },
  { HF_IMPORT_TRACKING, take_key },       { HF_IMPORT_DELIVERED_BY, take_deliverer },
  { HF_IMPORT_DISCOUNT, take_money },     { HF_IMPORT_PAID, take_money },
  { HF_IMPORT_OWED, take_money },         { HF_IMPORT_COLLECTION_DATE, take_day },
  { HF_IMPORT_REASON, take_text },        { HF_IMPORT_PURCHASE_NOTES, take_text },
};

static gboolean
refuse_missing (HfImportField field, GError **error)
{
  g_set_error (error, HF_ERROR, HF_ERROR_BAD_INPUT, _ ("Nothing stands in “%s”."),
               hf_import_field_get_label (field));
  return FALSE;
}

static gboolean
take_fields (Reading *self, GError **error)
{
  HfImport *import = self->import;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      HfImportField field = fields[i].field;
      g_autofree char *text = hf_import_dup (import, field);
      GError *problem = NULL;

      if (*text != '\0' ? fields[i].take (self, field, text, &problem)
                        : !fields[i].needed || refuse_missing (field, &problem))
        continue;
      if (!hf_import_refuse (import, import->row->number, field, problem, error))
        return FALSE;
    }
  return TRUE;
}

/* The column that the days' disagreement is about. */
static HfImportField
blame_day (HfImport *import, const HfPurchaseDraft *header)
{
  if (header->bought_on > hf_minute_get_day (import->actor->now))
    return HF_IMPORT_DATE;
  if (header->received_on != HF_DAY_NONE && header->received_on < header->bought_on)
    return HF_IMPORT_RECEIVED_ON;
  return HF_IMPORT_COLLECTION_DATE;
}

/* What can only be judged once the whole row is known. */
static gboolean
check (Reading *self, HfImportField *field, GError **error)
{
  HfImport *import = self->import;
  HfPurchaseDraft *header = &self->sale->header;
  gint64 owner;

  *field = self->name != NULL ? HF_IMPORT_CUSTOMER_NAME : HF_IMPORT_CUSTOMER_PHONE;
  if (!hf_import_find_buyer (import, self->name, self->phone, &header->customer_id, field, error) ||
      !hf_lookup_customer_owner (import->db, header->customer_id, &owner, error) ||
      !hf_actor_check_owner (import->actor, owner, error))
    return FALSE;
  *field = blame_day (import, header);
  if (!hf_purchase_check_days (import->actor, header, error))
    return FALSE;
  *field = HF_IMPORT_PRODUCT;
  return hf_purchase_check_health (import->db, header->customer_id, self->sale->line.product_id,
                                   header->reason, error);
}

static HfImportSale *
new_sale (HfImport *import)
{
  HfImportSale *sale = g_new0 (HfImportSale, 1);

  sale->row = import->row->number;
  sale->texts = g_ptr_array_new_with_free_func (g_free);
  hf_purchase_draft_init (&sale->header);
  sale->header.order_number = "";
  sale->line = (HfPurchaseLine){ 0, 1, -1, NULL, HF_DAY_NONE };
  return sale;
}

static gboolean
read_row (Reading *self, GError **error)
{
  HfPurchaseLine *line = &self->sale->line;
  GError *problem = NULL;
  HfImportField field;

  if (!take_fields (self, error))
    return FALSE;
  if (!self->import->row_is_bad && !check (self, &field, &problem))
    return hf_import_refuse (self->import, self->sale->row, field, problem, error);
  if (line->price_fen < 0 && self->amount_fen >= 0)
    line->price_fen = self->amount_fen / line->packs;
  return TRUE;
}

/**
 * hf_import_sale_read:
 *
 * Reads the row at hand.
 *
 * Returns: (transfer full) (nullable): %NULL when the row has problems, which are noted, or with an
 * error that stops the whole import
 */
HfImportSale *
hf_import_sale_read (HfImport *import, GError **error)
{
  g_autoptr (HfImportSale) sale = new_sale (import);
  Reading self = { import, sale, NULL, NULL, -1 };
  gboolean done = read_row (&self, error);

  g_free (self.name);
  g_free (self.phone);
  return done && !import->row_is_bad ? g_steal_pointer (&sale) : NULL;
}
