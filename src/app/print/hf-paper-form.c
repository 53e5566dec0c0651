/* hf-paper-form.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-paper-form.h"

#define HEAD_SIZE  (13)
#define TEXT_SIZE  (11)
#define SMALL_SIZE (9.5)
#define END_ROOM   (80)
#define GAP        (4)

/* A hand writes larger than a printer. */
#define BLANK (20)

/* More would make a block that fits on no page. */
#define MAX_LINES (24)

/**
 * hf_paper_add_heading:
 *
 * Stays with what follows.
 */
void
hf_paper_add_heading (HfPaper *paper, const char *text)
{
  hf_paper_begin_block (paper);
  hf_paper_skip (paper, GAP);
  hf_paper_add_text (paper, 0, hf_paper_get_width (paper), HEAD_SIZE, HF_PAPER_BOLD, 1, text);
  hf_paper_end_block (paper, TRUE);
}

/**
 * hf_paper_add_pair:
 * @room: points for @label
 * @end: (nullable): at the end of the line
 *
 * Beside one another: what it is, and what it says.
 */
void
hf_paper_add_pair (
    HfPaper *paper, double room, const char *label, const char *text, const char *end)
{
  double y, low;
  double width = hf_paper_get_width (paper) - room - (end != NULL ? END_ROOM : 0);

  hf_paper_begin_block (paper);
  y = hf_paper_get_y (paper);
  hf_paper_add_text (paper, 0, room, SMALL_SIZE, HF_PAPER_DIM, 1, label);
  if (end != NULL)
    {
      hf_paper_skip (paper, y - hf_paper_get_y (paper));
      hf_paper_add_text (paper, room + width, END_ROOM, SMALL_SIZE, HF_PAPER_DIM | HF_PAPER_RIGHT,
                         1, end);
    }
  low = hf_paper_get_y (paper);
  hf_paper_skip (paper, y - low);
  hf_paper_add_text (paper, room, width, TEXT_SIZE, HF_PAPER_PLAIN, MAX_LINES, text);
  if (hf_paper_get_y (paper) < low)
    hf_paper_skip (paper, low - hf_paper_get_y (paper));
  hf_paper_end_block (paper, FALSE);
}

/**
 * hf_paper_add_blank:
 *
 * What it is, and a line on which a hand writes.
 */
void
hf_paper_add_blank (HfPaper *paper, const char *label)
{
  double width = hf_paper_get_width (paper) - HF_PAPER_LABEL_ROOM;

  hf_paper_begin_block (paper);
  hf_paper_skip (paper, BLANK / 2.0);
  hf_paper_add_text (paper, 0, HF_PAPER_LABEL_ROOM, TEXT_SIZE, HF_PAPER_PLAIN, 1, label);
  hf_paper_add_rule (paper, HF_PAPER_LABEL_ROOM, width, TRUE);
  hf_paper_skip (paper, GAP);
  hf_paper_end_block (paper, FALSE);
}
