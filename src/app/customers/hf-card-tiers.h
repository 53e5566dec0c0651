/* hf-card-tiers.h: why a customer has the tier
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-card-view.h"

G_BEGIN_DECLS

GtkWidget *hf_card_tiers_create_why (GPtrArray *tiers, HfDay today);
char *hf_card_tiers_format_short (const HfCardTier *tier);

G_END_DECLS
