/* hf-card-visit-form.h: recording a contact on the card
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-card-view.h"

G_BEGIN_DECLS

#define HF_TYPE_CARD_VISIT_FORM (hf_card_visit_form_get_type ())

G_DECLARE_FINAL_TYPE (HfCardVisitForm, hf_card_visit_form, HF, CARD_VISIT_FORM, AdwBin)

GtkWidget *hf_card_visit_form_new (HfAppContext *context, const HfCardView *view);

G_END_DECLS
