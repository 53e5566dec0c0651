/* hf-drag-turn.h: a button that is pressed by holding what is dragged over it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_drag_turn_add (GtkWidget *button);

G_END_DECLS
