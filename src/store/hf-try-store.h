/* hf-try-store.h: the last contacts and tries, read (VISIT-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-try.h"

G_BEGIN_DECLS

GArray *hf_tries_load (HfDb *db, gint64 customer, gboolean refused, GError **error);

G_END_DECLS
