/* hf-export-run.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-export-run.h"

#include <glib/gi18n-lib.h>

#include "hf-dialog.h"
#include "hf-export.h"

/* What is done sooner needs no window to wait in. */
#define PATIENCE_MS (300)
#define RUN         "run"

/* Owned by the step that runs: choosing, noting, writing. @done is written by the reader's thread.
 */
typedef struct
{
  HfExport request;
  HfAppContext *context;
  GtkWidget *parent;
  GCancellable *cancellable;
  GtkWidget *dialog; /* (nullable) */
  GtkProgressBar *bar;
  guint timeout;
  gint done;
} Run;

static void
run_free (Run *run)
{
  g_clear_handle_id (&run->timeout, g_source_remove);
  if (run->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (run->dialog));
  g_array_unref (run->request.customers);
  g_free (run->request.path);
  g_object_unref (run->context);
  g_object_unref (run->parent);
  g_object_unref (run->cancellable);
  g_free (run);
}

static void
on_gone (GtkWidget *dialog, Run *run)
{
  run->dialog = NULL;
  g_cancellable_cancel (run->cancellable);
}

static void
show_dialog (Run *run)
{
  run->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  run->dialog =
      hf_dialog_new (run->parent, _ ("Exporting…"), NULL, GTK_WIDGET (run->bar), _ ("_Cancel"));
  g_signal_connect (run->dialog, "destroy", G_CALLBACK (on_gone), run);
  hf_dialog_ask (run->dialog, NULL, NULL, NULL);
}

static gboolean
on_tick (gpointer data)
{
  Run *run = data;

  if (g_cancellable_is_cancelled (run->cancellable))
    return G_SOURCE_CONTINUE;
  if (run->dialog == NULL)
    show_dialog (run);
  gtk_progress_bar_set_fraction (run->bar, (double) g_atomic_int_get (&run->done) /
                                               MAX (run->request.customers->len, 1));
  return G_SOURCE_CONTINUE;
}

static void
on_progress (guint done, guint all, gpointer data)
{
  Run *run = data;

  g_atomic_int_set (&run->done, (gint) done);
}

static gpointer
write_file (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Run *run = data;

  return hf_export_write_customers (db, &run->request, cancellable, error) ? run : NULL;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;

  if (hf_store_call_finish (HF_STORE (source), result, &error) != NULL)
    {
      guint n = run->request.customers->len;
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u customer exported", "%u customers exported", n), n);

      hf_app_context_say (run->context, text, FALSE, 0);
    }
  else
    hf_app_context_complain (run->context, error);
  run_free (run);
}

static gpointer
note (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Run *run = data;

  return hf_command_note_export (db, actor, &run->request, error) ? run : NULL;
}

static void
on_noted (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;

  if (hf_app_context_run_finish (run->context, result, &error) == NULL)
    {
      hf_app_context_complain (run->context, error);
      run_free (run);
      return;
    }
  run->timeout = g_timeout_add (PATIENCE_MS, on_tick, run);
  hf_store_call_async (hf_app_context_get_store (run->context), HF_STORE_READ, write_file, run,
                       NULL, NULL, run->cancellable, on_written, run);
}

/* Who closes the chooser has dropped the run with @owner. */
static void
on_chosen (GFile *file, gboolean full_phone, GObject *owner)
{
  Run *run = g_object_steal_data (owner, RUN);

  run->request.path = g_file_get_path (file);
  if (run->request.path == NULL)
    {
      g_autoptr (GError) error =
          g_error_new_literal (HF_ERROR, HF_ERROR_BAD_INPUT,
                               _ ("This place is not on this computer. Choose another one."));

      hf_app_context_complain (run->context, error);
      run_free (run);
      return;
    }
  run->request.full_phone = full_phone;
  hf_app_context_run_async (run->context, note, run, NULL, NULL, on_noted, run);
}

/**
 * hf_export_ask:
 * @customers: (element-type gint64):
 *
 * Asks for a file, whose ending says what it is to be: .csv, .xlsx or .vcf. Numbers are masked
 * unless the manager asks for them in full (PHONE-3).
 */
void
hf_export_ask (GtkWidget *parent, HfAppContext *context, GArray *customers)
{
  static const char *const suffixes[] = { "xlsx", "csv", "vcf", NULL };
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  Run *run = g_new0 (Run, 1);

  run->request.customers = g_array_ref (customers);
  run->request.progress = on_progress;
  run->request.data = run;
  run->context = g_object_ref (context);
  run->parent = g_object_ref (parent);
  run->cancellable = g_cancellable_new ();
  g_object_set_data_full (owner, RUN, run, (GDestroyNotify) run_free);
  hf_dialog_choose_new_file (
      GTK_WINDOW (gtk_widget_get_root (parent)), _ ("customers.xlsx"), "XLSX, CSV, VCF", suffixes,
      _ ("Phone numbers in full (noted in the audit log)"), on_chosen, owner);
}
