/* hf-key-in-window.h: what came of a day's home visits, on one screen (CAL-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_KEY_IN_WINDOW (hf_key_in_window_get_type ())

G_DECLARE_FINAL_TYPE (HfKeyInWindow, hf_key_in_window, HF, KEY_IN_WINDOW, AdwWindow)

void hf_key_in_window_present (GtkWindow *parent, HfAppContext *context, gint64 staff, HfDay day);

G_END_DECLS
