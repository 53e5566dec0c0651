/* hf-calendar-model.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-model.h"

#include "hf-calendar-projection.h"

/* This month, the one before and the one after, and a week. */
#define MOST_ENTRIES (5)

/**
 * HfCalendarModel:
 *
 * The days that views ask for, read on a reader thread and kept until the branch changes. What is
 * stale goes on being shown until the new days are there: nothing flashes. While the calendar is
 * not shown nothing is read.
 */
struct _HfCalendarModel
{
  GObject parent_instance;

  HfAppContext *context;
  HfCalendarFilter *filter;
  GPtrArray *entries; /* (element-type Entry): used last first */
  GCancellable *cancellable;
  gboolean active;
};

typedef struct
{
  HfDay from;
  HfDay to;
  guint limit;
  HfCalendarRange *range; /* (nullable) */
  gboolean fresh;
  gboolean reading;
  gboolean quiet;    /* nobody waits for it */
  gboolean inherits; /* read with this filter: what was foreseen holds until worked out anew */
} Entry;

typedef struct
{
  HfCalendarModel *model;
  HfCalendarFilter *filter;
  HfDay from;
  HfDay to;
  guint limit;
  HfMinute now;
  HfCalendarRange *range; /* (nullable): that to which what is projected is added */
} Reading;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCalendarModel, hf_calendar_model, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->range, hf_calendar_range_unref);
  g_free (entry);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  hf_calendar_filter_free (reading->filter);
  g_clear_pointer (&reading->range, hf_calendar_range_unref);
  g_object_unref (reading->model);
  g_free (reading);
}

static Entry *
find (HfCalendarModel *self, HfDay from, HfDay to)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->from == from && entry->to == to)
        return entry;
    }
  return NULL;
}

static gpointer
read_range (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  return hf_calendar_range_load (db, reading->filter, reading->from, reading->to, reading->limit,
                                 reading->now, error);
}

static gpointer
read_projected (HfDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  return hf_calendar_project (db, reading->filter, reading->from, reading->to, reading->now, error);
}

/* What is shown may have been read anew meanwhile: then these are asked for again, too. */
static void
on_projected (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  HfCalendarModel *self = reading->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = hf_store_call_finish (HF_STORE (source), result, &error);
  Entry *entry = self->context != NULL ? find (self, reading->from, reading->to) : NULL;

  if (items != NULL && entry != NULL && entry->range == reading->range)
    {
      hf_calendar_range_add (entry->range, items, reading->limit);
      if (!entry->quiet)
        g_signal_emit (self, signals[CHANGED], 0);
    }
  else if (error != NULL && self->context != NULL)
    hf_app_context_complain (self->context, error);
  reading_free (reading);
}

/* The second step: the month stands on the screen before what is only foreseen does. */
static void
project (HfCalendarModel *self, const Reading *done, HfCalendarRange *range)
{
  Reading *reading = g_new (Reading, 1);

  *reading = *done;
  reading->model = g_object_ref (self);
  reading->filter = hf_calendar_filter_copy (done->filter);
  reading->range = hf_calendar_range_ref (range);
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_projected,
                       reading, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                       on_projected, reading);
}

static void start (HfCalendarModel *self, Entry *entry, gboolean roughly);

static void
take_range (HfCalendarModel *self, const Reading *reading, HfCalendarRange *range)
{
  Entry *entry = find (self, reading->from, reading->to);

  if (entry == NULL)
    return;
  /* What had to be left out is counted now. */
  if (range->roughly)
    start (self, entry, FALSE);
  else if (reading->to > hf_minute_get_day (reading->now))
    project (self, reading, range);
  entry->reading = FALSE;
  if (entry->inherits)
    hf_calendar_range_inherit (range, entry->range, reading->limit);
  entry->inherits = TRUE;
  g_clear_pointer (&entry->range, hf_calendar_range_unref);
  entry->range = hf_calendar_range_ref (range);
  if (!entry->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  HfCalendarModel *self = reading->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCalendarRange) range = hf_store_call_finish (HF_STORE (source), result, &error);

  if (range != NULL && self->context != NULL)
    take_range (self, reading, range);
  else if (error != NULL && self->context != NULL)
    hf_app_context_complain (self->context, error);
  reading_free (reading);
}

static void
start (HfCalendarModel *self, Entry *entry, gboolean roughly)
{
  Reading *reading = g_new (Reading, 1);

  *reading = (Reading){ .from = entry->from, .to = entry->to, .limit = entry->limit };
  reading->model = g_object_ref (self);
  reading->filter = hf_calendar_filter_copy (self->filter);
  reading->filter->roughly = roughly;
  reading->now = hf_app_context_get_now (self->context);
  entry->reading = entry->fresh = TRUE;
  hf_store_call_async (hf_app_context_get_store (self->context), HF_STORE_READ, read_range, reading,
                       NULL, (GDestroyNotify) hf_calendar_range_unref, self->cancellable, on_read,
                       reading);
}

/* The answer to what was asked before no longer counts. */
static void
cancel (HfCalendarModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
on_store_changed (HfCalendarModel *self)
{
  cancel (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      entry->fresh = entry->reading = FALSE;
    }
  if (self->active)
    g_signal_emit (self, signals[CHANGED], 0);
}

static Entry *
demand (HfCalendarModel *self, HfDay from, HfDay to, guint limit, gboolean quiet)
{
  Entry *entry = find (self, from, to);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->from = from;
      entry->to = to;
      g_ptr_array_insert (self->entries, 0, entry);
      if (self->entries->len > MOST_ENTRIES)
        g_ptr_array_set_size (self->entries, MOST_ENTRIES);
    }
  entry->quiet = quiet;
  if (entry->limit < limit)
    {
      entry->limit = limit;
      entry->fresh = FALSE;
    }
  if (!entry->fresh && self->active)
    start (self, entry, !entry->inherits && !hf_calendar_filter_is_plain (self->filter));
  return entry;
}

static void
hf_calendar_model_dispose (GObject *object)
{
  HfCalendarModel *self = HF_CALENDAR_MODEL (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->filter, hf_calendar_filter_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (hf_calendar_model_parent_class)->dispose (object);
}

static void
hf_calendar_model_class_init (HfCalendarModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_calendar_model_dispose;

  /**
   * HfCalendarModel::changed:
   *
   * Days that somebody asked for are there, or are no longer right. Ask for them again.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hf_calendar_model_init (HfCalendarModel *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->cancellable = g_cancellable_new ();
  self->filter = hf_calendar_filter_new (0);
}

HfCalendarModel *
hf_calendar_model_new (HfAppContext *context)
{
  HfCalendarModel *self = g_object_new (HF_TYPE_CALENDAR_MODEL, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (hf_app_context_get_store (context), "changed",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

HfAppContext *
hf_calendar_model_get_context (HfCalendarModel *self)
{
  return self->context;
}

HfDay
hf_calendar_model_get_today (HfCalendarModel *self)
{
  return hf_minute_get_day (hf_app_context_get_now (self->context));
}

const HfCalendarFilter *
hf_calendar_model_get_filter (HfCalendarModel *self)
{
  return self->filter;
}

/**
 * hf_calendar_model_set_filter:
 * @filter: (transfer full):
 *
 * Whose days are shown, and what of them.
 */
void
hf_calendar_model_set_filter (HfCalendarModel *self, HfCalendarFilter *filter)
{
  g_return_if_fail (HF_IS_CALENDAR_MODEL (self));

  hf_calendar_filter_free (self->filter);
  self->filter = filter;
  for (guint i = 0; i < self->entries->len; i++)
    ((Entry *) g_ptr_array_index (self->entries, i))->inherits = FALSE;
  on_store_changed (self);
}

/**
 * hf_calendar_model_set_active:
 * @active: whether the calendar is shown
 */
void
hf_calendar_model_set_active (HfCalendarModel *self, gboolean active)
{
  g_return_if_fail (HF_IS_CALENDAR_MODEL (self));

  if (self->active == active)
    return;
  self->active = active;
  if (active)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hf_calendar_model_get_range:
 * @limit: how many things of a day are needed
 *
 * Returns: (transfer none) (nullable): the days as they were read last, valid until the next
 *   #HfCalendarModel::changed, unless a reference is taken; %NULL while they are read for the first
 *   time. When they are stale they are read anew.
 */
HfCalendarRange *
hf_calendar_model_get_range (HfCalendarModel *self, HfDay from, HfDay to, guint limit)
{
  g_return_val_if_fail (HF_IS_CALENDAR_MODEL (self), NULL);

  return demand (self, from, to, limit, FALSE)->range;
}

/**
 * hf_calendar_model_prefetch:
 *
 * Reads days that will be asked for next.
 */
void
hf_calendar_model_prefetch (HfCalendarModel *self, HfDay from, HfDay to, guint limit)
{
  g_return_if_fail (HF_IS_CALENDAR_MODEL (self));

  demand (self, from, to, limit, TRUE);
}

/**
 * hf_calendar_model_is_counting:
 *
 * Returns: whether days are shown of which the numbers are not known yet
 */
gboolean
hf_calendar_model_is_counting (HfCalendarModel *self)
{
  g_return_val_if_fail (HF_IS_CALENDAR_MODEL (self), FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      if (!entry->quiet && entry->range != NULL && entry->range->roughly && entry->fresh)
        return TRUE;
    }
  return FALSE;
}
