/* hf-export.h: customers written to a file for others
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-customer-list.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/* By the ending of the file's name. */
typedef enum
{
  HF_EXPORT_CSV,
  HF_EXPORT_XLSX,
  HF_EXPORT_VCARD,
  HF_EXPORT_JSON,
} HfExportKind;

/**
 * HfExportProgress:
 *
 * Called now and then, on the thread that writes.
 */
typedef void (*HfExportProgress) (guint done, guint all, gpointer data);

/**
 * HfExport:
 * @customers: (element-type gint64):
 * @path: where the file is to stand; what stands there is replaced once all is written
 * @full_phone: numbers in full, for a manager who asks (PHONE-3)
 * @progress: (nullable)
 */
typedef struct
{
  GArray *customers;
  char *path;
  gboolean full_phone;
  HfExportProgress progress;
  gpointer data;
} HfExport;

gboolean hf_export_parse_kind (const char *path, HfExportKind *kind, GError **error);
gboolean
hf_command_note_export (HfDb *db, const HfActor *actor, const HfExport *request, GError **error);
gboolean hf_export_write_customers (HfDb *db,
                                    const HfExport *request,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
