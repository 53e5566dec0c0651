/* hf-invite-dialog.h: plans an event, invites several customers to one
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

void hf_event_ask_new (GtkWidget *parent, HfAppContext *context);
void hf_invite_ask (GtkWidget *parent, HfAppContext *context, GArray *customers);

G_END_DECLS
