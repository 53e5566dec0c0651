/* hf-matter-item.h: a matter in a list
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-matter.h"

G_BEGIN_DECLS

/* Reads one by its key; (nullable) (transfer full) */
typedef HfMatter *(*HfMatterLoad) (gint64 id, gpointer data);

#define HF_TYPE_MATTER_ITEM (hf_matter_item_get_type ())

G_DECLARE_FINAL_TYPE (HfMatterItem, hf_matter_item, HF, MATTER_ITEM, GObject)

HfMatterItem *hf_matter_item_new (gint64 id, HfMatterLoad load, gpointer data);
const HfMatter *hf_matter_item_get (HfMatterItem *self);
void hf_matter_item_reload (HfMatterItem *self);
GtkListItemFactory *hf_matter_item_create_factory (void);

G_END_DECLS
