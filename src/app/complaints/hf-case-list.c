/* hf-case-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-case-list.h"

#include <glib/gi18n-lib.h>

#include "hf-case-columns.h"
#include "hf-case-item.h"
#include "hf-cases-tab.h"
#include "hf-follower.h"
#include "hf-id-list.h"

/**
 * HfCaseList:
 *
 * Complaints in a column view over a vector of ids, sorted and filtered in SQL on a reader thread;
 * closed ones, of which there are many, only when asked for. Keeps its place and what is chosen.
 */
struct _HfCaseList
{
  AdwBin parent_instance;

  GtkDropDown *shown;
  GtkLabel *count;
  GtkStack *stack;
  GtkColumnView *view;

  HfAppContext *context;
  HfIdList *list;
  GtkSingleSelection *selection;
  HfComplaintQuery query;
  HfFollower *follower;
  gint64 selected;
  gboolean arriving; /* shown, and the lines are still to come */
  gboolean settling; /* what changes is not the person's doing */
};

G_DEFINE_FINAL_TYPE (HfCaseList, hf_case_list, ADW_TYPE_BIN)

static GObject *
create_item (gint64 id, guint position, gpointer data)
{
  return G_OBJECT (hf_case_item_new (HF_CASE_LIST (data)->context, id));
}

static void
reload (gpointer item, gpointer data)
{
  hf_case_item_reload (item);
}

static void
restore_selection (HfCaseList *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->selected == 0 || !hf_id_list_find (self->list, self->selected, &position))
    position = hf_id_list_get_n_ids (self->list) > 0 ? 0 : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
}

static void
show_ids (HfCaseList *self, GArray *ids)
{
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u complaint", "%u complaints", ids->len), ids->len);

  self->settling = TRUE;
  hf_id_list_set_ids (self->list, ids);
  hf_id_list_foreach_object (self->list, reload, NULL);
  restore_selection (self);
  self->settling = FALSE;
  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, ids->len > 0 ? "list" : "empty");
  if (self->arriving && ids->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->arriving = FALSE;
}

static gpointer
read_ids (HfDb *db, gpointer query, GCancellable *cancellable, GError **error)
{
  return hf_complaint_query_dup_ids (db, query, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCaseList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = hf_store_call_finish (HF_STORE (source), result, &error);

  if (self->context == NULL)
    return;
  if (ids != NULL)
    show_ids (self, ids);
  else
    hf_app_context_complain (self->context, error);
}

static void
load (HfFollower *follower, gpointer data, gboolean arrived)
{
  HfCaseList *self = data;

  self->arriving |= arrived;
  self->query.filter = hf_case_filter_for (self->context, self->query.filter.responsible_id);
  hf_follower_read (follower, read_ids, g_memdup2 (&self->query, sizeof self->query), g_free,
                    (GDestroyNotify) g_array_unref, on_read);
}

static void
on_selected (HfCaseList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->settling)
    self->selected = hf_id_list_get_id (self->list, position);
}

static void
on_activate (HfCaseList *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-complaint", "x",
                              hf_id_list_get_id (self->list, position));
}

static void
on_shown_changed (HfCaseList *self)
{
  if (self->context == NULL || self->settling)
    return;
  self->query.shown = (HfComplaintsShown) gtk_drop_down_get_selected (self->shown);
  g_settings_set_int (hf_app_context_get_settings (self->context), "complaints-shown",
                      (int) self->query.shown);
  hf_follower_wake (self->follower);
}

static void
on_sorter_changed (HfCaseList *self)
{
  GSettings *settings = hf_app_context_get_settings (self->context);
  HfComplaintSort sort;
  gboolean descending;

  if (self->settling || !hf_case_columns_get_sort (self->view, &sort, &descending))
    return;
  if (sort == self->query.sort && descending == self->query.descending)
    return;
  self->query.sort = sort;
  self->query.descending = descending;
  g_settings_set_int (settings, "complaints-sort", (int) sort);
  g_settings_set_boolean (settings, "complaints-descending", descending);
  hf_follower_wake (self->follower);
}

static void
hf_case_list_dispose (GObject *object)
{
  HfCaseList *self = HF_CASE_LIST (object);

  g_clear_object (&self->follower);
  if (self->view != NULL && self->selection != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_case_list_parent_class)->dispose (object);
}

static void
hf_case_list_class_init (HfCaseListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_case_list_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/complaints/hf-case-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCaseList, shown);
  gtk_widget_class_bind_template_child (widget_class, HfCaseList, count);
  gtk_widget_class_bind_template_child (widget_class, HfCaseList, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCaseList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_shown_changed);
}

static void
hf_case_list_init (HfCaseList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
restore_settings (HfCaseList *self, GSettings *settings)
{
  self->query.shown = (HfComplaintsShown) g_settings_get_int (settings, "complaints-shown");
  self->query.sort = (HfComplaintSort) g_settings_get_int (settings, "complaints-sort");
  self->query.descending = g_settings_get_boolean (settings, "complaints-descending");
  gtk_drop_down_set_selected (self->shown, (guint) self->query.shown);
}

void
hf_case_list_set_context (HfCaseList *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_CASE_LIST (self));

  self->settling = TRUE;
  self->context = g_object_ref (context);
  self->list = hf_id_list_new (HF_TYPE_CASE_ITEM, create_item, self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  hf_case_columns_add (self->view);
  restore_settings (self, hf_app_context_get_settings (context));
  hf_case_columns_sort_by (self->view, self->query.sort, self->query.descending);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
  self->settling = FALSE;
  self->follower = hf_follower_new (self, context, load);
}

/**
 * hf_case_list_set_responsible:
 * @staff: whose complaints, 0 for everybody's
 */
void
hf_case_list_set_responsible (HfCaseList *self, gint64 staff)
{
  g_return_if_fail (HF_IS_CASE_LIST (self));

  self->query.filter.responsible_id = staff;
  hf_follower_wake (self->follower);
}

/**
 * hf_case_list_show_closed:
 *
 * Shows those that are closed, the last one first.
 */
void
hf_case_list_show_closed (HfCaseList *self)
{
  g_return_if_fail (HF_IS_CASE_LIST (self));

  gtk_drop_down_set_selected (self->shown, HF_COMPLAINTS_CLOSED);
  hf_case_columns_sort_by (self->view, HF_COMPLAINT_SORT_CLOSED, TRUE);
}
