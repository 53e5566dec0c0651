/* hf-card-next.h: the right of a customer card: what comes next
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-card-view.h"

G_BEGIN_DECLS

#define HF_TYPE_CARD_NEXT (hf_card_next_get_type ())

G_DECLARE_FINAL_TYPE (HfCardNext, hf_card_next, HF, CARD_NEXT, AdwBin)

void hf_card_next_set_view (HfCardNext *self, const HfCardView *view, HfMinute now);

G_END_DECLS
