/* hf-case-fields.h: a box of facts, edited in its place
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-case-facts.h"

G_BEGIN_DECLS

#define HF_TYPE_CASE_FIELDS (hf_case_fields_get_type ())

G_DECLARE_FINAL_TYPE (HfCaseFields, hf_case_fields, HF, CASE_FIELDS, AdwBin)

GtkWidget *hf_case_fields_new (const char *title, const HfCaseFact *facts, guint n_facts);
void hf_case_fields_set_case (HfCaseFields *self,
                              HfAppContext *context,
                              const HfComplaintCase *one,
                              HfMinute now);
void hf_case_fields_leave (HfCaseFields *self);

G_END_DECLS
