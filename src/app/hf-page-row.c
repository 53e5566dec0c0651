/* hf-page-row.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-page-row.h"

/**
 * HfPageRow:
 *
 * Icon, name and the number of what waits in the page. Owned by the sidebar. Main thread.
 */
struct _HfPageRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;

  char *name;
};

G_DEFINE_FINAL_TYPE (HfPageRow, hf_page_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_count (HfPageRow *self, HfPage *page)
{
  hf_page_row_set_count (self, hf_page_get_n_waiting (page));
}

static void
hf_page_row_finalize (GObject *object)
{
  g_free (HF_PAGE_ROW (object)->name);

  G_OBJECT_CLASS (hf_page_row_parent_class)->finalize (object);
}

static void
hf_page_row_class_init (HfPageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_page_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/hf-page-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfPageRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HfPageRow, title);
  gtk_widget_class_bind_template_child (widget_class, HfPageRow, count);
}

static void
hf_page_row_init (HfPageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_page_row_new:
 * @name: the page's name, for actions and settings
 * @title: what people read
 * @icon: a symbolic icon's name
 */
GtkWidget *
hf_page_row_new (const char *name, const char *title, const char *icon)
{
  HfPageRow *self = g_object_new (HF_TYPE_PAGE_ROW, NULL);

  self->name = g_strdup (name);
  gtk_label_set_label (self->title, title);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/**
 * hf_page_row_set_count:
 * @n: how much waits; 0 shows no number
 */
void
hf_page_row_set_count (HfPageRow *self, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  g_return_if_fail (HF_IS_PAGE_ROW (self));

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
}

/**
 * hf_page_row_set_page:
 * @page: whose number is shown from now on
 */
void
hf_page_row_set_page (HfPageRow *self, HfPage *page)
{
  g_return_if_fail (HF_IS_PAGE_ROW (self));

  g_signal_connect_object (page, "heading-changed", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  show_count (self, page);
}

/**
 * hf_page_row_get_name:
 *
 * Returns: (transfer none): the name of the page that the line opens
 */
const char *
hf_page_row_get_name (HfPageRow *self)
{
  g_return_val_if_fail (HF_IS_PAGE_ROW (self), NULL);

  return self->name;
}
