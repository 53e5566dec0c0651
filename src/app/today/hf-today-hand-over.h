/* hf-today-hand-over.h: a customer goes to a colleague
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-work.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hf_today_ask_colleague (GtkWidget *widget, HfAppContext *context, const HfWorkItem *item);

G_END_DECLS
