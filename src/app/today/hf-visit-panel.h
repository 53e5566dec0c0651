/* hf-visit-panel.h: whom to contact, why, and what came of it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-brief.h"

G_BEGIN_DECLS

#define HF_TYPE_VISIT_PANEL (hf_visit_panel_get_type ())

G_DECLARE_FINAL_TYPE (HfVisitPanel, hf_visit_panel, HF, VISIT_PANEL, AdwBin)

void hf_visit_panel_set_context (HfVisitPanel *self, HfAppContext *context);
void hf_visit_panel_show (HfVisitPanel *self, gint64 follow_up);
const HfBrief *hf_visit_panel_get_brief (HfVisitPanel *self);
void hf_visit_panel_choose_outcome (HfVisitPanel *self, guint number);
void hf_visit_panel_record (HfVisitPanel *self);
void hf_visit_panel_reveal (HfVisitPanel *self);
void hf_visit_panel_call (HfVisitPanel *self);
gboolean hf_visit_panel_is_dirty (HfVisitPanel *self);
void hf_visit_panel_show_answers (HfVisitPanel *self, gboolean shown);
void hf_visit_panel_choose_message (HfVisitPanel *self);
void hf_visit_panel_show_details (HfVisitPanel *self);

G_END_DECLS
