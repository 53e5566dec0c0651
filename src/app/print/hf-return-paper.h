/* hf-return-paper.h: the form of a return, on paper (COMP-5)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-app-context.h"
#include "hf-card.h"
#include "hf-paper.h"
#include "hf-return-list.h"

G_BEGIN_DECLS

void hf_return_paper_write (const HfReturn *back, const HfCard *card, HfMinute now, HfPaper *paper);
void hf_return_paper_print (GtkWidget *parent, HfAppContext *context, gint64 id);
void hf_return_paper_save (GtkWidget *parent, HfAppContext *context, gint64 id);

G_END_DECLS
