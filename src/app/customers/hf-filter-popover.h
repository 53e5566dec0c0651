/* hf-filter-popover.h: chooses which customers are listed
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-customer-filter.h"

G_BEGIN_DECLS

#define HF_TYPE_FILTER_POPOVER (hf_filter_popover_get_type ())

G_DECLARE_FINAL_TYPE (HfFilterPopover, hf_filter_popover, HF, FILTER_POPOVER, GtkPopover)

void hf_filter_popover_set_context (HfFilterPopover *self, HfAppContext *context);
void hf_filter_popover_set_filter (HfFilterPopover *self, const HfCustomerFilter *filter);
const HfCustomerFilter *hf_filter_popover_get_filter (HfFilterPopover *self);
void hf_filter_popover_show_field (HfFilterPopover *self, HfFilterField field);

const char *hf_filter_field_get_title (HfFilterField field);
char *hf_filter_dup_value_label (HfDb *db, HfFilterField field, const char *value);

G_END_DECLS
