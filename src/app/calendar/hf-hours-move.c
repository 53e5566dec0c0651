/* hf-hours-move.c: what stands in a week or a day, taken to another day or hour
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "hf-calendar-move.h"
#include "hf-hours-view-private.h"
#include "hf-round.h"
#include "hf-when.h"

/* Moved up or down by less, the hand only shook. */
#define SHAKE (30)

/* What is taken without a place of its own. */
#define NOON (12 * 60)

static const HfMoveDay *
get_move (HfHoursViewPrivate *priv, HfDay day)
{
  /* HF_DAY_NONE lies before any day, too far away to be counted from. */
  if (priv->move.preview == NULL || day < priv->from || day - priv->from >= priv->move.preview->len)
    return NULL;
  return &g_array_index (priv->move.preview, HfMoveDay, (guint) (day - priv->from));
}

/* The hour is changed as well, not the day alone. Several keep each their own. */
static gboolean
has_hour (const HfHoursMove *move)
{
  return move->ids->len == 1 && !move->foreign && ABS (move->minute - move->grabbed) >= SHAKE;
}

static char *
describe (HfHoursViewPrivate *priv, const HfMoveDay *move)
{
  const HfCalendarDay *day =
      priv->range != NULL ? hf_calendar_range_get_day (priv->range, priv->move.target) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *clock = NULL;

  if (move == NULL || day == NULL)
    return g_strdup_printf (_ ("%s: choose a day and an hour"), priv->move.name);
  clock = hf_when_format_clock (priv->move.minute);
  /* What stays on its day adds nothing to it. */
  if (priv->move.target == priv->move.origin && priv->move.ids->len == 1)
    return g_strdup_printf ("%s → %s", priv->move.name, clock);
  text = hf_calendar_describe_move (priv->move.name, move, day->load, day->capacity);
  return has_hour (&priv->move) ? g_strdup_printf ("%s, %s", text, clock) : g_steal_pointer (&text);
}

static void
tell (HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  g_autofree char *text = NULL;

  hf_hours_grid_set_target (priv->grid, priv->move.preview, priv->move.target, priv->move.minute);
  if (priv->move.ids != NULL)
    text = describe (priv, get_move (priv, priv->move.target));
  hf_calendar_view_emit_status (HF_CALENDAR_VIEW (self), text);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->grid),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (priv->grid),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
on_preview (GArray *days, const GError *error, gpointer data)
{
  HfHoursView *self = data;
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  g_autoptr (GArray) moves = days;

  if (priv->model == NULL || priv->move.ids == NULL)
    return;
  if (error != NULL)
    {
      hf_app_context_complain (hf_calendar_model_get_context (priv->model), error);
      hf_hours_view_end_move (self);
      return;
    }
  if (moves->len == 0 || g_array_index (moves, HfMoveDay, 0).day != priv->from)
    return;
  g_clear_pointer (&priv->move.preview, g_array_unref);
  priv->move.preview = g_steal_pointer (&moves);
  tell (self);
  if (priv->move.drop_wanted && !hf_hours_view_drop (self) && priv->move.foreign)
    hf_hours_view_end_move (self);
}

/**
 * hf_hours_view_renew_preview:
 *
 * Other days are shown, or somebody changed something, while something is being moved.
 */
void
hf_hours_view_renew_preview (HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);

  if (priv->move.ids == NULL)
    return;
  g_clear_pointer (&priv->move.preview, g_array_unref);
  hf_calendar_preview (hf_calendar_model_get_context (priv->model), priv->move.ids, priv->from,
                       priv->from + priv->n_days - 1, on_preview, G_OBJECT (self));
}

static gboolean
take (HfHoursView *self, GArray *ids, char *name)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  g_autoptr (GArray) taken = ids;
  g_autofree char *whose = name;

  if (taken->len == 0)
    return FALSE;
  hf_hours_view_end_move (self);
  priv->move.ids = g_steal_pointer (&taken);
  priv->move.name = g_steal_pointer (&whose);
  priv->move.by_keys = FALSE;
  priv->move.origin = HF_DAY_NONE;
  hf_hours_view_renew_preview (self);
  return TRUE;
}

/**
 * hf_hours_view_begin_move:
 * @item: (nullable): what is taken, with all that is selected if it is; %NULL: what is selected
 *
 * Returns: %FALSE when there is nothing that can be moved
 */
gboolean
hf_hours_view_begin_move (HfHoursView *self, const HfCalendarItem *item, gboolean by_keys)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  GArray *ids = hf_calendar_selection_dup_ids (priv->selected, item);
  HfMinute at = HF_MINUTE_NONE;

  if (ids->len == 0 && item != NULL)
    hf_calendar_say_fixed (HF_CALENDAR_VIEW (self), hf_calendar_model_get_context (priv->model),
                           item);
  if (!take (self, ids, hf_calendar_dup_moved_name (ids, item)))
    return FALSE;
  if (item != NULL)
    at = item->agreed_at != HF_MINUTE_NONE ? item->agreed_at : item->at;
  priv->move.by_keys = by_keys;
  priv->move.origin = item != NULL ? hf_minute_get_day (at) : HF_DAY_NONE;
  priv->move.minute = priv->move.grabbed = item != NULL ? hf_minute_of_day (at) : NOON;
  tell (self);
  return TRUE;
}

/* What comes from the list beside the calendar is shown on the days like what lies on one. */
static void
take_dragged (HfHoursView *self, const GValue *value)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  char *name = NULL;
  GArray *ids;

  if (hf_calendar_drag_is_cancelled ())
    hf_hours_view_end_move (self);
  if (priv->move.ids != NULL)
    return;
  ids = hf_calendar_dup_dragged (value, &name);
  priv->move.foreign = take (self, ids, name);
}

void
hf_hours_view_set_target (HfHoursView *self, HfDay day, int minute)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  gboolean elsewhere = day != HF_DAY_NONE && priv->move.preview != NULL && priv->move.ids != NULL &&
                       get_move (priv, day) == NULL;

  if (priv->move.ids == NULL || (priv->move.target == day && priv->move.minute == minute))
    return;
  priv->move.target = day;
  priv->move.minute = minute;
  if (elsewhere)
    hf_hours_view_renew_preview (self);
  tell (self);
}

void
hf_hours_view_end_move (HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);

  if (priv->move.ids == NULL)
    return;
  g_clear_pointer (&priv->move.ids, g_array_unref);
  g_clear_pointer (&priv->move.preview, g_array_unref);
  g_clear_pointer (&priv->move.name, g_free);
  priv->move.target = HF_DAY_NONE;
  priv->move.foreign = priv->move.drop_wanted = FALSE;
  tell (self);
}

typedef struct
{
  gint64 id;
  HfDay from;
  HfDay to;
  int minute;
  char *name;
} Change;

static void
change_free (gpointer data)
{
  g_free (((Change *) data)->name);
  g_free (data);
}

/* Another day and its hour are one thing to undo. */
static gpointer
run_change (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Change *change = data;
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *clock = hf_when_format_clock (change->minute);
  g_autofree char *day = hf_when_format_day (change->to, hf_minute_get_day (actor->now));

  if (!hf_operation_begin (&operation, db, actor, "follow-up.reschedule", error) ||
      (change->from != change->to &&
       !hf_command_reschedule (db, actor, change->id, change->to, NULL, error)) ||
      !hf_command_agree_hour (db, actor, change->id, change->minute, error) ||
      !hf_operation_commit (&operation, change->name, error))
    return NULL;
  return g_strdup_printf (_ ("%s: moved to %s %s"), change->name, day, clock);
}

static void
change_hour (HfHoursViewPrivate *priv)
{
  Change *change = g_new0 (Change, 1);

  change->id = g_array_index (priv->move.ids, gint64, 0);
  change->from = priv->move.origin;
  change->to = priv->move.target;
  change->minute = priv->move.minute;
  change->name = g_strdup (priv->move.name);
  hf_app_context_run_async (hf_calendar_model_get_context (priv->model), run_change, change,
                            change_free, g_free, hf_app_context_on_said, NULL);
}

/**
 * hf_hours_view_drop:
 *
 * Puts what is being moved where it was chosen to go. A day that is not possible is refused with
 * the reason, and the move goes on with the keyboard.
 */
gboolean
hf_hours_view_drop (HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  const HfMoveDay *move = get_move (priv, priv->move.target);
  HfAppContext *context;

  /* Somebody is faster than the answer: it is dropped when that comes. */
  priv->move.drop_wanted =
      priv->move.ids != NULL && move == NULL && priv->move.target != HF_DAY_NONE;
  if (priv->move.ids == NULL || move == NULL)
    return priv->move.drop_wanted;
  context = hf_calendar_model_get_context (priv->model);
  if (move->refused != NULL && (priv->move.target != priv->move.origin || priv->move.ids->len > 1))
    {
      hf_app_context_say (context, move->refused, FALSE, 0);
      return FALSE;
    }
  if (has_hour (&priv->move) && !move->asks_reason)
    change_hour (priv);
  else if (priv->move.target != priv->move.origin || priv->move.ids->len > 1)
    hf_calendar_move (GTK_WIDGET (self), context, priv->move.ids, priv->move.name,
                      priv->move.target, move->asks_reason);
  g_hash_table_remove_all (priv->selected);
  hf_hours_view_show_selected (self);
  hf_hours_view_end_move (self);
  return TRUE;
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  HfCalendarChip *chip = hf_hours_grid_pick_chip (priv->grid, x, y);
  HfDay day;

  if (chip == NULL || !hf_hours_view_begin_move (self, hf_calendar_chip_get_item (chip), FALSE))
    return NULL;
  hf_hours_grid_pick (priv->grid, x, y, &day, &priv->move.grabbed);
  return hf_calendar_create_drag (priv->move.ids, priv->move.name);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, HfHoursView *self)
{
  hf_calendar_begin_drag (source, drag, hf_hours_view_get_private (self)->move.name);
}

static void
on_drag_end (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, HfHoursView *self)
{
  hf_hours_view_end_move (self);
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  const HfMoveDay *move;
  HfDay day;
  int minute;

  if (!hf_hours_grid_pick (priv->grid, x, y, &day, &minute))
    return 0;
  take_dragged (self, gtk_drop_target_get_value (target));
  if (hf_calendar_drag_is_cancelled ())
    return 0;
  hf_hours_view_set_target (self, day, minute);
  move = get_move (priv, day);
  return move != NULL && move->refused != NULL && day != priv->move.origin ? 0 : GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target, HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);

  if (priv->move.foreign && !priv->move.drop_wanted)
    hf_hours_view_end_move (self);
  else if (!priv->move.by_keys && !priv->move.drop_wanted)
    hf_hours_view_set_target (self, HF_DAY_NONE, priv->move.minute);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  gboolean foreign, done;
  HfDay day;
  int minute;

  if (!hf_hours_grid_pick (priv->grid, x, y, &day, &minute))
    return FALSE;
  take_dragged (self, value);
  foreign = priv->move.foreign;
  hf_hours_view_set_target (self, day, minute);
  done = hf_hours_view_drop (self);
  if (foreign && !done)
    hf_hours_view_end_move (self);
  return done;
}

void
hf_hours_view_add_moves (HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_VARIANT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (priv->grid), GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (priv->grid), GTK_EVENT_CONTROLLER (target));
}
