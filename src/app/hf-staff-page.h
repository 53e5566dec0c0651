/* hf-staff-page.h: who are you?
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_STAFF_PAGE (hf_staff_page_get_type ())

G_DECLARE_FINAL_TYPE (HfStaffPage, hf_staff_page, HF, STAFF_PAGE, AdwBin)

gboolean hf_staff_page_set_context (HfStaffPage *self, HfAppContext *context, GError **error);
HfAppContext *hf_staff_page_get_context (HfStaffPage *self);

G_END_DECLS
