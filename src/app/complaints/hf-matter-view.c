/* hf-matter-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-matter-view.h"

#include <glib/gi18n-lib.h>

#define MARGIN    (14)
#define SPACING   (10)
#define MAX_WIDTH (620)

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
  GtkWidget *card = gtk_button_new_with_label (_ ("Customer Card"));

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
  gtk_widget_set_tooltip_text (card, _ ("Open the customer’s card (Ctrl+O)"));
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), state);
  gtk_box_append (GTK_BOX (line), card);
  gtk_box_append (GTK_BOX (box), line);
}

/* A group of lines with a thin edge. */
static GtkWidget *
add_group (GtkWidget *box, GtkWidget *group)
{
  gtk_widget_add_css_class (group, "hf-card");
  gtk_widget_add_css_class (group, "factbox");
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_steps (GtkWidget *box, const HfMatter *matter)
{
  GtkWidget *group;

  if (matter->steps->len == 0)
    return;
  add_label (box, _ ("What to do"), "strong");
  group = add_group (box, gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING / 2));
  for (guint i = 0; i < matter->steps->len; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("%u  %s", i + 1, (const char *) matter->steps->pdata[i]);

      add_label (group, text, NULL);
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
  GtkWidget *group;

  if (matter->checks->len == 0)
    return;
  add_label (box, _ ("Checklist"), "strong");
  group = add_group (box, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  for (guint i = 0; i < matter->checks->len; i++)
    {
      const HfMatterCheck *check = &g_array_index (matter->checks, HfMatterCheck, i);
      GtkWidget *button = gtk_check_button_new_with_label (check->label);
      g_autofree char *name = g_strdup_printf ("check-%d", check->index);

      gtk_widget_set_name (button, name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), check->done);
      g_signal_connect (button, "toggled", G_CALLBACK (on_check), GINT_TO_POINTER (check->index));
      gtk_box_append (GTK_BOX (group), button);
    }
}

static void
attach_fact (GtkWidget *grid, int row, const char *name, const char *value)
{
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *value_label = gtk_label_new (value);

  gtk_widget_add_css_class (name_label, "dim");
  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_yalign (GTK_LABEL (name_label), 0);
  gtk_label_set_xalign (GTK_LABEL (value_label), 0);
  gtk_label_set_wrap (GTK_LABEL (value_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value_label), TRUE);
  gtk_widget_set_focusable (value_label, FALSE);
  gtk_widget_set_hexpand (value_label, TRUE);
  gtk_grid_attach (GTK_GRID (grid), name_label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), value_label, 1, row, 1, 1);
}

static void
add_facts (GtkWidget *box, const HfMatter *matter)
{
  GtkWidget *grid = NULL;

  for (guint i = 0; i + 1 < matter->facts->len; i += 2)
    {
      const char *value = matter->facts->pdata[i + 1];

      if (value == NULL)
        add_label (box, matter->facts->pdata[i], "strong");
      if (value == NULL || grid == NULL)
        {
          grid = add_group (box, gtk_grid_new ());
          gtk_grid_set_column_spacing (GTK_GRID (grid), MARGIN);
          gtk_grid_set_row_spacing (GTK_GRID (grid), 7);
        }
      if (value != NULL)
        attach_fact (grid, (int) i / 2, matter->facts->pdata[i], value);
    }
}

static void
on_act (GtkWidget *button, gpointer name)
{
  GtkWidget *view = gtk_widget_get_ancestor (button, HF_TYPE_MATTER_VIEW);

  if (view != NULL)
    g_signal_emit (view, signals[ACT], 0, name);
}

static GtkWidget *
create_act (const HfMatterAct *act)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (act->label);

  gtk_widget_set_name (button, act->name);
  g_signal_connect (button, "clicked", G_CALLBACK (on_act), (gpointer) act->name);
  return button;
}

/* The one next step as on a complaint; below it what may come instead, two beside each other. */
static void
add_acts (GtkWidget *box, const HfMatter *matter)
{
  GtkWidget *grid = gtk_grid_new ();
  int n = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), SPACING);
  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACING);
  for (guint i = 0; i < matter->acts->len; i++)
    {
      const HfMatterAct *act = &g_array_index (matter->acts, HfMatterAct, i);
      GtkWidget *button = create_act (act);

      if (act->main)
        {
          gtk_widget_add_css_class (button, "suggested-action");
          gtk_widget_add_css_class (button, "record");
          gtk_box_append (GTK_BOX (box), button);
          continue;
        }
      gtk_grid_attach (GTK_GRID (grid), button, n % 2, n / 2, 1, 1);
      n++;
    }
  gtk_box_append (GTK_BOX (box), grid);
  gtk_widget_set_visible (grid, n > 0);
}

static GtkWidget *
create_content (const HfMatter *matter)
{
  GtkWidget *clamp = adw_clamp_new ();
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
    add_acts (box, matter);
  add_facts (box, matter);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found =
          g_strcmp0 (gtk_widget_get_name (child), name) == 0 ? child : find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the name of the button that has the keyboard */
static char *
dup_focused (HfMatterView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
             ? g_strdup (gtk_widget_get_name (focus))
             : NULL;
}

/* The button that was pressed has the keyboard still, or the next step has it. */
static void
restore_focus (HfMatterView *self, const HfMatter *matter, const char *name)
{
  GtkWidget *button = find_named (GTK_WIDGET (self), name);

  for (guint i = 0; button == NULL && i < matter->acts->len; i++)
    if (g_array_index (matter->acts, HfMatterAct, i).main)
      button = find_named (GTK_WIDGET (self), g_array_index (matter->acts, HfMatterAct, i).name);
  if (button == NULL && matter->acts->len > 0)
    button = find_named (GTK_WIDGET (self), g_array_index (matter->acts, HfMatterAct, 0).name);
  if (button != NULL)
    gtk_widget_grab_focus (button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
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
  g_autofree char *focused = NULL;
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
  focused = dup_focused (self);
  scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), create_content (matter));
  adw_bin_set_child (ADW_BIN (self), scroll);
  if (focused != NULL)
    restore_focus (self, matter, focused);
}
