/* hf-phone-field.h: a customer's number, masked
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_PHONE_FIELD (hf_phone_field_get_type ())

G_DECLARE_FINAL_TYPE (HfPhoneField, hf_phone_field, HF, PHONE_FIELD, AdwBin)

void hf_phone_field_set_customer (HfPhoneField *self,
                                  HfAppContext *context,
                                  gint64 customer,
                                  const char *masked);
void hf_phone_field_reveal (HfPhoneField *self);
void hf_phone_field_call (HfPhoneField *self);

G_END_DECLS
