/* hf-card-item.h: a line of a card's timeline: a month or an entry
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "hf-card-history.h"

G_BEGIN_DECLS

#define HF_TYPE_CARD_ITEM (hf_card_item_get_type ())

G_DECLARE_FINAL_TYPE (HfCardItem, hf_card_item, HF, CARD_ITEM, GObject)

HfCardItem *hf_card_item_new_month (HfDay day);
HfCardItem *hf_card_item_new_entry (HfCardEntry *entry);
const HfCardEntry *hf_card_item_get_entry (HfCardItem *self);
HfDay hf_card_item_get_month (HfCardItem *self);
gboolean hf_card_item_equal (HfCardItem *self, HfCardItem *other);

G_END_DECLS
