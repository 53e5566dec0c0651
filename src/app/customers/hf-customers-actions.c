/* hf-customers-actions.c: what one can do on the Customers page
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-columns.h"
#include "hf-customers-bulk.h"
#include "hf-customers-page-private.h"
#include "hf-export-run.h"
#include "hf-greeting-dialog.h"
#include "hf-handover-dialog.h"
#include "hf-invite-dialog.h"
#include "hf-new-customer.h"
#include "hf-place.h"
#include "hf-segment.h"

static gint64
get_only (HfCustomersPage *self)
{
  g_autoptr (GArray) ids = hf_customers_page_dup_selected (self);

  return ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-customer", "x", get_only (self));
}

static void
on_pack (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;

  hf_handover_show_pack (GTK_WIDGET (self), self->context, get_only (self));
}

static void
on_hand_over (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;
  g_autoptr (GArray) ids = hf_customers_page_dup_selected (self);

  hf_handover_ask (GTK_WIDGET (self), self->context, ids, NULL);
}

static void
on_tag (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;
  g_autoptr (GArray) ids = hf_customers_page_dup_selected (self);

  hf_customers_ask_tag (GTK_WIDGET (self), self->context, ids);
}

static void
on_enrol (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;
  g_autoptr (GArray) ids = hf_customers_page_dup_selected (self);

  hf_customers_ask_plan (GTK_WIDGET (self), self->context, ids);
}

static void
on_greet (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;
  g_autoptr (GArray) ids = hf_customers_page_dup_selected (self);

  hf_greeting_ask (GTK_WIDGET (self), self->context, ids);
}

static void
on_invite (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;
  g_autoptr (GArray) ids = hf_customers_page_dup_selected (self);

  hf_invite_ask (GTK_WIDGET (self), self->context, ids);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;
  g_autoptr (GArray) ids = hf_customers_page_dup_selected (self);

  hf_export_ask (GTK_WIDGET (self), self->context, ids);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;

  hf_new_customer_show (GTK_WIDGET (self), self->context);
}

static void
on_select_none (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  hf_customers_page_focus_list (self);
}

/* Takes back the last thing first: who is selected, then what was searched for. */
static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  HfCustomersPage *self = HF_CUSTOMERS_PAGE (widget);
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (!gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (widget, "customers.select-none", NULL);
  else if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_show_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_customers_page_set_filter (data, hf_customer_filter_new ());
  hf_customers_page_focus_list (data);
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
on_save_segment (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_customers_page_ask_segment_name (data);
}

static void
on_delete_segment (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  hf_customers_page_delete_segment (data);
}

/* The empty name stands for all customers. */
static void
on_segment (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;
  HfDb *db = hf_app_context_get_reader (self->context);
  const char *name = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  HfCustomerFilter *filter;

  if (*name == '\0')
    {
      hf_customers_page_set_filter (self, hf_customer_filter_new ());
      return;
    }
  json = hf_segment_dup_filter (db, name, &error);
  filter = json != NULL ? hf_customer_filter_parse (db, json, &error) : NULL;
  if (filter != NULL)
    hf_customers_page_set_filter (self, filter);
  else
    hf_app_context_complain (self->context, error);
}

/* The line that has the focus: Shift+F10, Menu. */
static void
on_menu (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkListItem *line = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    line = hf_customer_columns_find_line (focus);
  if (line == NULL)
    return;
  if (!gtk_list_item_get_selected (line))
    hf_customers_page_select_only (self, gtk_list_item_get_position (line));
  hf_customers_page_pop_up (self, focus);
}

static void
on_columns_menu (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (HF_CUSTOMERS_PAGE (data)->columns_button);
}

/* The headers follow, and what they say is asked for. */
static void
on_sort (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;
  HfCustomerSort sort;

  if (hf_customer_sort_parse (g_variant_get_string (parameter, NULL), &sort))
    hf_customer_columns_sort_by (self->view, sort, self->descending);
  hf_customers_page_focus_list (self);
}

static void
on_descending (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCustomersPage *self = data;

  hf_customer_columns_sort_by (self->view, self->sort, !self->descending);
  hf_customers_page_focus_list (self);
}

/**
 * hf_customers_page_show_order:
 *
 * The menu says by what the list is sorted.
 */
void
hf_customers_page_show_order (HfCustomersPage *self)
{
  GActionMap *map = G_ACTION_MAP (self->actions);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "sort")),
                             g_variant_new_string (hf_customer_sort_get_nick (self->sort)));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "descending")),
                             g_variant_new_boolean (self->descending));
}

static const GActionEntry entries[] = {
  { .name = "open", .activate = on_open },
  { .name = "pack", .activate = on_pack },
  { .name = "hand-over", .activate = on_hand_over },
  { .name = "tag", .activate = on_tag },
  { .name = "enrol", .activate = on_enrol },
  { .name = "greet", .activate = on_greet },
  { .name = "invite", .activate = on_invite },
  { .name = "export", .activate = on_export },
  { .name = "new", .activate = on_new },
  { .name = "select-none", .activate = on_select_none },
  { .name = "show-all", .activate = on_show_all },
  { .name = "search", .activate = on_search },
  { .name = "save-segment", .activate = on_save_segment },
  { .name = "delete-segment", .activate = on_delete_segment },
  { .name = "segment", .activate = on_segment, .parameter_type = "s", .state = "''" },
  { .name = "menu", .activate = on_menu },
  { .name = "columns-menu", .activate = on_columns_menu },
  { .name = "sort", .activate = on_sort, .parameter_type = "s", .state = "''" },
  { .name = "descending", .activate = on_descending, .state = "false" },
};

/**
 * hf_customers_page_add_actions:
 *
 * `customers.…`: everything that a button, a menu or a key of the page does.
 */
void
hf_customers_page_add_actions (HfCustomersPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "customers", G_ACTION_GROUP (self->actions));
}

static void
set_enabled (HfCustomersPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * hf_customers_page_update_actions:
 *
 * What can be done depends on how many are selected, and by whom (ROLE-1).
 */
void
hf_customers_page_update_actions (HfCustomersPage *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n = gtk_bitset_get_size (selected);
  HfActor actor = { .role = HF_ROLE_AGENT };

  hf_app_context_init_actor (self->context, &actor, NULL);
  set_enabled (self, "open", n == 1);
  set_enabled (self, "pack", n == 1);
  set_enabled (self, "hand-over", n > 0);
  set_enabled (self, "tag", n > 0);
  set_enabled (self, "enrol", n > 0);
  set_enabled (self, "greet", n > 0 && actor.role != HF_ROLE_EXPERT);
  set_enabled (self, "invite", n > 0 && actor.role != HF_ROLE_EXPERT);
  set_enabled (self, "export", n > 0 && actor.role == HF_ROLE_MANAGER);
  set_enabled (self, "select-none", n > 0);
}

void
hf_customers_page_add_shortcuts (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_n, GDK_CONTROL_MASK, "customers.new" },
    { GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "customers.hand-over" },
    { GDK_KEY_t, GDK_CONTROL_MASK, "customers.tag" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "customers.export" },
    { GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "customers.invite" },
    { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "customers.search" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "customers.menu" },
    { GDK_KEY_Menu, 0, "customers.menu" },
    { GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "customers.columns-menu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
set_bar (HfCustomersPage *self, gboolean visible)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->selection_bar)) == visible)
    return;
  hf_place_hold (gtk_scrolled_window_get_vadjustment (self->scroller));
  gtk_widget_set_visible (GTK_WIDGET (self->selection_bar), visible);
  hf_page_emit_heading_changed (HF_PAGE (self));
}

static void
on_bar_due (gpointer data)
{
  HfCustomersPage *self = data;

  self->bar = 0;
  set_bar (self, TRUE);
}

/**
 * hf_customers_page_show_bar:
 *
 * The bar covers the last lines, so it waits until a second click would come too late to open the
 * card that was clicked on.
 */
void
hf_customers_page_show_bar (HfCustomersPage *self, gboolean show)
{
  int wait;

  g_clear_handle_id (&self->bar, g_source_remove);
  if (!show)
    set_bar (self, FALSE);
  else if (!gtk_widget_get_visible (GTK_WIDGET (self->selection_bar)))
    {
      g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &wait,
                    NULL);
      self->bar = g_timeout_add_once ((guint) wait, on_bar_due, self);
    }
}
