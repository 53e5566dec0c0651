/* hf-agenda-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-agenda-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hf-agenda-row.h"
#include "hf-calendar-view.h"
#include "hf-hours-places.h"

/* Days that are read at once, and how many at most: further on one goes with the arrows. */
#define DAYS_AT_ONCE (14)
#define MOST_DAYS    (98)

/**
 * HfAgendaView:
 *
 * What lies ahead from the chosen day on, as a list. Further days are read when one comes near its
 * end, fourteen weeks at most.
 */
struct _HfAgendaView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *scroller;
  GtkListView *list;
  GListStore *lines; /* (element-type HfAgendaLine) */

  HfCalendarModel *model;
  HfCalendarRange *range; /* (nullable): shown now */
  HfDay from;
  guint n_days;
};

static void hf_agenda_view_view_init (HfCalendarViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfAgendaView,
                               hf_agenda_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_CALENDAR_VIEW,
                                                      hf_agenda_view_view_init))

/* What has no hour comes first, the rest as it stands among the hours of the day view (CAL-1). */
static void
add_day (GPtrArray *lines, HfCalendarRange *range, const HfCalendarDay *day)
{
  g_autoptr (GPtrArray) places = hf_hours_places_new (range, day->day, 1);

  if (day->items->len == 0)
    return;
  g_ptr_array_add (lines, hf_agenda_line_new (range, day, NULL, -1));
  for (guint i = 0; i < day->items->len; i++)
    if (!hf_hours_place_takes (day->items->pdata[i]))
      g_ptr_array_add (lines, hf_agenda_line_new (range, day, day->items->pdata[i], -1));
  for (guint i = 0; i < places->len; i++)
    {
      const HfHoursPlace *place = places->pdata[i];

      g_ptr_array_add (lines, hf_agenda_line_new (range, day, place->item, place->block.start));
    }
}

/* The list keeps its place: what stood there is replaced line by line from the top. */
static void
show_range (HfAgendaView *self, HfCalendarRange *range)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double place = gtk_adjustment_get_value (adjustment);

  for (guint i = 0; i < range->n_days; i++)
    add_day (lines, range, &range->days[i]);
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
  gtk_adjustment_set_value (adjustment, place);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "list" : "empty");
}

static void
load (HfAgendaView *self)
{
  HfCalendarRange *range;

  if (self->model == NULL || self->from == HF_DAY_NONE ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  range = hf_calendar_model_get_range (self->model, self->from, self->from + self->n_days - 1,
                                       HF_CALENDAR_MOST);
  if (range == NULL || range == self->range)
    return;
  self->range = range;
  show_range (self, range);
}

static void
on_edge (GtkScrolledWindow *scroller, GtkPositionType edge, HfAgendaView *self)
{
  if (edge != GTK_POS_BOTTOM || self->n_days >= MOST_DAYS)
    return;
  self->n_days += DAYS_AT_ONCE;
  load (self);
}

static void
on_activated (GtkListView *list, guint position, HfAgendaView *self)
{
  g_autoptr (HfAgendaLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  const HfCalendarItem *item = hf_agenda_line_get_item (line);

  if (item != NULL)
    hf_calendar_open_item (GTK_WIDGET (self), item);
}

static void
hf_agenda_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_agenda_view_parent_class)->map (widget);
  load (HF_AGENDA_VIEW (widget));
}

static gboolean
hf_agenda_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_AGENDA_VIEW (widget)->list));
}

static void
hf_agenda_view_set_model (HfCalendarView *view, HfCalendarModel *model)
{
  HfAgendaView *self = HF_AGENDA_VIEW (view);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

static void
hf_agenda_view_set_day (HfCalendarView *view, HfDay day)
{
  HfAgendaView *self = HF_AGENDA_VIEW (view);

  if (day == self->from)
    return;
  self->from = day;
  self->n_days = DAYS_AT_ONCE;
  self->range = NULL;
  load (self);
}

static HfDay
hf_agenda_view_step (HfCalendarView *view, HfDay day, int n)
{
  return day + n * DAYS_AT_ONCE;
}

static void
hf_agenda_view_get_span (HfCalendarView *view, HfDay day, HfDay *from, HfDay *to)
{
  *from = day;
  *to = day + DAYS_AT_ONCE - 1;
}

static void
hf_agenda_view_view_init (HfCalendarViewInterface *iface)
{
  iface->set_model = hf_agenda_view_set_model;
  iface->set_day = hf_agenda_view_set_day;
  iface->step = hf_agenda_view_step;
  iface->get_span = hf_agenda_view_get_span;
}

static void
hf_agenda_view_dispose (GObject *object)
{
  HfAgendaView *self = HF_AGENDA_VIEW (object);

  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->stack)));
  g_clear_object (&self->lines);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (hf_agenda_view_parent_class)->dispose (object);
}

static void
hf_agenda_view_class_init (HfAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_agenda_view_dispose;
  widget_class->map = hf_agenda_view_map;
  widget_class->grab_focus = hf_agenda_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_agenda_view_init (HfAgendaView *self)
{
  GtkWidget *empty = adw_status_page_new ();
  GtkSelectionModel *selection;

  self->from = HF_DAY_NONE;
  self->lines = g_list_store_new (HF_TYPE_AGENDA_LINE);
  selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines))));
  self->list = GTK_LIST_VIEW (gtk_list_view_new (selection, hf_agenda_row_create_factory ()));
  self->scroller = gtk_scrolled_window_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "agenda");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "x-office-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("Nothing in these two weeks"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("Go on with the arrows above, or change the filter."));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_stack_add_named (self->stack, self->scroller, "list");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("calendar view", "Agenda"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (on_activated), self);
  g_signal_connect (self->scroller, "edge-reached", G_CALLBACK (on_edge), self);
}
