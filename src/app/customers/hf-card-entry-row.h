/* hf-card-entry-row.h: a row of a card's timeline
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-card-item.h"

G_BEGIN_DECLS

#define HF_TYPE_CARD_ENTRY_ROW (hf_card_entry_row_get_type ())

G_DECLARE_FINAL_TYPE (HfCardEntryRow, hf_card_entry_row, HF, CARD_ENTRY_ROW, AdwBin)

HfCardEntryRow *hf_card_entry_row_new (void);
void hf_card_entry_row_set_item (HfCardEntryRow *self, HfCardItem *item, HfDay today);

G_END_DECLS
