/* hf-calendar-day.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-day.h"

#include <glib/gi18n-lib.h>

#include "hf-reschedule.h"
#include "hf-visit-order.h"
#include "hf-work.h"

/* Where room is looked for when a day is too full (CAL-1). */
#define DAYS_AHEAD (10)

void
hf_calendar_list_free (HfCalendarList *list)
{
  g_clear_pointer (&list->homes, g_ptr_array_unref);
  g_clear_pointer (&list->others, g_ptr_array_unref);
  g_clear_pointer (&list->done, g_ptr_array_unref);
  g_clear_pointer (&list->range, hf_calendar_range_unref);
  g_free (list);
}

/**
 * hf_calendar_item_read_task:
 *
 * Reads what an open follow-up is for, in a few words: the plan's step, what was promised.
 */
gboolean
hf_calendar_item_read_task (HfCalendarItem *item, HfDb *db, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (HfWorkItem) work = NULL;

  if ((item->type != HF_CALENDAR_FOLLOW_UP && item->type != HF_CALENDAR_PAUSED) ||
      item->task != NULL)
    return TRUE;
  work = hf_work_load (db, item->id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (work == NULL)
    return TRUE;
  if (work->plan_name != NULL && work->count > 0)
    item->task = g_strdup_printf ("%s %u/%u", work->plan_name, work->index, work->count);
  else if (item->kind == HF_KIND_PROMISE)
    /* Translators: what somebody promised a customer. */
    item->task = g_strdup_printf (_ ("%s (promised)"), work->title);
  else
    item->task = g_strdup (work->title);
  return TRUE;
}

static int
compare_by_place (gconstpointer a, gconstpointer b, gpointer data)
{
  const HfCalendarItem *x = *(HfCalendarItem *const *) a;
  const HfCalendarItem *y = *(HfCalendarItem *const *) b;

  return GPOINTER_TO_INT (g_hash_table_lookup (data, &x->id)) -
         GPOINTER_TO_INT (g_hash_table_lookup (data, &y->id));
}

static void
sort_homes (GPtrArray *homes)
{
  g_autofree HfVisitPlace *places = g_new0 (HfVisitPlace, homes->len + 1);
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < homes->len; i++)
    {
      const HfCalendarItem *item = g_ptr_array_index (homes, i);

      places[i] = (HfVisitPlace){ item->id, item->order, item->agreed_at,
                                  item->area != NULL ? item->area : "",
                                  item->address != NULL ? item->address : "" };
    }
  hf_visit_order_sort (places, homes->len);
  for (guint i = 0; i < homes->len; i++)
    g_hash_table_insert (ranks, &places[i].id, GUINT_TO_POINTER (i + 1));
  g_ptr_array_sort_with_data (homes, compare_by_place, ranks);
}

static gboolean
split (HfCalendarList *list, HfDb *db, GError **error)
{
  GPtrArray *items = list->day->items;

  for (guint i = 0; i < items->len; i++)
    {
      HfCalendarItem *item = g_ptr_array_index (items, i);

      if (item->type == HF_CALENDAR_VISIT)
        {
          g_ptr_array_add (list->done, item);
          continue;
        }
      if (!hf_calendar_item_read_task (item, db, error))
        return FALSE;
      g_ptr_array_add (item->type == HF_CALENDAR_FOLLOW_UP && item->channel == HF_CHANNEL_HOME
                           ? list->homes
                           : list->others,
                       item);
    }
  sort_homes (list->homes);
  return TRUE;
}

/* The last visit of the round for which no hour was agreed, that may go to the day with room. */
static gboolean
try_visit (
    HfCalendarList *list, HfDb *db, const HfActor *actor, const HfCalendarItem *item, HfDay day)
{
  g_autoptr (GArray) days = hf_reschedule_preview (db, actor, &item->id, 1, day, day, NULL);
  const HfMoveDay *move = days != NULL ? &g_array_index (days, HfMoveDay, 0) : NULL;

  if (move == NULL || move->refused != NULL || move->asks_reason)
    return FALSE;
  list->better = day;
  list->movable = item->id;
  return TRUE;
}

static gboolean
find_better (HfCalendarList *list,
             HfDb *db,
             const HfActor *actor,
             const HfCalendarFilter *filter,
             GError **error)
{
  HfDay first = MAX (list->day->day, hf_minute_get_day (actor->now)) + 1;
  g_autoptr (HfCalendarRange) ahead = NULL;

  if (list->day->load <= list->day->capacity || list->homes->len == 0 || filter->staff_id <= 0)
    return TRUE;
  ahead = hf_calendar_range_load (db, filter, first, first + DAYS_AHEAD - 1, 0, actor->now, error);
  if (ahead == NULL)
    return FALSE;
  for (guint i = 0; i < ahead->n_days; i++)
    {
      const HfCalendarDay *day = &ahead->days[i];
      HfCalendarItem *item;

      if (day->note.rest || day->load >= list->day->load || day->load >= day->capacity)
        continue;
      for (guint j = list->homes->len; j > 0; j--)
        {
          item = g_ptr_array_index (list->homes, j - 1);
          if (item->agreed_at == HF_MINUTE_NONE && try_visit (list, db, actor, item, day->day))
            return TRUE;
        }
    }
  return TRUE;
}

/**
 * hf_calendar_list_load:
 *
 * Reads at most %HF_CALENDAR_MOST rows and what they are for.
 *
 * Returns: (transfer full): or %NULL with an error
 */
HfCalendarList *
hf_calendar_list_load (
    HfDb *db, const HfActor *actor, const HfCalendarFilter *filter, HfDay day, GError **error)
{
  g_autoptr (HfCalendarList) list = g_new0 (HfCalendarList, 1);

  list->homes = g_ptr_array_new ();
  list->others = g_ptr_array_new ();
  list->done = g_ptr_array_new ();
  list->better = HF_DAY_NONE;
  list->range = hf_calendar_range_load (db, filter, day, day, HF_CALENDAR_MOST, actor->now, error);
  if (list->range == NULL)
    return NULL;
  list->day = list->range->days;
  if (!split (list, db, error) || !find_better (list, db, actor, filter, error))
    return NULL;
  return g_steal_pointer (&list);
}
