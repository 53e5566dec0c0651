/* hf-late-icons.h: the large icons of pages that are seldom shown
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_late_icons_wait (GtkStack *stack);

G_END_DECLS
