/* hf-board-column.h: the complaints in one stage
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"
#include "hf-domain.h"

G_BEGIN_DECLS

#define HF_TYPE_BOARD_COLUMN (hf_board_column_get_type ())

G_DECLARE_FINAL_TYPE (HfBoardColumn, hf_board_column, HF, BOARD_COLUMN, AdwBin)

GtkWidget *hf_board_column_new (HfAppContext *context, HfComplaintStage stage);
HfComplaintStage hf_board_column_get_stage (HfBoardColumn *self);
void hf_board_column_set_ids (HfBoardColumn *self, GArray *ids);
void hf_board_column_set_rule (HfBoardColumn *self, const char *rule);
void hf_board_column_show_time (HfBoardColumn *self);
void hf_board_column_set_invites (HfBoardColumn *self, gboolean invites);
guint hf_board_column_get_n (HfBoardColumn *self);
gint64 hf_board_column_get_selected (HfBoardColumn *self, guint *position);
gboolean hf_board_column_select (HfBoardColumn *self, gint64 id);
void hf_board_column_focus (HfBoardColumn *self, guint position);

G_END_DECLS
