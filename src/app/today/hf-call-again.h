/* hf-call-again.h: when a customer wants to be called again
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-civil.h"

G_BEGIN_DECLS

#define HF_TYPE_CALL_AGAIN (hf_call_again_get_type ())

G_DECLARE_FINAL_TYPE (HfCallAgain, hf_call_again, HF, CALL_AGAIN, AdwBin)

void hf_call_again_reset (HfCallAgain *self, HfDay today);
gboolean hf_call_again_get (HfCallAgain *self, HfMinute now, HfMinute *at, GError **error);

G_END_DECLS
