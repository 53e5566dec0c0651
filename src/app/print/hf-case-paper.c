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
#include "hf-dialog.h"
#include "hf-paper-run.h"
#include "hf-when.h"

#define HEAD_SIZE  (13)
#define TEXT_SIZE  (11)
#define SMALL_SIZE (9.5)
#define LABEL_ROOM (110)
#define TIME_ROOM  (110)
#define STAFF_ROOM (80)
#define GAP        (4)

/* More would make a block that fits on no page. */
#define MAX_LINES (24)

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
add_heading (HfPaper *paper, const char *text)
{
  hf_paper_begin_block (paper);
  hf_paper_skip (paper, GAP);
  hf_paper_add_text (paper, 0, hf_paper_get_width (paper), HEAD_SIZE, HF_PAPER_BOLD, 1, text);
  hf_paper_end_block (paper, TRUE);
}

/* Beside one another: what it is, and what it says. */
static void
add_pair (HfPaper *paper, double room, const char *label, const char *text, const char *end)
{
  double y, low;
  double width = hf_paper_get_width (paper) - room - (end != NULL ? STAFF_ROOM : 0);

  hf_paper_begin_block (paper);
  y = hf_paper_get_y (paper);
  hf_paper_add_text (paper, 0, room, SMALL_SIZE, HF_PAPER_DIM, 1, label);
  if (end != NULL)
    {
      hf_paper_skip (paper, y - hf_paper_get_y (paper));
      hf_paper_add_text (paper, room + width, STAFF_ROOM, SMALL_SIZE, HF_PAPER_DIM | HF_PAPER_RIGHT,
                         1, end);
    }
  low = hf_paper_get_y (paper);
  hf_paper_skip (paper, y - low);
  hf_paper_add_text (paper, room, width, TEXT_SIZE, HF_PAPER_PLAIN, MAX_LINES, text);
  if (hf_paper_get_y (paper) < low)
    hf_paper_skip (paper, low - hf_paper_get_y (paper));
  hf_paper_end_block (paper, FALSE);
}

static void
add_facts (HfPaper *paper, const Sheet *sheet, const HfCaseFact *facts, guint n_facts)
{
  for (guint i = 0; i < n_facts; i++)
    {
      g_autofree char *text = facts[i].format (sheet->one, sheet->now);

      add_pair (paper, LABEL_ROOM, _ (facts[i].label), *text != '\0' ? text : "—", NULL);
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
      add_pair (paper, TIME_ROOM, when, text, line.staff != NULL ? line.staff : "");
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

      add_pair (paper, LABEL_ROOM, hf_case_deadline_get_title (row), text, NULL);
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

  add_pair (paper, LABEL_ROOM, _ ("Customer"), who, NULL);
  add_pair (paper, LABEL_ROOM, _ ("Received"), how, complaint->received_by);
  add_pair (paper, LABEL_ROOM, _ ("Stage of the case"),
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
  add_heading (paper, _ ("In the Customer’s Words"));
  add_pair (paper, 0, "", one->complaint->words, NULL);
  add_heading (paper, _ ("Facts"));
  add_facts (paper, &sheet, hf_case_facts, hf_n_case_facts);
  add_heading (paper, _ ("What Happened"));
  add_log (paper, &sheet);
  add_heading (paper, _ ("Remedy"));
  add_facts (paper, &sheet, hf_case_remedies, hf_n_case_remedies);
  add_heading (paper, _ ("Deadlines"));
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

typedef struct
{
  HfAppContext *context;
  gint64 complaint;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->context);
  g_free (saving);
}

static void
on_chosen (GFile *file, GObject *owner)
{
  Saving *saving = g_object_get_data (owner, "hf-saving");
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *said = g_strdup_printf (_ ("Case file saved as “%s”"), name);
  g_autoptr (GError) error = NULL;
  Sheet *sheet = path != NULL ? load_sheet (saving->context, saving->complaint) : NULL;

  if (sheet == NULL)
    return;
  if (hf_paper_write_pdf (path, write_sheet, sheet, &error))
    hf_app_context_say (saving->context, said, FALSE, 0);
  else
    hf_app_context_complain (saving->context, error);
  sheet_free (sheet);
}

/**
 * hf_case_paper_save:
 *
 * Asks for a file, and writes a PDF.
 */
void
hf_case_paper_save (GtkWidget *parent, HfAppContext *context, gint64 complaint)
{
  const char *const suffixes[] = { "pdf", NULL };
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->context = g_object_ref (context);
  saving->complaint = complaint;
  g_object_set_data_full (owner, "hf-saving", saving, saving_free);
  hf_dialog_choose_file (GTK_WINDOW (gtk_widget_get_root (parent)), _ ("complaint.pdf"),
                         _ ("PDF files"), suffixes, on_chosen, owner);
}
