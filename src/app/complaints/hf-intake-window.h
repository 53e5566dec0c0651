/* hf-intake-window.h: a new complaint, from nothing
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_INTAKE_WINDOW (hf_intake_window_get_type ())

G_DECLARE_FINAL_TYPE (HfIntakeWindow, hf_intake_window, HF, INTAKE_WINDOW, AdwWindow)

void hf_intake_window_show (GtkWidget *parent, HfAppContext *context);

G_END_DECLS
