/* hf-card-section.h: a section of a card, opened in the left column
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

#define HF_TYPE_CARD_SECTION (hf_card_section_get_type ())

G_DECLARE_FINAL_TYPE (HfCardSection, hf_card_section, HF, CARD_SECTION, AdwBin)

gboolean hf_card_section_is_name (const char *name);
GtkWidget *hf_card_section_new (const char *name);
void hf_card_section_set_view (HfCardSection *self, HfAppContext *context, const HfCardView *view);

G_END_DECLS
