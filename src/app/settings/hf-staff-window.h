/* hf-staff-window.h: who works here, for a manager (ROLE-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_STAFF_WINDOW (hf_staff_window_get_type ())

G_DECLARE_FINAL_TYPE (HfStaffWindow, hf_staff_window, HF, STAFF_WINDOW, AdwWindow)

void hf_staff_window_present (GtkWindow *parent, HfAppContext *context);

G_END_DECLS
