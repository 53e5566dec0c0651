/* hf-paper-form.h: what forms on paper are made of
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-paper.h"

G_BEGIN_DECLS

/* Points, for what something is called. */
#define HF_PAPER_LABEL_ROOM (110)

void hf_paper_add_heading (HfPaper *paper, const char *text);
void hf_paper_add_pair (
    HfPaper *paper, double room, const char *label, const char *text, const char *end);
void hf_paper_add_blank (HfPaper *paper, const char *label);

G_END_DECLS
