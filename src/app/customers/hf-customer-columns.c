/* hf-customer-columns.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-columns.h"

#include <glib/gi18n-lib.h>

#include "hf-customer-cells.h"

#define CHECK_WIDTH (38)
#define LINE        "hf-line"
#define INFO        "hf-info"
#define DPI         (96.0 * 1024)

/* The sorter that was asked first, and what it would say of the two rows that are put to it. */
static const HfCustomerColumnInfo *probed;

static const HfCustomerColumnInfo *
get_info (gpointer column)
{
  return g_object_get_data (G_OBJECT (column), INFO);
}

/**
 * hf_customer_column_get_nick:
 *
 * Returns: (transfer none) (nullable): %NULL for the check marks
 */
const char *
hf_customer_column_get_nick (GtkColumnViewColumn *column)
{
  const HfCustomerColumnInfo *info = get_info (column);

  return info != NULL ? info->nick : NULL;
}

const char *
hf_customer_column_get_title (const char *nick)
{
  for (guint i = 0; i < hf_n_customer_column_infos; i++)
    if (g_str_equal (hf_customer_column_infos[i].nick, nick))
      return _ (hf_customer_column_infos[i].title);
  return nick;
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, const HfCustomerColumnInfo *info)
{
  GtkWidget *cell = info->create ();

  g_object_set_data (G_OBJECT (cell), LINE, item);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, const HfCustomerColumnInfo *info)
{
  hf_customer_item_bind (gtk_list_item_get_item (item), gtk_list_item_get_child (item), info->show,
                         g_object_get_data (G_OBJECT (factory), "hf-now"));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  hf_customer_item_unbind (gtk_list_item_get_item (item), gtk_list_item_get_child (item));
}

static int
probe (gconstpointer a, gconstpointer b, gpointer data)
{
  if (probed == NULL)
    probed = data;
  return 1;
}

static GtkColumnViewColumn *
create_column (const HfCustomerColumnInfo *info, const HfMinute *now, double scale)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "hf-now", (gpointer) now);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) info);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) info);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  column = gtk_column_view_column_new (_ (info->title), factory);
  g_object_set_data (G_OBJECT (column), INFO, (gpointer) info);
  gtk_column_view_column_set_fixed_width (column, (int) (info->width * scale));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_visible (column, info->shown);
  if (info->sort >= 0)
    {
      g_autoptr (GtkSorter) sorter =
          GTK_SORTER (gtk_custom_sorter_new (probe, (gpointer) info, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  return column;
}

/* A check mark is the line's selection, and nothing else. */
static void
on_check_toggled (GtkCheckButton *check, GtkListItem *item)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_COLUMN_VIEW);
  gboolean on = gtk_check_button_get_active (check);
  GtkSelectionModel *model;

  if (view == NULL || gtk_list_item_get_selected (item) == on)
    return;
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  if (on)
    gtk_selection_model_select_item (model, gtk_list_item_get_position (item), FALSE);
  else
    gtk_selection_model_unselect_item (model, gtk_list_item_get_position (item));
}

static void
on_selected (GtkListItem *item, GParamSpec *pspec, GtkCheckButton *check)
{
  gtk_check_button_set_active (check, gtk_list_item_get_selected (item));
}

static void
on_setup_check (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (check, FALSE);
  g_object_set_data (G_OBJECT (check), LINE, item);
  gtk_list_item_set_child (item, check);
  g_signal_connect (check, "toggled", G_CALLBACK (on_check_toggled), item);
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (on_selected), check, 0);
}

static void
show_check (GtkWidget *cell, const HfCustomerRow *row, gpointer data)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name,
                                  -1);
}

static void
on_bind_check (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), gtk_list_item_get_selected (item));
  hf_customer_item_bind (gtk_list_item_get_item (item), check, show_check, NULL);
}

static void
add_checks (GtkColumnView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (NULL, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_check), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_check), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_column_view_column_set_fixed_width (column, CHECK_WIDTH);
  gtk_column_view_append_column (view, column);
}

static double
get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / DPI : 1;
}

/**
 * hf_customer_columns_add:
 * @now: read whenever a cell is shown; outlives the view
 *
 * Makes all columns, those that are not shown too. Widths grow with the text.
 */
void
hf_customer_columns_add (GtkColumnView *view, const HfMinute *now)
{
  double scale = get_text_scale (GTK_WIDGET (view));

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  add_checks (view);
  for (guint i = 0; i < hf_n_customer_column_infos; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          create_column (&hf_customer_column_infos[i], now, scale);

      gtk_column_view_append_column (view, column);
    }
}

/**
 * hf_customer_columns_fill:
 *
 * The last column that is shown takes what room is left, so that lines end where the window does.
 */
void
hf_customer_columns_fill (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  gboolean last = TRUE;

  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      gtk_column_view_column_set_expand (column,
                                         last && gtk_column_view_column_get_visible (column));
      last = last && !gtk_column_view_column_get_visible (column);
    }
}

/**
 * hf_customer_columns_get_sort_title:
 *
 * Returns: (transfer none): the heading of the column that is sorted by @sort
 */
const char *
hf_customer_columns_get_sort_title (HfCustomerSort sort)
{
  for (guint i = 0; i < hf_n_customer_column_infos; i++)
    if (hf_customer_column_infos[i].sort == (int) sort)
      return _ (hf_customer_column_infos[i].title);
  return "";
}

/* GTK 4.8 leaves the arrow in the header by which a list was sorted before. */
static void
take_arrow (GtkColumnViewColumn *column)
{
  g_autoptr (GtkSorter) sorter = NULL;

  if (!g_set_object (&sorter, gtk_column_view_column_get_sorter (column)))
    return;
  gtk_column_view_column_set_sorter (column, NULL);
  gtk_column_view_column_set_sorter (column, sorter);
}

/**
 * hf_customer_columns_sort_by:
 *
 * Shows by which column the list is sorted.
 */
void
hf_customer_columns_sort_by (GtkColumnView *view, HfCustomerSort sort, gboolean descending)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) sorted = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const HfCustomerColumnInfo *info = get_info (column);

      if (info != NULL && info->sort == (int) sort)
        g_set_object (&sorted, column);
      else
        take_arrow (column);
    }
  if (sorted != NULL)
    gtk_column_view_sort_by_column (view, sorted,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * hf_customer_columns_get_sort:
 *
 * GTK 4.8 does not tell which header was pressed; but its sorter asks that column's first.
 *
 * Returns: %FALSE when none was
 */
gboolean
hf_customer_columns_get_sort (GtkColumnView *view, HfCustomerSort *sort, gboolean *descending)
{
  g_autoptr (HfCustomerItem) one = hf_customer_item_new (1, NULL);
  g_autoptr (HfCustomerItem) other = hf_customer_item_new (2, NULL);
  GtkOrdering ordering;

  probed = NULL;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (view), one, other);
  if (probed == NULL)
    return FALSE;
  *sort = (HfCustomerSort) probed->sort;
  *descending = ordering == GTK_ORDERING_SMALLER;
  return TRUE;
}

/**
 * hf_customer_columns_save:
 *
 * Returns: (transfer floating): name, width for text of the usual size and whether it is shown of
 *   each column, in their order
 */
GVariant *
hf_customer_columns_save (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  double scale = get_text_scale (GTK_WIDGET (view));
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sib)"));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (get_info (column) != NULL)
        g_variant_builder_add (&builder, "(sib)", hf_customer_column_get_nick (column),
                               (int) (gtk_column_view_column_get_fixed_width (column) / scale),
                               gtk_column_view_column_get_visible (column));
    }
  return g_variant_builder_end (&builder);
}

static GtkColumnViewColumn *
dup_column (GtkColumnView *view, const char *nick)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (hf_customer_column_get_nick (column), nick) == 0)
        return g_steal_pointer (&column);
    }
  return NULL;
}

/**
 * hf_customer_columns_restore:
 * @layout: as hf_customer_columns_save() gave it; columns that it does not know stay behind those
 */
void
hf_customer_columns_restore (GtkColumnView *view, GVariant *layout)
{
  double scale = get_text_scale (GTK_WIDGET (view));
  GVariantIter iter;
  const char *nick;
  gboolean visible;
  guint position = 1;
  int width;

  g_variant_iter_init (&iter, layout);
  while (g_variant_iter_next (&iter, "(&sib)", &nick, &width, &visible))
    {
      g_autoptr (GtkColumnViewColumn) column = dup_column (view, nick);

      if (column == NULL)
        continue;
      gtk_column_view_insert_column (view, position++, column);
      gtk_column_view_column_set_fixed_width (column, (int) (width * scale));
      gtk_column_view_column_set_visible (column, visible);
    }
}

/**
 * hf_customer_columns_find_line:
 * @widget: a cell, its row, or something within
 *
 * Returns: (transfer none) (nullable): the line that it belongs to
 */
GtkListItem *
hf_customer_columns_find_line (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_LIST_VIEW (widget); widget = gtk_widget_get_parent (widget))
    {
      for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_first_child (at))
        {
          GtkListItem *item = g_object_get_data (G_OBJECT (at), LINE);

          if (item != NULL)
            return item;
        }
    }
  return NULL;
}
