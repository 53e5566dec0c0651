/* hf-event-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-event-list.h"

#include "hf-id-list.h"

/**
 * HfEventList:
 *
 * Lines by id; the chosen one stays chosen whatever happens to the list, and the first one is where
 * there is none. Main thread.
 */
struct _HfEventList
{
  AdwBin parent_instance;

  HfMatterLoad load;
  gpointer data; /* outlives this */
  HfIdList *list;
  GtkSingleSelection *selection;
  GtkListView *rows;
  gint64 chosen; /* 0 for none */
  gboolean settling;
};

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfEventList, hf_event_list, ADW_TYPE_BIN)

static GObject *
create_item (gint64 id, guint position, gpointer data)
{
  HfEventList *self = data;

  return G_OBJECT (hf_matter_item_new (id, self->load, self->data));
}

static void
on_selected (HfEventList *self)
{
  if (self->settling)
    return;
  self->chosen =
      hf_id_list_get_id (self->list, gtk_single_selection_get_selected (self->selection));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_activate (HfEventList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
hf_event_list_dispose (GObject *object)
{
  HfEventList *self = HF_EVENT_LIST (object);

  if (self->rows != NULL)
    gtk_list_view_set_model (self->rows, NULL);
  self->rows = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (hf_event_list_parent_class)->dispose (object);
}

static void
hf_event_list_class_init (HfEventListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_event_list_dispose;

  /**
   * HfEventList::chosen:
   *
   * Another line, by the person.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_event_list_init (HfEventList *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->list = hf_id_list_new (HF_TYPE_MATTER_ITEM, create_item, self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->rows = GTK_LIST_VIEW (gtk_list_view_new (
      g_object_ref (GTK_SELECTION_MODEL (self->selection)), hf_matter_item_create_factory ()));
  gtk_list_view_set_show_separators (self->rows, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->rows));
  gtk_widget_set_vexpand (scroll, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroll);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
}

/**
 * hf_event_list_new:
 * @label: what a screen reader calls it
 * @data: for @load; outlives the list
 */
GtkWidget *
hf_event_list_new (const char *label, HfMatterLoad load, gpointer data)
{
  HfEventList *self = g_object_new (HF_TYPE_EVENT_LIST, NULL);

  self->load = load;
  self->data = data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return GTK_WIDGET (self);
}

static void
reload (gpointer item, gpointer data)
{
  hf_matter_item_reload (item);
}

/**
 * hf_event_list_set_ids:
 * @ids: (element-type gint64): those that stay are read anew
 */
void
hf_event_list_set_ids (HfEventList *self, GArray *ids)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (HF_IS_EVENT_LIST (self));

  self->settling = TRUE;
  hf_id_list_set_ids (self->list, ids);
  hf_id_list_foreach_object (self->list, reload, NULL);
  if (self->chosen == 0 || !hf_id_list_find (self->list, self->chosen, &position))
    position = ids->len > 0 ? 0 : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  self->chosen = hf_id_list_get_id (self->list, position);
  self->settling = FALSE;
}

/**
 * hf_event_list_get_chosen:
 *
 * Returns: 0 for none
 */
gint64
hf_event_list_get_chosen (HfEventList *self)
{
  g_return_val_if_fail (HF_IS_EVENT_LIST (self), 0);

  return self->chosen;
}

/**
 * hf_event_list_get_matter:
 *
 * Returns: (transfer none) (nullable): the chosen line
 */
const HfMatter *
hf_event_list_get_matter (HfEventList *self)
{
  HfMatterItem *item;

  g_return_val_if_fail (HF_IS_EVENT_LIST (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? hf_matter_item_get (item) : NULL;
}

void
hf_event_list_focus (HfEventList *self)
{
  g_return_if_fail (HF_IS_EVENT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->rows));
}
