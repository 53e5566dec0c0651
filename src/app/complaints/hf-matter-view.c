/* hf-matter-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-matter-view.h"

#include <glib/gi18n-lib.h>

#define MARGIN  (14)
#define SPACING (10)

struct _HfMatterView
{
  AdwBin parent_instance;

  char *print; /* (nullable): what is shown, to build it anew only when it changed */
};

enum
{
  ACT,
  CHECK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfMatterView, hf_matter_view, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_head (GtkWidget *box, const HfMatter *matter)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *name = gtk_label_new (matter->customer);
  GtkWidget *state = gtk_label_new (matter->state);
  GtkWidget *card = gtk_button_new_with_mnemonic (_ ("_Card"));

  gtk_widget_add_css_class (name, "hf-big");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (state, "pill");
  gtk_widget_add_css_class (state, matter->state_class);
  gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (state, TRUE);
  gtk_widget_set_halign (state, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "win.show-customer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "x", matter->customer_id);
  gtk_widget_set_valign (card, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (card, _ ("Open the customer’s card"));
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), state);
  gtk_box_append (GTK_BOX (line), card);
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_steps (GtkWidget *box, const HfMatter *matter)
{
  if (matter->steps->len == 0)
    return;
  add_label (box, _ ("What to do"), "strong");
  for (guint i = 0; i < matter->steps->len; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("%u  %s", i + 1, (const char *) matter->steps->pdata[i]);

      add_label (box, text, NULL);
    }
}

static void
on_check (GtkCheckButton *button, gpointer index)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (button), HF_TYPE_MATTER_VIEW);

  if (view != NULL)
    g_signal_emit (view, signals[CHECK], 0, GPOINTER_TO_INT (index),
                   gtk_check_button_get_active (button));
}

static void
add_checks (GtkWidget *box, const HfMatter *matter)
{
  if (matter->checks->len == 0)
    return;
  add_label (box, _ ("Checklist"), "strong");
  for (guint i = 0; i < matter->checks->len; i++)
    {
      const HfMatterCheck *check = &g_array_index (matter->checks, HfMatterCheck, i);
      GtkWidget *button = gtk_check_button_new_with_label (check->label);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), check->done);
      g_signal_connect (button, "toggled", G_CALLBACK (on_check), GINT_TO_POINTER (check->index));
      gtk_box_append (GTK_BOX (box), button);
    }
}

static void
add_facts (GtkWidget *box, const HfMatter *matter)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), MARGIN);
  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACING / 2);
  for (guint i = 0; i + 1 < matter->facts->len; i += 2)
    {
      GtkWidget *name = gtk_label_new (matter->facts->pdata[i]);
      GtkWidget *value = gtk_label_new (matter->facts->pdata[i + 1]);

      gtk_widget_add_css_class (name, "dim");
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_yalign (GTK_LABEL (name), 0);
      gtk_label_set_xalign (GTK_LABEL (value), 0);
      gtk_label_set_wrap (GTK_LABEL (value), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_hexpand (value, TRUE);
      gtk_grid_attach (GTK_GRID (grid), name, 0, (int) i / 2, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value, 1, (int) i / 2, 1, 1);
    }
  gtk_box_append (GTK_BOX (box), grid);
}

static void
on_act (GtkWidget *button, gpointer name)
{
  GtkWidget *view = gtk_widget_get_ancestor (button, HF_TYPE_MATTER_VIEW);

  if (view != NULL)
    g_signal_emit (view, signals[ACT], 0, name);
}

static GtkWidget *
create_acts (const HfMatter *matter)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), SPACING);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), SPACING);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 2);
  for (guint i = 0; i < matter->acts->len; i++)
    {
      const HfMatterAct *act = &g_array_index (matter->acts, HfMatterAct, i);
      GtkWidget *button = gtk_button_new_with_mnemonic (act->label);
      GtkWidget *child = gtk_flow_box_child_new ();

      if (act->main)
        gtk_widget_add_css_class (button, "suggested-action");
      g_signal_connect (button, "clicked", G_CALLBACK (on_act), (gpointer) act->name);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_insert (GTK_FLOW_BOX (box), child, -1);
    }
  return box;
}

static GtkWidget *
create_content (const HfMatter *matter)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  add_head (box, matter);
  if (matter->what != NULL)
    add_label (box, matter->what, "dim");
  if (matter->first != NULL)
    add_label (box, matter->first, matter->alarm ? "alarm" : "hint");
  add_steps (box, matter);
  add_checks (box, matter);
  if (matter->acts->len > 0)
    gtk_box_append (GTK_BOX (box), create_acts (matter));
  add_facts (box, matter);
  return box;
}

static void
hf_matter_view_finalize (GObject *object)
{
  g_free (HF_MATTER_VIEW (object)->print);

  G_OBJECT_CLASS (hf_matter_view_parent_class)->finalize (object);
}

static void
hf_matter_view_class_init (HfMatterViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_matter_view_finalize;

  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHECK] = g_signal_new ("check", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
hf_matter_view_init (HfMatterView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "hf-panel");
}

/**
 * hf_matter_view_show:
 * @matter: (nullable): nothing is shown without one
 */
void
hf_matter_view_show (HfMatterView *self, const HfMatter *matter)
{
  g_autofree char *print = matter != NULL ? hf_matter_dup_print (matter) : NULL;
  GtkWidget *scroll;

  g_return_if_fail (HF_IS_MATTER_VIEW (self));

  if (matter != NULL && g_strcmp0 (print, self->print) == 0)
    return;
  g_free (self->print);
  self->print = g_steal_pointer (&print);
  if (matter == NULL)
    {
      adw_bin_set_child (ADW_BIN (self), NULL);
      return;
    }
  scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), create_content (matter));
  adw_bin_set_child (ADW_BIN (self), scroll);
}
