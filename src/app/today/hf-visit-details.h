/* hf-visit-details.h: what is said of a contact less often
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-visit.h"

G_BEGIN_DECLS

#define HF_TYPE_VISIT_DETAILS (hf_visit_details_get_type ())

G_DECLARE_FINAL_TYPE (HfVisitDetails, hf_visit_details, HF, VISIT_DETAILS, AdwBin)

void hf_visit_details_set_context (HfVisitDetails *self, HfAppContext *context);
void hf_visit_details_reset (HfVisitDetails *self, HfChannel channel);
void hf_visit_details_begin_call (HfVisitDetails *self);
HfChannel hf_visit_details_get_channel (HfVisitDetails *self);
void hf_visit_details_set_channel (HfVisitDetails *self, HfChannel channel);
gboolean hf_visit_details_fill (HfVisitDetails *self, HfVisitDraft *draft, GError **error);
void hf_visit_details_pop_up (HfVisitDetails *self);

G_END_DECLS
