/* hf-paper.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-paper.h"

#include <glib/gi18n-lib.h>

#define TITLE_SIZE    (16)
#define NOTE_SIZE     (10.5)
#define FOOT_SIZE     (9.5)
#define HEAD_HEIGHT   (32)
#define FOOT_HEIGHT   (22)
#define BLOCK_GAP     (8)
#define FRAME_PADDING (3)
#define DIM           (0.35)
#define RULE          (0.6)

/* One text, or a line when it has no layout. */
typedef struct
{
  PangoLayout *layout; /* (nullable) */
  double x;
  double y;
  double width;
  HfPaperStyle style;
  gboolean dotted;
} Piece;

typedef struct
{
  GArray *pieces;
  double height;
  gboolean keep_with_next;
  guint page;
  double top;
} Block;

/* Begins on a new page, and counts its own. */
typedef struct
{
  char *title;
  char *note;
  guint first_page;
  guint n_pages;
} Sheet;

struct _HfPaper
{
  PangoContext *context;
  double width;
  double height;
  GPtrArray *sheets;
  GPtrArray *blocks;
  Block *block; /* (nullable): the one that is being made */
  double y;     /* within it */
  double used;  /* of the page that is being filled */
  guint n_pages;
};

static void
piece_clear (gpointer data)
{
  g_clear_object (&((Piece *) data)->layout);
}

static void
block_free (gpointer data)
{
  g_array_unref (((Block *) data)->pieces);
  g_free (data);
}

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->title);
  g_free (sheet->note);
  g_free (sheet);
}

/**
 * hf_paper_new:
 * @context: at 72 dots an inch, so that a point is a point
 * @width, @height: of what may be printed on
 */
HfPaper *
hf_paper_new (PangoContext *context, double width, double height)
{
  HfPaper *paper = g_new0 (HfPaper, 1);

  paper->context = g_object_ref (context);
  paper->width = width;
  paper->height = height;
  paper->sheets = g_ptr_array_new_with_free_func (sheet_free);
  paper->blocks = g_ptr_array_new_with_free_func (block_free);
  return paper;
}

void
hf_paper_free (HfPaper *paper)
{
  g_object_unref (paper->context);
  g_ptr_array_unref (paper->sheets);
  g_ptr_array_unref (paper->blocks);
  g_free (paper);
}

double
hf_paper_get_width (HfPaper *paper)
{
  return paper->width;
}

static void
begin_page (HfPaper *paper)
{
  Sheet *sheet = paper->sheets->pdata[paper->sheets->len - 1];

  sheet->n_pages++;
  paper->n_pages++;
  paper->used = HEAD_HEIGHT;
}

/**
 * hf_paper_begin_sheet:
 * @title: stands on each of its pages, @note smaller at the right
 *
 * Begins on a page of its own, and numbers its pages from 1.
 */
void
hf_paper_begin_sheet (HfPaper *paper, const char *title, const char *note)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->title = g_strdup (title);
  sheet->note = g_strdup (note);
  sheet->first_page = paper->n_pages;
  g_ptr_array_add (paper->sheets, sheet);
  begin_page (paper);
}

/**
 * hf_paper_begin_block:
 *
 * What follows up to hf_paper_end_block() stays together.
 */
void
hf_paper_begin_block (HfPaper *paper)
{
  g_return_if_fail (paper->block == NULL && paper->sheets->len > 0);

  paper->block = g_new0 (Block, 1);
  paper->block->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (paper->block->pieces, piece_clear);
  paper->y = 0;
}

/* Headings that stand right before it go to the next page along with it. */
static guint
count_headings (HfPaper *paper, double *height)
{
  guint n = 0;

  *height = 0;
  for (guint i = paper->blocks->len; i > 0; i--)
    {
      const Block *before = paper->blocks->pdata[i - 1];

      if (!before->keep_with_next || before->page != paper->n_pages - 1)
        break;
      *height += before->height + BLOCK_GAP;
      n++;
    }
  return n;
}

static void
move_to_next_page (HfPaper *paper)
{
  double height;
  guint n = count_headings (paper, &height);

  /* They are all that stands on the page: the next one would not have more room. */
  if (paper->used <= HEAD_HEIGHT + height)
    return;
  begin_page (paper);
  for (guint i = paper->blocks->len - n; i < paper->blocks->len; i++)
    {
      Block *heading = paper->blocks->pdata[i];

      heading->page = paper->n_pages - 1;
      heading->top = paper->used;
      paper->used += heading->height + BLOCK_GAP;
    }
}

/**
 * hf_paper_end_block:
 * @keep_with_next: a heading, which does not stand alone at the foot of a page
 */
void
hf_paper_end_block (HfPaper *paper, gboolean keep_with_next)
{
  Block *block = g_steal_pointer (&paper->block);

  g_return_if_fail (block != NULL);

  block->height = paper->y;
  block->keep_with_next = keep_with_next;
  if (paper->used + block->height > paper->height - FOOT_HEIGHT)
    move_to_next_page (paper);
  block->page = paper->n_pages - 1;
  block->top = paper->used;
  paper->used += block->height + BLOCK_GAP;
  g_ptr_array_add (paper->blocks, block);
}

/**
 * hf_paper_get_y:
 *
 * Returns: how far down in the block the next piece stands
 */
double
hf_paper_get_y (HfPaper *paper)
{
  return paper->y;
}

/**
 * hf_paper_skip:
 * @height: may be negative: what follows stands beside what was added last
 */
void
hf_paper_skip (HfPaper *paper, double height)
{
  paper->y += height;
}

static PangoLayout *
create_layout (
    HfPaper *paper, double width, double size, HfPaperStyle style, int max_lines, const char *text)
{
  PangoLayout *layout = pango_layout_new (paper->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  if ((style & HF_PAPER_BOLD) != 0)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if ((style & HF_PAPER_RIGHT) != 0)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

/**
 * hf_paper_add_text:
 * @size: of the letters
 * @max_lines: more are cut off, with a sign that they were
 *
 * The next piece stands below it.
 *
 * Returns: how wide the text is
 */
double
hf_paper_add_text (HfPaper *paper,
                   double x,
                   double width,
                   double size,
                   HfPaperStyle style,
                   int max_lines,
                   const char *text)
{
  gboolean framed = (style & HF_PAPER_FRAMED) != 0;
  Piece piece = { .x = x, .y = paper->y, .style = style };
  PangoRectangle extents;

  g_return_val_if_fail (paper->block != NULL, 0);

  piece.layout = create_layout (paper, width, size, style, max_lines, text);
  pango_layout_get_extents (piece.layout, NULL, &extents);
  piece.width = (double) extents.width / PANGO_SCALE + (framed ? 2 * FRAME_PADDING : 0);
  g_array_append_val (paper->block->pieces, piece);
  paper->y += (double) extents.height / PANGO_SCALE + (framed ? FRAME_PADDING : 0);
  return piece.width;
}

/**
 * hf_paper_add_rule:
 * @dotted: to write on
 */
void
hf_paper_add_rule (HfPaper *paper, double x, double width, gboolean dotted)
{
  Piece piece = { .x = x, .y = paper->y, .width = width, .dotted = dotted };

  g_return_if_fail (paper->block != NULL);

  g_array_append_val (paper->block->pieces, piece);
}

guint
hf_paper_get_n_pages (HfPaper *paper)
{
  return paper->n_pages;
}

static void
draw_rule (cairo_t *cr, double x, double y, double width, gboolean dotted)
{
  const double dots[] = { RULE, 2 };

  cairo_save (cr);
  cairo_set_line_width (cr, RULE);
  if (dotted)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* As outlines: cairo 1.16 leaves out characters of Noto Sans CJK, such as 如, when it embeds the
 * font in a PDF file, and a name must not lose one. The text itself stands in white underneath, so
 * that it can be searched for and read aloud. */
static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y, double grey)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_piece (cairo_t *cr, const Piece *piece, double top)
{
  double grey = (piece->style & HF_PAPER_DIM) != 0 ? DIM : 0;
  double pad = (piece->style & HF_PAPER_FRAMED) != 0 ? FRAME_PADDING : 0;
  PangoRectangle extents;

  if (piece->layout == NULL)
    {
      draw_rule (cr, piece->x, top + piece->y, piece->width, piece->dotted);
      return;
    }
  show_layout (cr, piece->layout, piece->x + pad, top + piece->y, grey);
  if (pad > 0)
    {
      pango_layout_get_extents (piece->layout, NULL, &extents);
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, piece->x, top + piece->y, piece->width,
                       (double) extents.height / PANGO_SCALE);
      cairo_stroke (cr);
    }
}

static const Sheet *
find_sheet (HfPaper *paper, guint page)
{
  guint i = paper->sheets->len - 1;

  while (i > 0 && ((const Sheet *) paper->sheets->pdata[i])->first_page > page)
    i--;
  return paper->sheets->pdata[i];
}

static void
draw_line (HfPaper *paper, cairo_t *cr, double y, double size, HfPaperStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout = create_layout (paper, paper->width, size, style, 1, text);

  show_layout (cr, layout, 0, y, 0);
}

static void
draw_frame (HfPaper *paper, cairo_t *cr, guint page)
{
  const Sheet *sheet = find_sheet (paper, page);
  g_autofree char *number =
      g_strdup_printf (_ ("Page %u of %u"), page - sheet->first_page + 1, sheet->n_pages);

  draw_line (paper, cr, 0, TITLE_SIZE, HF_PAPER_BOLD, sheet->title);
  draw_line (paper, cr, TITLE_SIZE - NOTE_SIZE, NOTE_SIZE, HF_PAPER_RIGHT, sheet->note);
  draw_rule (cr, 0, HEAD_HEIGHT - BLOCK_GAP, paper->width, FALSE);
  draw_line (paper, cr, paper->height - FOOT_SIZE * 1.5, FOOT_SIZE, HF_PAPER_RIGHT, number);
}

/**
 * hf_paper_draw_page:
 * @cr: whose unit is a point
 * @page: from 0
 */
void
hf_paper_draw_page (HfPaper *paper, cairo_t *cr, guint page)
{
  g_return_if_fail (page < paper->n_pages);

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_frame (paper, cr, page);
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const Block *block = paper->blocks->pdata[i];

      for (guint j = 0; block->page == page && j < block->pieces->len; j++)
        draw_piece (cr, &g_array_index (block->pieces, Piece, j), block->top);
    }
}
