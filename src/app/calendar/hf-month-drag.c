/* hf-month-drag.c: what is on one day of the month, taken to another
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-calendar-move.h"
#include "hf-month-view-private.h"

static const HfMoveDay *
get_move (HfMonthView *self, HfDay day)
{
  guint i = (guint) (day - self->from);

  if (self->preview == NULL || day < self->from || i >= self->preview->len)
    return NULL;
  return &g_array_index (self->preview, HfMoveDay, i);
}

/* Each day says beforehand whether it is possible, and how full it would be. */
static void
show_moves (HfMonthView *self)
{
  for (guint i = 0; i < HF_N_CELLS; i++)
    {
      HfMonthCell *cell = HF_MONTH_CELL (self->cells[i]);
      HfDay day = hf_month_cell_get_day (cell);

      hf_month_cell_set_move (cell, get_move (self, day),
                              self->target != HF_DAY_NONE && day == self->target);
    }
}

static void
tell (HfMonthView *self)
{
  const HfMoveDay *move = get_move (self, self->target);
  const HfCalendarDay *day = self->range != NULL && move != NULL
                                 ? hf_calendar_range_get_day (self->range, self->target)
                                 : NULL;
  g_autofree char *text = NULL;
  HfMonthCell *cell = hf_month_view_get_cell (self, self->target);

  if (self->moved == NULL)
    {
      hf_calendar_view_emit_status (HF_CALENDAR_VIEW (self), NULL);
      return;
    }
  if (day == NULL)
    text = g_strdup_printf (_ ("%s: choose a day"), self->moved_name);
  else
    text = hf_calendar_describe_move (self->moved_name, move, day->load, day->capacity);
  hf_calendar_view_emit_status (HF_CALENDAR_VIEW (self), text);
  /* The day has the focus: what is said about it is read out with it. */
  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
}

static void
on_preview (GArray *days, const GError *error, gpointer data)
{
  HfMonthView *self = data;
  g_autoptr (GArray) old = days;

  if (error != NULL && self->model != NULL && self->moved != NULL)
    {
      hf_app_context_complain (hf_calendar_model_get_context (self->model), error);
      hf_month_view_end_move (self);
    }
  if (days == NULL || self->moved == NULL || days->len == 0 ||
      g_array_index (days, HfMoveDay, 0).day != self->from)
    return;
  old = g_steal_pointer (&self->preview);
  self->preview = days;
  show_moves (self);
  tell (self);
  if (self->drop_wanted && !hf_month_view_drop (self) && self->foreign)
    hf_month_view_end_move (self);
}

/**
 * hf_month_view_renew_preview:
 *
 * Another month is shown, or somebody changed something, while something is being moved.
 */
void
hf_month_view_renew_preview (HfMonthView *self)
{
  if (self->moved == NULL)
    return;
  for (guint i = 0; i < HF_N_CELLS; i++)
    hf_month_cell_set_move (HF_MONTH_CELL (self->cells[i]), NULL, FALSE);
  g_clear_pointer (&self->preview, g_array_unref);
  hf_calendar_preview (hf_calendar_model_get_context (self->model), self->moved, self->from,
                       self->from + self->n_weeks * HF_DAYS_A_WEEK - 1, on_preview,
                       G_OBJECT (self));
}

static gboolean
take (HfMonthView *self, GArray *ids, char *name, gboolean by_keys)
{
  g_autoptr (GArray) taken = ids;
  g_autofree char *whose = name;

  if (taken->len == 0)
    return FALSE;
  hf_month_view_end_move (self);
  self->moved_name = g_steal_pointer (&whose);
  self->moved = g_steal_pointer (&taken);
  self->by_keys = by_keys;
  hf_month_view_renew_preview (self);
  tell (self);
  return TRUE;
}

/**
 * hf_month_view_begin_move:
 * @chip: (nullable): what is taken, with all that is selected if it is; %NULL: what is selected
 *
 * Returns: %FALSE when there is nothing that can be moved
 */
gboolean
hf_month_view_begin_move (HfMonthView *self, HfCalendarChip *chip, gboolean by_keys)
{
  const HfCalendarItem *item = chip != NULL ? hf_calendar_chip_get_item (chip) : NULL;
  GArray *ids = hf_calendar_selection_dup_ids (self->selected, item);

  if (ids->len == 0 && item != NULL)
    hf_calendar_say_fixed (HF_CALENDAR_VIEW (self), hf_calendar_model_get_context (self->model),
                           item);
  return take (self, ids, hf_calendar_dup_moved_name (ids, item), by_keys);
}

/* What comes from the list beside the calendar is shown on the days like what lies on one. */
static void
take_dragged (HfMonthView *self, const GValue *value)
{
  char *name = NULL;
  GArray *ids;

  if (hf_calendar_drag_is_cancelled ())
    hf_month_view_end_move (self);
  if (self->moved != NULL)
    return;
  ids = hf_calendar_dup_dragged (value, &name);
  self->foreign = take (self, ids, name, FALSE);
}

void
hf_month_view_set_target (HfMonthView *self, HfDay day)
{
  if (self->target == day || self->moved == NULL)
    return;
  self->target = day;
  show_moves (self);
  tell (self);
}

void
hf_month_view_end_move (HfMonthView *self)
{
  if (self->moved == NULL)
    return;
  g_clear_pointer (&self->moved, g_array_unref);
  g_clear_pointer (&self->moved_name, g_free);
  self->target = HF_DAY_NONE;
  self->drop_wanted = self->foreign = FALSE;
  for (guint i = 0; i < HF_N_CELLS; i++)
    {
      hf_month_cell_set_move (HF_MONTH_CELL (self->cells[i]), NULL, FALSE);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->cells[i]),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  g_clear_pointer (&self->preview, g_array_unref);
  tell (self);
}

/**
 * hf_month_view_drop:
 *
 * Puts what is being moved on the day that was chosen for it. A day that is not possible is refused
 * with the reason, and the move goes on with the keyboard.
 */
gboolean
hf_month_view_drop (HfMonthView *self)
{
  const HfMoveDay *move = get_move (self, self->target);
  HfAppContext *context = hf_calendar_model_get_context (self->model);

  /* Somebody is faster than the answer: it is dropped when that comes. */
  self->drop_wanted = self->moved != NULL && move == NULL;
  if (self->moved == NULL || move == NULL)
    return self->drop_wanted;
  if (move->refused != NULL)
    {
      hf_app_context_say (context, move->refused, FALSE, 0);
      return FALSE;
    }
  hf_calendar_move (GTK_WIDGET (self), context, self->moved, self->moved_name, self->target,
                    move->asks_reason);
  g_hash_table_remove_all (self->selected);
  hf_month_view_end_move (self);
  return TRUE;
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, HfMonthView *self)
{
  HfCalendarChip *chip = hf_month_view_pick_chip (self, x, y);

  if (chip == NULL || !hf_month_view_begin_move (self, chip, FALSE))
    return NULL;
  self->turn_to = HF_DAY_NONE;
  return hf_calendar_create_drag (self->moved, self->moved_name);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, HfMonthView *self)
{
  hf_calendar_begin_drag (source, drag, self->moved_name);
}

/* Dropped where it must not be, or on nothing. */
static gboolean
on_drag_cancel (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason, HfMonthView *self)
{
  const HfMoveDay *move = get_move (self, self->hovered);

  if (reason != GDK_DRAG_CANCEL_USER_CANCELLED && move != NULL && move->refused != NULL)
    hf_app_context_say (hf_calendar_model_get_context (self->model), move->refused, FALSE, 0);
  return FALSE;
}

static void
on_drag_end (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, HfMonthView *self)
{
  hf_month_view_end_move (self);
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, HfMonthView *self)
{
  HfMonthCell *cell = hf_month_view_pick_cell (self, x, y);
  const HfMoveDay *move;

  if (cell == NULL)
    return 0;
  take_dragged (self, gtk_drop_target_get_value (target));
  if (hf_calendar_drag_is_cancelled ())
    return 0;
  self->hovered = hf_month_cell_get_day (cell);
  hf_month_view_set_target (self, self->hovered);
  move = get_move (self, hf_month_cell_get_day (cell));
  return move != NULL && move->refused != NULL ? 0 : GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target, HfMonthView *self)
{
  if (self->foreign && !self->drop_wanted)
    hf_month_view_end_move (self);
  else if (!self->by_keys && !self->drop_wanted)
    hf_month_view_set_target (self, HF_DAY_NONE);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, HfMonthView *self)
{
  HfMonthCell *cell = hf_month_view_pick_cell (self, x, y);
  gboolean foreign;
  gboolean done;

  if (cell == NULL)
    return FALSE;
  take_dragged (self, value);
  foreign = self->foreign;
  hf_month_view_set_target (self, hf_month_cell_get_day (cell));
  done = hf_month_view_drop (self);
  if (foreign && !done)
    hf_month_view_end_move (self);
  return done;
}

/**
 * hf_month_view_add_drag:
 *
 * Chips can be dragged, days be dropped on. One source and one target for the whole month: a drag
 * costs the same whatever it shows.
 */
void
hf_month_view_add_drag (HfMonthView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_VARIANT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
