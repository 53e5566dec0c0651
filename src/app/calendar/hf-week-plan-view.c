/* hf-week-plan-view.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-week-plan-view.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-view.h"
#include "hf-follower.h"
#include "hf-id-list.h"
#include "hf-week-plan-row.h"

#define WEEK   (7)
#define MARGIN (14)

/**
 * HfWeekPlanView:
 *
 * The customers of one person's week, what is meant with each and what came of it, under last
 * week's result; for everybody, plan against outcome of each. Follows what others commit.
 */
struct _HfWeekPlanView
{
  AdwBin parent_instance;

  GtkLabel *last;
  GtkLabel *now;
  GtkStack *stack;
  GtkListView *view;
  GtkGrid *grid;

  HfCalendarModel *model;
  HfFollower *follower;
  HfIdList *list;
  GtkSingleSelection *selection;
  GPtrArray *lines; /* (nullable) (element-type HfWeekLine) */
  HfDay monday;
};

static void hf_week_plan_view_view_init (HfCalendarViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfWeekPlanView,
                               hf_week_plan_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (HF_TYPE_CALENDAR_VIEW,
                                                      hf_week_plan_view_view_init))

/* What a reader's thread is asked, and what it answers. */
typedef struct
{
  HfActor actor;
  gint64 staff;
  HfDay monday;
  GPtrArray *lines; /* (nullable): for everybody there are sums only */
  GPtrArray *last;
  GPtrArray *sums;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->lines, g_ptr_array_unref);
  g_clear_pointer (&reading->last, g_ptr_array_unref);
  g_clear_pointer (&reading->sums, g_ptr_array_unref);
  g_free (reading);
}

static gpointer
read_week (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = g_memdup2 (data, sizeof *reading);
  const HfActor *actor = &reading->actor;

  reading->last =
      hf_week_dup_sums (db, actor, reading->staff, reading->monday - WEEK, cancellable, error);
  if (reading->last != NULL)
    reading->sums =
        hf_week_dup_sums (db, actor, reading->staff, reading->monday, cancellable, error);
  if (reading->sums != NULL && reading->staff != 0)
    reading->lines = hf_week_dup_lines (db, actor, reading->staff, reading->monday, error);
  if (reading->sums == NULL || (reading->staff != 0 && reading->lines == NULL))
    g_clear_pointer (&reading, reading_free);
  return reading;
}

static int
count (const GPtrArray *sums, int intent, int outcome)
{
  int n = 0;

  for (guint i = 0; i < sums->len; i++)
    n += hf_week_sum_count (sums->pdata[i], intent, outcome);
  return n;
}

/* “Last week: 24 planned; bought something 3, reached 12, …” */
static char *
format_sums (const char *format, const GPtrArray *sums)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, format, count (sums, -1, -1));
  for (int i = HF_N_WEEK_OUTCOMES - 1; i >= 0; i--)
    g_string_append_printf (text, "  ·  %s %d", hf_domain_get_label (HF_DOMAIN_WEEK_OUTCOME, i),
                            count (sums, -1, i));
  return g_string_free (text, FALSE);
}

static void
show_sums (HfWeekPlanView *self, const Reading *reading)
{
  g_autofree char *last = format_sums (_ ("The week before: %d planned"), reading->last);
  g_autofree char *now = format_sums (_ ("This week: %d planned"), reading->sums);
  int without = count (reading->sums, HF_N_INTENTS, -1);
  g_autofree char *rest =
      without > 0 ? g_strdup_printf (_ ("%d still without a plan"), without) : g_strdup ("");
  g_autofree char *whole = g_strdup_printf ("%s%s%s", now, without > 0 ? "  ·  " : "", rest);

  gtk_label_set_label (self->last, last);
  gtk_label_set_label (self->now, whole);
}

static void
add_cell (HfWeekPlanView *self, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "tnum");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
add_number (HfWeekPlanView *self, int n, int column, int row)
{
  g_autofree char *text = g_strdup_printf ("%d", n);

  add_cell (self, text, column, row, n > 0 ? "strong" : "dim");
}

static void
add_sum (HfWeekPlanView *self, const HfWeekSum *sum, int row)
{
  add_cell (self, sum->staff, 0, row, "strong");
  add_number (self, hf_week_sum_count (sum, -1, -1), 1, row);
  for (int i = 0; i < HF_N_WEEK_OUTCOMES; i++)
    add_number (self, hf_week_sum_count (sum, -1, HF_N_WEEK_OUTCOMES - 1 - i), 2 + i, row);
  add_number (self, hf_week_sum_count (sum, HF_N_INTENTS, -1), 2 + HF_N_WEEK_OUTCOMES, row);
}

/* Plan against outcome, a line each: for the manager. */
static void
show_grid (HfWeekPlanView *self, const GPtrArray *sums)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  add_cell (self, _ ("Agent"), 0, 0, "dim");
  add_cell (self, _ ("Planned"), 1, 0, "dim");
  for (int i = 0; i < HF_N_WEEK_OUTCOMES; i++)
    add_cell (self, hf_domain_get_label (HF_DOMAIN_WEEK_OUTCOME, HF_N_WEEK_OUTCOMES - 1 - i), 2 + i,
              0, "dim");
  add_cell (self, _ ("Without a plan"), 2 + HF_N_WEEK_OUTCOMES, 0, "dim");
  for (guint i = 0; i < sums->len; i++)
    add_sum (self, sums->pdata[i], (int) i + 1);
}

static const HfWeekLine *
find_line (HfWeekPlanView *self, gint64 customer)
{
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    if (((const HfWeekLine *) self->lines->pdata[i])->customer_id == customer)
      return self->lines->pdata[i];
  return NULL;
}

static GObject *
create_item (gint64 id, guint position, gpointer data)
{
  HfWeekItem *item = hf_week_item_new ();
  const HfWeekLine *line = find_line (data, id);

  if (line != NULL)
    hf_week_item_set_line (item, line);
  return G_OBJECT (item);
}

static void
renew_item (gpointer item, gpointer data)
{
  const HfWeekLine *before = hf_week_item_get_line (item);
  const HfWeekLine *line = before != NULL ? find_line (data, before->customer_id) : NULL;

  if (line != NULL)
    hf_week_item_set_line (item, line);
}

static void
show_lines (HfWeekPlanView *self, GPtrArray *lines)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_ptr_array_ref (lines);
  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (ids, ((const HfWeekLine *) lines->pdata[i])->customer_id);
  hf_id_list_set_ids (self->list, ids);
  hf_id_list_foreach_object (self->list, renew_item, self);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "list" : "empty");
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfWeekPlanView) self = data;
  g_autoptr (GError) error = NULL;
  Reading *reading = hf_store_call_finish (HF_STORE (source), result, &error);

  if (reading != NULL && self->model != NULL)
    {
      show_sums (self, reading);
      if (reading->lines != NULL)
        show_lines (self, reading->lines);
      else
        {
          show_grid (self, reading->sums);
          gtk_stack_set_visible_child_name (self->stack, "sums");
        }
    }
  else if (reading == NULL && self->model != NULL)
    hf_app_context_complain (hf_calendar_model_get_context (self->model), error);
  g_clear_pointer (&reading, reading_free);
}

static void
load (HfFollower *follower, gpointer widget, gboolean arrived)
{
  HfWeekPlanView *self = widget;
  HfAppContext *context = hf_calendar_model_get_context (self->model);
  Reading asked = { .monday = self->monday };

  if (self->monday == HF_DAY_NONE || !hf_app_context_init_actor (context, &asked.actor, NULL))
    return;
  asked.staff = MAX (hf_calendar_model_get_filter (self->model)->staff_id, 0);
  if (asked.actor.role == HF_ROLE_AGENT)
    asked.staff = asked.actor.staff_id;
  hf_follower_read (follower, read_week, g_memdup2 (&asked, sizeof asked), g_free, reading_free,
                    on_read);
}

/* What the writer's thread is given. */
typedef struct
{
  gint64 customer;
  char *name;
  HfDay monday;
  int intent;
  char *result; /* (nullable) */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_free (change->result);
  g_free (change);
}

static gpointer
run_change (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  const Change *change = data;
  g_autoptr (GArray) customers = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (customers, change->customer);
  if (change->result != NULL)
    return hf_command_set_week_result (db, actor, change->customer, change->monday, change->result,
                                       error)
               ? g_strdup_printf (_ ("Noted what came of it with %s"), change->name)
               : NULL;
  if (!hf_command_set_intents (db, actor, customers, change->monday, change->intent, error))
    return NULL;
  return change->intent == HF_INTENT_NONE
             ? g_strdup_printf (_ ("%s is without a plan again"), change->name)
             : g_strdup_printf ("%s: %s", change->name,
                                hf_domain_get_label (HF_DOMAIN_INTENT, change->intent));
}

/* Refused or not, what the line shows is what was saved. */
static void
on_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfWeekPlanView) self = data;

  hf_app_context_on_said (source, result, NULL);
  if (self->follower != NULL)
    hf_follower_wake (self->follower);
}

static void
act_on (const HfWeekLine *line, int intent, const char *result, gpointer data)
{
  HfWeekPlanView *self = data;
  Change *change = g_new0 (Change, 1);

  *change = (Change){ line->customer_id, g_strdup (line->customer), self->monday, intent,
                      result != NULL ? g_strstrip (g_strdup (result)) : NULL };
  hf_app_context_run_async (hf_calendar_model_get_context (self->model), run_change, change,
                            change_free, g_free, on_changed, g_object_ref (self));
}

static void
on_activate (HfWeekPlanView *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-customer", "x",
                              hf_id_list_get_id (self->list, position));
}

/* A letter for the chosen customer; in the field for the result it is a letter. */
static gboolean
on_key_pressed (
    HfWeekPlanView *self, guint key, guint code, GdkModifierType state, gpointer controller)
{
  static const guint keys[HF_N_INTENTS] = { GDK_KEY_s, GDK_KEY_f, GDK_KEY_d };
  HfWeekItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (item == NULL || GTK_IS_EDITABLE (focus) || (state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  for (int i = 0; i < HF_N_INTENTS; i++)
    if (keys[i] == key)
      {
        act_on (hf_week_item_get_line (item), i, NULL, self);
        return GDK_EVENT_STOP;
      }
  if (key != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  act_on (hf_week_item_get_line (item), HF_INTENT_NONE, NULL, self);
  return GDK_EVENT_STOP;
}

static void
hf_week_plan_view_set_model (HfCalendarView *view, HfCalendarModel *model)
{
  HfWeekPlanView *self = HF_WEEK_PLAN_VIEW (view);

  self->model = g_object_ref (model);
  self->follower = hf_follower_new (self, hf_calendar_model_get_context (model), load);
  g_signal_connect_object (model, "changed", G_CALLBACK (hf_follower_wake), self->follower,
                           G_CONNECT_SWAPPED);
}

static void
hf_week_plan_view_set_day (HfCalendarView *view, HfDay day)
{
  HfWeekPlanView *self = HF_WEEK_PLAN_VIEW (view);
  HfDay monday = hf_week_get_monday (day);

  if (monday == self->monday)
    return;
  self->monday = monday;
  hf_follower_wake (self->follower);
}

static HfDay
hf_week_plan_view_step (HfCalendarView *view, HfDay day, int n)
{
  return day + (HfDay) n * WEEK;
}

static void
hf_week_plan_view_get_span (HfCalendarView *view, HfDay day, HfDay *from, HfDay *to)
{
  *from = hf_week_get_monday (day);
  *to = *from + WEEK - 1;
}

static void
hf_week_plan_view_view_init (HfCalendarViewInterface *iface)
{
  iface->set_model = hf_week_plan_view_set_model;
  iface->set_day = hf_week_plan_view_set_day;
  iface->step = hf_week_plan_view_step;
  iface->get_span = hf_week_plan_view_get_span;
}

static gboolean
hf_week_plan_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_WEEK_PLAN_VIEW (widget)->view));
}

static void
hf_week_plan_view_dispose (GObject *object)
{
  HfWeekPlanView *self = HF_WEEK_PLAN_VIEW (object);

  g_clear_object (&self->follower);
  if (self->view != NULL && self->selection != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (hf_week_plan_view_parent_class)->dispose (object);
}

static void
hf_week_plan_view_class_init (HfWeekPlanViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_week_plan_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = hf_week_plan_view_grab_focus;
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/org/huifang/Huifang/ui/calendar/hf-week-plan-view.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), HfWeekPlanView, last);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), HfWeekPlanView, now);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), HfWeekPlanView, stack);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), HfWeekPlanView, view);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), HfWeekPlanView, grid);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_activate);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), on_key_pressed);
}

static void
hf_week_plan_view_init (HfWeekPlanView *self)
{
  g_autoptr (GtkListItemFactory) factory = hf_week_plan_rows_create_factory (act_on, self);

  self->monday = HF_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = hf_id_list_new (HF_TYPE_WEEK_ITEM, create_item, self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}
