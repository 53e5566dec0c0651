/* hf-case-columns.h: the columns of the list of complaints
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-complaint-query.h"

G_BEGIN_DECLS

void hf_case_columns_add (GtkColumnView *view);
void hf_case_columns_sort_by (GtkColumnView *view, HfComplaintSort sort, gboolean descending);
gboolean
hf_case_columns_get_sort (GtkColumnView *view, HfComplaintSort *sort, gboolean *descending);

G_END_DECLS
