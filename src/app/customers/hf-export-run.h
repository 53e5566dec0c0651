/* hf-export-run.h: writes customers to a file that the person chooses
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

void hf_export_ask (GtkWidget *parent, HfAppContext *context, GArray *customers);

G_END_DECLS
