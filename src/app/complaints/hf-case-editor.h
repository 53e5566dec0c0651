/* hf-case-editor.h: a field for one fact of a case
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-case-facts.h"
#include "hf-complaint-edit.h"

G_BEGIN_DECLS

GtkWidget *
hf_case_editor_new (HfAppContext *context, const HfCaseFact *fact, const char *state, gint64 about);
char *hf_case_editor_dup_state (const HfCaseFact *fact, GtkWidget *editor);
gboolean hf_case_editor_read (HfComplaintEdit *edit,
                              const HfCaseFact *fact,
                              GtkWidget *editor,
                              const char *state,
                              GError **error);

G_END_DECLS
