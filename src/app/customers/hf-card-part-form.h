/* hf-card-part-form.h: one line of a part of a card, to be written
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card-form.h"
#include "hf-card-part.h"

G_BEGIN_DECLS

GtkWidget *hf_card_part_form_new (HfAppContext *context,
                                  gint64 customer,
                                  HfCardPart part,
                                  const HfCardRow *row);
const char *hf_card_part_get_title (HfCardPart part);

G_END_DECLS
