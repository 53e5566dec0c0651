/* hf-card-timeline.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-timeline.h"

#include <glib/gi18n-lib.h>

#include "hf-card-entry-row.h"

/* So many entries at first, and so many more each time the end is reached. */
#define PAGE_SIZE (100)

/**
 * HfCardTimeline:
 *
 * One line of time of everything, by month, newest first; filtered by kind and by text. It is read
 * on a reader's thread; what changed is exchanged in the list, so that it keeps its place.
 */
struct _HfCardTimeline
{
  AdwBin parent_instance;

  GtkBox *filters;
  GtkToggleButton *search_button;
  GtkRevealer *search_revealer;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list;

  HfAppContext *context;
  gint64 customer;
  GListStore *items;
  GCancellable *cancellable;
  HfSet kinds;
  int limit;
  gboolean all_there; /* there is nothing beyond what is shown */
};

G_DEFINE_FINAL_TYPE (HfCardTimeline, hf_card_timeline, ADW_TYPE_BIN)

static const struct
{
  const char *label;
  HfSet kinds;
} filters[] = {
  { N_ ("All"), HF_SET_ALL },
  { N_ ("Contacts"), HF_BIT (HF_ENTRY_VISIT) },
  { N_ ("Bought"), HF_BIT (HF_ENTRY_PURCHASE) },
  { N_ ("Complaints"),
    HF_BIT (HF_ENTRY_COMPLAINT) | HF_BIT (HF_ENTRY_RETURN) | HF_BIT (HF_ENTRY_ADVERSE) },
  { N_ ("Referrals"), HF_BIT (HF_ENTRY_REFERRAL) | HF_BIT (HF_ENTRY_EVENT) },
  { N_ ("Tiers"), HF_BIT (HF_ENTRY_TIER) | HF_BIT (HF_ENTRY_HANDOVER) },
};

typedef struct
{
  gint64 customer;
  HfCardHistoryFilter filter;
  char *text;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->text);
  g_free (request);
}

static gpointer
read_history (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return hf_card_dup_history (db, request->customer, &request->filter, error);
}

/* The entries with a heading before the first one of each month. */
static GPtrArray *
add_months (GPtrArray *entries)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  HfDay month = HF_DAY_NONE;

  for (guint i = 0; i < entries->len; i++)
    {
      HfCardItem *item = hf_card_item_new_entry (entries->pdata[i]);

      if (hf_card_item_get_month (item) != month)
        g_ptr_array_add (items, hf_card_item_new_month (hf_card_item_get_month (item)));
      month = hf_card_item_get_month (item);
      g_ptr_array_add (items, item);
    }
  /* Each is an item's now. */
  g_ptr_array_set_free_func (entries, NULL);
  return items;
}

static gboolean
is_same (HfCardTimeline *self, guint position, HfCardItem *item)
{
  g_autoptr (HfCardItem) there = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return hf_card_item_equal (there, item);
}

/* What is the same at both ends stays. */
static void
exchange (HfCardTimeline *self, GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint first = 0;
  guint last = 0;

  while (first < MIN (n, items->len) && is_same (self, first, items->pdata[first]))
    first++;
  while (last < MIN (n, items->len) - first &&
         is_same (self, n - last - 1, items->pdata[items->len - last - 1]))
    last++;
  if (first + last == n && n == items->len)
    return;
  g_list_store_splice (self->items, first, n - first - last, items->pdata + first,
                       items->len - first - last);
}

static gboolean
has_filter (HfCardTimeline *self)
{
  return self->kinds != HF_SET_ALL ||
         *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCardTimeline) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = hf_store_call_finish (HF_STORE (source), result, &error);
  g_autoptr (GPtrArray) items = NULL;

  if (entries == NULL)
    {
      if (self->context != NULL)
        hf_app_context_complain (self->context, error);
      return;
    }
  self->all_there = (int) entries->len < self->limit;
  items = add_months (entries);
  exchange (self, items);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0      ? "list"
                                                 : has_filter (self) ? "no-match"
                                                                     : "empty");
}

void
hf_card_timeline_reload (HfCardTimeline *self)
{
  Request *request;

  g_return_if_fail (HF_IS_CARD_TIMELINE (self));

  if (self->context == NULL || self->customer == 0)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->customer = self->customer;
  request->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  request->filter = (HfCardHistoryFilter){ self->kinds, request->text, self->limit };
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_history,
                       request, request_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                       on_read, g_object_ref (self));
}

static void
on_filter_toggled (GtkToggleButton *button, HfCardTimeline *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->kinds = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kinds"));
  self->limit = PAGE_SIZE;
  hf_card_timeline_reload (self);
}

static void
on_search_changed (HfCardTimeline *self)
{
  self->limit = PAGE_SIZE;
  hf_card_timeline_reload (self);
}

static void
on_search_stopped (HfCardTimeline *self)
{
  gtk_toggle_button_set_active (self->search_button, FALSE);
}

static void
on_search_toggled (HfCardTimeline *self)
{
  gboolean active = gtk_toggle_button_get_active (self->search_button);

  gtk_revealer_set_reveal_child (self->search_revealer, active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
on_edge_reached (GtkScrolledWindow *scrolled, GtkPositionType position, HfCardTimeline *self)
{
  if (position != GTK_POS_BOTTOM || self->all_there)
    return;
  self->limit += PAGE_SIZE;
  hf_card_timeline_reload (self);
}

static void
on_setup (HfCardTimeline *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, GTK_WIDGET (hf_card_entry_row_new ()));
  gtk_list_item_set_activatable (list_item, FALSE);
}

/* A complaint has a page of its own. */
static void
on_activate (HfCardTimeline *self, guint position)
{
  g_autoptr (HfCardItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const HfCardEntry *entry = item != NULL ? hf_card_item_get_entry (item) : NULL;

  if (entry != NULL && entry->kind == HF_ENTRY_COMPLAINT)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-complaint", "x", entry->id);
}

static void
on_bind (HfCardTimeline *self, GtkListItem *list_item)
{
  const HfCardEntry *entry = hf_card_item_get_entry (gtk_list_item_get_item (list_item));
  gboolean opens = entry != NULL && entry->kind == HF_ENTRY_COMPLAINT;

  gtk_list_item_set_activatable (list_item, opens);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (list_item),
                               opens ? _ ("Enter opens the complaint") : NULL);
  hf_card_entry_row_set_item (HF_CARD_ENTRY_ROW (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item),
                              hf_minute_get_day (hf_app_context_get_now (self->context)));
}

static void
add_filters (HfCardTimeline *self)
{
  GtkToggleButton *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (filters[i].label));

      gtk_widget_add_css_class (button, "hf-seg");
      g_object_set_data (G_OBJECT (button), "kinds", GUINT_TO_POINTER (filters[i].kinds));
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      g_signal_connect (button, "toggled", G_CALLBACK (on_filter_toggled), self);
      gtk_box_append (self->filters, button);
      group = GTK_TOGGLE_BUTTON (button);
    }
}

static void
hf_card_timeline_dispose (GObject *object)
{
  HfCardTimeline *self = HF_CARD_TIMELINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (hf_card_timeline_parent_class)->dispose (object);
}

static void
hf_card_timeline_class_init (HfCardTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_card_timeline_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/customers/hf-card-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCardTimeline, filters);
  gtk_widget_class_bind_template_child (widget_class, HfCardTimeline, search_button);
  gtk_widget_class_bind_template_child (widget_class, HfCardTimeline, search_revealer);
  gtk_widget_class_bind_template_child (widget_class, HfCardTimeline, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HfCardTimeline, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCardTimeline, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HfCardTimeline, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached);
}

static void
hf_card_timeline_init (HfCardTimeline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->kinds = HF_SET_ALL;
  self->limit = PAGE_SIZE;
  self->items = g_list_store_new (HF_TYPE_CARD_ITEM);
  selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), self);
  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (selection);
  g_object_unref (factory);
  add_filters (self);
}

/**
 * hf_card_timeline_set_customer:
 *
 * Shows another customer's history, from the newest entry on.
 */
void
hf_card_timeline_set_customer (HfCardTimeline *self, HfAppContext *context, gint64 customer)
{
  g_return_if_fail (HF_IS_CARD_TIMELINE (self));

  g_set_object (&self->context, context);
  if (self->customer != customer)
    {
      self->limit = PAGE_SIZE;
      g_list_store_remove_all (self->items);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
    }
  self->customer = customer;
  hf_card_timeline_reload (self);
}

/**
 * hf_card_timeline_search:
 *
 * Opens the entry in which to search the history.
 */
void
hf_card_timeline_search (HfCardTimeline *self)
{
  g_return_if_fail (HF_IS_CARD_TIMELINE (self));

  gtk_toggle_button_set_active (self->search_button, TRUE);
}
