/* hf-case-stepper.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-stepper.h"

#include <glib/gi18n-lib.h>

#include "hf-when.h"

#define N_STEPS (HF_CASE_CLOSED + 1)

/**
 * HfCaseStepper:
 *
 * The six stages in a row: those behind with a tick and when they were reached, the one it is in,
 * those to come. For the eye; the page's other parts say the same in words.
 */
struct _HfCaseStepper
{
  AdwBin parent_instance;

  GtkWidget *steps[N_STEPS];
  GtkLabel *dots[N_STEPS];
  GtkLabel *titles[N_STEPS];
  GtkLabel *times[N_STEPS];
  GtkWidget *lines[N_STEPS]; /* before the step; none before the first */
};

G_DEFINE_FINAL_TYPE (HfCaseStepper, hf_case_stepper, ADW_TYPE_BIN)

static void
set_class (gpointer widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
add_line (HfCaseStepper *self, GtkBox *box, int i)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "step-line");
  gtk_box_append (box, line);
  self->lines[i] = line;
}

static void
add_step (HfCaseStepper *self, GtkBox *box, int i)
{
  GtkWidget *step = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->dots[i] = GTK_LABEL (gtk_label_new (NULL));
  self->titles[i] = GTK_LABEL (gtk_label_new (hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, i)));
  self->times[i] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->dots[i]), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (self->titles[i], 0);
  gtk_label_set_xalign (self->times[i], 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->dots[i]), "step-dot");
  gtk_widget_add_css_class (GTK_WIDGET (self->times[i]), "hf-mini");
  gtk_widget_add_css_class (GTK_WIDGET (self->times[i]), "tnum");
  gtk_widget_add_css_class (GTK_WIDGET (self->times[i]), "dim");
  gtk_widget_add_css_class (step, "step");
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->titles[i]));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->times[i]));
  gtk_box_append (GTK_BOX (step), GTK_WIDGET (self->dots[i]));
  gtk_box_append (GTK_BOX (step), texts);
  gtk_box_append (box, step);
  self->steps[i] = step;
}

static void
hf_case_stepper_class_init (HfCaseStepperClass *klass)
{
}

static void
hf_case_stepper_init (HfCaseStepper *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  for (int i = 0; i < N_STEPS; i++)
    {
      if (i > 0)
        add_line (self, GTK_BOX (box), i);
      add_step (self, GTK_BOX (box), i);
    }
  gtk_widget_set_size_request (box, -1, 62);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
show_step (HfCaseStepper *self, int i, int stage, HfMinute reached, HfMinute now)
{
  gboolean closed = stage == HF_CASE_CLOSED;
  gboolean done = i < stage || closed;
  g_autofree char *number = g_strdup_printf ("%d", i + 1);
  g_autofree char *when = reached != HF_MINUTE_NONE ? hf_when_format_moment (reached, now) : NULL;
  g_autofree char *exact = reached != HF_MINUTE_NONE ? hf_when_format_exact (reached) : NULL;

  gtk_label_set_label (self->dots[i], done ? "✓" : number);
  gtk_label_set_label (self->times[i], i <= stage && when != NULL ? when : "");
  gtk_widget_set_visible (GTK_WIDGET (self->times[i]), i <= stage && when != NULL);
  gtk_widget_set_tooltip_text (self->steps[i], exact);
  set_class (self->dots[i], "done", done);
  set_class (self->dots[i], "now", i == stage && !closed);
  set_class (self->titles[i], "strong", i == stage);
  set_class (self->titles[i], "dim", i > stage);
  if (self->lines[i] != NULL)
    set_class (self->lines[i], "done", i <= stage);
}

void
hf_case_stepper_set_case (HfCaseStepper *self, const HfComplaintCase *one, HfMinute now)
{
  const HfComplaint *complaint = one->complaint;
  g_autofree char *spoken = NULL;

  g_return_if_fail (HF_IS_CASE_STEPPER (self));

  for (int i = 0; i < N_STEPS; i++)
    {
      HfMinute reached = hf_complaint_case_get_reached (one, (HfComplaintStage) i);

      if (i == HF_CASE_RECEIVED && reached == HF_MINUTE_NONE)
        reached = complaint->received_at;
      show_step (self, i, (int) complaint->stage, reached, now);
    }
  spoken =
      g_strdup_printf (_ ("Stage %d of %d: %s"), (int) complaint->stage + 1, N_STEPS,
                       hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) complaint->stage));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
