/* hf-case-enquiry.h: an authority asks about a case (COMP-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "hf-app-context.h"
#include "hf-complaint-list.h"

G_BEGIN_DECLS

void hf_case_ask_enquiry (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint);
void hf_case_answer_enquiry (HfAppContext *context, const HfComplaint *complaint);
void hf_case_export (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint);

G_END_DECLS
