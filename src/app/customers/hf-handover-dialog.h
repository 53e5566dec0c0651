/* hf-handover-dialog.h: asks to whom customers are handed over
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

void
hf_handover_ask (GtkWidget *parent, HfAppContext *context, GArray *customers, const char *name);
void hf_handover_show_pack (GtkWidget *parent, HfAppContext *context, gint64 customer);

G_END_DECLS
