/* hf-board-view.h: open complaints by stage
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_BOARD_VIEW (hf_board_view_get_type ())

G_DECLARE_FINAL_TYPE (HfBoardView, hf_board_view, HF, BOARD_VIEW, AdwBin)

void hf_board_view_set_context (HfBoardView *self, HfAppContext *context);
void hf_board_view_set_responsible (HfBoardView *self, gint64 staff);

G_END_DECLS
