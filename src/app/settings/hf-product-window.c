/* hf-product-window.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-product-window.h"

#include <glib/gi18n-lib.h>

#include "hf-import-value.h"
#include "hf-product.h"

#define MOST_DAYS (36500)

/**
 * HfProductWindow:
 *
 * The list of what is or was sold, and one product to be added or changed. The commands see to it
 * that only a manager does.
 */
struct _HfProductWindow
{
  AdwWindow parent_instance;

  GtkButton *back_button;
  GtkButton *add_button;
  GtkButton *save_button;
  GtkStack *pages;
  GtkListBox *list;
  GtkLabel *error_label;
  AdwEntryRow *name_row;
  AdwEntryRow *doses_row;
  AdwEntryRow *price_row;
  AdwEntryRow *cost_row;
  AdwEntryRow *shelf_row;
  AdwEntryRow *against_row;
  AdwEntryRow *normal_row;
  GtkWidget *active_row;
  GtkSwitch *active_switch;

  HfAppContext *context;
  GPtrArray *products; /* (element-type HfProduct) */
  gint64 edited;       /* 0: a new one */
};

G_DEFINE_FINAL_TYPE (HfProductWindow, hf_product_window, ADW_TYPE_WINDOW)

static void
show_error (HfProductWindow *self, const GError *error)
{
  g_auto (GStrv) parts = g_strsplit (error != NULL ? error->message : "", "\n", 2);

  gtk_label_set_label (self->error_label, parts[0] != NULL ? parts[0] : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
}

static void
show_page (HfProductWindow *self, gboolean editing)
{
  gtk_stack_set_visible_child_name (self->pages, editing                   ? "edit"
                                                 : self->products->len > 0 ? "list"
                                                                           : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), editing);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), editing);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !editing);
  show_error (self, NULL);
}

static GtkWidget *
create_row (const HfProduct *product)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *doses =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A pack lasts %d day", "A pack lasts %d days",
                                    (gulong) product->doses),
                       product->doses);
  g_autofree char *text =
      product->active ? g_strdup (doses) : g_strdup_printf ("%s · %s", doses, _ ("no longer sold"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), product->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
refresh (HfProductWindow *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *products = hf_product_dup_all (hf_app_context_get_reader (self->context), &error);
  GtkWidget *row;

  g_clear_pointer (&self->products, g_ptr_array_unref);
  self->products = products != NULL ? products : g_ptr_array_new ();
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->products->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (self->products, i)));
  show_page (self, FALSE);
  show_error (self, error);
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
set_number (AdwEntryRow *row, gint64 number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  set_text (row, text);
}

static void
set_yuan (AdwEntryRow *row, gint64 fen)
{
  g_autofree char *text =
      fen >= 0 ? g_strdup_printf ("%d.%02d", (int) (fen / 100), (int) (fen % 100)) : NULL;

  set_text (row, text);
}

static void
set_words (AdwEntryRow *row, GStrv words)
{
  g_autofree char *text = words != NULL ? g_strjoinv ("、", words) : NULL;

  set_text (row, text);
}

/* @id: 0 for a new one */
static void
edit (HfProductWindow *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfProductCard) card =
      id != 0 ? hf_product_card_load (hf_app_context_get_reader (self->context), id, &error)
              : hf_product_card_new ();

  if (card == NULL)
    {
      show_error (self, error);
      return;
    }
  self->edited = id;
  set_text (self->name_row, card->name);
  set_number (self->doses_row, card->doses);
  set_number (self->shelf_row, card->shelf_life_days);
  set_yuan (self->price_row, card->price_fen);
  set_yuan (self->cost_row, card->cost_fen);
  set_words (self->against_row, card->contraindications);
  set_words (self->normal_row, card->normal_reactions);
  gtk_switch_set_active (self->active_switch, card->active);
  gtk_widget_set_visible (self->active_row, id != 0);
  show_page (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
on_row_activated (HfProductWindow *self, GtkListBoxRow *row)
{
  const HfProduct *product =
      g_ptr_array_index (self->products, (guint) gtk_list_box_row_get_index (row));

  edit (self, product->id);
}

static void
on_add (HfProductWindow *self)
{
  edit (self, 0);
}

static void
on_back (HfProductWindow *self)
{
  refresh (self);
}

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
read_yuan (AdwEntryRow *row, gint64 *fen, GError **error)
{
  *fen = -1;
  return *get_text (row) == '\0' || hf_import_parse_money (get_text (row), fen, error);
}

static HfProductCard *
dup_card (HfProductWindow *self, GError **error)
{
  g_autoptr (HfProductCard) card = hf_product_card_new ();

  card->id = self->edited;
  card->name = g_strdup (get_text (self->name_row));
  card->active = gtk_switch_get_active (self->active_switch);
  card->contraindications = hf_import_split_words (get_text (self->against_row));
  card->normal_reactions = hf_import_split_words (get_text (self->normal_row));
  if (!hf_import_parse_count (get_text (self->doses_row), 1, MOST_DAYS, &card->doses, error) ||
      (*get_text (self->shelf_row) != '\0' &&
       !hf_import_parse_count (get_text (self->shelf_row), 1, MOST_DAYS, &card->shelf_life_days,
                               error)) ||
      !read_yuan (self->price_row, &card->price_fen, error) ||
      !read_yuan (self->cost_row, &card->cost_fen, error))
    return NULL;
  return g_steal_pointer (&card);
}

static gpointer
save (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  return hf_command_save_product (db, actor, data, error) ? data : NULL;
}

static void
free_card (gpointer data)
{
  hf_product_card_free (data);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfProductWindow) self = data;
  g_autoptr (GError) error = NULL;

  hf_app_context_run_finish (HF_APP_CONTEXT (source), result, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
  if (error != NULL)
    show_error (self, error);
  else
    refresh (self);
}

static void
on_save (HfProductWindow *self)
{
  g_autoptr (GError) error = NULL;
  HfProductCard *card = dup_card (self, &error);

  show_error (self, error);
  if (card == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  hf_app_context_run_async (self->context, save, card, free_card, NULL, on_saved,
                            g_object_ref (self));
}

static void
hf_product_window_dispose (GObject *object)
{
  HfProductWindow *self = HF_PRODUCT_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->products, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_product_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/settings/hf-product-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, list);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, doses_row);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, price_row);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, cost_row);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, shelf_row);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, against_row);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, normal_row);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, active_row);
  gtk_widget_class_bind_template_child (widget_class, HfProductWindow, active_switch);
}

static void
hf_product_window_class_init (HfProductWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_product_window_dispose;
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_product_window_init (HfProductWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hf_product_window_present (GtkWindow *parent, HfAppContext *context)
{
  HfProductWindow *self = g_object_new (HF_TYPE_PRODUCT_WINDOW, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
