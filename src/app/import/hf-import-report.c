/* hf-import-report.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-import-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-dialog.h"

/**
 * HfImportReport:
 *
 * How many rows are added, updated, known already or wrong; the wrong ones with row, column and
 * reason, which can be saved.
 */
struct _HfImportReport
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkLabel *read_label;
  GtkLabel *added_label;
  GtkLabel *updated_label;
  GtkLabel *duplicates_label;
  GtkLabel *refused_label;
  GtkLabel *unused_label;
  GtkWidget *problems_box;
  GtkListView *problems;
  GtkLabel *saved_label;

  HfImportJob *job;
};

G_DEFINE_FINAL_TYPE (HfImportReport, hf_import_report, ADW_TYPE_BIN)

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfImportReport) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    text = g_strdup_printf (_ ("Saved as %s"), name);
  else
    text = g_strdup_printf (_ ("The list was not saved: %s"), error->message);
  gtk_label_set_label (self->saved_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->saved_label), TRUE);
}

static void
on_file_chosen (GFile *file, GObject *owner)
{
  HfImportReport *self = HF_IMPORT_REPORT (owner);
  char *text = hf_import_job_dup_problems (self->job);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, on_written, g_object_ref (self));
}

static void
on_save (HfImportReport *self)
{
  static const char *const suffixes[] = { "csv", NULL };
  g_autofree char *name = g_strconcat (_ ("Rows with problems"), ".csv", NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  hf_dialog_choose_file (GTK_WINDOW (root), name, _ ("Tables"), suffixes, on_file_chosen,
                         G_OBJECT (self));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *line = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) parts = g_strsplit (text, "\x1f", 3);
  GtkWidget *label = gtk_widget_get_first_child (line);

  for (guint i = 0; i < 3 && label != NULL; i++, label = gtk_widget_get_next_sibling (label))
    gtk_label_set_label (GTK_LABEL (label), parts[i]);
}

static GtkWidget *
create_cell (int width, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (width > 0)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), width);
      gtk_label_set_max_width_chars (GTK_LABEL (label), width);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  else
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
    }
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (line, "hf-import-problem");
  gtk_box_append (GTK_BOX (line), create_cell (8, "hf-small"));
  gtk_box_append (GTK_BOX (line), create_cell (10, "strong"));
  gtk_box_append (GTK_BOX (line), create_cell (0, "hf-small"));
  gtk_list_item_set_child (item, line);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
hf_import_report_dispose (GObject *object)
{
  g_clear_pointer (&HF_IMPORT_REPORT (object)->job, hf_import_job_unref);

  G_OBJECT_CLASS (hf_import_report_parent_class)->dispose (object);
}

static void
hf_import_report_class_init (HfImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_import_report_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/import/hf-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, title_label);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, text_label);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, read_label);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, added_label);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, updated_label);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, duplicates_label);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, refused_label);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, unused_label);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, problems_box);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, problems);
  gtk_widget_class_bind_template_child (widget_class, HfImportReport, saved_label);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
hf_import_report_init (HfImportReport *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->problems, factory);
  g_object_unref (factory);
}

static void
show_number (GtkLabel *label, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gtk_label_set_label (label, text);
}

static void
show_problems (HfImportReport *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  GPtrArray *problems = self->job->result.problems;

  for (guint i = 0; i < problems->len; i++)
    {
      const HfImportProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *row = g_strdup_printf (_ ("Row %u"), problem->row);

      gtk_string_list_take (lines,
                            g_strjoin ("\x1f", row, problem->column, problem->message, NULL));
    }
  gtk_list_view_set_model (self->problems, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                               G_LIST_MODEL (g_steal_pointer (&lines)))));
  gtk_widget_set_visible (self->problems_box, problems->len > 0);
}

static const char *
describe (const HfImportJob *job, const char **text)
{
  if (!job->dry_run)
    {
      *text = _ ("All of it can be taken back, now or later with Undo.");
      return _ ("Imported");
    }
  if (job->result.added + job->result.updated == 0)
    {
      *text = _ ("No row of it adds anything. Mend the list, or choose another one.");
      return _ ("Nothing to Import");
    }
  *text = _ ("Nothing is written yet. Rows with problems are left out.");
  return _ ("Ready to Import");
}

/**
 * hf_import_report_show:
 * @job: one that is over
 */
void
hf_import_report_show (HfImportReport *self, HfImportJob *job)
{
  const HfImportResult *result = &job->result;
  g_autofree char *unused =
      result->unused != NULL ? g_strjoinv (", ", result->unused) : g_strdup ("");
  g_autofree char *text = g_strdup_printf (_ ("Columns that are not used: %s"), unused);
  const char *explanation;

  g_return_if_fail (HF_IS_IMPORT_REPORT (self));

  g_clear_pointer (&self->job, hf_import_job_unref);
  self->job = g_atomic_rc_box_acquire (job);
  gtk_label_set_label (self->title_label, describe (job, &explanation));
  gtk_label_set_label (self->text_label, explanation);
  show_number (self->read_label, result->read);
  show_number (self->added_label, result->added);
  show_number (self->updated_label, result->updated);
  show_number (self->duplicates_label, result->duplicates);
  show_number (self->refused_label, result->refused);
  gtk_label_set_label (self->unused_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unused_label), *unused != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->saved_label), FALSE);
  show_problems (self);
}
