/* hf-spread-dialog.h: a week that is too full: what could be moved, before it is (CAL-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

void hf_spread_ask (GtkWidget *parent, HfAppContext *context, gint64 staff, HfDay from);

G_END_DECLS
