/* hf-card-person.h: the left of a customer card: who it is
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

#define HF_TYPE_CARD_PERSON (hf_card_person_get_type ())

G_DECLARE_FINAL_TYPE (HfCardPerson, hf_card_person, HF, CARD_PERSON, AdwBin)

void hf_card_person_set_view (HfCardPerson *self, HfAppContext *context, const HfCardView *view);
void hf_card_person_reveal (HfCardPerson *self);
void hf_card_person_call (HfCardPerson *self);
void hf_card_person_edit (HfCardPerson *self);

G_END_DECLS
