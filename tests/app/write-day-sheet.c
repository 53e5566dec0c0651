/* write-day-sheet.c: DATABASE DAY FILE: the day sheets of everybody as a PDF file, for tests
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "hf-day-sheet-paper.h"
#include "hf-office.h"
#include "hf-paper-run.h"

static void
write_sheets (HfPaper *paper, gpointer data)
{
  GPtrArray *sheets = data;

  for (guint i = 0; i < sheets->len; i++)
    hf_day_sheet_write (sheets->pdata[i], paper);
}

static gboolean
run (char *words[], GError **error)
{
  g_autoptr (HfDb) db = hf_db_open (words[1], HF_DB_READ, error);
  g_autoptr (GPtrArray) sheets = NULL;
  HfActor actor;
  HfDay day;

  if (db == NULL || !hf_day_parse (words[2], &day, error) ||
      !hf_actor_init (&actor, db, 0, hf_minute_new (day, 8 * 60), error))
    return FALSE;
  sheets = hf_day_sheets_load (db, &actor, 0, day, NULL, error);
  return sheets != NULL && hf_paper_write_pdf (words[3], write_sheets, sheets, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HUIFANG_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (argc == 4 && run (argv, &error))
    return 0;
  g_printerr ("%s\n", error != NULL ? error->message : "DATABASE DAY FILE");
  return 1;
}
