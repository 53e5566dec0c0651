/* hf-change-log.h: triggers that write down every change of every record
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

gboolean hf_change_log_make_triggers (HfDb *db, GError **error);
gboolean hf_change_log_covers (const char *table);
gboolean hf_change_log_is_derived (const char *table, const char *column);
GPtrArray *hf_change_log_dup_columns (HfDb *db, const char *table, GError **error);

G_END_DECLS
