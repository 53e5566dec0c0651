/* hf-board-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-board-view.h"

#include <glib/gi18n-lib.h>

#include "hf-board-column.h"
#include "hf-case-move.h"
#include "hf-case-words.h"
#include "hf-cases-tab.h"
#include "hf-complaint-rules.h"
#include "hf-follower.h"

/**
 * HfBoardView:
 *
 * A column a stage, from received to resolved, and below them how deadlines stand (COMP-3, COMP-4).
 * One card is chosen on the whole board; it stays chosen where it goes.
 */
struct _HfBoardView
{
  AdwBin parent_instance;

  GtkBox *columns_box;
  GtkStack *stack;
  GtkImage *alarm;
  GtkLabel *late_label;
  GtkLabel *figures_label;
  GtkButton *closed_button;
  GtkWidget *trouble_box;
  GtkLabel *trouble;

  HfBoardColumn *columns[HF_CASE_CLOSED];
  HfAppContext *context;
  GSimpleActionGroup *actions;
  HfFollower *follower;
  gint64 responsible;
  gint64 selected;
  gboolean arriving; /* shown, and the cards are still to come */
  gboolean settling; /* the selection is not the person's */
};

G_DEFINE_FINAL_TYPE (HfBoardView, hf_board_view, ADW_TYPE_BIN)

static void
show_trouble (HfBoardView *self, const char *text)
{
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (self->trouble_box, text != NULL);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* The column in which a card is chosen, else the first that has any; %NULL on an empty board. */
static HfBoardColumn *
find_column (HfBoardView *self, guint *position)
{
  *position = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    if (hf_board_column_get_selected (self->columns[i], position) != 0)
      return self->columns[i];
  *position = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    if (hf_board_column_get_n (self->columns[i]) > 0)
      return self->columns[i];
  return NULL;
}

static void
on_selected (HfBoardView *self, HfBoardColumn *column)
{
  if (self->settling)
    return;
  self->settling = TRUE;
  self->selected = hf_board_column_get_selected (column, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    if (self->columns[i] != column)
      hf_board_column_select (self->columns[i], 0);
  self->settling = FALSE;
}

/* The chosen card stays chosen in the column to which it went, and takes the keyboard along. */
static void
restore_selection (HfBoardView *self, gboolean focused)
{
  HfBoardColumn *found = NULL;
  guint position;

  self->settling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    if (hf_board_column_select (self->columns[i], self->selected))
      found = self->columns[i];
  if (found != NULL && focused)
    {
      hf_board_column_get_selected (found, &position);
      hf_board_column_focus (found, position);
    }
  self->settling = FALSE;
}

static void
show_late (HfBoardView *self, const HfComplaintBoard *board)
{
  g_autofree char *late = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u past its deadline",
                                                        "%u past their deadline", board->n_late),
                                           board->n_late);
  g_autofree char *soon = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u due today or tomorrow",
                                                        "%u due today and tomorrow", board->n_soon),
                                           board->n_soon);
  g_autofree char *both = g_strdup_printf (_ ("%s, %s"), late, soon);

  gtk_widget_set_visible (GTK_WIDGET (self->alarm), board->n_late > 0);
  gtk_label_set_label (self->late_label, board->n_late > 0   ? both
                                         : board->n_soon > 0 ? soon
                                                             : _ ("All deadlines are kept"));
}

static void
show_figures (HfBoardView *self, const HfComplaintBoard *board)
{
  g_autofree char *closed = g_strdup_printf (_ ("Closed %u"), board->n_closed);
  g_autofree char *figures = NULL;

  if (board->n_closed_lately > 0)
    figures = g_strdup_printf (_ ("Last 30 days: %u closed · %u%% in time · %u.%u days on average"),
                               board->n_closed_lately,
                               board->n_kept_lately * 100 / board->n_closed_lately,
                               board->days_lately / 10, board->days_lately % 10);
  gtk_label_set_label (self->figures_label, figures != NULL ? figures : "");
  gtk_button_set_label (self->closed_button, closed);
  gtk_widget_set_visible (GTK_WIDGET (self->closed_button), board->n_closed > 0);
}

static void
focus_board (HfBoardView *self)
{
  guint position;
  HfBoardColumn *column = find_column (self, &position);

  if (column != NULL)
    hf_board_column_focus (column, position);
}

static void
show_board (HfBoardView *self, const HfComplaintBoard *board)
{
  gboolean focused = has_focus (GTK_WIDGET (self->columns_box));
  guint n = 0;

  self->settling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      g_autofree char *rule = hf_case_format_rule ((HfComplaintStage) i, &board->settings);

      hf_board_column_set_ids (self->columns[i], board->ids[i]);
      hf_board_column_set_rule (self->columns[i], rule);
      n += board->ids[i]->len;
    }
  self->settling = FALSE;
  restore_selection (self, focused);
  if (self->arriving)
    focus_board (self);
  self->arriving = FALSE;
  show_late (self, board);
  show_figures (self, board);
  gtk_stack_set_visible_child_name (self->stack, n > 0                    ? "board"
                                                 : self->responsible != 0 ? "no-match"
                                                                          : "empty");
}

static gpointer
read_board (HfDb *db, gpointer filter, GCancellable *cancellable, GError **error)
{
  return hf_complaint_board_load (db, filter, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfBoardView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaintBoard) board = hf_store_call_finish (HF_STORE (source), result, &error);

  if (self->context == NULL)
    return;
  if (board != NULL)
    show_board (self, board);
  else
    hf_app_context_complain (self->context, error);
}

static void
load (HfFollower *follower, gpointer data, gboolean arrived)
{
  HfBoardView *self = data;
  HfCaseFilter filter = hf_case_filter_for (self->context, self->responsible);

  self->arriving |= arrived;
  hf_follower_read (follower, read_board, g_memdup2 (&filter, sizeof filter), g_free,
                    (GDestroyNotify) hf_complaint_board_free, on_read);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (data), "win.show-complaint", parameter);
}

/* Shows to which columns the card may go, while it is dragged. */
static void
on_drag (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfBoardView *self = data;
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (HfComplaintRow) row =
      id != 0 ? hf_complaint_row_load (hf_app_context_get_reader (self->context), id, NULL) : NULL;

  if (id != 0)
    show_trouble (self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    hf_board_column_set_invites (self->columns[i],
                                 row != NULL && hf_complaint_may_move (row->stage, i));
}

static void
start_move (HfBoardView *self, gint64 id, HfComplaintStage to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaint) complaint =
      hf_complaint_load (hf_app_context_get_reader (self->context), id, &error);

  if (complaint != NULL && complaint->stage == to)
    return;
  if (complaint != NULL && hf_complaint_move_check_order (complaint->stage, to, &error))
    {
      show_trouble (self, NULL);
      self->selected = id;
      hf_case_move_ask (GTK_WIDGET (self), self->context, complaint, to);
    }
  else
    show_trouble (self, error->message);
}

static void
on_move (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gint64 id;
  int stage;

  g_variant_get (parameter, "(xi)", &id, &stage);
  start_move (data, id, (HfComplaintStage) stage);
}

/* The next stage, or back when the customer said no. */
static void
on_move_by (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfBoardView *self = data;
  guint position;
  HfBoardColumn *column = find_column (self, &position);
  gint64 id = column != NULL ? hf_board_column_get_selected (column, NULL) : 0;
  int to = column != NULL
               ? (int) hf_board_column_get_stage (column) + g_variant_get_int32 (parameter)
               : -1;

  if (id != 0 && to >= HF_CASE_RECEIVED && to <= HF_CASE_CLOSED)
    start_move (self, id, (HfComplaintStage) to);
}

/* To the nearest column at that side which has cards. */
static void
on_step (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfBoardView *self = data;
  int step = g_variant_get_int32 (parameter);
  guint position;
  HfBoardColumn *column = find_column (self, &position);
  int i = column != NULL ? (int) hf_board_column_get_stage (column) : -1;

  if (column == NULL)
    return;
  if (!has_focus (GTK_WIDGET (column)))
    {
      hf_board_column_focus (column, position);
      return;
    }
  for (i += step; i >= 0 && i < (int) G_N_ELEMENTS (self->columns); i += step)
    if (hf_board_column_get_n (self->columns[i]) > 0)
      {
        hf_board_column_focus (self->columns[i], position);
        return;
      }
}

static void
on_dismiss (HfBoardView *self)
{
  show_trouble (self, NULL);
}

/* The lists would take the arrows for themselves. */
static gboolean
on_key_pressed (HfBoardView *self, guint key, guint code, GdkModifierType state)
{
  int step = key == GDK_KEY_Right ? 1 : key == GDK_KEY_Left ? -1 : 0;
  gboolean moves = (state & GDK_CONTROL_MASK) != 0;

  if (step == 0 || (state & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), moves ? "move-by" : "step",
                                  g_variant_new_int32 (step));
  return GDK_EVENT_STOP;
}

static void
hf_board_view_dispose (GObject *object)
{
  HfBoardView *self = HF_BOARD_VIEW (object);

  g_clear_object (&self->follower);
  g_clear_object (&self->actions);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_board_view_parent_class)->dispose (object);
}

static void
hf_board_view_class_init (HfBoardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_board_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/complaints/hf-board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfBoardView, columns_box);
  gtk_widget_class_bind_template_child (widget_class, HfBoardView, stack);
  gtk_widget_class_bind_template_child (widget_class, HfBoardView, alarm);
  gtk_widget_class_bind_template_child (widget_class, HfBoardView, late_label);
  gtk_widget_class_bind_template_child (widget_class, HfBoardView, figures_label);
  gtk_widget_class_bind_template_child (widget_class, HfBoardView, closed_button);
  gtk_widget_class_bind_template_child (widget_class, HfBoardView, trouble_box);
  gtk_widget_class_bind_template_child (widget_class, HfBoardView, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
hf_board_view_init (HfBoardView *self)
{
  const GActionEntry entries[] = {
    { .name = "open", .activate = on_open, .parameter_type = "x" },
    { .name = "drag", .activate = on_drag, .parameter_type = "x" },
    { .name = "move", .activate = on_move, .parameter_type = "(xi)" },
    { .name = "move-by", .activate = on_move_by, .parameter_type = "i" },
    { .name = "step", .activate = on_step, .parameter_type = "i" },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (self->actions));
}

void
hf_board_view_set_context (HfBoardView *self, HfAppContext *context)
{
  g_return_if_fail (HF_IS_BOARD_VIEW (self));

  self->context = g_object_ref (context);
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      GtkWidget *column = hf_board_column_new (context, (HfComplaintStage) i);

      self->columns[i] = HF_BOARD_COLUMN (column);
      g_signal_connect_object (column, "selected", G_CALLBACK (on_selected), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->columns_box, column);
    }
  self->follower = hf_follower_new (self, context, load);
}

/**
 * hf_board_view_set_responsible:
 * @staff: whose complaints, 0 for everybody's
 */
void
hf_board_view_set_responsible (HfBoardView *self, gint64 staff)
{
  g_return_if_fail (HF_IS_BOARD_VIEW (self));

  self->responsible = staff;
  hf_follower_wake (self->follower);
}
