/* hf-duplicates-window.h: cards that may be one person, to be compared and merged (CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_DUPLICATES_WINDOW (hf_duplicates_window_get_type ())

G_DECLARE_FINAL_TYPE (HfDuplicatesWindow, hf_duplicates_window, HF, DUPLICATES_WINDOW, AdwWindow)

void hf_duplicates_window_present (GtkWindow *parent, HfAppContext *context, gint64 customer);

G_END_DECLS
