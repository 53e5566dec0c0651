/* hf-staff-menu.h: who sits at the desk, and a switch for it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_STAFF_MENU (hf_staff_menu_get_type ())

G_DECLARE_FINAL_TYPE (HfStaffMenu, hf_staff_menu, HF, STAFF_MENU, AdwBin)

void hf_staff_menu_set_context (HfStaffMenu *self, HfAppContext *context);

G_END_DECLS
