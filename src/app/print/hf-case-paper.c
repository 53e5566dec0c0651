/* hf-case-paper.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-paper.h"

#include <glib/gi18n-lib.h>

#include "hf-case-deadlines.h"
#include "hf-case-facts.h"
#include "hf-case-log.h"
#include "hf-case-words.h"
#include "hf-paper-form.h"
#include "hf-paper-run.h"
#include "hf-when.h"

/* A case that is being written, and when: times are said as people say them. */
typedef struct
{
  HfComplaintCase *one;
  HfMinute now;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  hf_complaint_case_free (sheet->one);
  g_free (sheet);
}

static void
add_facts (HfPaper *paper, const Sheet *sheet, const HfCaseFact *facts, guint n_facts)
{
  for (guint i = 0; i < n_facts; i++)
    {
      g_autofree char *text = facts[i].format (sheet->one, sheet->now);

      hf_paper_add_pair (paper, HF_PAPER_LABEL_ROOM, _ (facts[i].label), *text != '\0' ? text : "—",
                         NULL);
    }
}

/* What was said in a contact may be about health: of contacts only that they took place (CARD-3).
 */
static void
add_log (HfPaper *paper, const Sheet *sheet)
{
  for (guint i = 0; i < sheet->one->log->len; i++)
    {
      HfComplaintLogLine line = g_array_index (sheet->one->log, HfComplaintLogLine, i);
      g_autofree char *when = hf_when_format_moment (line.at, sheet->now);
      g_autofree char *text = NULL;

      if (line.kind == HF_CASE_LOG_VISIT)
        line.text = NULL;
      text = hf_case_log_format (&line);
      hf_paper_add_pair (paper, HF_PAPER_LABEL_ROOM, when, text,
                         line.staff != NULL ? line.staff : "");
    }
}

static void
add_deadlines (HfPaper *paper, const Sheet *sheet)
{
  for (guint i = 0; i < sheet->one->deadlines->len; i++)
    {
      const HfDeadlineRow *row = &g_array_index (sheet->one->deadlines, HfDeadlineRow, i);
      g_autofree char *at = hf_when_format_exact (row->at);
      g_autofree char *state = hf_case_deadline_format_state (sheet->one, row, sheet->now);
      g_autofree char *text = g_strdup_printf ("%s · %s", at, state);

      hf_paper_add_pair (paper, HF_PAPER_LABEL_ROOM, hf_case_deadline_get_title (row), text, NULL);
    }
}

static void
add_customer (HfPaper *paper, const Sheet *sheet)
{
  const HfCard *card = sheet->one->card;
  const HfComplaint *complaint = sheet->one->complaint;
  const char *phone = card->phones != NULL && card->phones[0] != NULL ? card->phones[0] : "";
  g_autofree char *who = g_strdup_printf ("%s  %s", card->name, phone);
  g_autofree char *received = hf_when_format_exact (complaint->received_at);
  g_autofree char *how = g_strdup_printf (
      "%s · %s", hf_domain_get_label (HF_DOMAIN_CHANNEL, (int) complaint->channel), received);

  hf_paper_add_pair (paper, HF_PAPER_LABEL_ROOM, _ ("Customer"), who, NULL);
  hf_paper_add_pair (paper, HF_PAPER_LABEL_ROOM, _ ("Received"), how, complaint->received_by);
  hf_paper_add_pair (paper, HF_PAPER_LABEL_ROOM, _ ("Stage of the case"),
                     hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) complaint->stage), NULL);
}

/**
 * hf_case_paper_write:
 *
 * The whole file of a complaint. Numbers are masked (PHONE-4), health data left out (CARD-3).
 */
void
hf_case_paper_write (const HfComplaintCase *one, HfMinute now, HfPaper *paper)
{
  const Sheet sheet = { (HfComplaintCase *) one, now };
  g_autofree char *number = hf_case_format_number (one->complaint->number);
  g_autofree char *title = g_strdup_printf (_ ("Complaint %s"), number);
  g_autofree char *printed = hf_when_format_exact (now);

  hf_paper_begin_sheet (paper, title, printed);
  add_customer (paper, &sheet);
  hf_paper_add_heading (paper, _ ("In the Customer’s Words"));
  hf_paper_add_pair (paper, 0, "", one->complaint->words, NULL);
  hf_paper_add_heading (paper, _ ("Facts"));
  add_facts (paper, &sheet, hf_case_facts, hf_n_case_facts);
  hf_paper_add_heading (paper, _ ("What Happened"));
  add_log (paper, &sheet);
  hf_paper_add_heading (paper, _ ("Remedy"));
  add_facts (paper, &sheet, hf_case_remedies, hf_n_case_remedies);
  hf_paper_add_heading (paper, _ ("Deadlines"));
  add_deadlines (paper, &sheet);
}

static void
write_sheet (HfPaper *paper, gpointer data)
{
  const Sheet *sheet = data;

  hf_case_paper_write (sheet->one, sheet->now, paper);
}

/* Returns: (nullable): %NULL when it could not be read, which was said; a look-up by primary key */
static Sheet *
load_sheet (HfAppContext *context, gint64 complaint)
{
  g_autoptr (GError) error = NULL;
  HfComplaintCase *one =
      hf_complaint_case_load (hf_app_context_get_reader (context), complaint, &error);
  Sheet *sheet;

  if (one == NULL)
    {
      hf_app_context_complain (context, error);
      return NULL;
    }
  sheet = g_new0 (Sheet, 1);
  sheet->one = one;
  sheet->now = hf_app_context_get_now (context);
  return sheet;
}

/**
 * hf_case_paper_print:
 *
 * Asks for a printer.
 */
void
hf_case_paper_print (GtkWidget *parent, HfAppContext *context, gint64 complaint)
{
  Sheet *sheet = load_sheet (context, complaint);

  if (sheet != NULL)
    hf_paper_print (parent, context, _ ("Case file"), write_sheet, sheet, sheet_free);
}

/**
 * hf_case_paper_save:
 *
 * Asks for a file, and writes a PDF.
 */
void
hf_case_paper_save (GtkWidget *parent, HfAppContext *context, gint64 complaint)
{
  Sheet *sheet = load_sheet (context, complaint);

  if (sheet != NULL)
    hf_paper_save (parent, context, _ ("complaint.pdf"), _ ("Case file saved as “%s”"), write_sheet,
                   sheet, sheet_free);
}
