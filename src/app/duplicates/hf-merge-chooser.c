/* hf-merge-chooser.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-merge-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * HfMergeChooser:
 *
 * A line for each thing that either card says. Where they differ one is chosen; where one says
 * nothing there is nothing to choose.
 */
struct _HfMergeChooser
{
  AdwBin parent_instance;

  HfMergeView *view;
  GPtrArray *taken; /* (element-type GtkCheckButton) (nullable): of each line, the other card's */
};

G_DEFINE_FINAL_TYPE (HfMergeChooser, hf_merge_chooser, ADW_TYPE_BIN)

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_choice (const HfMergeLine *line, const char *text)
{
  GtkWidget *choice = gtk_check_button_new ();
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _ (line->field->label), text);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), create_label (text, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return choice;
}

static void
add_line (HfMergeChooser *self, GtkGrid *grid, int row, const HfMergeLine *line)
{
  GtkWidget *kept, *gone;

  gtk_grid_attach (grid, create_label (_ (line->field->label), "dim"), 0, row, 1, 1);
  if (strcmp (line->kept, line->gone) == 0 || *line->kept == '\0' || *line->gone == '\0')
    {
      gtk_grid_attach (grid, create_label (line->kept, NULL), 1, row, 1, 1);
      gtk_grid_attach (grid, create_label (line->gone, NULL), 2, row, 1, 1);
      g_ptr_array_add (self->taken, NULL);
      return;
    }
  kept = create_choice (line, line->kept);
  gone = create_choice (line, line->gone);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (gone), GTK_CHECK_BUTTON (kept));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (kept), TRUE);
  gtk_grid_attach (grid, kept, 1, row, 1, 1);
  gtk_grid_attach (grid, gone, 2, row, 1, 1);
  g_ptr_array_add (self->taken, gone);
}

static char *
describe_card (const HfMergeCard *card)
{
  g_autofree char *day = hf_day_format (card->created);

  return g_strdup_printf (_ ("Card since %s\n%d contacts, %d purchases\n%d open follow-ups, %d "
                             "complaints"),
                          day, card->visits, card->purchases, card->open, card->complaints);
}

static GtkBox *
add_heading (GtkGrid *grid, int column, const char *title, const HfMergeCard *card)
{
  g_autofree char *text = describe_card (card);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_label (title, "dim"));
  gtk_box_append (GTK_BOX (box), create_label (card->name, "hf-big"));
  gtk_box_append (GTK_BOX (box), create_label (card->phones, "tnum"));
  gtk_box_append (GTK_BOX (box), create_label (text, "hf-small"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_grid_attach (grid, box, column, 0, 1, 1);
  return GTK_BOX (box);
}

/* Below the card that would go. */
static GtkWidget *
create_swap (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Keep This Card Instead"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "duplicates.swap");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 4);
  return button;
}

static void
hf_merge_chooser_finalize (GObject *object)
{
  HfMergeChooser *self = HF_MERGE_CHOOSER (object);

  g_clear_pointer (&self->view, hf_merge_view_free);
  g_ptr_array_unref (self->taken);

  G_OBJECT_CLASS (hf_merge_chooser_parent_class)->finalize (object);
}

static void
hf_merge_chooser_class_init (HfMergeChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_merge_chooser_finalize;
}

static void
hf_merge_chooser_init (HfMergeChooser *self)
{
  self->taken = g_ptr_array_new ();
}

/**
 * hf_merge_chooser_show:
 * @view: (transfer full): the cards
 */
void
hf_merge_chooser_show (HfMergeChooser *self, HfMergeView *view)
{
  GtkWidget *grid = gtk_grid_new ();

  g_return_if_fail (HF_IS_MERGE_CHOOSER (self));

  g_clear_pointer (&self->view, hf_merge_view_free);
  self->view = view;
  g_ptr_array_set_size (self->taken, 0);
  gtk_widget_add_css_class (grid, "hf-merge");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  add_heading (GTK_GRID (grid), 1, _ ("This card stays"), &view->cards[0]);
  gtk_box_append (add_heading (GTK_GRID (grid), 2, _ ("This one goes into it"), &view->cards[1]),
                  create_swap ());
  for (guint i = 0; i < view->lines->len; i++)
    add_line (self, GTK_GRID (grid), (int) i + 1, g_ptr_array_index (view->lines, i));
  adw_bin_set_child (ADW_BIN (self), grid);
}

/**
 * hf_merge_chooser_dup_taken:
 *
 * Returns: (transfer full): the fields in which the card that goes is right
 */
GStrv
hf_merge_chooser_dup_taken (HfMergeChooser *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->taken->len; i++)
    {
      GtkCheckButton *button = g_ptr_array_index (self->taken, i);
      const HfMergeLine *line = g_ptr_array_index (self->view->lines, i);

      if (button != NULL && gtk_check_button_get_active (button))
        g_strv_builder_add (builder, line->field->nick);
    }
  return g_strv_builder_end (builder);
}
