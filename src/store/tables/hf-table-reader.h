/* hf-table-reader.h: reads a table, CSV or XLSX, row by row (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "hf-table-row.h"
#include "hf-text-scan.h"

G_BEGIN_DECLS

typedef struct _HfTableReader HfTableReader;

/**
 * HfTableOptions:
 * @encoding: of a text file; %HF_ENCODING_AUTO to find out
 * @separator: of a text file: `,`, `;` or a tab; 0 to find out
 * @sheet: (nullable): name of the sheet of a workbook; %NULL for the first
 *
 * All zero is what most files want.
 */
typedef struct
{
  HfEncoding encoding;
  char separator;
  const char *sheet;
} HfTableOptions;

HfTableReader *hf_table_open (const char *path,
                              const HfTableOptions *options,
                              GCancellable *cancellable,
                              GError **error);
void hf_table_free (HfTableReader *self);
gboolean hf_table_next (HfTableReader *self, HfTableRow *row, GError **error);
double hf_table_get_fraction (HfTableReader *self);
char *hf_table_describe (HfTableReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfTableReader, hf_table_free)

G_END_DECLS
