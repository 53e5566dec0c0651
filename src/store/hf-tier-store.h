/* hf-tier-store.h: the tiers of customers, kept up to date (TIER-1 to TIER-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-tier-schemes.h"

G_BEGIN_DECLS

/**
 * HfTierView:
 * @stored: the scheme; borrowed
 * @facts: what it is based on
 * @state: the tier that the customer has and since when the facts hold it no longer
 * @since: since when the customer has it, %HF_DAY_NONE when they have none
 * @by_hand: a manager set it (TIER-4), up to @override's last day
 *
 * A customer's tier in a scheme and why (TIER-5).
 */
typedef struct
{
  gint64 id;
  const HfStoredScheme *stored;
  HfTierFacts facts;
  HfTierState state;
  HfTierOverride override;
  HfDay since;
  gboolean by_hand;
  char *hand_reason;
} HfTierView;

void hf_tier_view_clear (HfTierView *view);
gboolean hf_tier_load (HfDb *db,
                       gint64 customer,
                       const HfStoredScheme *stored,
                       HfDay today,
                       HfTierView *view,
                       GError **error);
gboolean
hf_tier_refresh (HfDb *db, const HfActor *actor, gint64 customer, gboolean *moved, GError **error);
gboolean hf_tier_run_day (HfDb *db, const HfActor *actor, GError **error);

gboolean hf_command_observe_tier_fact (HfDb *db,
                                       const HfActor *actor,
                                       gint64 customer,
                                       const char *fact,
                                       gboolean holds,
                                       GError **error);
gboolean hf_command_set_tier (HfDb *db,
                              const HfActor *actor,
                              gint64 customer,
                              const char *scheme,
                              const char *tier,
                              HfDay until,
                              const char *reason,
                              GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfTierView, hf_tier_view_clear)

G_END_DECLS
