/* hf-table-kind.h: what a file is, by its content (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HF_TABLE_TEXT,
  HF_TABLE_XLSX,
} HfTableKind;

gboolean hf_table_kind_detect (const char *path, HfTableKind *kind, GError **error);

G_END_DECLS
