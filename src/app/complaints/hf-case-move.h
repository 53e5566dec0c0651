/* hf-case-move.h: asking for what a complaint's next stage needs
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-complaint-list.h"

G_BEGIN_DECLS

void hf_case_move_ask (GtkWidget *widget,
                       HfAppContext *context,
                       const HfComplaint *complaint,
                       HfComplaintStage to);

G_END_DECLS
