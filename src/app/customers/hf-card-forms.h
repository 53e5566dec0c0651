/* hf-card-forms.h: the forms of a card by their names
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-card-view.h"

G_BEGIN_DECLS

GtkWidget *hf_card_forms_create (const char *name,
                                 HfAppContext *context,
                                 const HfCardView *view,
                                 gint64 customer,
                                 const char **title);

G_END_DECLS
