/* write-case-file.c: DATABASE NUMBER MINUTE FILE: the file of a complaint as a PDF, for tests
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "hf-case-paper.h"
#include "hf-paper-run.h"

typedef struct
{
  HfComplaintCase *one;
  HfMinute now;
} Sheet;

static void
write_sheet (HfPaper *paper, gpointer data)
{
  const Sheet *sheet = data;

  hf_case_paper_write (sheet->one, sheet->now, paper);
}

static gboolean
run (char *words[], GError **error)
{
  g_autoptr (HfDb) db = hf_db_open (words[1], HF_DB_READ, error);
  g_autoptr (HfComplaintCase) one = NULL;
  Sheet sheet;
  gint64 id;

  if (db == NULL || !hf_complaint_find (db, words[2], &id, error) ||
      !hf_minute_parse (words[3], &sheet.now, error))
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
  if (argc == 5 && run (argv, &error))
    return 0;
  g_printerr ("%s\n", error != NULL ? error->message : "DATABASE NUMBER MINUTE FILE");
  return 1;
}
