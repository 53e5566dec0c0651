/* hf-page-row.h: a page's line in the sidebar
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-page.h"

G_BEGIN_DECLS

#define HF_TYPE_PAGE_ROW (hf_page_row_get_type ())

G_DECLARE_FINAL_TYPE (HfPageRow, hf_page_row, HF, PAGE_ROW, GtkListBoxRow)

GtkWidget *hf_page_row_new (const char *name, const char *title, const char *icon);
void hf_page_row_set_count (HfPageRow *self, guint n);
void hf_page_row_set_page (HfPageRow *self, HfPage *page);
const char *hf_page_row_get_name (HfPageRow *self);

G_END_DECLS
