/* hf-visit-form.h: what came of a contact, to be keyed in
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

#define HF_TYPE_VISIT_FORM (hf_visit_form_get_type ())

G_DECLARE_FINAL_TYPE (HfVisitForm, hf_visit_form, HF, VISIT_FORM, AdwBin)

void hf_visit_form_set_context (HfVisitForm *self, HfAppContext *context);
void hf_visit_form_set_brief (HfVisitForm *self, const HfBrief *brief);
gboolean hf_visit_form_is_begun (HfVisitForm *self);
gboolean hf_visit_form_is_dirty (HfVisitForm *self);
void hf_visit_form_begin_call (HfVisitForm *self);
void hf_visit_form_set_channel (HfVisitForm *self, HfChannel channel);
void hf_visit_form_choose_outcome (HfVisitForm *self, guint number);
void hf_visit_form_record (HfVisitForm *self, GStrv checks);
void hf_visit_form_show_details (HfVisitForm *self);

G_END_DECLS
