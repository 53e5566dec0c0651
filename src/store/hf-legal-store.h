/* hf-legal-store.h: days that the law or the firm gives, for this branch (COMP-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-deadline.h"

G_BEGIN_DECLS

typedef enum
{
  HF_LEGAL_REFUND,       /* since the goods came back */
  HF_LEGAL_AUTHORITY,    /* since an authority asked */
  HF_LEGAL_DATA_REQUEST, /* since a person asked for their data */
} HfLegalKind;

gboolean hf_legal_days_load (HfDb *db, HfLegalDays *days, GError **error);
gboolean hf_legal_get_due (HfDb *db, HfLegalKind kind, HfDay from, HfDay *due, GError **error);
gboolean hf_purchase_get_return_until (HfDb *db, gint64 purchase, HfDay *until, GError **error);

G_END_DECLS
