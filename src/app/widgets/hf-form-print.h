/* hf-form-print.h: what stands in the fields of a form, to see whether somebody changed it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *hf_form_dup_print (GtkWidget *form);

G_END_DECLS
