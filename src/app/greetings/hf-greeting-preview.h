/* hf-greeting-preview.h: words as the first customers will hear them
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

/**
 * HfGreetingWhom:
 * @customers: (nullable) (element-type gint64): these
 * @filter: (nullable): else those whom this finds, as JSON
 * @round: else those of this round; 0: all whom the actor may see
 *
 * Whom a round is for.
 */
typedef struct
{
  GArray *customers;
  char *filter;
  gint64 round;
} HfGreetingWhom;

void hf_greeting_whom_set (HfGreetingWhom *whom, const HfGreetingWhom *from);
void hf_greeting_whom_clear (HfGreetingWhom *whom);
GArray *
hf_greeting_whom_read (HfDb *db, const HfActor *actor, const HfGreetingWhom *whom, GError **error);

#define HF_TYPE_GREETING_PREVIEW (hf_greeting_preview_get_type ())

G_DECLARE_FINAL_TYPE (HfGreetingPreview, hf_greeting_preview, HF, GREETING_PREVIEW, AdwBin)

HfGreetingPreview *hf_greeting_preview_new (HfAppContext *context);
void
hf_greeting_preview_show (HfGreetingPreview *self, const HfGreetingWhom *whom, const char *text);

G_END_DECLS
