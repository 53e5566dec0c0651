/* hf-customer-cells.h: what stands in the columns of the Customers page
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer-item.h"

G_BEGIN_DECLS

/**
 * HfCustomerColumnInfo:
 * @nick: names it in the settings
 * @title: to be translated; %NULL for the check marks
 * @sort: by which it sorts, -1 for none
 * @width: in pixels at an unscaled text size
 * @shown: unless the person chose otherwise
 * @create: makes the widget of a cell
 * @show: shows a row in it; its data is the #HfMinute of now
 */
typedef struct
{
  const char *nick;
  const char *title;
  int sort;
  int width;
  gboolean shown;
  GtkWidget *(*create) (void);
  HfCustomerCellFunc show;
} HfCustomerColumnInfo;

extern const HfCustomerColumnInfo hf_customer_column_infos[];
extern const guint hf_n_customer_column_infos;

G_END_DECLS
