/* hf-lookup.h: from what a person calls a thing to its id
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

typedef enum
{
  HF_LOOKUP_STAFF,
  HF_LOOKUP_PRODUCT,
  HF_LOOKUP_CUSTOMER,
  HF_LOOKUP_PLAN,
} HfLookup;

gboolean hf_lookup (HfDb *db, HfLookup what, const char *text, gint64 *id, GError **error);
gboolean hf_lookup_number (
    HfDb *db, HfQuery by_number, const char *text, const char *missing, gint64 *id, GError **error);
gboolean hf_lookup_customer_owner (HfDb *db, gint64 customer, gint64 *owner, GError **error);

G_END_DECLS
