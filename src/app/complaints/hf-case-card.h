/* hf-case-card.h: a complaint on the board
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-case-item.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_CARD (hf_case_card_get_type ())

G_DECLARE_FINAL_TYPE (HfCaseCard, hf_case_card, HF, CASE_CARD, AdwBin)

GtkWidget *hf_case_card_new (void);
void hf_case_card_set_item (HfCaseCard *self, HfCaseItem *item);

G_END_DECLS
