/* hf-tier-report.h: how many customers are in which tier, and where they came from (DASH-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-tier-schemes.h"

G_BEGIN_DECLS

/**
 * HfTierMove:
 * @from: the tier at the end of the first day, empty for none
 * @to: the tier at the end of the last day, empty for none
 * @count: how many customers
 */
typedef struct
{
  char *from;
  char *to;
  int count;
} HfTierMove;

GArray *hf_tier_report_moves (HfDb *db, gint64 scheme, HfDay from, HfDay to, GError **error);

G_END_DECLS
