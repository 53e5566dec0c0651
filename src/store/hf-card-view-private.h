/* hf-card-view-private.h: what the files that read a card share
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card-view.h"

G_BEGIN_DECLS

gboolean hf_card_view_read_next (HfCardView *view, HfDb *db, HfMinute now, GError **error);
gboolean hf_card_view_read_tiers (HfCardView *view, HfDb *db, HfDay today, GError **error);
void hf_card_projected_free (HfCardProjected *projected);
void hf_card_tier_free (HfCardTier *tier);

G_END_DECLS
