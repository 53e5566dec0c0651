/* hf-import-preview.h: the beginning of a table, before anything is decided (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-import-mapping.h"

G_BEGIN_DECLS

/* So many rows show what a column holds. */
#define HF_IMPORT_PREVIEW_ROWS (5)

/**
 * HfImportPreview:
 * @kind: what the table most likely is a list of
 * @description: what is being read: “Text, GB18030, separated by commas”
 * @header_row: the header's number as a spreadsheet shows it
 * @headers: what stands above the columns, numbers masked (PHONE-4)
 * @rows: (element-type GStrv): the first rows with data, as many fields as @headers; masked and cut
 * @mappings: for each kind, what the headers' words say
 */
typedef struct
{
  HfImportKind kind;
  char *description;
  guint header_row;
  GStrv headers;
  GPtrArray *rows;
  HfImportMapping *mappings[2];
} HfImportPreview;

HfImportPreview *
hf_import_preview_load (const char *path, GCancellable *cancellable, GError **error);
void hf_import_preview_free (HfImportPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportPreview, hf_import_preview_free)

G_END_DECLS
