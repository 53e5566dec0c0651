/* hf-card-rights.h: a customer's rights over their data, on the card (CARD-13)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

GtkWidget *hf_card_rights_new (void);
GtkWidget *hf_card_export_new (HfAppContext *context, gint64 customer);
GtkWidget *hf_card_erase_new (HfAppContext *context, gint64 customer);

G_END_DECLS
