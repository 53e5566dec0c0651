/* hf-return-paper.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-return-paper.h"

#include <glib/gi18n-lib.h>

#include "hf-matter.h"
#include "hf-paper-form.h"
#include "hf-paper-run.h"
#include "hf-return-rules.h"
#include "hf-when.h"

/* A return that is being written, and when. */
typedef struct
{
  HfReturn *back;
  HfCard *card;
  HfMinute now;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_clear_pointer (&sheet->back, hf_return_free);
  g_clear_pointer (&sheet->card, hf_card_free);
  g_free (sheet);
}

static void
add (HfPaper *paper, const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    hf_paper_add_pair (paper, HF_PAPER_LABEL_ROOM, label, text, NULL);
}

static void
take (HfPaper *paper, const char *label, char *text)
{
  add (paper, label, text);
  g_free (text);
}

static void
add_customer (HfPaper *paper, const HfReturn *back, const HfCard *card)
{
  const char *phone = card->phones != NULL && card->phones[0] != NULL ? card->phones[0] : "";

  take (paper, _ ("Customer"), g_strdup_printf ("%s  %s", card->name, phone));
  take (paper, _ ("Recorded"), hf_when_format_exact (back->opened_at));
  add (paper, _ ("Staff"), back->staff);
}

/* A reason that has to do with the customer's health is not on a paper that others hold (CARD-3);
 * whoever must not use it, or insists, is served at once (fixed). */
static void
add_goods (HfPaper *paper, const HfReturn *back)
{
  add (paper, _ ("Goods"), back->goods);
  if (back->bought_on != HF_DAY_NONE)
    take (paper, _ ("Bought on"), hf_day_format (back->bought_on));
  if (back->reason > HF_RETURN_CONTRAINDICATED)
    add (paper, _ ("Why"), hf_domain_get_label (HF_DOMAIN_RETURN_REASON, (int) back->reason));
  add (paper, _ ("Wants"), back->exchange ? _ ("An exchange") : _ ("The money back"));
  if (hf_return_advise (back->reason, back->insists).at_once)
    add (paper, _ ("How"), _ ("At once, without any further question"));
  if (back->goods_back_on != HF_DAY_NONE)
    take (paper, _ ("Goods back on"), hf_day_format (back->goods_back_on));
}

static void
add_money (HfPaper *paper, const HfReturn *back)
{
  take (paper, _ ("What the goods cost"), hf_matter_format_money (back->goods_fen));
  if (back->refund_due != HF_MINUTE_NONE)
    take (paper, _ ("Money due by"), hf_when_format_exact (back->refund_due));
  take (paper, _ ("Paid back"), hf_matter_format_money (back->refund_fen));
}

/**
 * hf_return_paper_write:
 *
 * The form that goes with the goods: what comes back and what is paid for it, with lines for what a
 * hand fills in and for who signs (COMP-5). Numbers are masked (PHONE-4), health is left out
 * (CARD-3), and nothing on it talks the customer out of it.
 */
void
hf_return_paper_write (const HfReturn *back, const HfCard *card, HfMinute now, HfPaper *paper)
{
  g_autofree char *title =
      back->number > 0 ? g_strdup_printf (_ ("Return Form No. %lld"), (long long) back->number)
                       : g_strdup (_ ("Return Form"));
  g_autofree char *printed = hf_when_format_exact (now);

  hf_paper_begin_sheet (paper, title, printed);
  add_customer (paper, back, card);
  hf_paper_add_heading (paper, _ ("Goods"));
  add_goods (paper, back);
  hf_paper_add_blank (paper, _ ("Packs, unopened"));
  hf_paper_add_blank (paper, _ ("Packs, opened"));
  hf_paper_add_blank (paper, _ ("Batch and expiry"));
  hf_paper_add_heading (paper, back->exchange ? _ ("Exchange") : _ ("Money"));
  add_money (paper, back);
  if (back->exchange)
    {
      hf_paper_add_blank (paper, _ ("What went out"));
      hf_paper_add_blank (paper, _ ("On which day"));
    }
  else
    {
      hf_paper_add_blank (paper, _ ("Yuan, in words"));
      hf_paper_add_blank (paper, _ ("How it was paid"));
      hf_paper_add_blank (paper, _ ("On which day"));
    }
  hf_paper_add_heading (paper, _ ("Signatures"));
  hf_paper_add_blank (paper, _ ("Customer"));
  hf_paper_add_blank (paper, _ ("Staff"));
  hf_paper_add_blank (paper, _ ("Manager"));
}

static void
write_sheet (HfPaper *paper, gpointer data)
{
  const Sheet *sheet = data;

  hf_return_paper_write (sheet->back, sheet->card, sheet->now, paper);
}

/* Returns: (nullable): %NULL when it could not be read, which was said; a look-up by primary key */
static Sheet *
load_sheet (HfAppContext *context, gint64 id)
{
  HfDb *db = hf_app_context_get_reader (context);
  g_autoptr (GError) error = NULL;
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->now = hf_app_context_get_now (context);
  sheet->back = hf_return_load (db, id, &error);
  if (sheet->back != NULL)
    sheet->card = hf_card_load (db, sheet->back->customer_id, &error);
  if (sheet->card != NULL)
    return sheet;
  hf_app_context_complain (context, error);
  sheet_free (sheet);
  return NULL;
}

/**
 * hf_return_paper_print:
 *
 * Asks for a printer.
 */
void
hf_return_paper_print (GtkWidget *parent, HfAppContext *context, gint64 id)
{
  Sheet *sheet = load_sheet (context, id);

  if (sheet != NULL)
    hf_paper_print (parent, context, _ ("Return form"), write_sheet, sheet, sheet_free);
}

/**
 * hf_return_paper_save:
 *
 * Asks for a file, and writes a PDF.
 */
void
hf_return_paper_save (GtkWidget *parent, HfAppContext *context, gint64 id)
{
  Sheet *sheet = load_sheet (context, id);

  if (sheet != NULL)
    hf_paper_save (parent, context, _ ("return.pdf"), _ ("Return form saved as “%s”"), write_sheet,
                   sheet, sheet_free);
}
