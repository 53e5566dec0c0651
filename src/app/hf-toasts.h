/* hf-toasts.h: what was done, said in a few words over the page
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

void hf_toasts_watch (AdwToastOverlay *overlay, HfAppContext *context);
void hf_toasts_raise (AdwToastOverlay *overlay, gboolean above_foot);

G_END_DECLS
