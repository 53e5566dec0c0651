/* hf-greeting-dialog.h: a round of greetings for those who are selected (CAL-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

void hf_greeting_ask (GtkWidget *parent, HfAppContext *context, GArray *customers);

G_END_DECLS
