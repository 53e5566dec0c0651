/* hf-round-row.h: a round of greetings, and how far it has come
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-greeting-list.h"

G_BEGIN_DECLS

GtkWidget *hf_round_row_new (void);
void hf_round_row_show (GtkWidget *row, const HfGreetingRow *round, HfDay today, gboolean named);
gint64 hf_round_row_get_id (GtkWidget *row);

char *hf_round_format_progress (const HfGreetingRow *round);
double hf_round_get_fraction (const HfGreetingRow *round);

G_END_DECLS
