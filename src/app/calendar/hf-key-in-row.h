/* hf-key-in-row.h: what came of one home visit, typed in from the day sheet (CAL-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-day-sheet.h"
#include "hf-wording.h"

G_BEGIN_DECLS

#define HF_TYPE_KEY_IN_ROW (hf_key_in_row_get_type ())

G_DECLARE_FINAL_TYPE (HfKeyInRow, hf_key_in_row, HF, KEY_IN_ROW, AdwBin)

GtkWidget *hf_key_in_row_new (HfAppContext *context,
                              const HfDaySheet *sheet,
                              const HfDayVisit *visit,
                              guint number,
                              const HfWording *wording);
gboolean hf_key_in_row_is_filled (HfKeyInRow *self);
gboolean hf_key_in_row_is_saved (HfKeyInRow *self);
void hf_key_in_row_save (HfKeyInRow *self);

G_END_DECLS
