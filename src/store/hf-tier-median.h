/* hf-tier-median.h: the middle of the branch, for the value scheme (TIER-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"

G_BEGIN_DECLS

/**
 * HfTierMedians:
 * @turnover: orders in twelve months
 * @profit: fen in twelve months
 */
typedef struct
{
  gint64 turnover;
  gint64 profit;
} HfTierMedians;

gboolean hf_tier_medians_get (HfDb *db, HfDay today, HfTierMedians *medians, GError **error);
gboolean hf_tier_medians_update (HfDb *db, HfDay today, gboolean *moved, GError **error);

G_END_DECLS
