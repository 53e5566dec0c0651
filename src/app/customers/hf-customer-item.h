/* hf-customer-item.h: a line of the Customers page
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-customer-list.h"

G_BEGIN_DECLS

/**
 * HfCustomerCellFunc:
 *
 * Shows the line's row in a cell.
 */
typedef void (*HfCustomerCellFunc) (GtkWidget *cell, const HfCustomerRow *row, gpointer data);

#define HF_TYPE_CUSTOMER_ITEM (hf_customer_item_get_type ())

G_DECLARE_FINAL_TYPE (HfCustomerItem, hf_customer_item, HF, CUSTOMER_ITEM, GObject)

HfCustomerItem *hf_customer_item_new (gint64 id, HfCustomerRow *row);
gint64 hf_customer_item_get_id (HfCustomerItem *self);
const HfCustomerRow *hf_customer_item_get_row (HfCustomerItem *self);
void hf_customer_item_set_row (HfCustomerItem *self, HfCustomerRow *row);
void hf_customer_item_bind (HfCustomerItem *self,
                            GtkWidget *cell,
                            HfCustomerCellFunc func,
                            gpointer data);
void hf_customer_item_unbind (HfCustomerItem *self, GtkWidget *cell);
void hf_customer_item_show (HfCustomerItem *self);

G_END_DECLS
