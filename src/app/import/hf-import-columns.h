/* hf-import-columns.h: what each column of a table means
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-import-preview.h"

G_BEGIN_DECLS

#define HF_TYPE_IMPORT_COLUMNS (hf_import_columns_get_type ())

G_DECLARE_FINAL_TYPE (HfImportColumns, hf_import_columns, HF, IMPORT_COLUMNS, AdwBin)

void hf_import_columns_show (HfImportColumns *self, HfImportPreview *preview, HfImportKind kind);
void hf_import_columns_read (HfImportColumns *self, int *columns);

G_END_DECLS
