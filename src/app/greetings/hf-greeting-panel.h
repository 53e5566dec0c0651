/* hf-greeting-panel.h: whom to greet, with which words
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

#define HF_TYPE_GREETING_PANEL (hf_greeting_panel_get_type ())

G_DECLARE_FINAL_TYPE (HfGreetingPanel, hf_greeting_panel, HF, GREETING_PANEL, AdwBin)

void hf_greeting_panel_set_context (HfGreetingPanel *self, HfAppContext *context);
void hf_greeting_panel_show (HfGreetingPanel *self, const HfGreetingLine *line);
HfChannel hf_greeting_panel_get_channel (HfGreetingPanel *self);
void hf_greeting_panel_copy (HfGreetingPanel *self);
void hf_greeting_panel_leave_out (HfGreetingPanel *self);

G_END_DECLS
