/* hf-referral-rules.h: how a referral moves on (REF-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"

G_BEGIN_DECLS

gboolean hf_referral_move_check (HfReferralState from, HfReferralState to, GError **error);

G_END_DECLS
