/* hf-board-column.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-board-column.h"

#include <glib/gi18n-lib.h>

#include "hf-case-card.h"
#include "hf-id-list.h"

/**
 * HfBoardColumn:
 *
 * The stage's name, how many complaints are in it and by when they must leave it; below them the
 * cards, in a list view: as many widgets as are seen. A card that is dropped here asks for
 * `board.move`, one that is entered for `board.open`.
 */
struct _HfBoardColumn
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *rule;
  GtkListView *list_view;

  HfAppContext *context;
  HfComplaintStage stage;
  HfIdList *list;
  GtkSingleSelection *selection;
};

enum
{
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfBoardColumn, hf_board_column, ADW_TYPE_BIN)

static GObject *
create_item (gint64 id, guint position, gpointer data)
{
  return G_OBJECT (hf_case_item_new (HF_BOARD_COLUMN (data)->context, id));
}

static void
on_setup (HfBoardColumn *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, hf_case_card_new ());
}

static void
on_bind (HfBoardColumn *self, GtkListItem *list_item)
{
  hf_case_card_set_item (HF_CASE_CARD (gtk_list_item_get_child (list_item)),
                         gtk_list_item_get_item (list_item));
}

static void
on_unbind (HfBoardColumn *self, GtkListItem *list_item)
{
  hf_case_card_set_item (HF_CASE_CARD (gtk_list_item_get_child (list_item)), NULL);
}

static void
on_activate (HfBoardColumn *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "board.open", "x",
                              hf_id_list_get_id (self->list, position));
}

static void
on_selected (HfBoardColumn *self)
{
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SELECTED], 0);
}

static gboolean
on_drop (HfBoardColumn *self, const GValue *value)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "board.move", "(xi)", g_value_get_int64 (value),
                              (int) self->stage);
  return TRUE;
}

static void
hf_board_column_dispose (GObject *object)
{
  HfBoardColumn *self = HF_BOARD_COLUMN (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_board_column_parent_class)->dispose (object);
}

static void
hf_board_column_class_init (HfBoardColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_board_column_dispose;

  /**
   * HfBoardColumn::selected:
   *
   * A card here was chosen; those in other columns no longer are.
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/complaints/hf-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, HfBoardColumn, box);
  gtk_widget_class_bind_template_child (widget_class, HfBoardColumn, title);
  gtk_widget_class_bind_template_child (widget_class, HfBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, HfBoardColumn, rule);
  gtk_widget_class_bind_template_child (widget_class, HfBoardColumn, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
hf_board_column_init (HfBoardColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (self->box, GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
hf_board_column_new (HfAppContext *context, HfComplaintStage stage)
{
  HfBoardColumn *self = g_object_new (HF_TYPE_BOARD_COLUMN, NULL);
  const char *title = hf_domain_get_label (HF_DOMAIN_COMPLAINT_STAGE, (int) stage);

  self->context = g_object_ref (context);
  self->stage = stage;
  self->list = hf_id_list_new (HF_TYPE_CASE_ITEM, create_item, self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  return GTK_WIDGET (self);
}

HfComplaintStage
hf_board_column_get_stage (HfBoardColumn *self)
{
  g_return_val_if_fail (HF_IS_BOARD_COLUMN (self), HF_CASE_RECEIVED);

  return self->stage;
}

static void
reload (gpointer item, gpointer data)
{
  hf_case_item_reload (item);
}

/**
 * hf_board_column_set_ids:
 * @ids: (element-type gint64): in their order
 *
 * Cards that stay keep their widget, and the view its place.
 */
void
hf_board_column_set_ids (HfBoardColumn *self, GArray *ids)
{
  g_autofree char *count = NULL;

  g_return_if_fail (HF_IS_BOARD_COLUMN (self));

  hf_id_list_set_ids (self->list, ids);
  hf_id_list_foreach_object (self->list, reload, NULL);
  count = g_strdup_printf ("%u", ids->len);
  gtk_label_set_label (self->count, count);
}

void
hf_board_column_set_rule (HfBoardColumn *self, const char *rule)
{
  g_return_if_fail (HF_IS_BOARD_COLUMN (self));

  gtk_label_set_label (self->rule, rule);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rule), rule);
}

/**
 * hf_board_column_show_time:
 *
 * A minute went by.
 */
void
hf_board_column_show_time (HfBoardColumn *self)
{
  g_return_if_fail (HF_IS_BOARD_COLUMN (self));

  hf_id_list_foreach_object (self->list, reload, NULL);
}

/**
 * hf_board_column_set_invites:
 * @invites: the card that is being dragged may be dropped here
 */
void
hf_board_column_set_invites (HfBoardColumn *self, gboolean invites)
{
  g_return_if_fail (HF_IS_BOARD_COLUMN (self));

  if (invites)
    gtk_widget_add_css_class (self->box, "invites");
  else
    gtk_widget_remove_css_class (self->box, "invites");
}

guint
hf_board_column_get_n (HfBoardColumn *self)
{
  g_return_val_if_fail (HF_IS_BOARD_COLUMN (self), 0);

  return hf_id_list_get_n_ids (self->list);
}

/**
 * hf_board_column_get_selected:
 * @position: (out) (optional): where it stands
 *
 * Returns: the chosen complaint, 0 for none
 */
gint64
hf_board_column_get_selected (HfBoardColumn *self, guint *position)
{
  guint selected;

  g_return_val_if_fail (HF_IS_BOARD_COLUMN (self), 0);

  selected = gtk_single_selection_get_selected (self->selection);
  if (position != NULL)
    *position = selected;
  return selected != GTK_INVALID_LIST_POSITION ? hf_id_list_get_id (self->list, selected) : 0;
}

/**
 * hf_board_column_select:
 * @id: 0 for none
 *
 * Returns: whether it stands in this column
 */
gboolean
hf_board_column_select (HfBoardColumn *self, gint64 id)
{
  guint position = GTK_INVALID_LIST_POSITION;
  gboolean found;

  g_return_val_if_fail (HF_IS_BOARD_COLUMN (self), FALSE);

  found = id != 0 && hf_id_list_find (self->list, id, &position);
  gtk_single_selection_set_selected (self->selection, position);
  return found;
}

/**
 * hf_board_column_focus:
 * @position: beyond the end: the last one
 *
 * Chooses the card and gives it the keyboard.
 */
void
hf_board_column_focus (HfBoardColumn *self, guint position)
{
  guint n = hf_board_column_get_n (self);

  if (n == 0)
    return;
  position = MIN (position, n - 1);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
