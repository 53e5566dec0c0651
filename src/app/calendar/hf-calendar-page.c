/* hf-calendar-page.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-page.h"

#include <glib/gi18n-lib.h>

#include "hf-agenda-view.h"
#include "hf-calendar-filters.h"
#include "hf-calendar-menu.h"
#include "hf-calendar-side.h"
#include "hf-calendar-view.h"
#include "hf-day-note.h"
#include "hf-drag-turn.h"
#include "hf-hours-view.h"
#include "hf-month-view.h"
#include "hf-page.h"
#include "hf-week-plan-view.h"
#include "hf-when.h"

/**
 * HfCalendarPage:
 *
 * The toolbar, the views of which one is shown, and the chosen day beside it. Views share one model
 * and one chosen day; a view is made when it is first shown.
 */
struct _HfCalendarPage
{
  AdwBin parent_instance;

  AdwFlap *flap;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *title;
  GtkLabel *lunar;
  GtkWidget *counting;
  HfCalendarFilters *filters;
  GtkBox *switcher;
  GtkStack *views;
  GtkLabel *status;
  HfCalendarSide *side;

  HfAppContext *context;
  HfCalendarModel *model;
  GSimpleActionGroup *actions;
  HfDay day;
  guint idle;
};

static void hf_calendar_page_page_init (HfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfCalendarPage,
                               hf_calendar_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_PAGE, hf_calendar_page_page_init))

/* In the order of the switcher, and of the keys 1, 2, 3 … */
static const struct
{
  const char *name;
  const char *label;
  GType (*get_type) (void);
} view_infos[] = {
  { "month", NC_ ("calendar view", "Month"), hf_month_view_get_type },
  { "week", NC_ ("calendar view", "Week"), hf_week_view_get_type },
  { "day", NC_ ("calendar view", "Day"), hf_day_view_get_type },
  { "agenda", NC_ ("calendar view", "Agenda"), hf_agenda_view_get_type },
  { "plan", NC_ ("calendar view", "Plan"), hf_week_plan_view_get_type },
};

static HfCalendarView *
get_view (HfCalendarPage *self)
{
  return HF_CALENDAR_VIEW (gtk_stack_get_visible_child (self->views));
}

static char *
format_span (HfDay from, HfDay to)
{
  HfDay middle = (from + to) / 2;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (middle * 24 * 60 * 60);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (to - from >= 27)
    /* Translators: a month with its year as in g_date_time_format(). */
    return g_date_time_format (date, _ ("%B %Y"));
  if (from == to)
    return hf_when_format_heading (from);
  first = hf_when_format_date (from, to);
  last = hf_when_format_date (to, to);
  return g_strdup_printf ("%s – %s", first, last);
}

static void
show_heading (HfCalendarPage *self)
{
  HfDay from, to;
  g_autofree char *title = NULL;
  g_autofree char *lunar = NULL;

  hf_calendar_view_get_span (get_view (self), self->day, &from, &to);
  title = format_span (from, to);
  lunar = hf_lunar_format_span (from, to);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_label (self->lunar, lunar != NULL ? lunar : "");
}

static void
choose_day (HfCalendarPage *self, HfDay day)
{
  self->day = CLAMP (day, hf_day_from_ymd (HF_DAY_FIRST_YEAR, 2, 1),
                     hf_day_from_ymd (HF_DAY_LAST_YEAR, 11, 30));
  hf_calendar_view_set_day (get_view (self), self->day);
  hf_calendar_side_set_day (self->side, self->day);
  show_heading (self);
}

static void
on_status (HfCalendarView *view, const char *text, HfCalendarPage *self)
{
  if (text != NULL)
    gtk_label_set_label (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status), text != NULL);
}

static void
show_view (HfCalendarPage *self, const char *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, name);

  for (guint i = 0; view == NULL && i < G_N_ELEMENTS (view_infos); i++)
    if (g_str_equal (view_infos[i].name, name))
      {
        view = g_object_new (view_infos[i].get_type (), NULL);
        g_signal_connect_object (view, "status", G_CALLBACK (on_status), self, 0);
        gtk_stack_add_named (self->views, view, name);
        hf_calendar_view_set_model (HF_CALENDAR_VIEW (view), self->model);
      }
  if (view == NULL)
    return;
  gtk_stack_set_visible_child (self->views, view);
  choose_day (self, self->day);
}

static void
on_view (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCalendarPage *self = data;
  const char *name = g_variant_get_string (parameter, NULL);
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    known = known || g_str_equal (view_infos[i].name, name);
  if (!known)
    return;
  g_simple_action_set_state (action, parameter);
  g_settings_set_string (hf_app_context_get_settings (self->context), "calendar-view", name);
  show_view (self, name);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (self)));
}

static void
on_day (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_day (data, g_variant_get_int64 (parameter));
}

static void
on_open_day (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCalendarPage *self = data;

  choose_day (self, g_variant_get_int64 (parameter));
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "view",
                                  g_variant_new_string ("day"));
}

/* “+3”: they are all in the list beside it. */
static void
on_show_rest (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCalendarPage *self = data;

  choose_day (self, g_variant_get_int64 (parameter));
  adw_flap_set_reveal_flap (self->flap, TRUE);
  hf_calendar_side_expand (self->side);
}

static void
on_today (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCalendarPage *self = data;

  choose_day (self, hf_calendar_model_get_today (self->model));
}

static void
on_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCalendarPage *self = data;

  choose_day (self, hf_calendar_view_step (get_view (self), self->day, -1));
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCalendarPage *self = data;

  choose_day (self, hf_calendar_view_step (get_view (self), self->day, 1));
}

/* On a narrow screen the panel lies over the days, or is hidden. */
static void
on_side (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HfCalendarPage *self = data;

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static const GActionEntry action_entries[] = {
  { .name = "view", .activate = on_view, .parameter_type = "s", .state = "''" },
  { .name = "day", .activate = on_day, .parameter_type = "x" },
  { .name = "open-day", .activate = on_open_day, .parameter_type = "x" },
  { .name = "show-rest", .activate = on_show_rest, .parameter_type = "x" },
  { .name = "side", .activate = on_side },
  { .name = "today", .activate = on_today },
  { .name = "previous", .activate = on_previous },
  { .name = "next", .activate = on_next },
};

/* The chips are there before the numbers. */
static void
show_counting (HfCalendarPage *self)
{
  gtk_widget_set_visible (self->counting, hf_calendar_model_is_counting (self->model));
}

static void
on_filter_changed (HfCalendarPage *self)
{
  if (self->model != NULL)
    hf_calendar_model_set_filter (self->model, hf_calendar_filters_create_filter (self->filters));
}

static void
add_switches (HfCalendarPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (
          g_dpgettext2 (GETTEXT_PACKAGE, "calendar view", view_infos[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", view_infos[i].name);
      gtk_box_append (self->switcher, button);
    }
}

static void
hf_calendar_page_set_context (HfPage *page, HfAppContext *context)
{
  HfCalendarPage *self = HF_CALENDAR_PAGE (page);
  g_autofree char *view =
      g_settings_get_string (hf_app_context_get_settings (context), "calendar-view");
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "view");

  self->context = g_object_ref (context);
  self->model = hf_calendar_model_new (context);
  self->day = hf_calendar_model_get_today (self->model);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (show_counting), self,
                           G_CONNECT_SWAPPED);
  hf_calendar_filters_set_context (self->filters, context);
  on_filter_changed (self);
  hf_calendar_side_set_model (self->side, self->model);
  add_switches (self);
  show_view (self, view);
  if (gtk_stack_get_visible_child (self->views) == NULL)
    {
      g_free (view);
      view = g_strdup (view_infos[0].name);
      show_view (self, view);
    }
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (view));
}

/* The stack of pages has chosen where the focus goes only after this one was mapped. */
static gboolean
on_shown (gpointer data)
{
  HfCalendarPage *self = data;

  self->idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (get_view (self)));
  return G_SOURCE_REMOVE;
}

static void
hf_calendar_page_map (GtkWidget *widget)
{
  HfCalendarPage *self = HF_CALENDAR_PAGE (widget);

  if (self->model != NULL)
    hf_calendar_model_set_active (self->model, TRUE);
  GTK_WIDGET_CLASS (hf_calendar_page_parent_class)->map (widget);
  if (self->model != NULL && self->idle == 0)
    self->idle = g_idle_add (on_shown, self);
}

static void
hf_calendar_page_unmap (GtkWidget *widget)
{
  HfCalendarPage *self = HF_CALENDAR_PAGE (widget);

  GTK_WIDGET_CLASS (hf_calendar_page_parent_class)->unmap (widget);
  if (self->model != NULL)
    hf_calendar_model_set_active (self->model, FALSE);
}

static void
hf_calendar_page_page_init (HfPageInterface *iface)
{
  iface->set_context = hf_calendar_page_set_context;
}

static void
hf_calendar_page_dispose (GObject *object)
{
  HfCalendarPage *self = HF_CALENDAR_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hf_calendar_page_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "calendar.side", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "calendar.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "calendar.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, 0, "calendar.view", "s", "month");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, 0, "calendar.view", "s", "week");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, 0, "calendar.view", "s", "day");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_4, 0, "calendar.view", "s", "agenda");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_5, 0, "calendar.view", "s", "plan");
}

static void
hf_calendar_page_class_init (HfCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_calendar_page_dispose;
  widget_class->map = hf_calendar_page_map;
  widget_class->unmap = hf_calendar_page_unmap;
  g_type_ensure (HF_TYPE_CALENDAR_FILTERS);
  g_type_ensure (HF_TYPE_CALENDAR_SIDE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/calendar/hf-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, flap);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, previous);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, next);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, title);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, lunar);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, counting);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, filters);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, views);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, status);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarPage, side);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  add_bindings (widget_class);
}

static void
hf_calendar_page_init (HfCalendarPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  hf_calendar_menu_add_actions (G_ACTION_MAP (self->actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  hf_drag_turn_add (self->previous);
  hf_drag_turn_add (self->next);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "calendar", G_ACTION_GROUP (self->actions));
}

/**
 * hf_calendar_page_get_day:
 *
 * Returns: the chosen day
 */
HfDay
hf_calendar_page_get_day (HfCalendarPage *self)
{
  g_return_val_if_fail (HF_IS_CALENDAR_PAGE (self), HF_DAY_NONE);

  return self->day;
}

/**
 * hf_calendar_page_get_staff:
 *
 * Returns: whose days are shown; 0 for everybody's
 */
gint64
hf_calendar_page_get_staff (HfCalendarPage *self)
{
  g_return_val_if_fail (HF_IS_CALENDAR_PAGE (self), 0);

  return self->model != NULL ? hf_calendar_model_get_filter (self->model)->staff_id : 0;
}

/**
 * hf_calendar_page_get_context:
 *
 * Returns: (transfer none) (nullable): what the parts of the program share
 */
HfAppContext *
hf_calendar_page_get_context (HfCalendarPage *self)
{
  g_return_val_if_fail (HF_IS_CALENDAR_PAGE (self), NULL);

  return self->context;
}
