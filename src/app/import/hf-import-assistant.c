/* hf-import-assistant.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-assistant.h"

#include <glib/gi18n-lib.h>

#include "hf-dialog.h"
#include "hf-import-columns.h"
#include "hf-import-job.h"
#include "hf-import-report.h"
#include "hf-undo-run.h"

/* How often a person sees the bar move. */
#define PULSE_MS (120)

/**
 * HfImportAssistant:
 *
 * Choose a file, say what its columns are, see what would come of it, import. Nothing is written
 * before the last step, which is one transaction: cancelling it leaves nothing behind.
 */
struct _HfImportAssistant
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *back_button;
  GtkButton *cancel_button;
  GtkButton *next_button;
  GtkButton *undo_button;
  GtkStack *pages;
  AdwStatusPage *choose_page;
  GtkLabel *choose_error;
  AdwComboRow *kind_row;
  GtkLabel *columns_error;
  HfImportColumns *columns;
  GtkLabel *work_label;
  GtkProgressBar *progress;
  HfImportReport *report;

  HfAppContext *context;
  char *path;
  HfImportPreview *preview;
  HfImportJob *job; /* (nullable): the last one */
  GCancellable *reading;
  gboolean working;
  guint pulse;
};

G_DEFINE_FINAL_TYPE (HfImportAssistant, hf_import_assistant, ADW_TYPE_WINDOW)

#define CHOOSE  "choose"
#define COLUMNS "columns"
#define WORK    "work"
#define REPORT  "report"

static gboolean
is_done (HfImportAssistant *self)
{
  return self->job != NULL && !self->job->dry_run && self->job->result.operation != 0;
}

static void
show_page (HfImportAssistant *self, const char *name)
{
  gboolean report = g_str_equal (name, REPORT);
  gboolean columns = g_str_equal (name, COLUMNS);
  gboolean done = report && is_done (self);

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), columns || (report && !done));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), g_str_equal (name, WORK));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), columns || report);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), done);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), TRUE);
  gtk_button_set_label (self->next_button, columns ? _ ("_Check")
                                           : done  ? _ ("_Close")
                                                   : _ ("_Import"));
  if (report)
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

/* The first line is for the person. */
static void
show_error (GtkLabel *label, const GError *error)
{
  g_auto (GStrv) parts = g_strsplit (error != NULL ? error->message : "", "\n", 2);

  gtk_label_set_label (label, parts[0] != NULL ? parts[0] : "");
  gtk_widget_set_visible (GTK_WIDGET (label), error != NULL);
  if (error != NULL && parts[0] != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (label), parts[1]);
}

static HfImportKind
get_kind (HfImportAssistant *self)
{
  return adw_combo_row_get_selected (self->kind_row) == 1 ? HF_IMPORT_PURCHASES
                                                          : HF_IMPORT_CUSTOMERS;
}

static void
on_columns_changed (HfImportAssistant *self)
{
  HfImportMapping *mapping = self->preview->mappings[get_kind (self)];
  int columns[HF_IMPORT_N_FIELDS];
  g_autoptr (GError) error = NULL;

  hf_import_columns_read (self->columns, columns);
  for (HfImportField field = 0; field < HF_IMPORT_N_FIELDS; field++)
    hf_import_mapping_set_column (mapping, field, -1);
  for (HfImportField field = 0; field < HF_IMPORT_N_FIELDS; field++)
    if (columns[field] >= 0)
      hf_import_mapping_set_column (mapping, field, columns[field]);
  hf_import_mapping_check (mapping, &error);
  show_error (self->columns_error, error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), error == NULL);
}

static void
on_kind_changed (HfImportAssistant *self)
{
  if (self->preview == NULL)
    return;
  hf_import_columns_show (self->columns, self->preview, get_kind (self));
  on_columns_changed (self);
}

static gboolean
on_pulse (gpointer data)
{
  HfImportAssistant *self = data;
  int thousandths = self->job != NULL ? g_atomic_int_get (&self->job->thousandths) : 0;

  if (thousandths > 0)
    gtk_progress_bar_set_fraction (self->progress, thousandths / 1000.0);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (HfImportAssistant *self, const char *text)
{
  self->working = TRUE;
  gtk_label_set_label (self->work_label, text);
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_page (self, WORK);
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
  self->pulse = g_timeout_add (PULSE_MS, on_pulse, self);
}

static void
end_work (HfImportAssistant *self)
{
  self->working = FALSE;
  g_clear_handle_id (&self->pulse, g_source_remove);
}

static void
on_job_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfImportAssistant) self = data;
  g_autoptr (GError) error = NULL;

  hf_app_context_run_finish (HF_APP_CONTEXT (source), result, &error);
  if (!self->working)
    return;
  end_work (self);
  if (error != NULL)
    {
      show_page (self, COLUMNS);
      show_error (self->columns_error, error);
      return;
    }
  hf_import_report_show (self->report, self->job);
  show_page (self, REPORT);
  if (self->job->dry_run)
    gtk_widget_set_sensitive (
        GTK_WIDGET (self->next_button),
        self->job->result.added + self->job->result.updated + self->job->result.duplicates > 0);
}

static void
run_job (HfImportAssistant *self, gboolean dry_run)
{
  g_clear_pointer (&self->job, hf_import_job_unref);
  self->job = hf_import_job_new (self->path);
  self->job->kind = get_kind (self);
  self->job->header_row = self->preview->header_row;
  self->job->dry_run = dry_run;
  hf_import_columns_read (self->columns, self->job->columns);
  begin_work (self, dry_run ? _ ("Checking every row; nothing is written…") : _ ("Importing…"));
  hf_import_job_run (self->job, self->context, on_job_done, g_object_ref (self));
}

static void
on_next (HfImportAssistant *self)
{
  if (self->working || !gtk_widget_get_sensitive (GTK_WIDGET (self->next_button)))
    return;
  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), COLUMNS))
    run_job (self, TRUE);
  else if (is_done (self))
    gtk_window_close (GTK_WINDOW (self));
  else
    run_job (self, FALSE);
}

static void
on_back (HfImportAssistant *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  show_page (self, g_str_equal (page, REPORT) ? COLUMNS : CHOOSE);
  if (g_str_equal (page, REPORT))
    on_columns_changed (self);
}

static void
on_cancel (HfImportAssistant *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (self->job->cancellable);
  g_cancellable_cancel (self->reading);
}

static void
on_undo (HfImportAssistant *self)
{
  hf_undo_run (self->context, self->job->result.operation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
read_preview (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  HfImportPreview *preview = hf_import_preview_load (data, cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) hf_import_preview_free);
  else
    g_task_return_error (task, error);
}

static void
on_preview_read (GObject *source, GAsyncResult *result, gpointer data)
{
  HfImportAssistant *self = HF_IMPORT_ASSISTANT (source);
  g_autoptr (GError) error = NULL;
  HfImportPreview *preview = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_task_data (G_TASK (result)) == NULL || !self->working)
    {
      g_clear_pointer (&preview, hf_import_preview_free);
      return;
    }
  end_work (self);
  if (preview == NULL)
    {
      show_page (self, CHOOSE);
      show_error (self->choose_error, error);
      return;
    }
  g_clear_pointer (&self->preview, hf_import_preview_free);
  self->preview = preview;
  adw_window_title_set_subtitle (self->title, preview->description);
  adw_combo_row_set_selected (self->kind_row, preview->kind == HF_IMPORT_PURCHASES ? 1 : 0);
  show_page (self, COLUMNS);
  on_kind_changed (self);
}

static void
open_file (HfImportAssistant *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  if (self->working)
    return;
  g_free (self->path);
  self->path = g_file_get_path (file);
  show_error (self->choose_error, NULL);
  if (self->path == NULL)
    {
      gtk_label_set_label (self->choose_error,
                           _ ("This file is not on this computer. Copy it here first."));
      gtk_widget_set_visible (GTK_WIDGET (self->choose_error), TRUE);
      return;
    }
  adw_window_title_set_title (self->title, shown);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  begin_work (self, _ ("Looking at the file…"));
  task = g_task_new (self, self->reading, on_preview_read, NULL);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, read_preview);
}

static void
on_file_chosen (GFile *file, GObject *owner)
{
  open_file (HF_IMPORT_ASSISTANT (owner), file);
}

static void
on_choose (HfImportAssistant *self)
{
  static const char *const suffixes[] = { "csv", "txt", "tsv", "xlsx", NULL };

  hf_dialog_choose_file (GTK_WINDOW (self), NULL, _ ("Tables"), suffixes, on_file_chosen,
                         G_OBJECT (self));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, HfImportAssistant *self)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL || self->working || is_done (self))
    return FALSE;
  open_file (self, file);
  return TRUE;
}

/* What runs is rolled back; somebody who closes the window wants none of it. */
static gboolean
hf_import_assistant_close_request (GtkWindow *window)
{
  HfImportAssistant *self = HF_IMPORT_ASSISTANT (window);

  on_cancel (self);
  end_work (self);
  return GTK_WINDOW_CLASS (hf_import_assistant_parent_class)->close_request (window);
}

static void
hf_import_assistant_dispose (GObject *object)
{
  HfImportAssistant *self = HF_IMPORT_ASSISTANT (object);

  end_work (self);
  g_clear_object (&self->context);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->job, hf_import_job_unref);

  G_OBJECT_CLASS (hf_import_assistant_parent_class)->dispose (object);
}

static void
hf_import_assistant_finalize (GObject *object)
{
  HfImportAssistant *self = HF_IMPORT_ASSISTANT (object);

  g_clear_pointer (&self->preview, hf_import_preview_free);
  g_free (self->path);

  G_OBJECT_CLASS (hf_import_assistant_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/import/hf-import-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, title);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, back_button);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, next_button);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, undo_button);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, pages);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, choose_page);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, choose_error);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, kind_row);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, columns_error);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, columns);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, work_label);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, progress);
  gtk_widget_class_bind_template_child (widget_class, HfImportAssistant, report);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_columns_changed);
}

static void
hf_import_assistant_class_init (HfImportAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_import_assistant_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_import_assistant_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = hf_import_assistant_close_request;
  g_type_ensure (HF_TYPE_IMPORT_COLUMNS);
  g_type_ensure (HF_TYPE_IMPORT_REPORT);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_import_assistant_init (HfImportAssistant *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  show_page (self, CHOOSE);
}

/**
 * hf_import_assistant_present:
 * @file: (nullable): which one; %NULL to ask for it
 *
 * Opens the assistant over @parent.
 */
void
hf_import_assistant_present (GtkWindow *parent, HfAppContext *context, GFile *file)
{
  HfImportAssistant *self = g_object_new (HF_TYPE_IMPORT_ASSISTANT, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  gtk_window_present (GTK_WINDOW (self));
  if (file != NULL)
    open_file (self, file);
}
