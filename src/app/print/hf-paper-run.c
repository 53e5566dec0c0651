/* hf-paper-run.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-paper-run.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hf-dialog.h"

/* Points; what office printers can't reach, and room for a thumb. */
#define MARGIN         (36)

#define POINTS_AN_INCH (72)

/* Owned by the print operation. */
typedef struct
{
  HfAppContext *context;
  HfPaperFunc func;
  gpointer data;
  GDestroyNotify free_data;
  HfPaper *paper; /* (nullable) */
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->paper, hf_paper_free);
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_object_unref (job->context);
  g_free (job);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *print, Job *job)
{
  PangoContext *context = gtk_print_context_create_pango_context (print);

  g_clear_pointer (&job->paper, hf_paper_free);
  job->paper = hf_paper_new (context, gtk_print_context_get_width (print),
                             gtk_print_context_get_height (print));
  g_object_unref (context);
  job->func (job->paper, job->data);
  gtk_print_operation_set_n_pages (operation, (int) MAX (hf_paper_get_n_pages (job->paper), 1));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *print, int page, Job *job)
{
  if ((guint) page < hf_paper_get_n_pages (job->paper))
    hf_paper_draw_page (job->paper, gtk_print_context_get_cairo_context (print), (guint) page);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &local);
  g_set_error (&error, HF_ERROR, HF_ERROR_READ_ONLY,
               _ ("This cannot be printed: %s. Save it as a PDF file instead."),
               local != NULL ? local->message : "");
  hf_app_context_complain (job->context, error);
}

static GtkPageSetup *
create_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);
  return setup;
}

/**
 * hf_paper_print:
 * @parent: in whose window the printer is chosen
 * @name: of the job, as the printer's list shows it; no person's name
 *
 * Asks for a printer. From the main thread.
 */
void
hf_paper_print (GtkWidget *parent,
                HfAppContext *context,
                const char *name,
                HfPaperFunc func,
                gpointer data,
                GDestroyNotify free_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_page_setup ();
  Job *job = g_new0 (Job, 1);

  job->context = g_object_ref (context);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), job, job_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
}

static gboolean
draw_all (cairo_surface_t *surface, double width, double height, HfPaperFunc func, gpointer data)
{
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  g_autoptr (HfPaper) paper = NULL;
  cairo_status_t status;

  pango_cairo_context_set_resolution (context, POINTS_AN_INCH);
  paper = hf_paper_new (context, width - 2 * MARGIN, height - 2 * MARGIN);
  g_object_unref (context);
  func (paper, data);
  cairo_translate (cr, MARGIN, MARGIN);
  for (guint i = 0; i < hf_paper_get_n_pages (paper); i++)
    {
      hf_paper_draw_page (paper, cr, i);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  return status == CAIRO_STATUS_SUCCESS && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
}

/**
 * hf_paper_write_pdf:
 * @path: what stands there is replaced once all is written
 *
 * On paper of the size that the locale uses. Not before GTK knows the locale.
 */
gboolean
hf_paper_write_pdf (const char *path, HfPaperFunc func, gpointer data, GError **error)
{
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (NULL);
  double width = gtk_paper_size_get_width (size, GTK_UNIT_POINTS);
  double height = gtk_paper_size_get_height (size, GTK_UNIT_POINTS);
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  g_autofree char *shown = g_filename_display_name (path);
  cairo_surface_t *surface = cairo_pdf_surface_create (temporary, width, height);
  gboolean written;

  written = draw_all (surface, width, height, func, data);
  cairo_surface_destroy (surface);
  if (written && g_chmod (temporary, 0600) == 0 && g_rename (temporary, path) == 0)
    return TRUE;
  g_set_error (error, HF_ERROR, errno == ENOSPC ? HF_ERROR_FULL : HF_ERROR_READ_ONLY,
               _ ("“%s” cannot be written: %s. Choose another place."), shown, g_strerror (errno));
  g_unlink (temporary);
  return FALSE;
}

typedef struct
{
  HfAppContext *context;
  char *said;
  HfPaperFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  saving->free_data (saving->data);
  g_object_unref (saving->context);
  g_free (saving->said);
  g_free (saving);
}

static void
on_chosen (GFile *file, GObject *owner)
{
  Saving *saving = g_object_get_data (owner, "hf-saving");
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  name = g_filename_display_basename (path);
  said = g_strdup_printf (saving->said, name);
  if (hf_paper_write_pdf (path, saving->func, saving->data, &error))
    hf_app_context_say (saving->context, said, FALSE, 0);
  else
    hf_app_context_complain (saving->context, error);
}

/**
 * hf_paper_save:
 * @file_name: what the file is called unless the person says otherwise
 * @said: what was done; its one `%s` is the file's name
 *
 * Asks for a file, and writes a PDF. From the main thread.
 */
void
hf_paper_save (GtkWidget *parent,
               HfAppContext *context,
               const char *file_name,
               const char *said,
               HfPaperFunc func,
               gpointer data,
               GDestroyNotify free_data)
{
  const char *const suffixes[] = { "pdf", NULL };
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  Saving *saving = g_new0 (Saving, 1);

  *saving = (Saving){ g_object_ref (context), g_strdup (said), func, data, free_data };
  g_object_set_data_full (owner, "hf-saving", saving, saving_free);
  hf_dialog_choose_file (GTK_WINDOW (gtk_widget_get_root (parent)), file_name, _ ("PDF files"),
                         suffixes, on_chosen, owner);
}
