/* hf-greeting-dialog.h: a round of greetings is started, or worded (CAL-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-greeting-list.h"

G_BEGIN_DECLS

void hf_greeting_ask (GtkWidget *parent, HfAppContext *context, GArray *customers);
void hf_greeting_ask_words (GtkWidget *parent, HfAppContext *context, const HfGreetingRow *round);

G_END_DECLS
