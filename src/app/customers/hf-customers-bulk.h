/* hf-customers-bulk.h: tags and care plans for those who are selected
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

void hf_customers_ask_tag (GtkWidget *parent, HfAppContext *context, GArray *customers);
void hf_customers_ask_plan (GtkWidget *parent, HfAppContext *context, GArray *customers);

G_END_DECLS
