/* hf-find.h: customers by what somebody types (plain; the index comes with the search page)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

GArray *hf_find_customers (HfDb *db, const char *text, int limit, GError **error);

G_END_DECLS
