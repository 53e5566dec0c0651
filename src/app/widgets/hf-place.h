/* hf-place.h: a list whose room changes shows what it showed
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_place_hold (GtkAdjustment *place);

G_END_DECLS
