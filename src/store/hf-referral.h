/* hf-referral.h: people whom customers name or bring (REF-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfReferralDraft:
 * @referrer_id: the customer who names somebody
 * @person: who is named
 * @phone: (nullable): their number, in its own field (PHONE-2)
 * @relation: (nullable): to the referrer: neighbour, sister …
 * @lives: (nullable): where
 * @interest: (nullable): what they would like to know more about
 * @owner_id: who gets in touch; 0 for the referrer's owner
 */
typedef struct
{
  gint64 referrer_id;
  const char *person;
  const char *phone;
  const char *relation;
  const char *lives;
  const char *interest;
  HfReferredHow how;
  gint64 owner_id;
} HfReferralDraft;

/**
 * HfReferral:
 * @referrer_id: 0 where the referrer is no customer
 * @referrer_owner: who looks after the referrer, 0 for nobody
 * @owner_id: who gets in touch, 0 for nobody
 * @phone: (nullable): in full; %NULL once it stands on the person's card
 * @customer_id: the card that the person has, 0 for none
 */
typedef struct
{
  gint64 id;
  gint64 referrer_id;
  char *referrer;
  gint64 referrer_owner;
  gint64 owner_id;
  char *person;
  char *phone;
  char *relation;
  HfReferredHow how;
  HfReferralState state;
  gint64 customer_id;
  HfDay named_on;
} HfReferral;

gboolean hf_command_add_referral (
    HfDb *db, const HfActor *actor, const HfReferralDraft *draft, gint64 *id, GError **error);
gboolean hf_command_move_referral (
    HfDb *db, const HfActor *actor, gint64 id, HfReferralState to, gint64 customer, GError **error);
gboolean hf_referral_note_purchase (HfDb *db,
                                    const HfActor *actor,
                                    gint64 customer,
                                    HfDay bought_on,
                                    gboolean tell,
                                    GError **error);
gboolean hf_referral_find (HfDb *db, const char *text, gint64 *id, GError **error);
HfReferral *hf_referral_load (HfDb *db, gint64 id, GError **error);
void hf_referral_free (HfReferral *referral);
GArray *hf_referrals_dup_ids (HfDb *db, gint64 referrer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReferral, hf_referral_free)

G_END_DECLS
