/* hf-xlsx-reader.h: reads a sheet of an .xlsx file row by row (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "hf-table-row.h"

G_BEGIN_DECLS

typedef struct _HfXlsxReader HfXlsxReader;

HfXlsxReader *
hf_xlsx_reader_new (const char *path, const char *sheet, GCancellable *cancellable, GError **error);
void hf_xlsx_reader_free (HfXlsxReader *self);
gboolean hf_xlsx_reader_next (HfXlsxReader *self, HfTableRow *row, GError **error);
const char *hf_xlsx_reader_get_sheet (HfXlsxReader *self);
double hf_xlsx_reader_get_fraction (HfXlsxReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXlsxReader, hf_xlsx_reader_free)

G_END_DECLS
