/* hf-sale-window.h: how near the expected next purchase is (PLAN-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"

G_BEGIN_DECLS

const char *hf_sale_window_get (HfDay expected, HfDay today);
gboolean
hf_sale_window_get_expected (const char *window, HfDay today, HfDay *expected, GError **error);

G_END_DECLS
