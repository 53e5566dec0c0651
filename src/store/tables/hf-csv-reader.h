/* hf-csv-reader.h: reads CSV row by row, as RFC 4180 and Excel write it (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-table-row.h"
#include "hf-text-decoder.h"

G_BEGIN_DECLS

typedef struct _HfCsvReader HfCsvReader;

HfCsvReader *hf_csv_reader_new (HfTextDecoder *decoder, char separator, GError **error);
void hf_csv_reader_free (HfCsvReader *self);
gboolean hf_csv_reader_next (HfCsvReader *self, HfTableRow *row, GError **error);
char hf_csv_reader_get_separator (HfCsvReader *self);
double hf_csv_reader_get_fraction (HfCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCsvReader, hf_csv_reader_free)

G_END_DECLS
