/* hf-complaints-tab.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaints-tab.h"

#include <glib/gi18n-lib.h>

#include "hf-board-view.h"
#include "hf-case-list.h"
#include "hf-intake-window.h"

/**
 * HfComplaintsTab:
 *
 * The board or the list, whichever was looked at last.
 */
struct _HfComplaintsTab
{
  AdwBin parent_instance;

  GtkStack *stack;
  HfBoardView *board;
  HfCaseList *list;

  HfAppContext *context;
  GSimpleActionGroup *actions;
};

static void hf_complaints_tab_tab_init (HfCasesTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfComplaintsTab,
                               hf_complaints_tab,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_CASES_TAB,
                                                      hf_complaints_tab_tab_init))

static void
on_change_view (GSimpleAction *action, GVariant *state, gpointer data)
{
  HfComplaintsTab *self = data;
  const char *name = g_variant_get_string (state, NULL);

  g_simple_action_set_state (action, state);
  gtk_stack_set_visible_child_name (self->stack, name);
  g_settings_set_string (hf_app_context_get_settings (self->context), "complaints-view", name);
}

static void
on_show_closed (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfComplaintsTab *self = data;

  hf_case_list_show_closed (self->list);
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "view",
                                      g_variant_new_string ("list"));
}

static GtkWidget *
create_toggle (const char *label, const char *view)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, "hf-seg");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "complaints.view");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_string (view));
  return button;
}

static GtkWidget *
hf_complaints_tab_create_tools (HfCasesTab *tab)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_insert_action_group (box, "complaints",
                                  G_ACTION_GROUP (HF_COMPLAINTS_TAB (tab)->actions));
  gtk_box_append (GTK_BOX (box), create_toggle (_ ("Board"), "board"));
  gtk_box_append (GTK_BOX (box), create_toggle (_ ("List"), "list"));
  return box;
}

static void
hf_complaints_tab_set_context (HfCasesTab *tab, HfAppContext *context)
{
  HfComplaintsTab *self = HF_COMPLAINTS_TAB (tab);
  g_autofree char *view = NULL;

  self->context = g_object_ref (context);
  hf_board_view_set_context (self->board, context);
  hf_case_list_set_context (self->list, context);
  view = g_settings_get_string (hf_app_context_get_settings (context), "complaints-view");
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "view",
                                      g_variant_new_string (view));
}

static void
hf_complaints_tab_set_responsible (HfCasesTab *tab, gint64 staff)
{
  hf_board_view_set_responsible (HF_COMPLAINTS_TAB (tab)->board, staff);
  hf_case_list_set_responsible (HF_COMPLAINTS_TAB (tab)->list, staff);
}

static const char *
hf_complaints_tab_get_new_label (HfCasesTab *tab)
{
  return _ ("_New Complaint");
}

static void
hf_complaints_tab_start_new (HfCasesTab *tab)
{
  hf_intake_window_show (GTK_WIDGET (tab), HF_COMPLAINTS_TAB (tab)->context);
}

static void
hf_complaints_tab_tab_init (HfCasesTabInterface *iface)
{
  iface->set_context = hf_complaints_tab_set_context;
  iface->set_responsible = hf_complaints_tab_set_responsible;
  iface->create_tools = hf_complaints_tab_create_tools;
  iface->get_new_label = hf_complaints_tab_get_new_label;
  iface->start_new = hf_complaints_tab_start_new;
}

static void
hf_complaints_tab_dispose (GObject *object)
{
  HfComplaintsTab *self = HF_COMPLAINTS_TAB (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_complaints_tab_parent_class)->dispose (object);
}

static void
hf_complaints_tab_class_init (HfComplaintsTabClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_complaints_tab_dispose;
}

static void
hf_complaints_tab_init (HfComplaintsTab *self)
{
  const GActionEntry entries[] = {
    { .name = "show-closed", .activate = on_show_closed },
    { .name = "view", .parameter_type = "s", .state = "'board'", .change_state = on_change_view },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "complaints", G_ACTION_GROUP (self->actions));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->board = g_object_new (HF_TYPE_BOARD_VIEW, NULL);
  self->list = g_object_new (HF_TYPE_CASE_LIST, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->board), "board");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), "list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
