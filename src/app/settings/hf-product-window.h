/* hf-product-window.h: what is sold, for a manager (PUR-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_PRODUCT_WINDOW (hf_product_window_get_type ())

G_DECLARE_FINAL_TYPE (HfProductWindow, hf_product_window, HF, PRODUCT_WINDOW, AdwWindow)

void hf_product_window_present (GtkWindow *parent, HfAppContext *context);

G_END_DECLS
