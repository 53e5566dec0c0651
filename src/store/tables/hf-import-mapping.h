/* hf-import-mapping.h: which column of a table is which field (PUR-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-import-field.h"
#include "hf-table-reader.h"

G_BEGIN_DECLS

typedef struct _HfImportMapping HfImportMapping;

HfImportMapping *hf_import_mapping_new (HfImportKind kind, const HfTableRow *header);
HfImportMapping *hf_import_mapping_read (HfTableReader *table,
                                         HfImportKind kind,
                                         const char *map_path,
                                         GError **error);
HfImportMapping *hf_import_mapping_read_chosen (
    HfTableReader *table, HfImportKind kind, guint header_row, const int *columns, GError **error);
void hf_import_mapping_free (HfImportMapping *self);
gboolean hf_import_mapping_load (HfImportMapping *self, const char *path, GError **error);
void hf_import_mapping_set_column (HfImportMapping *self, HfImportField field, int column);
gboolean hf_import_mapping_check (HfImportMapping *self, GError **error);

HfImportKind hf_import_mapping_get_kind (HfImportMapping *self);
int hf_import_mapping_get_column (HfImportMapping *self, HfImportField field);
const char *hf_import_mapping_get_header (HfImportMapping *self, HfImportField field);
char **hf_import_mapping_dup_unmatched (HfImportMapping *self);
char *hf_import_mapping_dup (HfImportMapping *self, const HfTableRow *row, HfImportField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfImportMapping, hf_import_mapping_free)

G_END_DECLS
