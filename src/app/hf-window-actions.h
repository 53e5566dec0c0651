/* hf-window-actions.h: what the window's menus and keys do
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-window.h"

G_BEGIN_DECLS

void hf_window_add_actions (GtkWidgetClass *widget_class);

G_END_DECLS
