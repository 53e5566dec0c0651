/* write-case-file.c: DATABASE NUMBER MINUTE FILE [return]: the file of a complaint, or the form of
 * a return, as a PDF, for tests
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "hf-case-paper.h"
#include "hf-paper-run.h"
#include "hf-return-paper.h"

typedef struct
{
  HfComplaintCase *one;
  HfReturn *back;
  HfCard *card;
  HfMinute now;
} Sheet;

static void
write_sheet (HfPaper *paper, gpointer data)
{
  const Sheet *sheet = data;

  if (sheet->one != NULL)
    hf_case_paper_write (sheet->one, sheet->now, paper);
  else
    hf_return_paper_write (sheet->back, sheet->card, sheet->now, paper);
}

static gboolean
write_return (HfDb *db, char *words[], HfMinute now, GError **error)
{
  g_autoptr (HfReturn) back = NULL;
  g_autoptr (HfCard) card = NULL;
  Sheet sheet = { .now = now };
  gint64 id;

  if (!hf_return_find (db, words[2], &id, error) ||
      (back = hf_return_load (db, id, error)) == NULL ||
      (card = hf_card_load (db, back->customer_id, error)) == NULL)
    return FALSE;
  sheet.back = back;
  sheet.card = card;
  return hf_paper_write_pdf (words[4], write_sheet, &sheet, error);
}

static gboolean
run (char *words[], GError **error)
{
  g_autoptr (HfDb) db = hf_db_open (words[1], HF_DB_READ, error);
  g_autoptr (HfComplaintCase) one = NULL;
  Sheet sheet = { 0 };
  gint64 id;

  if (db == NULL || !hf_minute_parse (words[3], &sheet.now, error))
    return FALSE;
  if (words[5] != NULL)
    return write_return (db, words, sheet.now, error);
  if (!hf_complaint_find (db, words[2], &id, error))
    return FALSE;
  one = hf_complaint_case_load (db, id, error);
  sheet.one = one;
  return one != NULL && hf_paper_write_pdf (words[4], write_sheet, &sheet, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (g_getenv ("HUIFANG_LOCALEDIR") != NULL)
    bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HUIFANG_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if ((argc == 5 || argc == 6) && run (argv, &error))
    return 0;
  g_printerr ("%s\n", error != NULL ? error->message : "DATABASE NUMBER MINUTE FILE");
  return 1;
}
