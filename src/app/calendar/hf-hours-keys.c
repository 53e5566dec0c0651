/* hf-hours-keys.c: week and day by keyboard
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-move.h"
#include "hf-hours-view-private.h"

#define HALF_HOUR (30)

static HfCalendarChip *
get_focused_chip (HfHoursView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && HF_IS_CALENDAR_CHIP (focus) ? HF_CALENDAR_CHIP (focus) : NULL;
}

static void
step_day (HfHoursView *self, int n)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.day", "x", priv->day + n);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
step_chip (HfHoursView *self, HfCalendarChip *focused, int n)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  HfCalendarChip *chip;
  int index = 0;

  while ((chip = hf_hours_grid_get_chip (priv->grid, priv->day, (guint) index)) != NULL &&
         chip != focused)
    index++;
  if (chip == NULL)
    index = -1;
  if (index + n < 0)
    return;
  chip = hf_hours_grid_get_chip (priv->grid, priv->day, (guint) (index + n));
  if (chip != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (chip));
}

static gboolean
begin_move (HfHoursView *self, HfCalendarChip *chip)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);

  /* Without a chip that has the focus: what is selected. */
  if (!hf_hours_view_begin_move (self, chip != NULL ? hf_calendar_chip_get_item (chip) : NULL,
                                 TRUE))
    return GDK_EVENT_PROPAGATE;
  hf_hours_view_set_target (self, priv->day, priv->move.minute);
  gtk_widget_grab_focus (GTK_WIDGET (priv->grid));
  return GDK_EVENT_STOP;
}

static void
move_target (HfHoursView *self, int days, int minutes)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);

  if (days != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.day", "x", priv->day + days);
  hf_hours_view_set_target (self, priv->day, priv->move.minute + minutes);
}

static gboolean
press_while_moving (HfHoursView *self, guint key)
{
  guint n_days = hf_hours_view_get_private (self)->n_days;

  switch (key)
    {
    case GDK_KEY_Left:
      move_target (self, -1, 0);
      break;
    case GDK_KEY_Right:
      move_target (self, 1, 0);
      break;
    case GDK_KEY_Page_Up:
      move_target (self, -(int) n_days, 0);
      break;
    case GDK_KEY_Page_Down:
      move_target (self, (int) n_days, 0);
      break;
    case GDK_KEY_Up:
      move_target (self, 0, -HALF_HOUR);
      break;
    case GDK_KEY_Down:
      move_target (self, 0, HALF_HOUR);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      hf_hours_view_drop (self);
      break;
    case GDK_KEY_Escape:
      hf_hours_view_end_move (self);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

/* Space selects one, Escape none. */
static gboolean
select_chip (HfHoursView *self, HfCalendarChip *chip, guint key)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);

  if (key == GDK_KEY_Escape && g_hash_table_size (priv->selected) > 0)
    g_hash_table_remove_all (priv->selected);
  else if (key == GDK_KEY_space && chip != NULL)
    hf_calendar_selection_toggle (priv->selected, hf_calendar_chip_get_item (chip));
  else
    return GDK_EVENT_PROPAGATE;
  hf_hours_view_show_selected (self);
  return GDK_EVENT_STOP;
}

static gboolean
press (HfHoursView *self, HfCalendarChip *chip, guint key)
{
  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_Escape:
      return select_chip (self, chip, key);
    case GDK_KEY_Left:
      step_day (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      step_day (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      step_chip (self, chip, key == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      gtk_widget_activate_action (
          GTK_WIDGET (self), key == GDK_KEY_Page_Up ? "calendar.previous" : "calendar.next", NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (chip == NULL)
        return GDK_EVENT_PROPAGATE;
      hf_calendar_open_item (GTK_WIDGET (self), hf_calendar_chip_get_item (chip));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  HfCalendarChip *chip = get_focused_chip (self);

  if (priv->move.ids == NULL)
    hf_calendar_view_emit_status (HF_CALENDAR_VIEW (self), NULL);
  if ((state & GDK_CONTROL_MASK) != 0 && priv->move.ids == NULL &&
      (key == GDK_KEY_x || key == GDK_KEY_m))
    return begin_move (self, chip);
  if ((state & GDK_CONTROL_MASK) != 0 && priv->move.ids != NULL && key == GDK_KEY_v)
    return hf_hours_view_drop (self);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  return priv->move.ids != NULL ? press_while_moving (self, key) : press (self, chip, key);
}

/**
 * hf_hours_view_add_keys:
 *
 * Arrows from day to day and from one thing to the next; Space selects it, Ctrl+X takes it or what
 * is selected, arrows say to which day and hour, Page Up and Down turn the page, Return puts it
 * there, Escape leaves it.
 */
void
hf_hours_view_add_keys (HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (priv->scroller, keys);
}
