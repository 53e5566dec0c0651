/* hf-case-paper.h: the file of a complaint as it is printed
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-complaint-case.h"
#include "hf-paper.h"

G_BEGIN_DECLS

void hf_case_paper_write (const HfComplaintCase *one, HfMinute now, HfPaper *paper);
void hf_case_paper_print (GtkWidget *parent, HfAppContext *context, gint64 complaint);
void hf_case_paper_save (GtkWidget *parent, HfAppContext *context, gint64 complaint);

G_END_DECLS
