/* hf-table-row.h: one row of a table that is being imported
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What Excel itself can hold, and what no field of a branch's table needs. */
#define HF_TABLE_MAX_COLUMNS (16384)
#define HF_TABLE_MAX_FIELD   (1024 * 1024)
#define HF_TABLE_MAX_ROW     (16 * 1024 * 1024)

/**
 * HfTableRow:
 * @number: the row's number as a spreadsheet shows it, from 1
 * @n_fields: how many fields the row has; rows of a table may differ
 * @fields: (array length=n_fields): UTF-8, "" where nothing stands; owned by the
 *   reader and good until it is asked for the next row
 */
typedef struct
{
  guint number;
  guint n_fields;
  const char *const *fields;
} HfTableRow;

char *hf_table_format_column (guint column);

G_END_DECLS
