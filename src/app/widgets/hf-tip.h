/* hf-tip.h: a tooltip that costs nothing until it is looked at
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_tip_set (GtkWidget *widget, const char *text);

G_END_DECLS
