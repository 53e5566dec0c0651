/* hf-phone.h: telephone numbers as people in China write them (PHONE-1, PHONE-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfPhoneKind:
 * @HF_PHONE_NONE: no number that can be dialled in China
 * @HF_PHONE_MOBILE: 11 digits, 13… to 19…
 * @HF_PHONE_LANDLINE: area code and 7 or 8 digits
 * @HF_PHONE_LOCAL: 7 or 8 digits without the area code
 * @HF_PHONE_SERVICE: 400 or 800 and 7 digits
 */
typedef enum
{
  HF_PHONE_NONE,
  HF_PHONE_MOBILE,
  HF_PHONE_LANDLINE,
  HF_PHONE_LOCAL,
  HF_PHONE_SERVICE,
} HfPhoneKind;

char *hf_phone_normalise (const char *text);
HfPhoneKind hf_phone_get_kind (const char *number);
gboolean hf_phone_parse (const char *text, char **number, GError **error);
char *hf_phone_mask (const char *number);
char *hf_phone_dup_tail (const char *number);

gboolean hf_phone_find (const char *text, gsize *start, gsize *length);
char *hf_phone_mask_text (const char *text);

G_END_DECLS
