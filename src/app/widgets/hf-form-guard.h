/* hf-form-guard.h: what somebody wrote in a form is not dropped without a question
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called to leave a form; @owner is who was given to hf_form_leave(). */
typedef void (*HfFormLeft) (GtkWidget *owner);

void hf_form_guard (GtkWidget *form);
void hf_form_leave (GtkWidget *form, GtkWidget *owner, HfFormLeft leave);

G_END_DECLS
