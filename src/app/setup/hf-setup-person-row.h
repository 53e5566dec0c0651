/* hf-setup-person-row.h: one of those who work here, in the first-start assistant
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-setup-run.h"

G_BEGIN_DECLS

#define HF_TYPE_SETUP_PERSON_ROW (hf_setup_person_row_get_type ())

G_DECLARE_FINAL_TYPE (HfSetupPersonRow, hf_setup_person_row, HF, SETUP_PERSON_ROW, GtkListBoxRow)

GtkWidget *hf_setup_person_row_new (gboolean is_self);
HfSetupPerson *hf_setup_person_row_dup_person (HfSetupPersonRow *self);
gboolean hf_setup_person_row_is_ready (HfSetupPersonRow *self);
gboolean hf_setup_person_row_check (HfSetupPersonRow *self, GError **error);
void hf_setup_person_row_focus (HfSetupPersonRow *self);

G_END_DECLS
