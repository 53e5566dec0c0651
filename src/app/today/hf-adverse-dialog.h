/* hf-adverse-dialog.h: what a customer feels who does not get on with a product (COMP-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

void hf_adverse_dialog_show (GtkWidget *widget,
                             HfAppContext *context,
                             gint64 customer,
                             const char *name);

void hf_adverse_dialog_show_one (GtkWidget *widget, HfAppContext *context, gint64 adverse);

G_END_DECLS
