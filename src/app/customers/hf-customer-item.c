/* hf-customer-item.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-item.h"

typedef struct
{
  GtkWidget *widget; /* (unowned): unbound before it goes */
  HfCustomerCellFunc func;
  gpointer data;
} Cell;

/**
 * HfCustomerItem:
 *
 * Made only for lines that the view keeps. Knows its cells itself: connecting a signal for each of
 * two thousand cells is what a fast scroll would mostly consist of. Main thread only.
 */
struct _HfCustomerItem
{
  GObject parent_instance;

  gint64 id;
  HfCustomerRow *row; /* (nullable): the customer is gone */
  GArray *cells;
};

G_DEFINE_FINAL_TYPE (HfCustomerItem, hf_customer_item, G_TYPE_OBJECT)

static void
hf_customer_item_finalize (GObject *object)
{
  HfCustomerItem *self = HF_CUSTOMER_ITEM (object);

  g_clear_pointer (&self->row, hf_customer_row_unref);
  g_array_unref (self->cells);

  G_OBJECT_CLASS (hf_customer_item_parent_class)->finalize (object);
}

static void
hf_customer_item_class_init (HfCustomerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_customer_item_finalize;
}

static void
hf_customer_item_init (HfCustomerItem *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
}

/**
 * hf_customer_item_new:
 * @row: (nullable) (transfer none): what is known of the customer
 */
HfCustomerItem *
hf_customer_item_new (gint64 id, HfCustomerRow *row)
{
  HfCustomerItem *self = g_object_new (HF_TYPE_CUSTOMER_ITEM, NULL);

  self->id = id;
  self->row = row != NULL ? hf_customer_row_ref (row) : NULL;
  return self;
}

gint64
hf_customer_item_get_id (HfCustomerItem *self)
{
  g_return_val_if_fail (HF_IS_CUSTOMER_ITEM (self), 0);

  return self->id;
}

/**
 * hf_customer_item_get_row:
 *
 * Returns: (transfer none) (nullable):
 */
const HfCustomerRow *
hf_customer_item_get_row (HfCustomerItem *self)
{
  g_return_val_if_fail (HF_IS_CUSTOMER_ITEM (self), NULL);

  return self->row;
}

/**
 * hf_customer_item_show:
 *
 * Shows the row anew: the day or the minute has changed.
 */
void
hf_customer_item_show (HfCustomerItem *self)
{
  g_return_if_fail (HF_IS_CUSTOMER_ITEM (self));

  for (guint i = 0; self->row != NULL && i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      cell->func (cell->widget, self->row, cell->data);
    }
}

/**
 * hf_customer_item_set_row:
 * @row: (transfer none): as it was read anew
 *
 * Its cells show it if it looks otherwise than before.
 */
void
hf_customer_item_set_row (HfCustomerItem *self, HfCustomerRow *row)
{
  g_return_if_fail (HF_IS_CUSTOMER_ITEM (self));

  if (self->row != NULL && hf_customer_row_equal (self->row, row))
    return;
  g_clear_pointer (&self->row, hf_customer_row_unref);
  self->row = hf_customer_row_ref (row);
  hf_customer_item_show (self);
}

void
hf_customer_item_bind (HfCustomerItem *self,
                       GtkWidget *cell,
                       HfCustomerCellFunc func,
                       gpointer data)
{
  Cell one = { cell, func, data };

  g_return_if_fail (HF_IS_CUSTOMER_ITEM (self));

  g_array_append_val (self->cells, one);
  if (self->row != NULL)
    func (cell, self->row, data);
}

void
hf_customer_item_unbind (HfCustomerItem *self, GtkWidget *cell)
{
  g_return_if_fail (HF_IS_CUSTOMER_ITEM (self));

  for (guint i = 0; i < self->cells->len; i++)
    {
      if (g_array_index (self->cells, Cell, i).widget == cell)
        {
          g_array_remove_index_fast (self->cells, i);
          return;
        }
    }
}
