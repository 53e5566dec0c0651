/* hf-day-sheet-print.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-sheet-print.h"

#include <glib/gi18n-lib.h>

#include "hf-day-sheet-paper.h"
#include "hf-paper-run.h"

/* What is asked for, handed from step to step: where to, reading, writing. */
typedef struct
{
  HfAppContext *context;
  GtkWidget *parent;
  HfActor actor;
  gint64 staff;
  HfDay day;
  GtkFileChooserNative *chooser; /* (nullable) */
  char *path;                    /* (nullable): to a printer */
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->context);
  g_object_unref (run->parent);
  g_clear_object (&run->chooser);
  g_free (run->path);
  g_free (run);
}

static void
write_sheets (HfPaper *paper, gpointer data)
{
  GPtrArray *sheets = data;

  for (guint i = 0; i < sheets->len; i++)
    hf_day_sheet_write (sheets->pdata[i], paper);
}

static void
save (Run *run, GPtrArray *sheets)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (run->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *said = g_strdup_printf (_ ("Day sheet saved as “%s”"), shown);

  if (hf_paper_write_pdf (run->path, write_sheets, sheets, &error))
    hf_app_context_say (run->context, said, FALSE, 0);
  else
    hf_app_context_complain (run->context, error);
}

static gpointer
load (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Run *run = data;

  return hf_day_sheets_load (db, &run->actor, run->staff, run->day, cancellable, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = hf_store_call_finish (HF_STORE (source), result, &error);

  if (sheets == NULL)
    hf_app_context_complain (run->context, error);
  else if (sheets->len == 0)
    hf_app_context_say (run->context, _ ("There are no home visits on this day"), FALSE, 0);
  else if (run->path != NULL)
    save (run, sheets);
  else if (gtk_widget_get_root (run->parent) != NULL)
    hf_paper_print (run->parent, run->context, _ ("Home visits"), write_sheets,
                    g_ptr_array_ref (sheets), (GDestroyNotify) g_ptr_array_unref);
  run_free (run);
}

static void
read_sheets (Run *run)
{
  hf_store_call_async (hf_app_context_get_store (run->context), HF_STORE_READ, load, run, NULL,
                       (GDestroyNotify) g_ptr_array_unref, NULL, on_loaded, run);
}

/* Returns: (nullable): %NULL when it is not known who acts; that was said */
static Run *
begin (GtkWidget *parent, HfAppContext *context, gint64 staff, HfDay day)
{
  g_autoptr (GError) error = NULL;
  HfActor actor;
  Run *run;

  if (!hf_app_context_init_actor (context, &actor, &error))
    {
      hf_app_context_complain (context, error);
      return NULL;
    }
  run = g_new0 (Run, 1);
  run->context = g_object_ref (context);
  run->parent = g_object_ref (parent);
  run->actor = actor;
  run->staff = staff;
  run->day = day;
  return run;
}

/**
 * hf_day_sheet_print:
 * @staff: whose, 0 for everybody's: a sheet each
 *
 * Asks for a printer.
 */
void
hf_day_sheet_print (GtkWidget *parent, HfAppContext *context, gint64 staff, HfDay day)
{
  Run *run = begin (parent, context, staff, day);

  if (run != NULL)
    read_sheets (run);
}

static void
on_chosen (GtkNativeDialog *chooser, int response, Run *run)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      run->path = g_file_get_path (file);
    }
  if (run->path != NULL)
    read_sheets (run);
  else
    run_free (run);
}

/**
 * hf_day_sheet_save:
 * @staff: whose, 0 for everybody's: a sheet each
 *
 * Asks for a file.
 */
void
hf_day_sheet_save (GtkWidget *parent, HfAppContext *context, gint64 staff, HfDay day)
{
  Run *run = begin (parent, context, staff, day);
  g_autofree char *date = hf_day_format (day);
  g_autofree char *name = g_strdup_printf (_ ("home visits %s.pdf"), date);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (run == NULL)
    return;
  run->chooser =
      gtk_file_chooser_native_new (_ ("Save Day Sheet"), GTK_WINDOW (gtk_widget_get_root (parent)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (run->chooser), TRUE);
  gtk_file_filter_set_name (filter, "PDF");
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (run->chooser), filter);
  gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (run->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (run->chooser), name);
  g_signal_connect (run->chooser, "response", G_CALLBACK (on_chosen), run);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (run->chooser));
}
