/* hf-tier-badge.h: the letter of a tier in its colour
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_tier_badge_apply (GtkLabel *label, const char *tier);

G_END_DECLS
