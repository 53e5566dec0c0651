/* hf-month-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-month-view-private.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-move.h"

/* Chips of a day that are read before it is known for how many there is room. */
#define FIRST_LIMIT (8)
#define LEAST_CHIP  (20)

/**
 * HfMonthView:
 *
 * The weeks of a month: cells of equal size that are used again for every month. Reads nothing
 * while it is not shown; goes on showing what it has until newer days are there.
 */

static void hf_month_view_view_init (HfCalendarViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfMonthView,
                               hf_month_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_CALENDAR_VIEW,
                                                      hf_month_view_view_init))

static HfDay
get_first_of_month (HfDay day)
{
  int mday;

  hf_day_to_ymd (day, NULL, NULL, &mday);
  return day - mday + 1;
}

static HfDay
get_last_of_month (HfDay day)
{
  int year, month;

  hf_day_to_ymd (day, &year, &month, NULL);
  return get_first_of_month (day) + hf_days_in_month (year, month) - 1;
}

/* Which Monday a month's grid begins on, and how many weeks it has. */
static HfDay
get_grid (HfDay day, guint *n_weeks)
{
  HfDay first = get_first_of_month (day);
  HfDay from = first - (hf_day_get_weekday (first) - HF_MONDAY);

  *n_weeks = (guint) ((get_last_of_month (day) - from) / HF_DAYS_A_WEEK + 1);
  return from;
}

HfMonthCell *
hf_month_view_get_cell (HfMonthView *self, HfDay day)
{
  if (day < self->from || day >= self->from + self->n_weeks * HF_DAYS_A_WEEK)
    return NULL;
  return HF_MONTH_CELL (self->cells[day - self->from]);
}

HfMonthCell *
hf_month_view_pick_cell (HfMonthView *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, HF_TYPE_MONTH_CELL) : NULL;

  return cell != NULL ? HF_MONTH_CELL (cell) : NULL;
}

HfCalendarChip *
hf_month_view_pick_chip (HfMonthView *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = widget != NULL ? gtk_widget_get_ancestor (widget, HF_TYPE_CALENDAR_CHIP) : NULL;

  return chip != NULL ? HF_CALENDAR_CHIP (chip) : NULL;
}

/* Which chips are selected, and which day is chosen. */
void
hf_month_view_show_selected (HfMonthView *self)
{
  for (guint i = 0; i < HF_N_CELLS; i++)
    {
      HfMonthCell *cell = HF_MONTH_CELL (self->cells[i]);
      HfCalendarChip *chip;

      hf_month_cell_set_selected (cell, hf_month_cell_get_day (cell) == self->day);
      for (guint j = 0; (chip = hf_month_cell_get_chip (cell, j)) != NULL; j++)
        {
          const HfCalendarItem *item = hf_calendar_chip_get_item (chip);

          hf_calendar_chip_set_selected (
              chip, item != NULL && g_hash_table_contains (self->selected, &item->id));
        }
    }
}

static void
show_days (HfMonthView *self)
{
  HfDay first = get_first_of_month (self->day);
  HfDay last = get_last_of_month (self->day);
  HfDay today = hf_calendar_model_get_today (self->model);

  for (guint i = 0; i < HF_N_CELLS; i++)
    {
      HfMonthCell *cell = HF_MONTH_CELL (self->cells[i]);
      HfDay day = self->from + i;
      gboolean used = i < self->n_weeks * HF_DAYS_A_WEEK;

      gtk_widget_set_visible (self->cells[i], used);
      hf_month_cell_set_day (cell, day, day >= first && day <= last, day == today);
      hf_month_cell_set_content (
          cell, used && self->range != NULL ? hf_calendar_range_get_day (self->range, day) : NULL);
    }
  hf_month_view_show_selected (self);
}

static void
prefetch (HfMonthView *self)
{
  HfDay next = get_last_of_month (self->day) + 1;
  guint n_weeks;
  HfDay from = get_grid (next, &n_weeks);

  hf_calendar_model_prefetch (self->model, from, from + n_weeks * HF_DAYS_A_WEEK - 1, self->limit);
}

/* Does nothing while another view is shown. */
static void
load (HfMonthView *self)
{
  HfCalendarRange *range;

  if (self->model == NULL || self->day == HF_DAY_NONE || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  range = hf_calendar_model_get_range (
      self->model, self->from, self->from + self->n_weeks * HF_DAYS_A_WEEK - 1, self->limit);
  for (guint i = 0; i < HF_N_CELLS; i++)
    hf_month_cell_set_content (HF_MONTH_CELL (self->cells[i]), NULL);
  g_clear_pointer (&self->range, hf_calendar_range_unref);
  self->range = range != NULL ? hf_calendar_range_ref (range) : NULL;
  show_days (self);
  if (range != NULL)
    prefetch (self);
  hf_month_view_renew_preview (self);
}

/**
 * hf_month_view_choose_day:
 *
 * Tells the page, which tells this view.
 */
void
hf_month_view_choose_day (HfMonthView *self, HfDay day)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.day", "x", day);
}

static void
click_chip (HfMonthView *self, HfCalendarChip *chip, int n_press, GdkModifierType state)
{
  const HfCalendarItem *item = hf_calendar_chip_get_item (chip);

  if (item == NULL)
    return;
  if (n_press == 2)
    hf_calendar_open_item (GTK_WIDGET (self), item);
  else if ((state & GDK_CONTROL_MASK) != 0)
    {
      hf_calendar_selection_toggle (self->selected, item);
      hf_month_view_show_selected (self);
    }
  else if (!g_hash_table_contains (self->selected, &item->id))
    {
      g_hash_table_remove_all (self->selected);
      hf_month_view_show_selected (self);
    }
}

static gboolean
is_of_month (HfMonthView *self, HfDay day)
{
  return get_first_of_month (day) == get_first_of_month (self->day);
}

/* Of another month: it may be the beginning of a drag, the page turns when the button is let go. */
static void
press_outside (HfMonthView *self, HfMonthCell *cell, HfCalendarChip *chip, GdkModifierType state)
{
  if (chip == NULL || (state & GDK_CONTROL_MASK) == 0)
    self->turn_to = hf_month_cell_get_day (cell);
  if (chip == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (chip));
  click_chip (self, chip, 1, state);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, HfMonthView *self)
{
  HfDay day = self->turn_to;

  self->turn_to = HF_DAY_NONE;
  if (day == HF_DAY_NONE)
    return;
  self->turned = TRUE;
  hf_month_view_choose_day (self, day);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, HfMonthView *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  HfCalendarChip *chip = hf_month_view_pick_chip (self, x, y);
  HfMonthCell *cell = hf_month_view_pick_cell (self, x, y);
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  self->turn_to = HF_DAY_NONE;
  if (self->moved == NULL)
    hf_calendar_view_emit_status (HF_CALENDAR_VIEW (self), NULL);
  /* What lies under the pointer now is not what was clicked. */
  if (cell == NULL || (self->turned && n_press > 1))
    return;
  self->turned = FALSE;
  if (hf_month_cell_is_more (cell, widget) || (chip == NULL && n_press == 2))
    {
      gtk_widget_activate_action (GTK_WIDGET (self),
                                  n_press == 2 ? "calendar.open-day" : "calendar.show-rest", "x",
                                  hf_month_cell_get_day (cell));
      return;
    }
  if (!is_of_month (self, hf_month_cell_get_day (cell)))
    {
      press_outside (self, cell, chip, state);
      return;
    }
  hf_month_view_choose_day (self, hf_month_cell_get_day (cell));
  gtk_widget_grab_focus (chip != NULL ? GTK_WIDGET (chip) : GTK_WIDGET (cell));
  if (chip != NULL)
    click_chip (self, chip, n_press, state);
}

static gboolean
on_limit_idle (gpointer data)
{
  HfMonthView *self = data;

  self->idle = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
hf_month_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  HfMonthView *self = HF_MONTH_VIEW (widget);
  int least, wanted;

  gtk_widget_measure (self->cells[0], orientation, -1, &least, &wanted, NULL, NULL);
  *minimum = *natural =
      least * (orientation == GTK_ORIENTATION_HORIZONTAL ? HF_DAYS_A_WEEK : HF_MOST_WEEKS);
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
hf_month_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HfMonthView *self = HF_MONTH_VIEW (widget);
  int top, room;
  guint limit;

  gtk_widget_measure (self->weekdays[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &top, NULL, NULL);
  room = MAX (height - top, 0);
  for (int i = 0; i < HF_DAYS_A_WEEK; i++)
    allocate (self->weekdays[i], width * i / HF_DAYS_A_WEEK, 0, width / HF_DAYS_A_WEEK, top);
  for (int i = 0; i < (int) self->n_weeks * HF_DAYS_A_WEEK; i++)
    {
      int column = i % HF_DAYS_A_WEEK;
      int row = i / HF_DAYS_A_WEEK;
      int x = width * column / HF_DAYS_A_WEEK;
      int y = top + room * row / (int) self->n_weeks;

      allocate (self->cells[i], x, y, width * (column + 1) / HF_DAYS_A_WEEK - x,
                top + room * (row + 1) / (int) self->n_weeks - y);
    }
  limit = (guint) (room / (int) self->n_weeks / LEAST_CHIP);
  if (limit > self->limit)
    {
      self->limit = limit;
      if (self->idle == 0)
        self->idle = g_idle_add (on_limit_idle, self);
    }
}

static void
hf_month_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_month_view_parent_class)->map (widget);
  load (HF_MONTH_VIEW (widget));
}

static gboolean
hf_month_view_grab_focus (GtkWidget *widget)
{
  HfMonthCell *cell = hf_month_view_get_cell (HF_MONTH_VIEW (widget), HF_MONTH_VIEW (widget)->day);

  return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
hf_month_view_set_model (HfCalendarView *view, HfCalendarModel *model)
{
  HfMonthView *self = HF_MONTH_VIEW (view);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

static void
hf_month_view_set_day (HfCalendarView *view, HfDay day)
{
  HfMonthView *self = HF_MONTH_VIEW (view);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  HfDay from = self->from;
  HfDay before = self->day;
  guint n_weeks = self->n_weeks;

  if (day == before)
    return;
  self->day = day;
  self->from = get_grid (day, &self->n_weeks);
  if (from != self->from || n_weeks != self->n_weeks ||
      get_first_of_month (day) != get_first_of_month (before))
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      load (self);
    }
  else
    hf_month_view_show_selected (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static HfDay
hf_month_view_step (HfCalendarView *view, HfDay day, int n)
{
  return hf_day_add_months (day, n);
}

static void
hf_month_view_get_span (HfCalendarView *view, HfDay day, HfDay *from, HfDay *to)
{
  *from = get_first_of_month (day);
  *to = get_last_of_month (day);
}

static void
hf_month_view_view_init (HfCalendarViewInterface *iface)
{
  iface->set_model = hf_month_view_set_model;
  iface->set_day = hf_month_view_set_day;
  iface->step = hf_month_view_step;
  iface->get_span = hf_month_view_get_span;
}

static void
hf_month_view_dispose (GObject *object)
{
  HfMonthView *self = HF_MONTH_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->range, hf_calendar_range_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_clear_pointer (&self->moved, g_array_unref);
  g_clear_pointer (&self->moved_name, g_free);
  g_clear_pointer (&self->preview, g_array_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (hf_month_view_parent_class)->dispose (object);
}

static void
hf_month_view_class_init (HfMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_month_view_dispose;
  widget_class->measure = hf_month_view_measure;
  widget_class->size_allocate = hf_month_view_size_allocate;
  widget_class->map = hf_month_view_map;
  widget_class->grab_focus = hf_month_view_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
hf_month_view_init (HfMonthView *self)
{
  static const char *const names[] = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"),
                                       N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "cal-month");
  self->day = self->target = self->turn_to = HF_DAY_NONE;
  self->n_weeks = HF_MOST_WEEKS;
  self->limit = FIRST_LIMIT;
  self->selected = hf_calendar_selection_new ();
  for (guint i = 0; i < HF_DAYS_A_WEEK; i++)
    {
      self->weekdays[i] = gtk_label_new (_ (names[i]));
      gtk_label_set_xalign (GTK_LABEL (self->weekdays[i]), 0);
      gtk_widget_add_css_class (self->weekdays[i], "cal-weekday");
      gtk_widget_set_parent (self->weekdays[i], GTK_WIDGET (self));
    }
  for (guint i = 0; i < HF_N_CELLS; i++)
    {
      self->cells[i] = hf_month_cell_new ();
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Month"),
                                  -1);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  hf_month_view_add_keys (self);
  hf_month_view_add_drag (self);
}
