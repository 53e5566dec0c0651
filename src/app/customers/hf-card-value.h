/* hf-card-value.h: a value of a card that is changed in its place
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-customer-draft.h"

G_BEGIN_DECLS

#define HF_TYPE_CARD_VALUE (hf_card_value_get_type ())

G_DECLARE_FINAL_TYPE (HfCardValue, hf_card_value, HF, CARD_VALUE, AdwBin)

/**
 * HfCardOption:
 * @nick: what is stored; a list of them ends with one that has none
 * @label: what people read, to be translated
 */
typedef struct
{
  const char *nick;
  const char *label;
} HfCardOption;

GtkWidget *hf_card_value_new (const char *icon, const char *field, const char *label);
void hf_card_value_set_options (HfCardValue *self, const HfCardOption *options);
void hf_card_value_set_centred (HfCardValue *self);
void hf_card_value_set_hint (HfCardValue *self, const char *hint);
void hf_card_value_set_customer (HfCardValue *self, HfAppContext *context, gint64 customer);
void
hf_card_value_set_value (HfCardValue *self, const char *value, const char *below, const char *text);
void hf_card_value_edit (HfCardValue *self);

G_END_DECLS
