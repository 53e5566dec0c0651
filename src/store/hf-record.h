/* hf-record.h: a customer's right to their data: the whole record, or none (CARD-13)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfRecordOptions:
 * @json: for programs; else a page that people read
 * @full_phones: numbers in full; for managers, and in the audit log (PHONE-3)
 * @health: what was recorded of the customer's health, too (CARD-3)
 */
typedef struct
{
  gboolean json;
  gboolean full_phones;
  gboolean health;
} HfRecordOptions;

gboolean hf_command_export_record (HfDb *db,
                                   const HfActor *actor,
                                   gint64 customer,
                                   const HfRecordOptions *options,
                                   const char *path,
                                   GError **error);
gboolean hf_command_erase_customer (
    HfDb *db, const HfActor *actor, gint64 customer, const char *name, GError **error);

G_END_DECLS
