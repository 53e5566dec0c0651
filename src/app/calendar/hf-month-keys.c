/* hf-month-keys.c: the month by keyboard: from day to day, from chip to chip, and moving them
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-move.h"
#include "hf-month-view-private.h"

/**
 * hf_month_view_get_focused_chip:
 *
 * Returns: (transfer none) (nullable): the chip that has the focus
 */
HfCalendarChip *
hf_month_view_get_focused_chip (HfMonthView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !HF_IS_CALENDAR_CHIP (focus) ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return HF_CALENDAR_CHIP (focus);
}

/* Which of its cell's chips it is. */
static guint
get_index (HfMonthCell *cell, HfCalendarChip *chip)
{
  guint i = 0;

  while (hf_month_cell_get_chip (cell, i) != NULL && hf_month_cell_get_chip (cell, i) != chip)
    i++;
  return i;
}

/* Down enters a day's chips when one of them has the focus; from its last one nothing follows. */
static void
step_chip (HfMonthView *self, HfCalendarChip *chip, int step)
{
  HfMonthCell *cell = hf_month_view_get_cell (self, self->day);
  guint index = get_index (cell, chip);

  if (step < 0 && index == 0)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  else if (step < 0 || index + 1 < hf_month_cell_get_n_chips (cell))
    gtk_widget_grab_focus (
        GTK_WIDGET (hf_month_cell_get_chip (cell, step < 0 ? index - 1 : index + 1)));
}

static HfDay
get_other_day (HfMonthView *self, guint key, HfDay day)
{
  int weekday = (int) hf_day_get_weekday (day) - HF_MONDAY;

  switch (key)
    {
    case GDK_KEY_Left:
      return day - 1;
    case GDK_KEY_Right:
      return day + 1;
    case GDK_KEY_Up:
      return day - HF_DAYS_A_WEEK;
    case GDK_KEY_Down:
      return day + HF_DAYS_A_WEEK;
    case GDK_KEY_Home:
      return day - weekday;
    case GDK_KEY_End:
      return day - weekday + HF_DAYS_A_WEEK - 1;
    case GDK_KEY_Page_Up:
      return hf_day_add_months (day, -1);
    case GDK_KEY_Page_Down:
      return hf_day_add_months (day, 1);
    default:
      return HF_DAY_NONE;
    }
}

static void
begin_move (HfMonthView *self, HfCalendarChip *chip)
{
  HfMonthCell *cell = hf_month_view_get_cell (self, self->day);

  /* Without a chip that has the focus: what is selected. */
  if (!hf_month_view_begin_move (self, chip, TRUE))
    return;
  hf_month_view_set_target (self, self->day);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* While something is being moved the arrows choose the day to which it goes. */
static gboolean
press_while_moving (HfMonthView *self, guint key)
{
  HfDay day = get_other_day (self, key, self->day);

  if (key == GDK_KEY_Escape)
    hf_month_view_end_move (self);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_v)
    hf_month_view_drop (self);
  else if (day != HF_DAY_NONE)
    {
      hf_month_view_choose_day (self, day);
      hf_month_view_set_target (self, day);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  return day != HF_DAY_NONE || key == GDK_KEY_Escape || key == GDK_KEY_Return ||
         key == GDK_KEY_KP_Enter || key == GDK_KEY_v;
}

static gboolean
press_on_chip (HfMonthView *self, HfCalendarChip *chip, guint key)
{
  const HfCalendarItem *item = hf_calendar_chip_get_item (chip);

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      step_chip (self, chip, key == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      hf_calendar_open_item (GTK_WIDGET (self), item);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      hf_calendar_selection_toggle (self->selected, item);
      hf_month_view_show_selected (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (g_hash_table_size (self->selected) == 0)
        gtk_widget_grab_focus (GTK_WIDGET (self));
      g_hash_table_remove_all (self->selected);
      hf_month_view_show_selected (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_on_day (HfMonthView *self, guint key)
{
  HfDay day = get_other_day (self, key, self->day);

  if (day != HF_DAY_NONE)
    {
      hf_month_view_choose_day (self, day);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.open-day", "x", self->day);
  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                HfMonthView *self)
{
  HfCalendarChip *chip = hf_month_view_get_focused_chip (self);

  if (self->moved == NULL)
    hf_calendar_view_emit_status (HF_CALENDAR_VIEW (self), NULL);
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      if (self->moved == NULL && (key == GDK_KEY_x || key == GDK_KEY_m))
        begin_move (self, chip);
      else if (self->moved != NULL && key == GDK_KEY_v)
        hf_month_view_drop (self);
      else
        return GDK_EVENT_PROPAGATE;
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->moved != NULL)
    return press_while_moving (self, key);
  if (chip != NULL && press_on_chip (self, chip, key))
    return GDK_EVENT_STOP;
  return press_on_day (self, key);
}

/**
 * hf_month_view_add_keys:
 *
 * Arrows from day to day, Page Up and Down from month to month; Tab into the day's chips, Space
 * selects one, Return opens it. Ctrl+X takes what is selected, arrows say where to, Return puts it
 * there, Escape leaves it. All of it stands in the shortcuts window.
 */
void
hf_month_view_add_keys (HfMonthView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
