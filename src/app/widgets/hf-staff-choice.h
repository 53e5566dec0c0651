/* hf-staff-choice.h: a choice among those who work here
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

GtkWidget *
hf_staff_choice_new (HfAppContext *context, const char *nobody, gint64 chosen, gint64 except);
gint64 hf_staff_choice_get (GtkWidget *choice);

G_END_DECLS
