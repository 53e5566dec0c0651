/* hf-paper.h: pages of text that can be printed, or become a PDF file
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HfPaper:
 *
 * Pages made of blocks, none of which is split between two pages. One drawing function serves the
 * printer and the PDF file. Lengths are points, from the corner of what may be printed on.
 */
typedef struct _HfPaper HfPaper;

/**
 * HfPaperStyle:
 *
 * How a text looks; combined with `|`.
 */
typedef enum
{
  HF_PAPER_PLAIN = 0,
  HF_PAPER_BOLD = 1 << 0,
  HF_PAPER_DIM = 1 << 1,
  HF_PAPER_RIGHT = 1 << 2,  /* at the right edge of its width */
  HF_PAPER_FRAMED = 1 << 3, /* in a box, which is as wide as the text */
} HfPaperStyle;

HfPaper *hf_paper_new (PangoContext *context, double width, double height);
void hf_paper_free (HfPaper *paper);
double hf_paper_get_width (HfPaper *paper);

void hf_paper_begin_sheet (HfPaper *paper, const char *title, const char *note);
void hf_paper_begin_block (HfPaper *paper);
void hf_paper_end_block (HfPaper *paper, gboolean keep_with_next);

double hf_paper_get_y (HfPaper *paper);
void hf_paper_skip (HfPaper *paper, double height);
double hf_paper_add_text (HfPaper *paper,
                          double x,
                          double width,
                          double size,
                          HfPaperStyle style,
                          int max_lines,
                          const char *text);
void hf_paper_add_rule (HfPaper *paper, double x, double width, gboolean dotted);

guint hf_paper_get_n_pages (HfPaper *paper);
void hf_paper_draw_page (HfPaper *paper, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfPaper, hf_paper_free)

G_END_DECLS
