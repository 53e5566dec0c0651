/* hf-key-in-window.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-key-in-window.h"

#include <glib/gi18n-lib.h>

#include "hf-key-in-row.h"
#include "hf-texts.h"
#include "hf-when.h"

#define WIDTH  (1180)
#define HEIGHT (620)

/**
 * HfKeyInWindow:
 *
 * The day sheet's customers in its order, a row each. Tab goes on, Ctrl+Return records a row, the
 * button records all that were filled in.
 */
struct _HfKeyInWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkBox *rows;
  GtkWidget *save_all;

  HfAppContext *context;
  HfWording *wording;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HfKeyInWindow, hf_key_in_window, ADW_TYPE_WINDOW)

typedef struct
{
  HfKeyInWindow *window;
  HfActor actor;
  gint64 staff;
  HfDay day;
} Reading;

static void
on_state_changed (HfKeyInWindow *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  guint n = 0, n_saved = 0, n_ready = 0;
  g_autofree char *text = NULL;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (HF_IS_KEY_IN_ROW (row))
      {
        n++;
        n_saved += hf_key_in_row_is_saved (HF_KEY_IN_ROW (row)) ? 1 : 0;
        n_ready += !hf_key_in_row_is_saved (HF_KEY_IN_ROW (row)) &&
                           hf_key_in_row_is_filled (HF_KEY_IN_ROW (row))
                       ? 1
                       : 0;
      }
  text = g_strdup_printf (_ ("%u of %u recorded"), n_saved, n);
  adw_window_title_set_subtitle (self->title, text);
  gtk_widget_set_sensitive (self->save_all, n_ready > 0);
}

static void
on_save_all (HfKeyInWindow *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (HF_IS_KEY_IN_ROW (row))
      hf_key_in_row_save (HF_KEY_IN_ROW (row));
}

static void
add_sheet (HfKeyInWindow *self, const HfDaySheet *sheet, gboolean named)
{
  if (named)
    {
      GtkWidget *name = gtk_label_new (sheet->staff != NULL ? sheet->staff : _ ("Nobody’s yet"));

      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_widget_add_css_class (name, "heading");
      gtk_box_append (self->rows, name);
    }
  for (guint i = 0; i < sheet->visits->len; i++)
    {
      GtkWidget *row =
          hf_key_in_row_new (self->context, sheet, sheet->visits->pdata[i], i + 1, self->wording);

      g_signal_connect_object (row, "state-changed", G_CALLBACK (on_state_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->rows, row);
    }
}

static gpointer
load (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *reading = data;

  return hf_day_sheets_load (db, &reading->actor, reading->staff, reading->day, cancellable, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (HfKeyInWindow) self = reading->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = hf_store_call_finish (HF_STORE (source), result, &error);

  g_free (reading);
  if (self->context == NULL)
    return;
  if (sheets == NULL)
    {
      hf_app_context_complain (self->context, error);
      return;
    }
  for (guint i = 0; i < sheets->len; i++)
    add_sheet (self, sheets->pdata[i], sheets->len > 1);
  gtk_stack_set_visible_child_name (self->stack, sheets->len > 0 ? "rows" : "empty");
  on_state_changed (self);
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}

static void
hf_key_in_window_dispose (GObject *object)
{
  HfKeyInWindow *self = HF_KEY_IN_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_key_in_window_parent_class)->dispose (object);
}

static void
hf_key_in_window_finalize (GObject *object)
{
  g_clear_pointer (&HF_KEY_IN_WINDOW (object)->wording, hf_wording_free);

  G_OBJECT_CLASS (hf_key_in_window_parent_class)->finalize (object);
}

static void
hf_key_in_window_class_init (HfKeyInWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_key_in_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_key_in_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
create_head (HfKeyInWindow *self)
{
  GtkWidget *bar = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->save_all = gtk_button_new_with_mnemonic (_ ("Record _All"));
  gtk_widget_add_css_class (self->save_all, "suggested-action");
  gtk_widget_set_tooltip_text (self->save_all, _ ("Each row that has an outcome"));
  g_signal_connect_swapped (self->save_all, "clicked", G_CALLBACK (on_save_all), self);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), GTK_WIDGET (self->title));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->save_all);
  return bar;
}

static void
hf_key_in_window_init (HfKeyInWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *empty = adw_status_page_new ();

  self->cancellable = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  gtk_widget_set_margin_top (GTK_WIDGET (self->rows), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->rows), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->rows), 14);
  gtk_widget_set_margin_end (GTK_WIDGET (self->rows), 14);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("Nothing left to key in"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("There are no open home visits on this day."));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  gtk_stack_add_named (self->stack, gtk_label_new (NULL), "wait");
  gtk_stack_add_named (self->stack, scroller, "rows");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), create_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/**
 * hf_key_in_window_present:
 * @staff: whose visits, 0 for everybody's
 * @day: not later than today
 */
void
hf_key_in_window_present (GtkWindow *parent, HfAppContext *context, gint64 staff, HfDay day)
{
  HfKeyInWindow *self;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = hf_when_format_heading (day);
  g_autofree char *title = g_strdup_printf (_ ("What Came of the Home Visits, %s"), date);
  HfActor actor;
  Reading *reading;

  if (day > hf_minute_get_day (hf_app_context_get_now (context)))
    {
      hf_app_context_say (context, _ ("This day is still to come"), FALSE, 0);
      return;
    }
  if (!hf_app_context_init_actor (context, &actor, &error))
    {
      hf_app_context_complain (context, error);
      return;
    }
  self = g_object_new (HF_TYPE_KEY_IN_WINDOW, "transient-for", parent, "title", title, NULL);
  self->context = g_object_ref (context);
  self->wording = hf_texts_load_wording (hf_app_context_get_reader (context), NULL);
  adw_window_title_set_title (self->title, title);
  reading = g_new0 (Reading, 1);
  *reading = (Reading){ g_object_ref (self), actor, staff, day };
  hf_store_call_async (hf_app_context_get_store (context), HF_STORE_READ, load, reading, NULL,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_loaded, reading);
  gtk_window_present (GTK_WINDOW (self));
}
