/* hf-round-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-round-row.h"

#include <glib/gi18n-lib.h>

#include "hf-when.h"

#define ROW_KEY "hf-round-row"

typedef struct
{
  gint64 id;
  GtkLabel *title;
  GtkLabel *day;
  GtkLabel *progress;
  GtkProgressBar *bar;
} Row;

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/**
 * hf_round_row_new:
 *
 * Returns: (transfer floating): a line of the list of rounds
 */
GtkWidget *
hf_round_row_new (void)
{
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Row *row = g_new0 (Row, 1);

  row->title = add_label (box, "strong");
  row->day = add_label (box, "hf-small");
  row->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->bar));
  row->progress = add_label (box, "hf-small");
  gtk_widget_add_css_class (GTK_WIDGET (row->progress), "dim");
  gtk_widget_add_css_class (GTK_WIDGET (row->progress), "tnum");
  gtk_widget_add_css_class (GTK_WIDGET (row->day), "dim");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  g_object_set_data_full (G_OBJECT (list_row), ROW_KEY, row, g_free);
  return list_row;
}

static char *
format_day (const HfGreetingRow *round, HfDay today, gboolean named)
{
  g_autofree char *day = hf_when_format_day (round->day, today);

  return named && *round->staff != '\0' ? g_strdup_printf ("%s · %s", day, round->staff)
                                        : g_steal_pointer (&day);
}

/**
 * hf_round_row_show:
 * @named: whose it is stands there, too
 */
void
hf_round_row_show (GtkWidget *list_row, const HfGreetingRow *round, HfDay today, gboolean named)
{
  Row *row = g_object_get_data (G_OBJECT (list_row), ROW_KEY);
  g_autofree char *day = format_day (round, today, named);
  g_autofree char *progress = hf_round_format_progress (round);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", round->title, day, progress);

  row->id = round->id;
  gtk_label_set_label (row->title, round->title);
  gtk_label_set_label (row->day, day);
  gtk_label_set_label (row->progress, progress);
  gtk_progress_bar_set_fraction (row->bar, hf_round_get_fraction (round));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

gint64
hf_round_row_get_id (GtkWidget *list_row)
{
  const Row *row = g_object_get_data (G_OBJECT (list_row), ROW_KEY);

  return row->id;
}

/**
 * hf_round_format_progress:
 *
 * Returns: (transfer full): "12 of 86 done, 3 left out"
 */
char *
hf_round_format_progress (const HfGreetingRow *round)
{
  if (round->left_out == 0)
    return g_strdup_printf (_ ("%d of %d done"), round->done, round->customers);
  return g_strdup_printf (_ ("%d of %d done, %d left out"), round->done, round->customers,
                          round->left_out);
}

/**
 * hf_round_get_fraction:
 *
 * Returns: from 0 to 1, how much of it nobody has to do any more
 */
double
hf_round_get_fraction (const HfGreetingRow *round)
{
  return round->customers > 0 ? (double) (round->done + round->left_out) / round->customers : 0;
}
