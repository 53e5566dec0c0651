/* hf-today-changes.h: remind later, move, skip
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-work.h"

G_BEGIN_DECLS

void hf_today_snooze (HfAppContext *context, const HfWorkItem *item, const char *until);
void hf_today_ask_day (GtkWidget *widget, HfAppContext *context, const HfWorkItem *item);
void hf_today_ask_reason (GtkWidget *widget, HfAppContext *context, const HfWorkItem *item);

void hf_today_tick (HfAppContext *context, const HfWorkItem *item);

G_END_DECLS
