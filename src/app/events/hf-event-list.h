/* hf-event-list.h: a list of which one line is chosen
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-matter-item.h"

G_BEGIN_DECLS

#define HF_TYPE_EVENT_LIST (hf_event_list_get_type ())

G_DECLARE_FINAL_TYPE (HfEventList, hf_event_list, HF, EVENT_LIST, AdwBin)

GtkWidget *hf_event_list_new (const char *label, HfMatterLoad load, gpointer data);
void hf_event_list_set_ids (HfEventList *self, GArray *ids);
gint64 hf_event_list_get_chosen (HfEventList *self);
const HfMatter *hf_event_list_get_matter (HfEventList *self);
void hf_event_list_focus (HfEventList *self);

G_END_DECLS
