/* hf-text-fill.h: the branch's texts with the names filled in (TEXT-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfTextValues:
 * @customer, @staff, @product, @purchase_date, @store: (nullable): as they are to be read out;
 * where one is not known a neutral word stands
 *
 * What takes the place of {customer}, {staff}, {product}, {purchase_date} and {store}.
 */
typedef struct
{
  const char *customer;
  const char *staff;
  const char *product;
  const char *purchase_date;
  const char *store;
} HfTextValues;

char *hf_text_fill (const char *text, const HfTextValues *values);
gboolean hf_text_check_placeholders (const char *text, GError **error);

G_END_DECLS
