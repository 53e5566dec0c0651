/* hf-card-view.h: all that a customer card shows, read at once
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card-part.h"
#include "hf-card.h"
#include "hf-operation.h"
#include "hf-supply-store.h"
#include "hf-work.h"

G_BEGIN_DECLS

/* What became of a card since its page was opened. */
typedef enum
{
  HF_CARD_IS_THERE,
  HF_CARD_WAS_MERGED,
  HF_CARD_WAS_ERASED,
  HF_CARD_IS_GONE,
} HfCardFate;

/**
 * HfCardTier:
 * @scheme: its name; @leading: lists show this one
 * @tier: nick, empty for none; @name: as people call it
 * @since: %HF_DAY_NONE without a tier; @falls_on: %HF_DAY_NONE unless it is in grace (TIER-6)
 * @by_hand: (nullable): why a manager set it (TIER-4)
 * @holds: facts that give it; @missing: what the next one asks for beyond them
 * @work: the work that suits it, may be empty
 *
 * A customer's tier in one scheme and why (TIER-5).
 */
typedef struct
{
  char *scheme;
  gboolean leading;
  char *tier;
  char *name;
  HfDay since;
  HfDay falls_on;
  char *by_hand;
  GStrv holds;
  GStrv missing;
  char *work;
} HfCardTier;

/**
 * HfCardProjected:
 * @plan_name: as people call it; @index of @count steps, 0 for a routine
 * @title: what to do
 * @move: (nullable): why it is not on the day that the plan names
 * @paused: waits for a complaint to be closed
 *
 * A contact to come that is no follow-up yet (SCHED-1).
 */
typedef struct
{
  HfDay day;
  HfChannel channel;
  char *plan_name;
  guint index;
  guint count;
  char *title;
  char *move;
  gboolean paused;
} HfCardProjected;

/**
 * HfCardPromise:
 * @state: `open`, `kept`, `not-kept` or `void`
 * @day: when it is due, or was kept
 */
typedef struct
{
  gint64 id;
  char *text;
  char *state;
  HfDay day;
} HfCardPromise;

#define HF_N_CARD_MIX (5)

/**
 * HfCardView:
 * @fate: whether the card is still there; the rest is empty when it is not
 * @merged_into: the card that has its records now, 0 for none; @merged_name its name
 * @values: by #HfCustomerField, as hf_customer_draft_set() takes them, "" for nothing
 * @parts: (element-type HfCardRow): by #HfCardPart
 * @household: its name, "" where it has none; @members: (element-type HfCardRow): who else lives
 *   there
 * @owner_since: %HF_DAY_NONE when the card always had this owner; @owner_before (nullable)
 * @verified_on: %HF_DAY_NONE; @verified_by (nullable)
 * @n_purchases, @n_referrals, @points: for the sections' ends
 * @n_duplicates: how many cards may be the same person's (CARD-12)
 * @tiers: (element-type HfCardTier): the leading scheme first
 * @supplies: (element-type HfSupplyLeft)
 * @follow_ups: (element-type HfWorkItem): open and paused, the first due first
 * @projected: (element-type HfCardProjected): what follows
 * @promises: (element-type HfCardPromise): open ones, then those settled last
 * @mix: how many of the last contacts were of which kind (VISIT-7); @n_mix: of how many
 * @mix_last, @mix_suggested: three contacts of one kind suggest another, else -1
 *
 * Phone numbers are masked (PHONE-1). Health facts are for the card's Health section only (CARD-3).
 */
typedef struct
{
  gint64 id;
  HfCardFate fate;
  gint64 merged_into;
  char *merged_name;
  HfCard *card;
  char *values[HF_N_CUSTOMER_FIELDS];
  GPtrArray *parts[HF_N_CARD_PARTS];
  char *household;
  GPtrArray *members;
  HfDay owner_since;
  char *owner_before;
  HfDay verified_on;
  char *verified_by;
  int n_purchases;
  int n_referrals;
  gint64 points;
  gint64 n_duplicates;
  GPtrArray *tiers;
  GPtrArray *supplies;
  GPtrArray *follow_ups;
  GPtrArray *projected;
  GPtrArray *promises;
  int mix[HF_N_CARD_MIX];
  int n_mix;
  int mix_last;
  int mix_suggested;
} HfCardView;

HfCardView *hf_card_view_load (HfDb *db, const HfActor *actor, gint64 id, GError **error);
void hf_card_view_free (HfCardView *view);
const HfCardRow *hf_card_view_get_birthday (const HfCardView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCardView, hf_card_view_free)

G_END_DECLS
