/* hf-import-purchase.c: gathers the rows of each order (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-private.h"

/* No order is that long; a table in which all rows bear one number must not fill the memory. */
#define LONGEST_ORDER (500)

typedef struct
{
  HfImport *import;
  GPtrArray *order; /* (element-type HfImportSale): the rows of the order that is being read */
} Sink;

static gboolean
write_order (Sink *self, GError **error)
{
  gboolean row_is_bad = self->import->row_is_bad;

  if (self->order->len > 0 && !hf_import_order_write (self->import, self->order, error))
    return FALSE;
  g_ptr_array_set_size (self->order, 0);
  self->import->row_is_bad = row_is_bad;
  return TRUE;
}

static gboolean
take (gpointer data, GError **error)
{
  Sink *self = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (HfImportSale) sale = hf_import_sale_read (self->import, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (sale == NULL)
    return TRUE;
  if (self->order->len > 0 &&
      (self->order->len >= LONGEST_ORDER || !hf_import_sale_is_of (sale, self->order->pdata[0])) &&
      !write_order (self, error))
    return FALSE;
  g_ptr_array_add (self->order, g_steal_pointer (&sale));
  return TRUE;
}

static gboolean
finish (gpointer data, GError **error)
{
  return write_order (data, error);
}

static gpointer
create (HfImport *import)
{
  Sink *self = g_new0 (Sink, 1);

  self->import = import;
  self->order = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_import_sale_free);
  return self;
}

static void
free_sink (gpointer data)
{
  Sink *self = data;

  g_ptr_array_unref (self->order);
  g_free (self);
}

const HfImportSink hf_import_purchase_sink = { create, take, finish, free_sink };
