/* hf-kept-rows.h: what the undo of an import has to leave alone
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

typedef struct _HfKeptRows HfKeptRows;

HfKeptRows *hf_kept_rows_find (HfDb *db, gint64 first_seq, gint64 last_seq, GError **error);
void hf_kept_rows_free (HfKeptRows *self);
gboolean hf_kept_rows_has (HfKeptRows *self,
                           const char *table,
                           gint64 id,
                           gboolean inserted,
                           gboolean *kept,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfKeptRows, hf_kept_rows_free)

G_END_DECLS
