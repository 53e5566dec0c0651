/* hf-duplicates-window.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-duplicates-window.h"

#include <glib/gi18n-lib.h>

#include "hf-duplicate.h"
#include "hf-merge-chooser.h"
#include "hf-merge-run.h"

/* Nobody goes through more at one sitting. */
#define LIMIT (100)

/**
 * HfDuplicatesWindow:
 *
 * The pairs that were found; one of them side by side; merged, or said to be two people.
 */
struct _HfDuplicatesWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *back_button;
  GtkButton *search_button;
  GtkButton *different_button;
  GtkButton *merge_button;
  GtkStack *pages;
  GtkListBox *list;
  HfMergeChooser *chooser;
  GtkLabel *error_label;

  HfAppContext *context;     /* (nullable): %NULL once closed */
  GCancellable *cancellable; /* (nullable): of the reading that runs */
  gint64 customer;           /* whose pairs only, 0 for all */
  GPtrArray *pairs;          /* (element-type HfDuplicate) */
  gint64 kept;
  gint64 gone;
};

G_DEFINE_FINAL_TYPE (HfDuplicatesWindow, hf_duplicates_window, ADW_TYPE_WINDOW)

#define LIST    "list"
#define EMPTY   "empty"
#define COMPARE "compare"

static void
show_page (HfDuplicatesWindow *self, const char *name)
{
  gboolean compare = g_str_equal (name, COMPARE);
  HfActor actor;
  gboolean manager =
      hf_app_context_init_actor (self->context, &actor, NULL) && actor.role == HF_ROLE_MANAGER;

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), compare);
  gtk_widget_set_visible (GTK_WIDGET (self->different_button), compare);
  gtk_widget_set_visible (GTK_WIDGET (self->merge_button), compare);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), !compare && manager);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
}

static void
show_error (HfDuplicatesWindow *self, const GError *error)
{
  g_auto (GStrv) parts = g_strsplit (error->message, "\n", 2);

  gtk_label_set_label (self->error_label, parts[0] != NULL ? parts[0] : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
}

static GtkWidget *
create_row (const HfMergeView *view, const HfDuplicate *pair)
{
  GtkWidget *row = adw_action_row_new ();
  const HfMergeCard *cards = view->cards;
  g_autofree char *title = g_strdup_printf ("%s · %s", cards[0].name, cards[1].name);
  g_auto (GStrv) first = g_strsplit (cards[0].phones, "\n", 2);
  g_auto (GStrv) second = g_strsplit (cards[1].phones, "\n", 2);
  g_autofree char *text =
      g_strdup_printf ("%s (%s · %s)", hf_duplicate_get_reason (pair->why),
                       first[0] != NULL ? first[0] : "–", second[0] != NULL ? second[0] : "–");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* What is offered, read on a reader's thread. */
typedef struct
{
  HfActor actor;
  gint64 customer;
  GPtrArray *pairs; /* (element-type HfDuplicate) */
  GPtrArray *views; /* (element-type HfMergeView): of each pair */
  gint64 count;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_clear_pointer (&offer->pairs, g_ptr_array_unref);
  g_clear_pointer (&offer->views, g_ptr_array_unref);
  g_free (offer);
}

static gpointer
read_offer (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Offer *wanted = data;
  Offer *offer = g_memdup2 (wanted, sizeof *wanted);

  offer->views = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_merge_view_free);
  offer->pairs = hf_duplicate_dup_list (db, &offer->actor, offer->customer, LIMIT, error);
  for (guint i = 0; offer->pairs != NULL && i < offer->pairs->len; i++)
    {
      const HfDuplicate *pair = g_ptr_array_index (offer->pairs, i);
      HfMergeView *view = hf_merge_view_load (db, pair->customer, pair->other, error);

      if (view == NULL)
        break;
      g_ptr_array_add (offer->views, view);
    }
  if (offer->pairs != NULL && offer->views->len == offer->pairs->len)
    offer->count =
        offer->customer != 0 ? offer->pairs->len : hf_duplicate_count (db, &offer->actor, error);
  else
    offer->count = -1;
  if (offer->count >= 0)
    return offer;
  offer_free (offer);
  return NULL;
}

static void
show_offer (HfDuplicatesWindow *self, Offer *offer)
{
  g_autofree char *number =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d pair", "%d pairs", (gulong) offer->count),
                       (int) offer->count);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  self->pairs = g_steal_pointer (&offer->pairs);
  for (guint i = 0; i < self->pairs->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (offer->views, i),
                                                 g_ptr_array_index (self->pairs, i)));
  adw_window_title_set_subtitle (self->title, number);
  show_page (self, self->pairs->len > 0 ? LIST : EMPTY);
}

static void
on_offer_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfDuplicatesWindow) self = data;
  g_autoptr (GError) error = NULL;
  Offer *offer = hf_store_call_finish (HF_STORE (source), result, &error);

  if (offer != NULL && self->context != NULL)
    show_offer (self, offer);
  else if (self->context != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error);
  g_clear_pointer (&offer, offer_free);
}

static void
stop_reading (HfDuplicatesWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
refresh (HfDuplicatesWindow *self)
{
  g_autoptr (GError) error = NULL;
  Offer wanted = { .customer = self->customer };

  stop_reading (self);
  if (!hf_app_context_init_actor (self->context, &wanted.actor, &error))
    {
      show_error (self, error);
      return;
    }
  self->cancellable = g_cancellable_new ();
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_offer,
                       g_memdup2 (&wanted, sizeof wanted), g_free, offer_free, self->cancellable,
                       on_offer_read, g_object_ref (self));
}

static void
compare (HfDuplicatesWindow *self, gint64 kept, gint64 gone)
{
  g_autoptr (GError) error = NULL;
  HfMergeView *view =
      hf_merge_view_load (hf_app_context_get_reader (self->context), kept, gone, &error);

  if (view == NULL)
    {
      show_error (self, error);
      return;
    }
  self->kept = kept;
  self->gone = gone;
  hf_merge_chooser_show (self->chooser, view);
  show_page (self, COMPARE);
  gtk_widget_grab_focus (GTK_WIDGET (self->merge_button));
}

static void
on_row_activated (HfDuplicatesWindow *self, GtkListBoxRow *row)
{
  const HfDuplicate *pair =
      g_ptr_array_index (self->pairs, (guint) gtk_list_box_row_get_index (row));

  compare (self, pair->customer, pair->other);
}

static void
on_swap (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfDuplicatesWindow *self = HF_DUPLICATES_WINDOW (widget);

  compare (self, self->gone, self->kept);
}

static void
on_back (HfDuplicatesWindow *self)
{
  refresh (self);
}

/* Of both: what was said of a pair stands, and the next one is looked at. Who has closed the window
 * meanwhile is told all the same. */
static void
end_run (HfDuplicatesWindow *self, GObject *context, GAsyncResult *result, const char *text)
{
  g_autoptr (GError) error = NULL;

  hf_app_context_run_finish (HF_APP_CONTEXT (context), result, &error);
  if (error == NULL && text != NULL)
    hf_app_context_say (HF_APP_CONTEXT (context), text, TRUE, 0);
  else if (error != NULL && self->context == NULL)
    hf_app_context_complain (HF_APP_CONTEXT (context), error);
  if (self->context == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (error != NULL)
    show_error (self, error);
  else
    refresh (self);
}

static void
on_merged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfDuplicatesWindow) self = data;

  end_run (self, source, result, _ ("Two cards were merged"));
}

static void
on_different (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfDuplicatesWindow) self = data;

  end_run (self, source, result, _ ("Not the same person: both cards stay"));
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfDuplicatesWindow) self = data;

  end_run (self, source, result, NULL);
}

static void
on_merge (HfDuplicatesWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  hf_merge_run (self->context, self->kept, self->gone, hf_merge_chooser_dup_taken (self->chooser),
                on_merged, g_object_ref (self));
}

static void
on_mark_different (HfDuplicatesWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  hf_merge_run_different (self->context, self->kept, self->gone, on_different, g_object_ref (self));
}

static void
on_search (HfDuplicatesWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  adw_window_title_set_subtitle (self->title, _ ("Looking through the whole branch…"));
  hf_merge_run_search (self->context, on_searched, g_object_ref (self));
}

static void
hf_duplicates_window_dispose (GObject *object)
{
  HfDuplicatesWindow *self = HF_DUPLICATES_WINDOW (object);

  stop_reading (self);
  g_clear_object (&self->context);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_duplicates_window_parent_class)->dispose (object);
}

static void
hf_duplicates_window_class_init (HfDuplicatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_duplicates_window_dispose;
  g_type_ensure (HF_TYPE_MERGE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/duplicates/hf-duplicates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfDuplicatesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, HfDuplicatesWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, HfDuplicatesWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, HfDuplicatesWindow, different_button);
  gtk_widget_class_bind_template_child (widget_class, HfDuplicatesWindow, merge_button);
  gtk_widget_class_bind_template_child (widget_class, HfDuplicatesWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HfDuplicatesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, HfDuplicatesWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, HfDuplicatesWindow, error_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_merge);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_different);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_install_action (widget_class, "duplicates.swap", NULL, on_swap);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_duplicates_window_init (HfDuplicatesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_duplicates_window_present:
 * @customer: whose pairs only; 0 for the whole branch's
 *
 * Opens the list over @parent.
 */
void
hf_duplicates_window_present (GtkWindow *parent, HfAppContext *context, gint64 customer)
{
  HfDuplicatesWindow *self =
      g_object_new (HF_TYPE_DUPLICATES_WINDOW, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->customer = customer;
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
