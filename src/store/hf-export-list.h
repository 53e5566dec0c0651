/* hf-export-list.h: complaints, contacts, follow-ups and tiers, written to a file for others
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

typedef enum
{
  HF_EXPORT_COMPLAINTS,
  HF_EXPORT_VISITS,
  HF_EXPORT_FOLLOW_UPS,
  HF_EXPORT_TIERS,
} HfExportList;

/**
 * HfListExport:
 * @path: where the file is to stand; what stands there is replaced once all is written
 * @from, @to: the days on which they were received, took place or are due, both included
 * @full_phone: numbers in full, for a manager who asks (PHONE-3)
 */
typedef struct
{
  HfExportList list;
  const char *path;
  HfDay from;
  HfDay to;
  gboolean full_phone;
} HfListExport;

gboolean hf_command_export_list (HfDb *db,
                                 const HfActor *actor,
                                 const HfListExport *request,
                                 guint *n,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
