/* hf-hours-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-hours-view-private.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-move.h"
#include "hf-contact-window.h"

/**
 * HfHoursView:
 *
 * Days side by side: what has no hour above, the rest where its hours are. Reads nothing while it
 * is not shown; goes on showing what it has until newer days are there.
 */

static void hf_hours_view_view_init (HfCalendarViewInterface *iface);

G_DEFINE_TYPE_WITH_CODE (HfHoursView,
                         hf_hours_view,
                         GTK_TYPE_WIDGET,
                         G_ADD_PRIVATE (HfHoursView)
                             G_IMPLEMENT_INTERFACE (HF_TYPE_CALENDAR_VIEW, hf_hours_view_view_init))

HfHoursViewPrivate *
hf_hours_view_get_private (HfHoursView *self)
{
  return hf_hours_view_get_instance_private (self);
}

static HfDay
get_first (HfHoursViewPrivate *priv, HfDay day)
{
  if (priv->n_days == 1)
    return day;
  return day - (hf_day_get_weekday (day) - HF_MONDAY);
}

static void
show_days (HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  HfAppContext *context = hf_calendar_model_get_context (priv->model);

  hf_hours_head_set_days (priv->head, priv->range, priv->from, priv->day,
                          hf_calendar_model_get_today (priv->model));
  hf_hours_grid_set_days (priv->grid, priv->range, priv->from, hf_app_context_get_now (context));
  hf_hours_view_show_selected (self);
}

/**
 * hf_hours_view_show_selected:
 *
 * Which chips are selected.
 */
void
hf_hours_view_show_selected (HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);

  hf_hours_grid_set_selected (priv->grid, priv->selected);
}

static void
prefetch (HfHoursViewPrivate *priv)
{
  HfDay next = priv->from + priv->n_days;

  hf_calendar_model_prefetch (priv->model, next, next + priv->n_days - 1, HF_CALENDAR_MOST);
}

/* Does nothing while another view is shown. */
static void
load (HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  HfCalendarRange *range, *old;

  if (priv->model == NULL || priv->day == HF_DAY_NONE || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  range = hf_calendar_model_get_range (priv->model, priv->from, priv->from + priv->n_days - 1,
                                       HF_CALENDAR_MOST);
  /* Chips borrow from it: it goes when they show another. */
  old = priv->range;
  priv->range = range != NULL ? hf_calendar_range_ref (range) : NULL;
  show_days (self);
  if (old != NULL)
    hf_calendar_range_unref (old);
  if (range != NULL)
    prefetch (priv);
  hf_hours_view_renew_preview (self);
}

/* The first time the morning is at the top, not the hours at which nobody is contacted. */
static gboolean
on_first_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (HF_HOURS_VIEW (widget));
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scroller));

  gtk_adjustment_set_value (adjustment, hf_hours_grid_get_y (priv->grid, HF_CONTACT_EARLIEST - 30));
  return G_SOURCE_REMOVE;
}

static void
hf_hours_view_map (GtkWidget *widget)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (HF_HOURS_VIEW (widget));

  GTK_WIDGET_CLASS (hf_hours_view_parent_class)->map (widget);
  load (HF_HOURS_VIEW (widget));
  if (!priv->scrolled)
    gtk_widget_add_tick_callback (widget, on_first_frame, NULL, NULL);
  priv->scrolled = TRUE;
}

static gboolean
hf_hours_view_grab_focus (GtkWidget *widget)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (HF_HOURS_VIEW (widget));
  HfCalendarChip *chip = hf_hours_grid_get_chip (priv->grid, priv->day, 0);

  if (chip != NULL && priv->move.ids == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (chip));
  return gtk_widget_grab_focus (GTK_WIDGET (priv->grid));
}

static void
click_chip (HfHoursView *self, const HfCalendarItem *item, int n_press, GdkModifierType state)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);

  if (n_press == 2)
    {
      hf_calendar_open_item (GTK_WIDGET (self), item);
      return;
    }
  if ((state & GDK_CONTROL_MASK) != 0)
    hf_calendar_selection_toggle (priv->selected, item);
  else if (!g_hash_table_contains (priv->selected, &item->id))
    g_hash_table_remove_all (priv->selected);
  hf_hours_view_show_selected (self);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, HfHoursView *self)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  HfCalendarChip *chip = hf_hours_grid_pick_chip (priv->grid, x, y);
  HfDay day;
  int minute;

  if (!hf_hours_grid_pick (priv->grid, x, y, &day, &minute))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.day", "x", day);
  if (chip == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (priv->grid));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (chip));
  click_chip (self, hf_calendar_chip_get_item (chip), n_press,
              gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

static void
hf_hours_view_set_model (HfCalendarView *view, HfCalendarModel *model)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (HF_HOURS_VIEW (view));

  priv->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (load), view, G_CONNECT_SWAPPED);
}

static void
hf_hours_view_set_day (HfCalendarView *view, HfDay day)
{
  HfHoursView *self = HF_HOURS_VIEW (view);
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  HfDay from = priv->from;

  if (day == priv->day)
    return;
  priv->day = day;
  priv->from = get_first (priv, day);
  if (from != priv->from)
    load (self);
  else if (priv->model != NULL)
    hf_hours_head_set_days (priv->head, priv->range, priv->from, priv->day,
                            hf_calendar_model_get_today (priv->model));
}

static HfDay
hf_hours_view_step (HfCalendarView *view, HfDay day, int n)
{
  return day + n * (int) hf_hours_view_get_private (HF_HOURS_VIEW (view))->n_days;
}

static void
hf_hours_view_get_span (HfCalendarView *view, HfDay day, HfDay *from, HfDay *to)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (HF_HOURS_VIEW (view));

  *from = get_first (priv, day);
  *to = *from + priv->n_days - 1;
}

static void
hf_hours_view_view_init (HfCalendarViewInterface *iface)
{
  iface->set_model = hf_hours_view_set_model;
  iface->set_day = hf_hours_view_set_day;
  iface->step = hf_hours_view_step;
  iface->get_span = hf_hours_view_get_span;
}

static void
hf_hours_view_dispose (GObject *object)
{
  HfHoursViewPrivate *priv = hf_hours_view_get_private (HF_HOURS_VIEW (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&priv->range, hf_calendar_range_unref);
  g_clear_pointer (&priv->selected, g_hash_table_unref);
  g_clear_pointer (&priv->move.ids, g_array_unref);
  g_clear_pointer (&priv->move.preview, g_array_unref);
  g_clear_pointer (&priv->move.name, g_free);
  g_clear_object (&priv->model);

  G_OBJECT_CLASS (hf_hours_view_parent_class)->dispose (object);
}

static void
hf_hours_view_constructed (GObject *object)
{
  HfHoursView *self = HF_HOURS_VIEW (object);
  HfHoursViewPrivate *priv = hf_hours_view_get_private (self);
  GtkGesture *click = gtk_gesture_click_new ();

  G_OBJECT_CLASS (hf_hours_view_parent_class)->constructed (object);
  priv->selected = hf_calendar_selection_new ();
  priv->day = priv->from = priv->move.target = HF_DAY_NONE;
  priv->n_days = HF_HOURS_VIEW_GET_CLASS (self)->n_days;
  priv->head = HF_HOURS_HEAD (hf_hours_head_new (priv->n_days));
  priv->grid = HF_HOURS_GRID (hf_hours_grid_new (priv->n_days));
  priv->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scroller), GTK_WIDGET (priv->grid));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (priv->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (priv->scroller, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (priv->grid), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (priv->head), GTK_WIDGET (self));
  gtk_widget_set_parent (priv->scroller, GTK_WIDGET (self));
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (priv->grid), GTK_EVENT_CONTROLLER (click));
  hf_hours_view_add_moves (self);
  hf_hours_view_add_keys (self);
}

static void
hf_hours_view_class_init (HfHoursViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_hours_view_dispose;
  G_OBJECT_CLASS (klass)->constructed = hf_hours_view_constructed;
  widget_class->map = hf_hours_view_map;
  widget_class->grab_focus = hf_hours_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
hf_hours_view_init (HfHoursView *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

typedef struct
{
  HfHoursView parent_instance;
} HfWeekView;

typedef HfHoursViewClass HfWeekViewClass;

G_DEFINE_TYPE (HfWeekView, hf_week_view, HF_TYPE_HOURS_VIEW)

static void
hf_week_view_class_init (HfWeekViewClass *klass)
{
  klass->n_days = HF_DAYS_A_WEEK;
}

static void
hf_week_view_init (HfWeekView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("calendar view", "Week"), -1);
}

typedef struct
{
  HfHoursView parent_instance;
} HfDayView;

typedef HfHoursViewClass HfDayViewClass;

G_DEFINE_TYPE (HfDayView, hf_day_view, HF_TYPE_HOURS_VIEW)

static void
hf_day_view_class_init (HfDayViewClass *klass)
{
  klass->n_days = 1;
}

static void
hf_day_view_init (HfDayView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("calendar view", "Day"), -1);
}
