/* hf-greeting-item.h: a greeting in the list of its round
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-greeting-list.h"

G_BEGIN_DECLS

#define HF_TYPE_GREETING_ITEM (hf_greeting_item_get_type ())

G_DECLARE_FINAL_TYPE (HfGreetingItem, hf_greeting_item, HF, GREETING_ITEM, GObject)

HfGreetingItem *hf_greeting_item_new (HfAppContext *context, gint64 id);
const HfGreetingLine *hf_greeting_item_get_line (HfGreetingItem *self);
void hf_greeting_item_reload (HfGreetingItem *self);

GtkListItemFactory *hf_greeting_rows_create_factory (HfAppContext *context);

G_END_DECLS
