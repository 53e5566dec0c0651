/* hf-card-page.h: one customer's card
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-page.h"

G_BEGIN_DECLS

#define HF_TYPE_CARD_PAGE (hf_card_page_get_type ())

G_DECLARE_FINAL_TYPE (HfCardPage, hf_card_page, HF, CARD_PAGE, AdwBin)

void hf_card_page_show_customer (HfCardPage *self, gint64 customer);
void hf_card_page_set_list (HfCardPage *self, GArray *customers);

G_END_DECLS
