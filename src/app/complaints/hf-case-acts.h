/* hf-case-acts.h: what is done about a case besides moving it
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

void hf_case_ask_apology (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint);
void
hf_case_ask_escalation (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint);
void hf_case_ask_wait (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint);
void hf_case_reply (HfAppContext *context, const HfComplaint *complaint);
void hf_case_ask_contact (GtkWidget *widget,
                          HfAppContext *context,
                          const HfComplaint *complaint,
                          HfChannel channel);
void
hf_case_ask_withdrawal (GtkWidget *widget, HfAppContext *context, const HfComplaint *complaint);

G_END_DECLS
