/* hf-matters-tab.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-matters-tab.h"

#include <glib/gi18n-lib.h>

#include "hf-follower.h"
#include "hf-id-list.h"
#include "hf-matter-item.h"
#include "hf-matter-view.h"

#define LIST_WIDTH (400)

/**
 * HfMattersTab:
 *
 * The list at the left, in SQL's order; at the right the one that is chosen, with its next step. It
 * keeps what is chosen.
 */
typedef struct
{
  HfAppContext *context;
  gint64 responsible;
  HfIdList *list;
  GtkSingleSelection *selection;
  GtkStack *stack;
  GtkListView *rows;
  HfMatterView *view;
  HfFollower *follower;
  gint64 selected;
  gboolean acting;   /* something was pressed for the chosen one */
  gboolean arriving; /* shown, and the rows are still to come */
  gboolean settling; /* what changes is not the person's doing */
} HfMattersTabPrivate;

static void hf_matters_tab_tab_init (HfCasesTabInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (HfMattersTab,
                                  hf_matters_tab,
                                  ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (HfMattersTab)
                                      G_IMPLEMENT_INTERFACE (HF_TYPE_CASES_TAB,
                                                             hf_matters_tab_tab_init))

/* What a reader's thread is asked. */
typedef struct
{
  HfCaseFilter filter;
  GArray *(*dup_ids) (HfDb *db, const HfCaseFilter *filter, GError **error);
} Request;

static HfMattersTabPrivate *
get_private (gpointer self)
{
  return hf_matters_tab_get_instance_private (self);
}

static HfMatter *
load_matter (gint64 id, gpointer data)
{
  HfMattersTabPrivate *priv = get_private (data);
  g_autoptr (GError) error = NULL;
  HfActor actor;

  if (!hf_app_context_init_actor (priv->context, &actor, &error))
    return NULL;
  return HF_MATTERS_TAB_GET_CLASS (data)->load (hf_app_context_get_reader (priv->context), id,
                                                &actor, &error);
}

static GObject *
create_item (gint64 id, guint position, gpointer data)
{
  return G_OBJECT (hf_matter_item_new (id, load_matter, data));
}

static const HfMatter *
get_matter (HfMattersTabPrivate *priv)
{
  HfMatterItem *item = gtk_single_selection_get_selected_item (priv->selection);

  return item != NULL ? hf_matter_item_get (item) : NULL;
}

static void
show_selected (HfMattersTab *self)
{
  HfMattersTabPrivate *priv = get_private (self);

  hf_matter_view_show (priv->view, get_matter (priv));
}

static void
reload (gpointer item, gpointer data)
{
  hf_matter_item_reload (item);
}

static void
focus_rows (HfMattersTabPrivate *priv, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (priv->rows), "list.scroll-to-item", "u", position);
  gtk_widget_grab_focus (GTK_WIDGET (priv->rows));
}

/* The chosen one stays chosen wherever it goes; once it is settled by what was pressed, the same
 * spot holds the next one. */
static guint
find_position (HfMattersTabPrivate *priv, guint before, guint n)
{
  guint position = GTK_INVALID_LIST_POSITION;
  gboolean found = priv->selected != 0 && hf_id_list_find (priv->list, priv->selected, &position);

  if (!found)
    return n > 0 ? 0 : GTK_INVALID_LIST_POSITION;
  if (priv->acting && before < n)
    {
      g_autoptr (HfMatterItem) item = g_list_model_get_item (G_LIST_MODEL (priv->list), position);
      const HfMatter *matter = hf_matter_item_get (item);

      if (matter != NULL && g_str_equal (matter->state_class, "ok"))
        return before;
    }
  return position;
}

static void
show_ids (HfMattersTab *self, GArray *ids)
{
  HfMattersTabPrivate *priv = get_private (self);
  guint position = gtk_single_selection_get_selected (priv->selection);

  priv->settling = TRUE;
  hf_id_list_set_ids (priv->list, ids);
  hf_id_list_foreach_object (priv->list, reload, NULL);
  position = find_position (priv, position, ids->len);
  priv->acting = FALSE;
  gtk_single_selection_set_selected (priv->selection, position);
  priv->selected = hf_id_list_get_id (priv->list, position);
  priv->settling = FALSE;
  gtk_stack_set_visible_child_name (priv->stack, ids->len > 0 ? "list" : "empty");
  show_selected (self);
  if (priv->arriving && ids->len > 0)
    focus_rows (priv, position);
  priv->arriving = FALSE;
}

static gpointer
read_ids (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return request->dup_ids (db, &request->filter, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfMattersTab) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = hf_store_call_finish (HF_STORE (source), result, &error);

  if (get_private (self)->context == NULL)
    return;
  if (ids != NULL)
    show_ids (self, ids);
  else
    hf_app_context_complain (get_private (self)->context, error);
}

static void
load (HfFollower *follower, gpointer self, gboolean arrived)
{
  HfMattersTabPrivate *priv = get_private (self);
  Request request = { hf_case_filter_for (priv->context, priv->responsible),
                      HF_MATTERS_TAB_GET_CLASS (self)->dup_ids };

  priv->arriving |= arrived;
  hf_follower_read (follower, read_ids, g_memdup2 (&request, sizeof request), g_free,
                    (GDestroyNotify) g_array_unref, on_read);
}

static void
on_selected (HfMattersTab *self)
{
  HfMattersTabPrivate *priv = get_private (self);

  if (priv->settling)
    return;
  priv->selected =
      hf_id_list_get_id (priv->list, gtk_single_selection_get_selected (priv->selection));
  show_selected (self);
}

static void
on_act (HfMattersTab *self, const char *name)
{
  const HfMatter *matter = get_matter (get_private (self));

  get_private (self)->acting = TRUE;
  if (matter != NULL)
    HF_MATTERS_TAB_GET_CLASS (self)->act (self, matter, name);
}

static void
on_check (HfMattersTab *self, int index, gboolean done)
{
  const HfMatter *matter = get_matter (get_private (self));

  if (matter != NULL && HF_MATTERS_TAB_GET_CLASS (self)->check != NULL)
    HF_MATTERS_TAB_GET_CLASS (self)->check (self, matter, index, done);
}

static void
on_card (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const HfMatter *matter = get_matter (get_private (widget));

  if (matter != NULL)
    gtk_widget_activate_action (widget, "win.show-customer", "x", matter->customer_id);
}

static void
on_activate (HfMattersTab *self)
{
  gtk_widget_child_focus (GTK_WIDGET (get_private (self)->view), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
create_list (HfMattersTab *self)
{
  HfMattersTabPrivate *priv = get_private (self);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  priv->rows = GTK_LIST_VIEW (gtk_list_view_new (NULL, hf_matter_item_create_factory ()));
  gtk_list_view_set_show_separators (priv->rows, TRUE);
  g_signal_connect_swapped (priv->rows, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (priv->rows));
  gtk_widget_set_size_request (scroll, LIST_WIDTH, -1);
  return scroll;
}

static void
hf_matters_tab_set_context (HfCasesTab *tab, HfAppContext *context)
{
  HfMattersTab *self = HF_MATTERS_TAB (tab);
  HfMattersTabPrivate *priv = get_private (self);

  priv->context = g_object_ref (context);
  priv->list = hf_id_list_new (HF_TYPE_MATTER_ITEM, create_item, self);
  priv->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (priv->list)));
  gtk_single_selection_set_autoselect (priv->selection, FALSE);
  gtk_list_view_set_model (priv->rows, GTK_SELECTION_MODEL (priv->selection));
  g_signal_connect_object (priv->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  priv->follower = hf_follower_new (self, context, load);
}

static void
hf_matters_tab_set_responsible (HfCasesTab *tab, gint64 staff)
{
  get_private (tab)->responsible = staff;
  hf_follower_wake (get_private (tab)->follower);
}

static const char *
hf_matters_tab_get_new_label (HfCasesTab *tab)
{
  const char *label = HF_MATTERS_TAB_GET_CLASS (tab)->new_label;

  return label != NULL ? _ (label) : NULL;
}

static void
hf_matters_tab_start_new (HfCasesTab *tab)
{
  if (HF_MATTERS_TAB_GET_CLASS (tab)->start_new != NULL)
    HF_MATTERS_TAB_GET_CLASS (tab)->start_new (HF_MATTERS_TAB (tab));
}

/* It comes with the next reading; the keyboard goes there, too. */
static void
hf_matters_tab_show_case (HfCasesTab *tab, gint64 id)
{
  HfMattersTabPrivate *priv = get_private (tab);

  priv->selected = id;
  priv->arriving = TRUE;
  hf_follower_wake (priv->follower);
}

static void
hf_matters_tab_tab_init (HfCasesTabInterface *iface)
{
  iface->set_context = hf_matters_tab_set_context;
  iface->set_responsible = hf_matters_tab_set_responsible;
  iface->get_new_label = hf_matters_tab_get_new_label;
  iface->start_new = hf_matters_tab_start_new;
  iface->show_case = hf_matters_tab_show_case;
}

static void
hf_matters_tab_dispose (GObject *object)
{
  HfMattersTabPrivate *priv = get_private (object);

  g_clear_object (&priv->follower);
  if (priv->selection != NULL && priv->rows != NULL)
    gtk_list_view_set_model (priv->rows, NULL);
  priv->rows = NULL;
  g_clear_object (&priv->selection);
  g_clear_object (&priv->list);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (hf_matters_tab_parent_class)->dispose (object);
}

static void
hf_matters_tab_class_init (HfMattersTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_matters_tab_dispose;
  gtk_widget_class_install_action (widget_class, "matter.card", NULL, on_card);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "matter.card",
                                       NULL);
}

/* The class of the finished object is not known yet: what an empty list says comes later. */
static void
on_realize (HfMattersTab *self, AdwStatusPage *page)
{
  adw_status_page_set_title (page, _ (HF_MATTERS_TAB_GET_CLASS (self)->empty));
}

static void
hf_matters_tab_init (HfMattersTab *self)
{
  HfMattersTabPrivate *priv = get_private (self);
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *empty = adw_status_page_new ();

  priv->stack = GTK_STACK (gtk_stack_new ());
  priv->view = g_object_new (HF_TYPE_MATTER_VIEW, "hexpand", TRUE, NULL);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "emblem-ok-symbolic");
  g_signal_connect (self, "realize", G_CALLBACK (on_realize), empty);
  gtk_box_append (GTK_BOX (pane), create_list (self));
  gtk_box_append (GTK_BOX (pane), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (pane), GTK_WIDGET (priv->view));
  gtk_stack_add_named (priv->stack, pane, "list");
  gtk_stack_add_named (priv->stack, empty, "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->stack));
  g_signal_connect_object (priv->view, "act", G_CALLBACK (on_act), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->view, "check", G_CALLBACK (on_check), self, G_CONNECT_SWAPPED);
}

/**
 * hf_matters_tab_get_context:
 *
 * Returns: (transfer none):
 */
HfAppContext *
hf_matters_tab_get_context (HfMattersTab *self)
{
  g_return_val_if_fail (HF_IS_MATTERS_TAB (self), NULL);

  return get_private (self)->context;
}
