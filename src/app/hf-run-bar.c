/* hf-run-bar.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-run-bar.h"

#include <glib/gi18n-lib.h>

/**
 * HfRunBar:
 *
 * Lies over the page while a command takes long; the page can be used meanwhile.
 */
struct _HfRunBar
{
  AdwBin parent_instance;

  GtkProgressBar *progress;
  GtkButton *cancel_button;

  HfRun *run; /* (nullable): the one that is shown */
};

G_DEFINE_FINAL_TYPE (HfRunBar, hf_run_bar, ADW_TYPE_BIN)

static void
on_cancel (HfRunBar *self)
{
  if (self->run == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), FALSE);
  hf_run_cancel (self->run);
}

/* The rows are written; what is left, such as the search index, cannot be counted. */
static void
show_fraction (HfRunBar *self, double fraction)
{
  g_autofree char *percent = g_strdup_printf (_ ("%d %% done"), (int) (fraction * 100));

  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_progress_bar_set_text (self->progress, percent);
}

static void
on_progressed (HfRun *run, HfRunBar *self)
{
  if (self->run != run)
    {
      g_set_object (&self->run, run);
      gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), TRUE);
    }
  show_fraction (self, hf_run_get_fraction (run));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
on_ended (HfRun *run, HfRunBar *self)
{
  if (self->run != run)
    return;
  g_clear_object (&self->run);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
hf_run_bar_dispose (GObject *object)
{
  g_clear_object (&HF_RUN_BAR (object)->run);

  G_OBJECT_CLASS (hf_run_bar_parent_class)->dispose (object);
}

static void
hf_run_bar_class_init (HfRunBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_run_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-run-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HfRunBar, progress);
  gtk_widget_class_bind_template_child (widget_class, HfRunBar, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
hf_run_bar_init (HfRunBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_run_bar_watch:
 *
 * Shows @run if it takes long.
 */
void
hf_run_bar_watch (HfRunBar *self, HfRun *run)
{
  g_return_if_fail (HF_IS_RUN_BAR (self));

  g_signal_connect_object (run, "progressed", G_CALLBACK (on_progressed), self, 0);
  g_signal_connect_object (run, "ended", G_CALLBACK (on_ended), self, 0);
}
