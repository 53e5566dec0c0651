/* hf-greetings-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-greeting-item.h"
#include "hf-greetings-page-private.h"
#include "hf-round-row.h"

#define MAX_ROUNDS (200)

/**
 * HfGreetingsPage:
 *
 * The rounds at the left, the customers of the chosen one in the middle, with what is left to do on
 * top, and the words for the one that is chosen. A tick goes on to the next. Follows what others
 * commit; reads nothing while it is not shown.
 */
static void hf_greetings_page_page_init (HfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfGreetingsPage,
                               hf_greetings_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_PAGE, hf_greetings_page_page_init))

/* What a reader's thread is asked, and what it answers. */
typedef struct
{
  HfActor actor;
  gint64 round;
  HfGreetingsShown shown;
  GArray *rows;
  GArray *ids;
} Reading;

static void load (HfGreetingsPage *self);

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->rows, g_array_unref);
  g_clear_pointer (&reading->ids, g_array_unref);
  g_free (reading);
}

static const HfGreetingRow *
find_round (const GArray *rows, gint64 id)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_array_index (rows, HfGreetingRow, i).id == id)
      return &g_array_index (rows, HfGreetingRow, i);
  return NULL;
}

/* The nearest one with something to do; else the newest. */
static gint64
choose_round (const GArray *rows, gint64 wanted)
{
  gint64 chosen = 0;

  if (find_round (rows, wanted) != NULL)
    return wanted;
  for (guint i = 0; i < rows->len; i++)
    {
      const HfGreetingRow *row = &g_array_index (rows, HfGreetingRow, i);

      if (chosen == 0 || row->done + row->left_out < row->customers)
        chosen = row->id;
    }
  return chosen;
}

static gpointer
read_all (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *asked = data;
  Reading *reading = g_memdup2 (asked, sizeof *asked);

  reading->rows = hf_greetings_dup_rows (db, &reading->actor, MAX_ROUNDS, error);
  if (reading->rows != NULL)
    {
      reading->round = choose_round (reading->rows, reading->round);
      reading->ids =
          hf_greetings_dup_ids (db, &reading->actor, reading->round, reading->shown, error);
    }
  if (reading->ids == NULL)
    g_clear_pointer (&reading, reading_free);
  return reading;
}

const HfGreetingLine *
hf_greetings_page_get_line (HfGreetingsPage *self)
{
  HfGreetingItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? hf_greeting_item_get_line (item) : NULL;
}

const HfGreetingRow *
hf_greetings_page_get_round (HfGreetingsPage *self)
{
  return find_round (self->rows, self->round);
}

static void
show_line (HfGreetingsPage *self)
{
  hf_greeting_panel_show (self->panel, hf_greetings_page_get_line (self));
  hf_greetings_page_update_actions (self);
}

static void
show_round (HfGreetingsPage *self)
{
  const HfGreetingRow *row = hf_greetings_page_get_round (self);
  g_autofree char *progress = row != NULL ? hf_round_format_progress (row) : g_strdup ("");

  gtk_label_set_label (self->title, row != NULL ? row->title : "");
  gtk_label_set_label (self->progress, progress);
  gtk_progress_bar_set_fraction (self->bar, row != NULL ? hf_round_get_fraction (row) : 0);
  gtk_stack_set_visible_child_name (self->whole, row != NULL ? "round" : "empty");
}

static void
show_rounds (HfGreetingsPage *self)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (self->context));
  gint64 me = hf_app_context_get_staff (self->context);
  GtkListBoxRow *line;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const HfGreetingRow *row = &g_array_index (self->rows, HfGreetingRow, i);

      line = gtk_list_box_get_row_at_index (self->rounds, (int) i);
      if (line == NULL)
        {
          gtk_list_box_append (self->rounds, hf_round_row_new ());
          line = gtk_list_box_get_row_at_index (self->rounds, (int) i);
        }
      hf_round_row_show (GTK_WIDGET (line), row, today, row->staff_id != me);
      if (row->id == self->round)
        gtk_list_box_select_row (self->rounds, line);
    }
  while ((line = gtk_list_box_get_row_at_index (self->rounds, (int) self->rows->len)) != NULL)
    gtk_list_box_remove (self->rounds, GTK_WIDGET (line));
}

static void
select_place (HfGreetingsPage *self, guint place)
{
  guint n = hf_id_list_get_n_ids (self->list);

  self->place = n > 0 ? MIN (place, n - 1) : 0;
  self->selected = n > 0 ? hf_id_list_get_id (self->list, self->place) : 0;
  gtk_single_selection_set_selected (self->selection,
                                     n > 0 ? self->place : GTK_INVALID_LIST_POSITION);
}

/**
 * hf_greetings_page_focus_line:
 *
 * The chosen line comes into view and hears the keys.
 */
void
hf_greetings_page_focus_line (HfGreetingsPage *self)
{
  if (hf_id_list_get_n_ids (self->list) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", self->place);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
reload_item (gpointer item, gpointer data)
{
  hf_greeting_item_reload (item);
}

/* What was chosen stays chosen; where it went the next one comes to its place. */
static void
show_ids (HfGreetingsPage *self, GArray *ids)
{
  guint place = self->place;

  hf_id_list_set_ids (self->list, ids);
  hf_id_list_foreach_object (self->list, reload_item, NULL);
  if (self->selected != 0)
    hf_id_list_find (self->list, self->selected, &place);
  select_place (self, place);
  gtk_stack_set_visible_child_name (self->stack, ids->len > 0 ? "list" : "nobody");
}

static void
take (HfGreetingsPage *self, Reading *reading)
{
  gboolean another = self->round != reading->round;

  self->settling = TRUE;
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = g_array_ref (reading->rows);
  self->round = reading->round;
  hf_page_set_subject (HF_PAGE (self), self->round);
  if (another)
    self->place = 0, self->selected = 0;
  show_rounds (self);
  show_round (self);
  show_ids (self, reading->ids);
  self->settling = FALSE;
  show_line (self);
  if (self->arriving)
    hf_greetings_page_focus_line (self);
  self->arriving = FALSE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfGreetingsPage) self = data;
  g_autoptr (GError) error = NULL;
  Reading *reading = hf_store_call_finish (HF_STORE (source), result, &error);

  self->reading = FALSE;
  if (self->context == NULL)
    {
      g_clear_pointer (&reading, reading_free);
      return;
    }
  if (reading == NULL)
    hf_app_context_complain (self->context, error);
  else if (!self->stale)
    take (self, reading);
  g_clear_pointer (&reading, reading_free);
  if (self->stale)
    load (self);
}

/* One reading at a time: what comes meanwhile only leaves word that another one has to follow. */
static void
load (HfGreetingsPage *self)
{
  g_autoptr (GError) error = NULL;
  Reading asked = { .round = self->round };

  if (self->context == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = self->reading;
  if (self->reading)
    return;
  if (!hf_app_context_init_actor (self->context, &asked.actor, &error))
    {
      hf_app_context_complain (self->context, error);
      return;
    }
  asked.shown = (HfGreetingsShown) gtk_drop_down_get_selected (self->shown);
  self->reading = TRUE;
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_all,
                       g_memdup2 (&asked, sizeof asked), g_free, reading_free, NULL, on_read,
                       g_object_ref (self));
}

static void
on_shown_changed (HfGreetingsPage *self)
{
  if (self->settling)
    return;
  self->place = 0;
  self->selected = 0;
  load (self);
}

static void
on_round_selected (HfGreetingsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rounds);

  if (self->settling || row == NULL)
    return;
  hf_greetings_page_show_round (self, hf_round_row_get_id (GTK_WIDGET (row)));
}

static void
on_selected (HfGreetingsPage *self)
{
  if (self->settling)
    return;
  self->place = gtk_single_selection_get_selected (self->selection);
  self->selected = hf_id_list_get_id (self->list, self->place);
  show_line (self);
}

static void
on_activate (HfGreetingsPage *self, guint position)
{
  const HfGreetingLine *line = hf_greetings_page_get_line (self);

  if (line != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-customer", "x", line->customer_id);
}

static void
hf_greetings_page_map (GtkWidget *widget)
{
  HfGreetingsPage *self = HF_GREETINGS_PAGE (widget);

  GTK_WIDGET_CLASS (hf_greetings_page_parent_class)->map (widget);
  self->arriving = TRUE;
  load (self);
}

static GObject *
create_item (gint64 id, guint position, gpointer data)
{
  return G_OBJECT (hf_greeting_item_new (HF_GREETINGS_PAGE (data)->context, id));
}

static void
hf_greetings_page_set_context (HfPage *page, HfAppContext *context)
{
  HfGreetingsPage *self = HF_GREETINGS_PAGE (page);
  g_autoptr (GtkListItemFactory) factory = hf_greeting_rows_create_factory (context);

  self->context = g_object_ref (context);
  self->list = hf_id_list_new (HF_TYPE_GREETING_ITEM, create_item, self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  hf_greeting_panel_set_context (self->panel, context);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_store (context), "changed", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_settings (context), "changed::staff",
                           G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

static void
hf_greetings_page_page_init (HfPageInterface *iface)
{
  iface->set_context = hf_greetings_page_set_context;
}

static void
hf_greetings_page_dispose (GObject *object)
{
  HfGreetingsPage *self = HF_GREETINGS_PAGE (object);

  if (self->view != NULL && self->selection != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_greetings_page_parent_class)->dispose (object);
}

static void
hf_greetings_page_class_init (HfGreetingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_greetings_page_dispose;
  widget_class->map = hf_greetings_page_map;
  g_type_ensure (HF_TYPE_GREETING_PANEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/greetings/hf-greetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, whole);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, title);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, shown);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, view);
  gtk_widget_class_bind_template_child (widget_class, HfGreetingsPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, hf_greetings_page_on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_round_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_shown_changed);
}

static void
hf_greetings_page_init (HfGreetingsPage *self)
{
  hf_greetings_page_add_actions (self);
  self->settling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_selected (self->shown, HF_GREETINGS_OPEN);
  self->settling = FALSE;
}

/**
 * hf_greetings_page_show_round:
 * @round: 0 for the nearest one with something to do
 */
void
hf_greetings_page_show_round (HfGreetingsPage *self, gint64 round)
{
  g_return_if_fail (HF_IS_GREETINGS_PAGE (self));

  if (round != 0)
    self->round = round;
  self->place = 0;
  self->selected = 0;
  hf_page_set_subject (HF_PAGE (self), self->round);
  load (self);
}
