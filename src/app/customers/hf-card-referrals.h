/* hf-card-referrals.h: whom a customer named, and how far it came (REF-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_CARD_REFERRALS (hf_card_referrals_get_type ())

G_DECLARE_FINAL_TYPE (HfCardReferrals, hf_card_referrals, HF, CARD_REFERRALS, AdwBin)

GtkWidget *hf_card_referrals_new (void);
void hf_card_referrals_show (HfCardReferrals *self, HfAppContext *context, gint64 customer);

G_END_DECLS
