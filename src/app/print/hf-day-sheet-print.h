/* hf-day-sheet-print.h: prints the home visits of a day, or saves them as PDF (CAL-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_day_sheet_print (GtkWidget *parent, HfAppContext *context, gint64 staff, HfDay day);
void hf_day_sheet_save (GtkWidget *parent, HfAppContext *context, gint64 staff, HfDay day);

G_END_DECLS
