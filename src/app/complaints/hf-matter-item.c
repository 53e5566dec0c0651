/* hf-matter-item.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-matter-item.h"

#define ROW_KEY "hf-matter-row"

/**
 * HfMatterItem:
 *
 * Made only for what a list shows; read by its key when somebody first asks for it.
 */
struct _HfMatterItem
{
  GObject parent_instance;

  gint64 id;
  HfMatterLoad load;
  gpointer data; /* the tab, which outlives it */
  HfMatter *matter;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfMatterItem, hf_matter_item, G_TYPE_OBJECT)

static void
hf_matter_item_finalize (GObject *object)
{
  g_clear_pointer (&HF_MATTER_ITEM (object)->matter, hf_matter_free);

  G_OBJECT_CLASS (hf_matter_item_parent_class)->finalize (object);
}

static void
hf_matter_item_class_init (HfMatterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_matter_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_matter_item_init (HfMatterItem *self)
{
}

/**
 * hf_matter_item_new:
 * @data: for @load; outlives the item
 */
HfMatterItem *
hf_matter_item_new (gint64 id, HfMatterLoad load, gpointer data)
{
  HfMatterItem *self = g_object_new (HF_TYPE_MATTER_ITEM, NULL);

  self->id = id;
  self->load = load;
  self->data = data;
  return self;
}

/**
 * hf_matter_item_get:
 *
 * Returns: (transfer none) (nullable): %NULL for one that is gone
 */
const HfMatter *
hf_matter_item_get (HfMatterItem *self)
{
  g_return_val_if_fail (HF_IS_MATTER_ITEM (self), NULL);

  if (self->matter == NULL)
    self->matter = self->load (self->id, self->data);
  return self->matter;
}

void
hf_matter_item_reload (HfMatterItem *self)
{
  g_return_if_fail (HF_IS_MATTER_ITEM (self));

  g_clear_pointer (&self->matter, hf_matter_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The widgets of a row. */
typedef struct
{
  GtkLabel *customer;
  GtkLabel *what;
  GtkLabel *when;
  GtkLabel *state;
  const char *state_class;
} Row;

static GtkLabel *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
show_row (GtkListItem *list_item)
{
  Row *row = g_object_get_data (G_OBJECT (list_item), ROW_KEY);
  const HfMatter *matter = hf_matter_item_get (gtk_list_item_get_item (list_item));

  if (matter == NULL)
    return;
  gtk_label_set_label (row->customer, matter->customer);
  gtk_label_set_label (row->what, matter->what);
  gtk_label_set_label (row->when, matter->when);
  gtk_label_set_label (row->state, matter->state);
  if (row->state_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (row->state), row->state_class);
  row->state_class = matter->state_class;
  gtk_widget_add_css_class (GTK_WIDGET (row->state), row->state_class);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  row->customer = create_label ("strong");
  row->state = create_label ("pill");
  row->what = create_label ("dim");
  row->when = create_label ("hf-small");
  gtk_widget_set_valign (GTK_WIDGET (row->state), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->customer));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->state));
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row->what));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->when));
  gtk_widget_set_margin_top (box, 7);
  gtk_widget_set_margin_bottom (box, 7);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_item_set_child (list_item, box);
  g_object_set_data_full (G_OBJECT (list_item), ROW_KEY, row, g_free);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (show_row),
                           list_item, G_CONNECT_SWAPPED);
  show_row (list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_row, list_item);
}

/**
 * hf_matter_item_create_factory:
 *
 * Returns: (transfer full): rows with the customer, the state, what it is about, and when
 */
GtkListItemFactory *
hf_matter_item_create_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}
