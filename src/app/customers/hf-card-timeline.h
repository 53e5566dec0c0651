/* hf-card-timeline.h: the middle of a customer card: everything that happened
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_CARD_TIMELINE (hf_card_timeline_get_type ())

G_DECLARE_FINAL_TYPE (HfCardTimeline, hf_card_timeline, HF, CARD_TIMELINE, AdwBin)

void hf_card_timeline_set_customer (HfCardTimeline *self, HfAppContext *context, gint64 customer);
void hf_card_timeline_reload (HfCardTimeline *self);
void hf_card_timeline_search (HfCardTimeline *self);

G_END_DECLS
