/* hf-intake-window.h: a new complaint, from nothing
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "hf-app-context.h"

G_BEGIN_DECLS

#define HF_TYPE_INTAKE_WINDOW (hf_intake_window_get_type ())

G_DECLARE_FINAL_TYPE (HfIntakeWindow, hf_intake_window, HF, INTAKE_WINDOW, AdwWindow)

/* Returns: (transfer floating): what is asked of a customer; it activates `card.close-form` when it
 * is done */
typedef GtkWidget *(*HfIntakeForm) (HfAppContext *context, gint64 customer);

void hf_intake_window_show_form (GtkWidget *parent,
                                 HfAppContext *context,
                                 const char *title,
                                 const char *question,
                                 HfIntakeForm create,
                                 gint64 customer);
void hf_intake_window_show_filled (
    GtkWidget *parent, HfAppContext *context, const char *title, gint64 customer, GtkWidget *form);
void hf_intake_window_show (GtkWidget *parent, HfAppContext *context);

G_END_DECLS
