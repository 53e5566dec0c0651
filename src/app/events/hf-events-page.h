/* hf-events-page.h: events, and who of the invited comes and came
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_EVENTS_PAGE (hf_events_page_get_type ())

G_DECLARE_FINAL_TYPE (HfEventsPage, hf_events_page, HF, EVENTS_PAGE, AdwBin)

G_END_DECLS
