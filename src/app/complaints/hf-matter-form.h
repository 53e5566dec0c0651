/* hf-matter-form.h: a form for a new matter: fields, what is wrong, one button
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-adverse.h"
#include "hf-app-context.h"
#include "hf-complaint-list.h"

G_BEGIN_DECLS

/* The button was pressed. @data: as given */
typedef void (*HfMatterSubmit) (GtkWidget *form, gpointer data);

GtkWidget *hf_matter_form_new (GtkWidget *content,
                               const char *button,
                               HfMatterSubmit submit,
                               gpointer data,
                               GDestroyNotify free_data);
void hf_matter_form_tell (GtkWidget *form, const char *trouble);
gint64 *hf_matter_form_show_created (GtkWidget *form, const char *kind);
void hf_matter_form_run (GtkWidget *form,
                         HfAppContext *context,
                         HfCommandFunc func,
                         gpointer data,
                         GDestroyNotify free_data,
                         const char *said);

GtkWidget *hf_return_form_new (HfAppContext *context, gint64 customer);
GtkWidget *hf_return_form_new_for_reaction (HfAppContext *context, const HfAdverse *adverse);
GtkWidget *hf_return_form_new_for_complaint (HfAppContext *context, const HfComplaint *complaint);
GtkWidget *hf_adverse_form_new (HfAppContext *context, gint64 customer);
GtkWidget *hf_incident_form_new (HfAppContext *context, gint64 customer);

G_END_DECLS
