/* hf-today-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today-page-private.h"

#include <glib/gi18n-lib.h>

#include "hf-late-icons.h"
#include "hf-lunar.h"
#include "hf-today-row.h"
#include "hf-when.h"

/**
 * HfTodayPage:
 *
 * The list at the left, the visit panel at the right (WORK-1, VISIT-2). Reads the list on a reader
 * thread whenever somebody committed, a filter changed, or the minute came at which a line belongs
 * to another group; in between it does nothing, and nothing while it is not shown.
 */

static void hf_today_page_page_init (HfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfTodayPage,
                               hf_today_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_PAGE, hf_today_page_page_init))

static void load (HfTodayPage *self);

static HfTodayItem *
get_item (HfTodayPage *self, guint position)
{
  return g_list_model_get_item (hf_today_list_get_model (self->list), position);
}

gboolean
hf_today_page_is_work (HfTodayPage *self, guint position)
{
  g_autoptr (HfTodayItem) item = get_item (self, position);

  return item != NULL && !hf_today_item_is_heading (item);
}

/* The nearest follow-up from @position on, else before it. */
static guint
find_work (HfTodayPage *self, guint position)
{
  guint n = g_list_model_get_n_items (hf_today_list_get_model (self->list));

  for (guint i = position; i < n; i++)
    if (hf_today_page_is_work (self, i))
      return i;
  for (guint i = MIN (position, n); i > 0; i--)
    if (hf_today_page_is_work (self, i - 1))
      return i - 1;
  return GTK_INVALID_LIST_POSITION;
}

void
hf_today_page_select_position (HfTodayPage *self, guint position)
{
  self->settling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->settling = FALSE;
  self->position = position == GTK_INVALID_LIST_POSITION ? 0 : position;
}

void
hf_today_page_show_selected (HfTodayPage *self)
{
  HfTodayItem *item = gtk_single_selection_get_selected_item (self->selection);

  self->selected = item != NULL ? hf_today_item_get_id (item) : 0;
  hf_visit_panel_show (self->panel, self->selected);
}

void
hf_today_page_scroll_to (HfTodayPage *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
on_selection_changed (HfTodayPage *self)
{
  guint position;

  if (self->settling)
    return;
  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION && !hf_today_page_is_work (self, position))
    position = find_work (self, position);
  hf_today_page_select_position (self, position);
  self->wanted = 0;
  hf_today_page_show_selected (self);
}

/* What is due of a complaint is done in its case. */
static void
on_activate (HfTodayPage *self, guint position)
{
  g_autoptr (HfTodayItem) item = get_item (self, position);
  const HfWorkItem *work = item != NULL ? hf_today_item_get_work (item) : NULL;

  if (work != NULL && work->kind == HF_KIND_COMPLAINT)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.show-follow-up", "x", work->id);
}

/* After a change: the same follow-up where it still is to be done, else the one that has taken its
 * place. */
static void
restore_selection (HfTodayPage *self)
{
  gint64 id = self->wanted != 0 ? self->wanted : self->selected;
  guint position;
  g_autoptr (HfTodayItem) item = NULL;

  if (id != 0 && hf_today_list_find (self->list, id, &position))
    item = get_item (self, position);
  /* What somebody is writing about must not go with its line. */
  if (self->wanted == 0 && self->selected != 0 && hf_visit_panel_is_dirty (self->panel) &&
      (item == NULL || hf_today_item_get_group (item) == HF_TODAY_DONE))
    {
      hf_today_page_select_position (self, item != NULL ? position : GTK_INVALID_LIST_POSITION);
      hf_visit_panel_show (self->panel, self->selected);
      return;
    }
  /* What was just recorded has moved to the group of what is done; the next one takes its spot. */
  if (item == NULL || (self->wanted == 0 && hf_today_item_get_group (item) == HF_TODAY_DONE))
    position = find_work (self, self->position);
  hf_today_page_select_position (self, position);
  if (self->wanted != 0 && item != NULL)
    hf_today_page_scroll_to (self, position);
  else if (self->wanted != 0)
    {
      /* Not today's: the panel alone shows it. */
      hf_today_page_select_position (self, GTK_INVALID_LIST_POSITION);
      self->selected = self->wanted;
      hf_visit_panel_show (self->panel, self->wanted);
      return;
    }
  self->wanted = 0;
  hf_today_page_show_selected (self);
}

static void
update_edges (HfTodayPage *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  guint position = gtk_list_item_get_position (list_item);

  if (row == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  hf_today_row_set_edges (HF_TODAY_ROW (row),
                          position > 0 && !hf_today_page_is_work (self, position - 1),
                          !hf_today_page_is_work (self, position + 1));
}

static void
on_setup (HfTodayPage *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, GTK_WIDGET (hf_today_row_new (self->context)));
}

static void
on_position (GtkListItem *list_item, GParamSpec *pspec, HfTodayPage *self)
{
  update_edges (self, list_item);
}

static void
on_selected (GtkListItem *list_item)
{
  hf_today_row_set_selected (HF_TODAY_ROW (gtk_list_item_get_child (list_item)),
                             gtk_list_item_get_selected (list_item));
}

static void
on_bind (HfTodayPage *self, GtkListItem *list_item)
{
  HfTodayItem *item = gtk_list_item_get_item (list_item);
  gboolean heading = hf_today_item_is_heading (item);

  gtk_list_item_set_selectable (list_item, !heading);
  gtk_list_item_set_activatable (list_item, !heading);
  hf_today_row_set_item (HF_TODAY_ROW (gtk_list_item_get_child (list_item)), item);
  g_signal_connect (list_item, "notify::position", G_CALLBACK (on_position), self);
  g_signal_connect (list_item, "notify::selected", G_CALLBACK (on_selected), NULL);
  update_edges (self, list_item);
  on_selected (list_item);
}

static void
on_unbind (HfTodayPage *self, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (list_item, on_position, self);
  g_signal_handlers_disconnect_by_func (list_item, on_selected, NULL);
  hf_today_row_set_item (HF_TODAY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* A line's neighbours came or went: its corners may have to be round now. */
static void
update_all_edges (HfTodayPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      guint position;

      if (!HF_IS_TODAY_ROW (row) ||
          !hf_today_list_find (self->list, hf_today_row_get_id (HF_TODAY_ROW (row)), &position))
        continue;
      hf_today_row_set_edges (HF_TODAY_ROW (row),
                              position > 0 && !hf_today_page_is_work (self, position - 1),
                              !hf_today_page_is_work (self, position + 1));
    }
}

/**
 * hf_today_page_pop_up_menu:
 *
 * The chosen line's menu, for the keyboard.
 */
void
hf_today_page_pop_up_menu (HfTodayPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (HF_IS_TODAY_ROW (row) && hf_today_row_get_id (HF_TODAY_ROW (row)) == self->selected)
        hf_today_row_pop_up_menu (HF_TODAY_ROW (row));
    }
}

static gboolean
on_group_changes (gpointer data)
{
  HfTodayPage *self = data;

  self->timeout = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* One timeout for the next moment at which a line changes its group; none while the clock stands
 * still. */
static void
wait_for_change (HfTodayPage *self, HfMinute at)
{
  HfMinute now = hf_app_context_get_now (self->context);
  gint64 minutes = CLAMP (at - now, 1, HF_MINUTES_A_DAY);

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_seconds ((guint) minutes * 60, on_group_changes, self);
}

static void
show_progress (HfTodayPage *self, const HfToday *today)
{
  g_autofree char *text = g_strdup_printf (_ ("Today %u/%u"), today->n_done, today->n_all);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress,
                                 today->n_all > 0 ? (double) today->n_done / today->n_all : 0);
}

static void
show_today (HfTodayPage *self, const HfToday *today)
{
  guint n;

  self->settling = TRUE;
  hf_today_list_set_today (self->list, today);
  self->settling = FALSE;
  update_all_edges (self);
  restore_selection (self);
  show_progress (self, today);
  n = g_list_model_get_n_items (hf_today_list_get_model (self->list));
  gtk_stack_set_visible_child_name (self->stack, n > 0                             ? "list"
                                                 : hf_today_page_has_filter (self) ? "no-match"
                                                                                   : "empty");
  wait_for_change (self, today->changes_at);
  if (!self->loaded)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  self->loaded = TRUE;
  hf_page_emit_heading_changed (HF_PAGE (self));
}

static gpointer
read_today (HfDb *db, gpointer filter, GCancellable *cancellable, GError **error)
{
  return hf_today_load (db, filter, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfToday) today = hf_store_call_finish (HF_STORE (source), result, &error);

  if (today != NULL && self->context != NULL)
    show_today (self, today);
  else if (error != NULL && self->context != NULL)
    hf_app_context_complain (self->context, error);
}

/* Also while another page is shown: the sidebar's number is seen beside every page. */
static void
load (HfTodayPage *self)
{
  HfTodayFilter filter;

  if (self->context == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hf_today_page_show_scope (self);
  filter = hf_today_page_get_filter (self);
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_today,
                       g_memdup2 (&filter, sizeof filter), g_free, (GDestroyNotify) hf_today_free,
                       self->cancellable, on_read, g_object_ref (self));
}

static void
on_filter_changed (HfTodayPage *self)
{
  if (self->context == NULL)
    return;
  hf_today_page_save_filter (self);
  load (self);
}

/* Up and Down pass over headings, which the list itself would stop at. */
static gboolean
on_key_pressed (HfTodayPage *self, guint key, guint code, GdkModifierType state)
{
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "step",
                                  g_variant_new_int32 (step));
  return GDK_EVENT_STOP;
}

static void
hf_today_page_set_context (HfPage *page, HfAppContext *context)
{
  HfTodayPage *self = HF_TODAY_PAGE (page);

  hf_today_page_restore_filter (self, hf_app_context_get_settings (context));
  self->context = g_object_ref (context);
  hf_visit_panel_set_context (self->panel, context);
  self->list = hf_today_list_new (context);
  self->selection = gtk_single_selection_new (g_object_ref (hf_today_list_get_model (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_store (context), "changed", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_settings (context), "changed::staff",
                           G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

static guint
hf_today_page_get_n_waiting (HfPage *page)
{
  HfTodayPage *self = HF_TODAY_PAGE (page);

  return self->list != NULL ? hf_today_list_get_n_open (self->list) : 0;
}

/* The day with its lunar date (CAL-3). */
static char *
hf_today_page_dup_subtitle (HfPage *page)
{
  HfDay today = hf_minute_get_day (hf_app_context_get_now (HF_TODAY_PAGE (page)->context));
  g_autofree char *solar = hf_when_format_heading (today);
  g_autofree char *chinese = NULL;
  HfLunarDate lunar;

  if (!hf_lunar_from_day (today, &lunar))
    return g_steal_pointer (&solar);
  chinese = hf_lunar_format_chinese (&lunar);
  return g_strdup_printf ("%s · %s", solar, chinese);
}

static GArray *
hf_today_page_dup_customers (HfPage *page)
{
  return hf_today_list_dup_customers (HF_TODAY_PAGE (page)->list);
}

static void
hf_today_page_page_init (HfPageInterface *iface)
{
  iface->set_context = hf_today_page_set_context;
  iface->dup_subtitle = hf_today_page_dup_subtitle;
  iface->get_n_waiting = hf_today_page_get_n_waiting;
  iface->dup_customers = hf_today_page_dup_customers;
}

static void
hf_today_page_dispose (GObject *object)
{
  HfTodayPage *self = HF_TODAY_PAGE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->list_view != NULL && self->selection != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_today_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/ui/today/hf-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, scope);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, channel);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, callable);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, progress);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, flap);
  gtk_widget_class_bind_template_child (widget_class, HfTodayPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
hf_today_page_class_init (HfTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_today_page_dispose;
  g_type_ensure (HF_TYPE_VISIT_PANEL);
  bind_template (widget_class);
  hf_today_page_add_shortcuts (widget_class);
}

static void
hf_today_page_init (HfTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_late_icons_wait (self->stack);
  hf_today_page_add_actions (self);
}

/**
 * hf_today_page_show_follow_up:
 *
 * Selects it in the list; one that is not today's is shown in the panel alone.
 */
void
hf_today_page_show_follow_up (HfTodayPage *self, gint64 id)
{
  g_return_if_fail (HF_IS_TODAY_PAGE (self));

  self->wanted = id;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  load (self);
}
