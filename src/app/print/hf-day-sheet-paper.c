/* hf-day-sheet-paper.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-sheet-paper.h"

#include <glib/gi18n-lib.h>

#include "hf-when.h"

/* Points; large, since it is read in a stairwell. */
#define AREA_SIZE   (13.5)
#define NAME_SIZE   (16)
#define TEXT_SIZE   (12)
#define SMALL_SIZE  (10.5)
#define NUMBER_ROOM (28)
#define LABEL_ROOM  (58)
#define RIGHT_ROOM  (170)
#define GAP         (4)
#define MARK_GAP    (8)
#define NOTE_LINE   (22)
#define N_NOTES     (3)

/* More would make a block that fits on no page. */
#define MAX_BRING       (5)
#define MAX_CHECK_LINES (4)
#define MAX_OTHERS      (3)

typedef struct
{
  HfPaper *paper;
  const HfDaySheet *sheet;
  double left;
  double width; /* right of the number */
} Writer;

/* What the sheet says beside its label. */
static void
add_field (Writer *writer, const char *label, const char *text, int max_lines)
{
  double y = hf_paper_get_y (writer->paper);

  hf_paper_add_text (writer->paper, writer->left, LABEL_ROOM, SMALL_SIZE, HF_PAPER_DIM, 1, label);
  hf_paper_skip (writer->paper, y - hf_paper_get_y (writer->paper));
  hf_paper_add_text (writer->paper, writer->left + LABEL_ROOM, writer->width - LABEL_ROOM,
                     TEXT_SIZE, HF_PAPER_PLAIN, max_lines, text);
  hf_paper_skip (writer->paper, GAP / 2);
}

/* Beside one another. */
static void
add_marks (Writer *writer, const HfBrief *brief)
{
  HfPaper *paper = writer->paper;
  double x = writer->left;
  double y = hf_paper_get_y (paper);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);

  if (brief->n_complaints > 0)
    g_ptr_array_add (marks, g_strdup (_ ("Open complaint")));
  if (brief->birthday_on != HF_DAY_NONE)
    {
      g_autofree char *day = hf_when_format_date (brief->birthday_on, writer->sheet->day);

      g_ptr_array_add (marks, g_strdup_printf (_ ("Birthday %s"), day));
    }
  if (brief->adverse != 0)
    g_ptr_array_add (marks, g_strdup (_ ("Did not feel well: ask first")));
  for (guint i = 0; i < marks->len; i++)
    {
      hf_paper_skip (paper, y - hf_paper_get_y (paper));
      x += hf_paper_add_text (paper, x, writer->left + writer->width - x, SMALL_SIZE,
                              HF_PAPER_BOLD | HF_PAPER_FRAMED, 1, marks->pdata[i]) +
           MARK_GAP;
    }
  if (marks->len > 0)
    hf_paper_skip (paper, GAP);
}

static void
add_head (Writer *writer, const HfDayVisit *visit, guint number)
{
  const HfCard *card = visit->brief->card;
  HfPaper *paper = writer->paper;
  double y = hf_paper_get_y (paper);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *clock = visit->agreed_at != HF_MINUTE_NONE
                               ? hf_when_format_clock (visit->agreed_at)
                               : g_strdup (_ ("No hour yet"));
  g_autofree char *name = *card->tier != '\0'
                              ? g_strdup_printf (_ ("%s  (tier %s)"), card->name, card->tier)
                              : g_strdup (card->name);
  g_autofree char *call =
      g_strdup_printf ("%s   %s", card->phones[0] != NULL ? card->phones[0] : "", clock);

  hf_paper_add_text (paper, 0, NUMBER_ROOM, NAME_SIZE, HF_PAPER_BOLD, 1, digits);
  hf_paper_skip (paper, y - hf_paper_get_y (paper));
  hf_paper_add_text (paper, writer->left + writer->width - RIGHT_ROOM, RIGHT_ROOM, TEXT_SIZE,
                     HF_PAPER_RIGHT, 1, call);
  hf_paper_skip (paper, y - hf_paper_get_y (paper));
  hf_paper_add_text (paper, writer->left, writer->width - RIGHT_ROOM, NAME_SIZE, HF_PAPER_BOLD, 1,
                     name);
  hf_paper_add_text (paper, writer->left, writer->width, TEXT_SIZE, HF_PAPER_PLAIN, 2,
                     *card->address != '\0' ? card->address : _ ("No address on the card"));
  hf_paper_skip (paper, GAP);
  add_marks (writer, visit->brief);
}

static char *
dup_why (const HfWorkItem *item)
{
  if (item->plan_name != NULL)
    return g_strdup_printf (_ ("%s: %s"), item->plan_name, item->title);
  return g_strdup (item->title);
}

static void
add_why (Writer *writer, const HfDayVisit *visit)
{
  g_autofree char *why = dup_why (visit->brief->item);

  add_field (writer, _ ("Why"), why, 2);
  if (visit->brief->purpose != NULL && g_strcmp0 (visit->brief->purpose, why) != 0)
    add_field (writer, "", visit->brief->purpose, 2);
  for (guint i = 0; i < MIN (visit->others->len, MAX_OTHERS); i++)
    {
      g_autofree char *other = dup_why (visit->others->pdata[i]);

      add_field (writer, i == 0 ? _ ("And also") : "", other, 1);
    }
}

/* Beside one another: there are many, and each is short. */
static void
add_checklist (Writer *writer, const char *label, char **checklist)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; checklist[i] != NULL; i++)
    g_string_append_printf (text, "%s☐\302\240%s", i > 0 ? "    " : "", checklist[i]);
  if (text->len > 0)
    add_field (writer, label, text->str, MAX_CHECK_LINES);
}

/* What to bring: what was promised, what runs out, what the plan asks to find out. */
static void
add_bring (Writer *writer, const HfDayVisit *visit)
{
  const char *label = _ ("Bring, do");
  guint n = 0;

  for (guint i = 0; i < visit->promises->len && n < MAX_BRING; i++, n++)
    {
      const HfCardLine *promise = visit->promises->pdata[i];
      g_autofree char *day = hf_when_format_date (promise->day, writer->sheet->day);
      g_autofree char *text = g_strdup_printf (_ ("☐ Promised by %s: %s"), day, promise->text);

      add_field (writer, n == 0 ? label : "", text, 2);
    }
  for (guint i = 0; visit->supplies[i] != NULL && n < MAX_BRING; i++, n++)
    {
      g_autofree char *text = g_strdup_printf ("☐\302\240%s", visit->supplies[i]);

      add_field (writer, n == 0 ? label : "", text, 1);
    }
  add_checklist (writer, n == 0 ? label : "", visit->brief->checklist);
}

static void
add_last (Writer *writer, const HfDayVisit *visit)
{
  GPtrArray *visits = visit->brief->visits;

  for (guint i = 0; i < visits->len; i++)
    {
      const HfCardVisit *last = visits->pdata[i];
      g_autofree char *day = hf_when_format_date (hf_minute_get_day (last->at), writer->sheet->day);
      g_autofree char *text = g_strdup_printf (
          "%s  %s  %s  %s", day, hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) last->channel),
          hf_domain_get_label (HF_DOMAIN_OUTCOME, (int) last->outcome),
          last->note != NULL ? last->note : "");

      add_field (writer, i == 0 ? _ ("Last") : "", text, 2);
    }
  if (*visit->brief->card->taboos != '\0')
    add_field (writer, _ ("To avoid"), visit->brief->card->taboos, 2);
}

/* What the key-in screen asks for, in its order, so that nothing has to be sought. */
static void
add_room (Writer *writer)
{
  HfPaper *paper = writer->paper;
  /* Translators: to be ticked with a pen. */
  const char *ticks = _ ("☐ Reached   ☐ Not at home   ☐ Refused   │   "
                         "Effect:  ☐ better   ☐ same   ☐ worse   ☐ adverse");

  hf_paper_skip (paper, GAP);
  hf_paper_add_text (paper, writer->left, writer->width, TEXT_SIZE, HF_PAPER_PLAIN, 2, ticks);
  for (guint i = 0; i < N_NOTES; i++)
    {
      hf_paper_skip (paper, NOTE_LINE);
      hf_paper_add_rule (paper, writer->left, writer->width, TRUE);
    }
  hf_paper_skip (paper, GAP);
}

static void
add_visit (Writer *writer, const HfDayVisit *visit, guint number)
{
  hf_paper_begin_block (writer->paper);
  add_head (writer, visit, number);
  add_why (writer, visit);
  add_bring (writer, visit);
  add_last (writer, visit);
  add_room (writer);
  hf_paper_end_block (writer->paper, FALSE);
}

static guint
count_area (const HfDaySheet *sheet, guint from)
{
  const HfDayVisit *first = sheet->visits->pdata[from];
  guint n = 0;

  while (from + n < sheet->visits->len &&
         g_str_equal (((const HfDayVisit *) sheet->visits->pdata[from + n])->brief->card->area,
                      first->brief->card->area))
    n++;
  return n;
}

static void
add_area (Writer *writer, const char *area, guint n)
{
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u customer", "%s: %u customers", n),
                       *area != '\0' ? area : _ ("No area"), n);

  hf_paper_begin_block (writer->paper);
  hf_paper_add_text (writer->paper, 0, hf_paper_get_width (writer->paper), AREA_SIZE, HF_PAPER_BOLD,
                     1, text);
  hf_paper_skip (writer->paper, GAP / 2);
  hf_paper_add_rule (writer->paper, 0, hf_paper_get_width (writer->paper), FALSE);
  hf_paper_end_block (writer->paper, TRUE);
}

static void
begin_sheet (const HfDaySheet *sheet, HfPaper *paper)
{
  g_autofree char *day = hf_when_format_heading (sheet->day);
  g_autofree char *title = g_strdup_printf (
      _ ("Home Visits  %s  %s"), day, sheet->staff != NULL ? sheet->staff : _ ("Nobody’s yet"));
  g_autofree char *note = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s  %u customer", "%s  %u customers", sheet->visits->len),
      sheet->branch, sheet->visits->len);

  hf_paper_begin_sheet (paper, title, note);
}

/**
 * hf_day_sheet_write:
 *
 * By area and in visiting order, in large type, with room for notes. Numbers are masked, and there
 * is nothing of the Health section on it (PHONE-4, CARD-3).
 */
void
hf_day_sheet_write (const HfDaySheet *sheet, HfPaper *paper)
{
  Writer writer = { paper, sheet, NUMBER_ROOM, hf_paper_get_width (paper) - NUMBER_ROOM };
  guint until = 0;

  begin_sheet (sheet, paper);
  for (guint i = 0; i < sheet->visits->len; i++)
    {
      const HfDayVisit *visit = sheet->visits->pdata[i];

      if (i == until)
        {
          guint n = count_area (sheet, i);

          add_area (&writer, visit->brief->card->area, n);
          until = i + n;
        }
      add_visit (&writer, visit, i + 1);
    }
}
