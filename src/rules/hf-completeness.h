/* hf-completeness.h: how complete a customer card is (CARD-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CARD_FIELD_NAME,
  HF_CARD_FIELD_PHONE,
  HF_CARD_FIELD_BIRTH_DATE,
  HF_CARD_FIELD_ADDRESS,
  HF_CARD_FIELD_OWNER,
  HF_CARD_FIELD_SOURCE,
  HF_CARD_FIELD_PRODUCT,
  HF_CARD_FIELD_WINDOW,
} HfCardField;

#define HF_N_CARD_FIELDS (HF_CARD_FIELD_WINDOW + 1)

int hf_completeness_get_percent (HfSet present);
const char *hf_card_field_get_nick (HfCardField field);
const char *hf_card_field_get_label (HfCardField field);

G_END_DECLS
