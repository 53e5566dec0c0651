/* hf-complaints-page.h: the Complaints page: complaints and the cases beside them
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-page.h"

G_BEGIN_DECLS

#define HF_TYPE_COMPLAINTS_PAGE (hf_complaints_page_get_type ())

G_DECLARE_FINAL_TYPE (HfComplaintsPage, hf_complaints_page, HF, COMPLAINTS_PAGE, AdwBin)

void hf_complaints_page_show_case (HfComplaintsPage *self, const char *kind, gint64 id);

G_END_DECLS
