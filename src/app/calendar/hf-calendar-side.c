/* hf-calendar-side.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-side.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-chip.h"
#include "hf-calendar-day.h"
#include "hf-calendar-move.h"
#include "hf-calendar-view.h"
#include "hf-day-foreseen.h"
#include "hf-lunar.h"
#include "hf-round.h"
#include "hf-visit-row.h"
#include "hf-when.h"

/* More than anybody visits or calls in a day; the rest is said in numbers. */
#define MOST_ROWS (60)

/**
 * HfCalendarSide:
 *
 * The chosen day: how full it is and what would help, its home visits in the order of the round
 * under their areas, the calls folded. Read on a reader thread when another day is chosen or
 * something changed.
 */
struct _HfCalendarSide
{
  GtkWidget parent_instance;

  GtkLabel *date;
  GtkLabel *lunar;
  GtkProgressBar *bar;
  GtkLabel *load;
  GtkWidget *over_row;
  GtkLabel *over;
  GtkButton *better;
  GtkWidget *homes_heading;
  GtkLabel *homes_title;
  GtkWidget *order;
  GtkWidget *hint;
  GtkBox *homes;
  GtkExpander *others_expander;
  GtkBox *others;
  GtkExpander *done_expander;
  GtkBox *done;
  HfDayForeseen *foreseen;
  GtkWidget *empty;

  HfCalendarModel *model;
  HfCalendarList *list; /* (nullable) */
  GCancellable *cancellable;
  HfDay day;
  gint64 focus; /* id of the visit that takes the focus again when the list comes */
};

G_DEFINE_FINAL_TYPE (HfCalendarSide, hf_calendar_side, GTK_TYPE_WIDGET)

typedef struct
{
  HfActor actor;
  HfCalendarFilter *filter;
  HfDay day;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  hf_calendar_filter_free (reading->filter);
  g_free (reading);
}

typedef struct
{
  GArray *ids;
  gboolean clear;
} Order;

static void
order_free (gpointer data)
{
  g_array_unref (((Order *) data)->ids);
  g_free (data);
}

static gpointer
run_order (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Order *order = data;
  const gint64 *ids = (const gint64 *) (void *) order->ids->data;
  gboolean done = order->clear ? hf_command_clear_order (db, actor, ids, order->ids->len, error)
                               : hf_command_order_visits (db, actor, ids, order->ids->len, error);

  return done ? g_strdup (order->clear ? _ ("Visits in order by area and street")
                                       : _ ("Visits put in order"))
              : NULL;
}

static GArray *
dup_ids (HfCalendarSide *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->list != NULL && i < self->list->homes->len; i++)
    g_array_append_val (ids, ((HfCalendarItem *) g_ptr_array_index (self->list->homes, i))->id);
  return ids;
}

static void
store_order (HfCalendarSide *self, GArray *ids, gboolean clear)
{
  Order *order = g_new (Order, 1);

  *order = (Order){ ids, clear };
  hf_app_context_run_async (hf_calendar_model_get_context (self->model), run_order, order,
                            order_free, g_free, hf_app_context_on_said, NULL);
}

static guint
find_id (const GArray *ids, gint64 id)
{
  guint i = 0;

  while (i < ids->len && g_array_index (ids, gint64, i) != id)
    i++;
  return i;
}

static void
on_stepped (HfVisitRow *row, int step, HfCalendarSide *self)
{
  g_autoptr (GArray) ids = dup_ids (self);
  gint64 id = hf_visit_row_get_id (row);
  guint from = find_id (ids, id);
  int to = (int) from + step;

  if (from >= ids->len || to < 0 || to >= (int) ids->len)
    return;
  g_array_index (ids, gint64, from) = g_array_index (ids, gint64, to);
  g_array_index (ids, gint64, to) = id;
  self->focus = id;
  store_order (self, g_steal_pointer (&ids), FALSE);
}

static void
on_dropped (HfVisitRow *row, gint64 id, HfCalendarSide *self)
{
  g_autoptr (GArray) ids = dup_ids (self);
  guint from = find_id (ids, id);
  guint to;

  if (from >= ids->len)
    return;
  g_array_remove_index (ids, from);
  to = find_id (ids, hf_visit_row_get_id (row));
  /* Dragged down it takes the place of the one it is dropped on, as it does dragged up. */
  g_array_insert_val (ids, to >= from ? MIN (to + 1, ids->len) : to, id);
  store_order (self, g_steal_pointer (&ids), FALSE);
}

static void
on_order (HfCalendarSide *self)
{
  store_order (self, dup_ids (self), TRUE);
}

static void
on_better (HfCalendarSide *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const HfCalendarItem *found = NULL;

  if (self->list == NULL || self->list->movable == 0)
    return;
  for (guint i = 0; i < self->list->homes->len; i++)
    {
      const HfCalendarItem *item = g_ptr_array_index (self->list->homes, i);

      found = item->id == self->list->movable ? item : found;
    }
  if (found == NULL)
    return;
  g_array_append_val (ids, found->id);
  hf_calendar_move (GTK_WIDGET (self), hf_calendar_model_get_context (self->model), ids,
                    found->name, self->list->better, FALSE);
}

static void
on_print (HfCalendarSide *self)
{
  gint64 staff = hf_calendar_model_get_filter (self->model)->staff_id;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-day-sheet", "(xx)", MAX (staff, 0),
                              self->day);
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static guint
count_area (const GPtrArray *homes, guint from)
{
  const HfCalendarItem *first = g_ptr_array_index (homes, from);
  guint n = 0;

  while (from + n < homes->len &&
         g_strcmp0 (((HfCalendarItem *) g_ptr_array_index (homes, from + n))->area, first->area) ==
             0)
    n++;
  return n;
}

static void
add_area (HfCalendarSide *self, const char *area, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *name = gtk_label_new (area != NULL && *area != '\0' ? area : _ ("No area"));
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit", "%u visits", n), n);
  GtkWidget *count = gtk_label_new (text);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("mark-location-symbolic"));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "strong");
  gtk_widget_add_css_class (name, "hf-small");
  gtk_box_append (GTK_BOX (box), name);
  gtk_widget_add_css_class (count, "dim");
  gtk_widget_add_css_class (count, "hf-small");
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (self->homes, box);
}

static void
show_homes (HfCalendarSide *self)
{
  const GPtrArray *homes = self->list->homes;
  g_autofree char *title = g_strdup_printf (_ ("Home visits %u"), self->list->day->n_home);
  gboolean by_hand = FALSE;
  guint left = 0;

  empty_box (self->homes);
  gtk_label_set_label (self->homes_title, title);
  for (guint i = 0; i < MIN (homes->len, MOST_ROWS); i++)
    {
      const HfCalendarItem *item = g_ptr_array_index (homes, i);
      GtkWidget *row = hf_visit_row_new (item, i + 1);

      if (left == 0)
        {
          left = count_area (homes, i);
          add_area (self, item->area, left);
        }
      left--;
      by_hand = by_hand || item->order > 0;
      g_signal_connect_object (row, "stepped", G_CALLBACK (on_stepped), self, 0);
      g_signal_connect_object (row, "dropped", G_CALLBACK (on_dropped), self, 0);
      gtk_box_append (self->homes, row);
      if (item->id == self->focus)
        gtk_widget_grab_focus (row);
    }
  self->focus = 0;
  gtk_widget_set_visible (self->homes_heading, homes->len > 0);
  gtk_widget_set_visible (self->order, by_hand);
  gtk_widget_set_visible (self->hint, !by_hand && homes->len > 1);
}

static void
show_others (HfCalendarSide *self)
{
  const HfCalendarList *list = self->list;
  /* Of a big branch's day not all are read. */
  guint n_others =
      list->day->n_items - MIN (list->day->n_done + list->day->n_home, list->day->n_items);
  g_autofree char *title =
      g_strdup_printf (_ ("Calls and the rest %u"), MAX (n_others, list->others->len));
  g_autofree char *done = g_strdup_printf (_ ("Done %u"), MAX (list->day->n_done, list->done->len));

  empty_box (self->others);
  empty_box (self->done);
  gtk_expander_set_label (self->others_expander, title);
  gtk_widget_set_visible (GTK_WIDGET (self->others_expander), list->others->len > 0);
  hf_calendar_chip_add_all (self->others, list->others, MOST_ROWS);
  gtk_expander_set_label (self->done_expander, done);
  gtk_widget_set_visible (GTK_WIDGET (self->done_expander), list->done->len > 0);
  hf_calendar_chip_add_all (self->done, list->done, MOST_ROWS);
  /* Where nothing is left to be done, that is what one comes to see. */
  if (list->homes->len + list->others->len == 0)
    gtk_expander_set_expanded (self->done_expander, TRUE);
  gtk_widget_set_visible (self->empty, list->homes->len + list->others->len + list->done->len == 0);
}

static void
show_load (HfCalendarSide *self)
{
  const HfCalendarDay *day = self->list->day;
  g_autofree char *load = hf_calendar_format_load (day->load);
  g_autofree char *capacity = hf_calendar_format_load (day->capacity);
  g_autofree char *text = g_strdup_printf ("%s / %s", load, capacity);
  gboolean over = day->capacity > 0 && day->load > day->capacity;
  g_autofree char *much = hf_calendar_format_load (day->load - day->capacity);
  g_autofree char *over_text = g_strdup_printf (_ ("%s over"), much);

  gtk_label_set_label (self->load, text);
  gtk_widget_set_opacity (GTK_WIDGET (self->bar), day->load > 0 ? 1 : 0);
  gtk_progress_bar_set_fraction (
      self->bar, day->capacity > 0 ? MIN ((double) day->load / day->capacity, 1) : 0);
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self->bar), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->bar), "over");
  gtk_widget_set_visible (self->over_row, over);
  gtk_label_set_label (self->over, over_text);
  gtk_widget_set_visible (GTK_WIDGET (self->better), self->list->movable != 0);
  if (self->list->movable != 0)
    {
      HfDay today = hf_calendar_model_get_today (self->model);
      g_autofree char *better = hf_when_format_day (self->list->better, today);
      g_autofree char *label = g_strdup_printf (_ ("Move one to %s"), better);

      gtk_button_set_label (self->better, label);
    }
}

static void
show_date (HfCalendarSide *self)
{
  g_autofree char *date = hf_when_format_heading (self->day);
  g_autofree char *chinese = NULL;
  HfLunarDate lunar;

  if (hf_lunar_from_day (self->day, &lunar))
    chinese = hf_lunar_format_chinese (&lunar);
  gtk_label_set_label (self->date, date);
  gtk_label_set_label (self->lunar, chinese != NULL ? chinese : "");
}

static gpointer
read_list (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  return hf_calendar_list_load (db, &reading->actor, reading->filter, reading->day, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCalendarSide) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCalendarList) list = hf_store_call_finish (HF_STORE (source), result, &error);

  if (list == NULL || self->model == NULL)
    return;
  empty_box (self->others);
  empty_box (self->done);
  g_clear_pointer (&self->list, hf_calendar_list_free);
  self->list = g_steal_pointer (&list);
  show_homes (self);
  show_others (self);
  show_load (self);
}

static void
load (HfCalendarSide *self)
{
  HfAppContext *context;
  Reading *reading;

  if (self->model == NULL || self->day == HF_DAY_NONE || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  context = hf_calendar_model_get_context (self->model);
  reading = g_new0 (Reading, 1);
  reading->filter = hf_calendar_filter_copy (hf_calendar_model_get_filter (self->model));
  reading->day = self->day;
  if (hf_app_context_init_actor (context, &reading->actor, NULL))
    hf_store_call_async (hf_app_context_get_store (context), HF_STORE_READ, read_list, reading,
                         reading_free, (GDestroyNotify) hf_calendar_list_free, self->cancellable,
                         on_read, g_object_ref (self));
  else
    reading_free (reading);
}

static void
hf_calendar_side_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_calendar_side_parent_class)->map (widget);
  load (HF_CALENDAR_SIDE (widget));
}

static void
hf_calendar_side_dispose (GObject *object)
{
  HfCalendarSide *self = HF_CALENDAR_SIDE (object);
  GtkWidget *child;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->list, hf_calendar_list_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (hf_calendar_side_parent_class)->dispose (object);
}

static void
hf_calendar_side_class_init (HfCalendarSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_calendar_side_dispose;
  widget_class->map = hf_calendar_side_map;
  g_type_ensure (HF_TYPE_DAY_FORESEEN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/ui/calendar/hf-calendar-side.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, date);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, lunar);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, bar);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, load);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, over_row);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, over);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, better);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, homes_heading);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, homes_title);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, order);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, hint);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, homes);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, others_expander);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, others);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, done_expander);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, done);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, foreseen);
  gtk_widget_class_bind_template_child (widget_class, HfCalendarSide, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_better);
  gtk_widget_class_bind_template_callback (widget_class, on_order);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
}

static void
hf_calendar_side_init (HfCalendarSide *self)
{
  self->day = HF_DAY_NONE;
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_calendar_side_set_model:
 * @model: whose filter holds for the day, too
 */
void
hf_calendar_side_set_model (HfCalendarSide *self, HfCalendarModel *model)
{
  g_return_if_fail (HF_IS_CALENDAR_SIDE (self));

  self->model = g_object_ref (model);
  hf_day_foreseen_set_model (self->foreseen, model);
  g_signal_connect_object (model, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

void
hf_calendar_side_set_day (HfCalendarSide *self, HfDay day)
{
  g_return_if_fail (HF_IS_CALENDAR_SIDE (self));

  if (self->day == day)
    return;
  self->day = day;
  show_date (self);
  hf_day_foreseen_set_day (self->foreseen, day);
  load (self);
}

/** hf_calendar_side_expand: unfolds all that lies on the day */
void
hf_calendar_side_expand (HfCalendarSide *self)
{
  gtk_expander_set_expanded (self->others_expander, TRUE);
  gtk_expander_set_expanded (self->done_expander, TRUE);
  hf_day_foreseen_expand (self->foreseen);
}
