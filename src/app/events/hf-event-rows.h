/* hf-event-rows.h: events and invited customers as lists show them
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-event.h"
#include "hf-matter.h"

G_BEGIN_DECLS

HfMatter *hf_event_rows_make_event (const HfEvent *event, HfMinute now);
HfMatter *hf_event_rows_make_invitation (const HfInvitation *invitation);
char *hf_event_rows_format_counts (const HfEvent *event, HfMinute now);

G_END_DECLS
