/* hf-window.h: the one window
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-civil.h"

#include "hf-main-view.h"

G_BEGIN_DECLS

#define HF_TYPE_WINDOW (hf_window_get_type ())

G_DECLARE_FINAL_TYPE (HfWindow, hf_window, HF, WINDOW, AdwApplicationWindow)

HfWindow *hf_window_new (GtkApplication *application, const char *database, HfMinute fixed_now);
HfMainView *hf_window_get_main_view (HfWindow *self);
void hf_window_import (HfWindow *self, GFile *file);
void hf_window_show_follow_up (HfWindow *self, gint64 id);

G_END_DECLS
