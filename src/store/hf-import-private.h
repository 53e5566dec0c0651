/* hf-import-private.h: what the files of the import share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-import-mapping.h"
#include "hf-import.h"
#include "hf-purchase.h"

G_BEGIN_DECLS

/**
 * HfImport:
 * @staff: (element-type utf8 gint64): the names looked up so far
 * @operation: id of the running operation: rows with a higher one were written by it
 * @row: the row that is being read
 * @row_is_bad: it has a problem
 *
 * A running import.
 */
typedef struct
{
  HfDb *db;
  const HfActor *actor;
  HfImportMapping *mapping;
  HfImportResult *result;
  GHashTable *staff;
  gint64 operation;
  const HfTableRow *row;
  gboolean row_is_bad;
} HfImport;

/**
 * HfImportSink:
 * @take: does something with the row; %FALSE only for what stops the whole import
 * @finish: after the last one
 *
 * What becomes of the rows of one kind of table.
 */
typedef struct
{
  gpointer (*create) (HfImport *import);
  gboolean (*take) (gpointer self, GError **error);
  gboolean (*finish) (gpointer self, GError **error);
  void (*free) (gpointer self);
} HfImportSink;

/**
 * HfImportSale:
 * @row: where it stands
 * @header: what an order has once; its texts belong to @texts
 * @line: the product
 * @texts: (element-type utf8): owned
 *
 * A row of a table of purchases.
 */
typedef struct
{
  guint row;
  HfPurchaseDraft header;
  HfPurchaseLine line;
  GPtrArray *texts;
} HfImportSale;

extern const HfImportSink hf_import_customer_sink, hf_import_purchase_sink;

char *hf_import_dup (HfImport *import, HfImportField field);
gboolean hf_import_refuse (
    HfImport *import, guint row, HfImportField field, GError *problem, GError **error);
gboolean hf_import_find_staff (HfImport *import, const char *name, gint64 *staff, GError **error);

gboolean hf_import_find_buyer (HfImport *import,
                               const char *name,
                               const char *phone,
                               gint64 *customer,
                               HfImportField *field,
                               GError **error);
HfImportSale *hf_import_sale_read (HfImport *import, GError **error);
void hf_import_sale_free (HfImportSale *sale);
gboolean hf_import_sale_is_of (const HfImportSale *sale, const HfImportSale *other);
gboolean hf_import_order_write (HfImport *import, GPtrArray *sales, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportSale, hf_import_sale_free)

G_END_DECLS
