/* hf-customers-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customers-page-private.h"

#include <glib/gi18n-lib.h>

#include "hf-customer-columns.h"

/* Late things grow later by the minute. */
#define TICK_SECONDS (60)

/**
 * HfCustomersPage:
 *
 * All customers whom the person at the desk may see, in a column view over a vector of ids, sorted
 * and filtered in SQL. What is selected is kept by id, whatever happens to the list. Reads nothing
 * until it is first shown, and does nothing while it is not.
 */

static void hf_customers_page_page_init (HfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfCustomersPage,
                               hf_customers_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_PAGE, hf_customers_page_page_init))

/**
 * hf_customers_page_dup_selected:
 *
 * Returns: (transfer full) (element-type gint64): ids, in the list's order
 */
GArray *
hf_customers_page_dup_selected (HfCustomersPage *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = hf_customer_model_get_id (self->model, position);

      g_array_append_val (ids, id);
    }
  return ids;
}

void
hf_customers_page_select_only (HfCustomersPage *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/**
 * hf_customers_page_focus_list:
 *
 * A list without lines takes no focus: then the first ones get it as soon as they are there.
 */
void
hf_customers_page_focus_list (HfCustomersPage *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  self->arriving = hf_customer_model_get_n (self->model) == 0;
  if (!self->arriving && !has_focus_within (view))
    gtk_widget_grab_focus (view);
}

/* Hidden, the entry would go on taking what is typed. */
static void
on_search_mode_changed (HfCustomersPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar) &&
      has_focus_within (GTK_WIDGET (self->search_bar)))
    hf_customers_page_focus_list (self);
}

static void
show_selected (HfCustomersPage *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint) gtk_bitset_get_size (selected);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u customer selected", "%u customers selected", n), n);

  gtk_label_set_label (self->selection_label, text);
  hf_customers_page_show_bar (self, n > 0);
  hf_customers_page_update_actions (self);
}

static void
on_selection_changed (HfCustomersPage *self)
{
  if (!self->settling)
    show_selected (self);
}

/* The selection goes by position, which a list that changes does not keep. */
static void
on_before (HfCustomersPage *self)
{
  g_autoptr (GArray) ids = hf_customers_page_dup_selected (self);

  if (ids->len > 0 && self->kept == NULL)
    self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->kept, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  self->settling = TRUE;
}

static void
restore_selection (HfCustomersPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;
  guint n = hf_customer_model_get_n (self->model);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = hf_customer_model_get_id (self->model, i);

      if (g_hash_table_contains (self->kept, &id))
        gtk_bitset_add (selected, i);
    }
  mask = gtk_bitset_new_range (0, n);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
}

static void
show_count (HfCustomersPage *self)
{
  guint n = hf_customer_model_get_n (self->model);
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u customer", "%u customers", n), n);
  gboolean complete = hf_customer_model_is_complete (self->model);

  gtk_label_set_label (self->count_label, complete ? text : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list"
                                                 : hf_customer_filter_is_empty (self->filter)
                                                     ? "empty"
                                                     : "no-match");
}

/* While only the first rows are there, those selected further down are still to come. */
static void
on_after (HfCustomersPage *self)
{
  if (self->kept != NULL)
    restore_selection (self);
  if (hf_customer_model_is_complete (self->model))
    g_clear_pointer (&self->kept, g_hash_table_unref);
  self->settling = FALSE;
  if (self->arriving)
    {
      hf_customers_page_focus_list (self);
      self->arriving = !hf_customer_model_is_complete (self->model) && self->arriving;
    }
  show_selected (self);
  show_count (self);
}

static void
look_at_clock (HfCustomersPage *self)
{
  self->now = hf_app_context_get_now (self->context);
}

/* Another question is asked from the top. */
void
hf_customers_page_ask (HfCustomersPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  look_at_clock (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  hf_customer_model_ask (self->model, self->filter, self->sort, self->descending);
}

static void
on_store_changed (HfCustomersPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  look_at_clock (self);
  hf_customer_model_refresh (self->model);
  hf_customers_page_show_segments (self);
}

static void
on_staff_changed (HfCustomersPage *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  hf_customers_page_update_actions (self);
  hf_customers_page_ask (self);
}

static void
on_sorter_changed (HfCustomersPage *self)
{
  HfCustomerSort sort;
  gboolean descending;

  if (self->settling || !hf_customer_columns_get_sort (self->view, &sort, &descending))
    return;
  if (sort == self->sort && descending == self->descending)
    return;
  self->sort = sort;
  self->descending = descending;
  hf_customers_page_show_order (self);
  hf_customers_page_save_sort (self);
  hf_customers_page_ask (self);
}

/* The click or the step that led to the line chose it as well; who opens a card chooses nobody. */
static void
on_activate (HfCustomersPage *self, guint position)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);

  if (gtk_bitset_get_size (selected) == 1 && gtk_bitset_contains (selected, position))
    gtk_selection_model_unselect_all (selection);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-customer", "x",
                              hf_customer_model_get_id (self->model, position));
}

static void
on_popover_changed (HfCustomersPage *self)
{
  hf_customers_page_set_filter (
      self, hf_customer_filter_copy (hf_filter_popover_get_filter (self->filter_popover)));
}

static void
on_search_changed (HfCustomersPage *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  const char *before =
      self->filter->values[HF_FILTER_TEXT] != NULL ? self->filter->values[HF_FILTER_TEXT][0] : "";

  if (g_str_equal (text, before))
    return;
  hf_customer_filter_set_one (self->filter, HF_FILTER_TEXT, text);
  hf_filter_popover_set_filter (self->filter_popover, self->filter);
  hf_customers_page_ask (self);
}

/* Enter opens the only one, else goes to the list. */
static void
on_search_activate (HfCustomersPage *self)
{
  if (hf_customer_model_get_n (self->model) == 1)
    on_activate (self, 0);
  else
    hf_customers_page_focus_list (self);
}

static gboolean
unparent (gpointer menu)
{
  gtk_widget_unparent (menu);
  return G_SOURCE_REMOVE;
}

/* Its action runs after it has closed, and needs its place in the tree. */
static void
on_menu_closed (GtkWidget *menu)
{
  g_idle_add (unparent, menu);
}

static void
pop_up_at (HfCustomersPage *self, int x, int y)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (self->row_menu);
  GdkRectangle place = { x, y, 1, 1 };

  gtk_widget_set_parent (menu, GTK_WIDGET (self->scroller));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &place);
  g_signal_connect (menu, "closed", G_CALLBACK (on_menu_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}

/**
 * hf_customers_page_pop_up:
 * @row: the widget of a line
 *
 * Shows what can be done with the selected lines.
 */
void
hf_customers_page_pop_up (HfCustomersPage *self, GtkWidget *row)
{
  double x, y;

  if (gtk_widget_translate_coordinates (row, GTK_WIDGET (self->scroller), 60,
                                        gtk_widget_get_height (row), &x, &y))
    pop_up_at (self, (int) x, (int) y);
}

static void
on_right_click (HfCustomersPage *self, int n_press, double x, double y)
{
  GtkWidget *cell = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkListItem *line = cell != NULL ? hf_customer_columns_find_line (cell) : NULL;
  double to_x, to_y;

  if (line == NULL)
    return;
  if (!gtk_list_item_get_selected (line))
    hf_customers_page_select_only (self, gtk_list_item_get_position (line));
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self->scroller), x, y,
                                        &to_x, &to_y))
    pop_up_at (self, (int) to_x, (int) to_y);
}

static gboolean
on_tick (gpointer data)
{
  HfCustomersPage *self = data;

  look_at_clock (self);
  hf_customer_model_show_all (self->model);
  return G_SOURCE_CONTINUE;
}

static void
hf_customers_page_map (GtkWidget *widget)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (widget);

  GTK_WIDGET_CLASS (hf_customers_page_parent_class)->map (widget);
  hf_customers_page_ask (self);
  hf_customers_page_show_segments (self);
  self->clock = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
  hf_customers_page_focus_list (self);
}

static void
hf_customers_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&HF_CUSTOMERS_PAGE (widget)->clock, g_source_remove);
  GTK_WIDGET_CLASS (hf_customers_page_parent_class)->unmap (widget);
}

static void
hf_customers_page_set_context (HfPage *page, HfAppContext *context)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (page);

  self->context = g_object_ref (context);
  self->model = hf_customer_model_new (context);
  hf_customer_model_set_place (self->model, gtk_scrolled_window_get_vadjustment (self->scroller));
  self->selection =
      gtk_multi_selection_new (g_object_ref (hf_customer_model_get_list (self->model)));
  hf_filter_popover_set_context (self->filter_popover, context);
  look_at_clock (self);
  hf_customer_columns_add (self->view, &self->now);
  hf_customers_page_restore (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "before", G_CALLBACK (on_before), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "after", G_CALLBACK (on_after), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_store (context), "changed",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_settings (context), "changed::staff",
                           G_CALLBACK (on_staff_changed), self, G_CONNECT_SWAPPED);
  hf_customers_page_watch_columns (self);
  show_selected (self);
}

static GArray *
hf_customers_page_dup_customers (HfPage *page)
{
  return hf_customer_model_dup_ids (HF_CUSTOMERS_PAGE (page)->model);
}

static gboolean
hf_customers_page_has_foot (HfPage *page)
{
  return gtk_widget_get_visible (GTK_WIDGET (HF_CUSTOMERS_PAGE (page)->selection_bar));
}

static void
hf_customers_page_page_init (HfPageInterface *iface)
{
  iface->has_foot = hf_customers_page_has_foot;
  iface->set_context = hf_customers_page_set_context;
  iface->dup_customers = hf_customers_page_dup_customers;
}

static void
hf_customers_page_dispose (GObject *object)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_handle_id (&self->saving, g_source_remove);
  g_clear_handle_id (&self->bar, g_source_remove);
  if (self->view != NULL && self->selection != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  if (self->model != NULL)
    g_object_run_dispose (G_OBJECT (self->model));
  g_clear_object (&self->model);
  g_clear_object (&self->actions);
  g_clear_object (&self->column_actions);
  g_clear_pointer (&self->filter, hf_customer_filter_free);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_customers_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/customers/hf-customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, segment_button);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, chips);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, view);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, HfCustomersPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_right_click);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode_changed);
}

static void
hf_customers_page_class_init (HfCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_customers_page_dispose;
  widget_class->map = hf_customers_page_map;
  widget_class->unmap = hf_customers_page_unmap;
  g_type_ensure (HF_TYPE_FILTER_POPOVER);
  bind_template (widget_class);
  hf_customers_page_add_shortcuts (widget_class);
}

static void
hf_customers_page_init (HfCustomersPage *self)
{
  self->filter = hf_customer_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  hf_customers_page_add_actions (self);
}
