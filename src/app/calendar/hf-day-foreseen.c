/* hf-day-foreseen.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-foreseen.h"

#include <glib/gi18n-lib.h>

#include "hf-calendar-chip.h"
#include "hf-calendar-projection.h"

#define MOST_ROWS (60)

/**
 * HfDayForeseen:
 *
 * What plans will ask for on the chosen day (SCHED-1), and customers' special days (CAL-4), folded
 * under the list of what is to be done. Worked out on a reader thread while it is shown.
 */
struct _HfDayForeseen
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *box;

  HfCalendarModel *model;
  GPtrArray *items;         /* (nullable) (element-type HfCalendarItem) */
  HfCalendarFilter *filter; /* (nullable): with which they were asked for */
  GCancellable *cancellable;
  HfDay day;
};

G_DEFINE_FINAL_TYPE (HfDayForeseen, hf_day_foreseen, GTK_TYPE_WIDGET)

typedef struct
{
  HfCalendarFilter *filter;
  HfDay day;
  HfMinute now;
} Reading;

static void
reading_free (gpointer data)
{
  hf_calendar_filter_free (((Reading *) data)->filter);
  g_free (data);
}

static void
show_items (HfDayForeseen *self, GPtrArray *items)
{
  g_autofree char *title = g_strdup_printf (_ ("Projected %u"), items->len);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  /* Chips borrow from it. */
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), title);
  gtk_widget_set_visible (self->expander, items->len > 0);
  hf_calendar_chip_add_all (GTK_BOX (self->box), items, MOST_ROWS);
}

static gpointer
read_items (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  return hf_calendar_project (db, reading->filter, reading->day, reading->day, reading->now, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfDayForeseen) self = data;
  g_autoptr (GPtrArray) items = hf_store_call_finish (HF_STORE (source), result, NULL);

  if (items != NULL && self->model != NULL)
    show_items (self, items);
}

static void
load (HfDayForeseen *self)
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
  g_clear_pointer (&self->filter, hf_calendar_filter_free);
  self->filter = hf_calendar_filter_copy (reading->filter);
  reading->day = self->day;
  reading->now = hf_app_context_get_now (context);
  hf_store_call_async (hf_app_context_get_store (context), HF_STORE_READ, read_items, reading,
                       reading_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_read,
                       g_object_ref (self));
}

static gboolean
is_same (const HfCalendarFilter *a, const HfCalendarFilter *b)
{
  return a->staff_id == b->staff_id && a->plan_id == b->plan_id && a->channel == b->channel &&
         g_strcmp0 (a->area, b->area) == 0 && g_strcmp0 (a->tier, b->tier) == 0;
}

/* The model says so of each month that has been read, too. */
static void
on_model_changed (HfDayForeseen *self)
{
  if (self->filter == NULL || !is_same (self->filter, hf_calendar_model_get_filter (self->model)))
    load (self);
}

static void
hf_day_foreseen_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hf_day_foreseen_parent_class)->map (widget);
  load (HF_DAY_FORESEEN (widget));
}

static void
hf_day_foreseen_dispose (GObject *object)
{
  HfDayForeseen *self = HF_DAY_FORESEEN (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->filter, hf_calendar_filter_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (hf_day_foreseen_parent_class)->dispose (object);
}

static void
hf_day_foreseen_class_init (HfDayForeseenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_day_foreseen_dispose;
  widget_class->map = hf_day_foreseen_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_day_foreseen_init (HfDayForeseen *self)
{
  self->day = HF_DAY_NONE;
  self->cancellable = g_cancellable_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->expander = gtk_expander_new (NULL);
  gtk_widget_set_margin_top (self->expander, 6);
  gtk_widget_set_visible (self->expander, FALSE);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->box);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
}

/**
 * hf_day_foreseen_set_model:
 * @model: whose filter holds for the day, too
 */
void
hf_day_foreseen_set_model (HfDayForeseen *self, HfCalendarModel *model)
{
  g_return_if_fail (HF_IS_DAY_FORESEEN (self));

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hf_app_context_get_store (hf_calendar_model_get_context (model)),
                           "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

void
hf_day_foreseen_set_day (HfDayForeseen *self, HfDay day)
{
  g_return_if_fail (HF_IS_DAY_FORESEEN (self));

  self->day = day;
  load (self);
}

/**
 * hf_day_foreseen_expand:
 *
 * Unfolds it.
 */
void
hf_day_foreseen_expand (HfDayForeseen *self)
{
  g_return_if_fail (HF_IS_DAY_FORESEEN (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
}
