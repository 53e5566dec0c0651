/* hf-customer-columns.h: the columns of the Customers page
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-customer-item.h"

G_BEGIN_DECLS

void hf_customer_columns_add (GtkColumnView *view, const HfMinute *now);
const char *hf_customer_column_get_nick (GtkColumnViewColumn *column);
const char *hf_customer_column_get_title (const char *nick);

void hf_customer_columns_fill (GtkColumnView *view);
const char *hf_customer_columns_get_sort_title (HfCustomerSort sort);
void hf_customer_columns_sort_by (GtkColumnView *view, HfCustomerSort sort, gboolean descending);
gboolean
hf_customer_columns_get_sort (GtkColumnView *view, HfCustomerSort *sort, gboolean *descending);
GVariant *hf_customer_columns_save (GtkColumnView *view);
void hf_customer_columns_restore (GtkColumnView *view, GVariant *layout);
GtkListItem *hf_customer_columns_find_line (GtkWidget *widget);

G_END_DECLS
