/* hf-case-columns.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-columns.h"

#include <glib/gi18n-lib.h>

#include "hf-case-item.h"
#include "hf-case-words.h"
#include "hf-when.h"

#define INFO_KEY "hf-info"
#define DPI      (96.0 * 1024)

/**
 * Info:
 * @format: what stands in the cell; (transfer full)
 * @urgent: it is coloured as its deadline asks for
 */
typedef struct
{
  const char *title;
  HfComplaintSort sort;
  int width;
  gboolean urgent;
  gboolean expand;
  char *(*format) (const HfComplaintRow *row, HfMinute now);
} Info;

static char *
format_number (const HfComplaintRow *row, HfMinute now)
{
  return hf_case_format_number (row->number);
}

static char *
format_customer (const HfComplaintRow *row, HfMinute now)
{
  return g_strdup (row->customer);
}

static char *
format_reason (const HfComplaintRow *row, HfMinute now)
{
  const char *reason = hf_domain_get_label (HF_DOMAIN_COMPLAINT_REASON, (int) row->reason);

  return row->serious ? g_strdup_printf (_ ("%s · serious"), reason) : g_strdup (reason);
}

static char *
format_stage (const HfComplaintRow *row, HfMinute now)
{
  const char *stage = hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) row->stage);

  if (row->withdrawn)
    return g_strdup (_ ("Withdrawn"));
  return row->waits_since != HF_MINUTE_NONE ? g_strdup_printf (_ ("%s · asked"), stage)
                                            : g_strdup (stage);
}

static char *
format_staff (const HfComplaintRow *row, HfMinute now)
{
  return g_strdup (row->staff != NULL ? row->staff : _ ("nobody yet"));
}

static char *
format_received (const HfComplaintRow *row, HfMinute now)
{
  return hf_when_format_moment (row->received_at, now);
}

static char *
format_deadline (const HfComplaintRow *row, HfMinute now)
{
  g_autofree char *left = hf_case_format_left (row, now);

  return row->due_at != HF_MINUTE_NONE
             ? g_strdup_printf ("%s · %s", hf_case_get_deadline_label (row), left)
             : g_steal_pointer (&left);
}

static char *
format_closed (const HfComplaintRow *row, HfMinute now)
{
  return row->closed_at != HF_MINUTE_NONE ? hf_when_format_moment (row->closed_at, now)
                                          : g_strdup ("");
}

static const Info infos[] = {
  { N_ ("Number"), HF_COMPLAINT_SORT_NUMBER, 76, FALSE, FALSE, format_number },
  { N_ ("Customer"), HF_COMPLAINT_SORT_CUSTOMER, 130, FALSE, FALSE, format_customer },
  { N_ ("Reason"), HF_COMPLAINT_SORT_REASON, 180, FALSE, FALSE, format_reason },
  { N_ ("Stage of the case"), HF_COMPLAINT_SORT_STAGE, 150, FALSE, FALSE, format_stage },
  { N_ ("Responsible"), HF_COMPLAINT_SORT_STAFF, 110, FALSE, FALSE, format_staff },
  { N_ ("Received"), HF_COMPLAINT_SORT_RECEIVED, 150, FALSE, FALSE, format_received },
  { N_ ("Nearest deadline"), HF_COMPLAINT_SORT_DEADLINE, 200, TRUE, TRUE, format_deadline },
  { N_ ("Closed"), HF_COMPLAINT_SORT_CLOSED, 140, FALSE, FALSE, format_closed },
};

/* The sorter that was asked first, and what it would say of the two rows that are put to it. */
static const Info *probed;

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_cell (GtkLabel *cell, HfCaseItem *item)
{
  const Info *info = g_object_get_data (G_OBJECT (cell), INFO_KEY);
  const HfComplaintRow *row = hf_case_item_get_row (item);
  HfMinute now = hf_app_context_get_now (hf_case_item_get_context (item));
  g_autofree char *text = row != NULL ? info->format (row, now) : g_strdup ("");
  HfUrgency urgency =
      row != NULL && info->urgent ? hf_case_get_urgency (row, now) : HF_URGENCY_NONE;

  gtk_label_set_label (cell, text);
  set_class (GTK_WIDGET (cell), "late", urgency == HF_URGENCY_LATE);
  set_class (GTK_WIDGET (cell), "soon", urgency == HF_URGENCY_SOON);
}

static void
on_item_changed (GtkListItem *list_item)
{
  show_cell (GTK_LABEL (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, const Info *info)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "tnum");
  g_object_set_data (G_OBJECT (label), INFO_KEY, (gpointer) info);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (list_item), "changed",
                            G_CALLBACK (on_item_changed), list_item);
  on_item_changed (list_item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_item_changed,
                                        list_item);
}

static int
probe (gconstpointer a, gconstpointer b, gpointer data)
{
  if (probed == NULL)
    probed = data;
  return 1;
}

static double
get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / DPI : 1;
}

/**
 * hf_case_columns_add:
 *
 * The list's columns; each sorts by what it shows. Widths grow with the text.
 */
void
hf_case_columns_add (GtkColumnView *view)
{
  double scale = get_text_scale (GTK_WIDGET (view));

  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    {
      const Info *info = &infos[i];
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column =
          gtk_column_view_column_new (_ (info->title), factory);
      g_autoptr (GtkSorter) sorter =
          GTK_SORTER (gtk_custom_sorter_new (probe, (gpointer) info, NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) info);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
      gtk_column_view_column_set_fixed_width (column, (int) (info->width * scale));
      gtk_column_view_column_set_expand (column, info->expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_append_column (view, column);
    }
}

/**
 * hf_case_columns_sort_by:
 *
 * Shows by which column the list is sorted.
 */
void
hf_case_columns_sort_by (GtkColumnView *view, HfComplaintSort sort, gboolean descending)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (infos[i].sort == sort)
        gtk_column_view_sort_by_column (view, column,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/**
 * hf_case_columns_get_sort:
 *
 * GTK 4.8 does not tell which header was pressed; but its sorter asks that column's first.
 *
 * Returns: %FALSE when none was
 */
gboolean
hf_case_columns_get_sort (GtkColumnView *view, HfComplaintSort *sort, gboolean *descending)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  probed = NULL;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (view), one, other);
  if (probed == NULL)
    return FALSE;
  *sort = probed->sort;
  *descending = ordering == GTK_ORDERING_SMALLER;
  return TRUE;
}
