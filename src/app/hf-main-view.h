/* hf-main-view.h: the frame around the pages
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_MAIN_VIEW (hf_main_view_get_type ())

G_DECLARE_FINAL_TYPE (HfMainView, hf_main_view, HF, MAIN_VIEW, AdwBin)

HfMainView *hf_main_view_new (HfAppContext *context);
HfAppContext *hf_main_view_get_context (HfMainView *self);
void hf_main_view_show_page (HfMainView *self, const char *name);
void hf_main_view_go_back (HfMainView *self);
void hf_main_view_show_customer (HfMainView *self, gint64 id);
void hf_main_view_show_greetings (HfMainView *self, gint64 round);
void hf_main_view_show_complaint (HfMainView *self, gint64 id);
void hf_main_view_show_case (HfMainView *self, const char *kind, gint64 id);
void hf_main_view_show_follow_up (HfMainView *self, gint64 id);
void hf_main_view_find (HfMainView *self);
void hf_main_view_open_menu (HfMainView *self);

G_END_DECLS
