/* hf-calendar-read.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-deadline.h"
#include "hf-greeting-store.h"
#include "hf-way.h"

/* Deadlines, events and the like on six weeks: more than these nobody looks at in a grid. */
#define MOST_FIXED (500)

/* Up to so many, looking at each customer takes less than searching the days for them
 * (docs/decisions/0070). */
#define FEW_CUSTOMERS (8000)

/* Of a day, as many are looked at before the whole of it is searched for a filter. */
#define NEAR (150)

/* How a row becomes an item. */
typedef HfCalendarItem *(*ReadFunc) (HfRows *rows, HfMinute now);

static const char *
get_channel_nick (const HfCalendarFilter *filter)
{
  return filter->channel >= 0 ? hf_domain_get_nick (HF_DOMAIN_CHANNEL, filter->channel) : NULL;
}

static gboolean
append_rows (GPtrArray *items, HfRows *rows, ReadFunc read, HfMinute now, GError **error)
{
  g_autoptr (GError) local = NULL;

  while (hf_rows_next (rows, &local))
    g_ptr_array_add (items, read (rows, now));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static HfCalendarItem *
new_of_customer (HfRows *rows, HfCalendarType type)
{
  HfCalendarItem *item = hf_calendar_item_new (type, hf_rows_text (rows, 3));

  item->id = hf_rows_int (rows, 0);
  item->customer_id = hf_rows_int (rows, 1);
  item->staff_id = hf_rows_int (rows, 2);
  item->tier = hf_rows_dup (rows, 4);
  return item;
}

static HfCalendarItem *
read_open_row (HfRows *rows, HfMinute now)
{
  HfCalendarItem *item = new_of_customer (rows, HF_CALENDAR_FOLLOW_UP);
  HfWays ways = { 0 };
  int kind = HF_KIND_ROUTINE;

  hf_ways_parse (hf_rows_text (rows, 6), &ways, NULL);
  hf_domain_parse (HF_DOMAIN_KIND, hf_rows_text (rows, 7), &kind, NULL);
  item->stage = (int) hf_rows_int_or (rows, 5, -1);
  item->channel = ways.n_ways > 0 ? (int) ways.ways[0].channel : -1;
  item->kind = (HfKind) kind;
  item->at = hf_rows_int (rows, 8);
  item->agreed_at = hf_rows_int_or (rows, 9, HF_MINUTE_NONE);
  item->order = (int) hf_rows_int (rows, 10);
  item->area = hf_rows_dup (rows, 11);
  item->address = hf_rows_dup (rows, 12);
  item->late = hf_calendar_item_get_day (item) < hf_minute_get_day (now);
  return item;
}

/* Nobody is to do it meanwhile: it is never late. */
static HfCalendarItem *
read_paused_row (HfRows *rows, HfMinute now)
{
  HfCalendarItem *item = read_open_row (rows, now);

  item->type = HF_CALENDAR_PAUSED;
  item->late = FALSE;
  return item;
}

static HfCalendarItem *
read_visit_row (HfRows *rows, HfMinute now)
{
  HfCalendarItem *item = new_of_customer (rows, HF_CALENDAR_VISIT);

  item->stage = (int) hf_rows_int_or (rows, 5, -1);
  hf_domain_parse (HF_DOMAIN_CHANNEL, hf_rows_text (rows, 6), &item->channel, NULL);
  hf_domain_parse (HF_DOMAIN_OUTCOME, hf_rows_text (rows, 7), &item->outcome, NULL);
  item->at = hf_rows_int (rows, 8);
  item->minutes = (int) hf_rows_int_or (rows, 9, 0);
  item->area = hf_rows_dup (rows, 10);
  item->address = hf_rows_dup (rows, 11);
  return item;
}

static HfCalendarItem *
read_deadline_row (HfRows *rows, HfMinute now)
{
  HfCalendarItem *item = new_of_customer (rows, HF_CALENDAR_DEADLINE);

  item->kind = HF_KIND_COMPLAINT;
  for (int i = 0; i < HF_N_DEADLINES; i++)
    {
      if (strcmp (hf_deadline_get_nick ((HfDeadlineKind) i), hf_rows_text (rows, 5)) == 0)
        item->task = g_strdup (hf_deadline_get_label ((HfDeadlineKind) i));
    }
  item->at = hf_rows_int (rows, 6);
  item->late = strcmp (hf_rows_text (rows, 7), "missed") == 0 || item->at < now;
  item->area = hf_rows_dup (rows, 8);
  return item;
}

static HfCalendarItem *
read_payment_row (HfRows *rows, HfMinute now)
{
  HfCalendarItem *item = new_of_customer (rows, HF_CALENDAR_PAYMENT);
  gint64 fen = hf_rows_int (rows, 6);

  item->at = hf_minute_new (hf_rows_int (rows, 5), 0);
  item->task =
      g_strdup_printf (_ ("Collect ¥%lld.%02d"), (long long) (fen / 100), (int) (fen % 100));
  item->late = hf_rows_int (rows, 5) < hf_minute_get_day (now);
  item->area = hf_rows_dup (rows, 7);
  item->address = hf_rows_dup (rows, 8);
  return item;
}

static HfCalendarItem *
read_event_row (HfRows *rows, HfMinute now)
{
  HfCalendarItem *item = hf_calendar_item_new (HF_CALENDAR_EVENT, hf_rows_text (rows, 1));

  item->id = hf_rows_int (rows, 0);
  item->channel = HF_CHANNEL_EVENT;
  item->address = hf_rows_dup (rows, 2);
  item->at = hf_rows_int (rows, 3);
  item->minutes = (int) hf_rows_int (rows, 4);
  return item;
}

static HfCalendarItem *
read_round_row (HfRows *rows, HfMinute now)
{
  const char *title = hf_rows_text (rows, 3);
  g_autofree char *name = title != NULL && *title != '\0'
                              ? g_strdup (title)
                              : hf_greeting_dup_occasion_label (hf_rows_text (rows, 2));
  g_autofree char *text = g_strdup_printf (_ ("Greetings: %s"), name);
  HfCalendarItem *item = hf_calendar_item_new (HF_CALENDAR_ROUND, text);

  item->id = hf_rows_int (rows, 0);
  item->staff_id = hf_rows_int (rows, 1);
  item->channel = HF_CHANNEL_MESSAGE;
  item->kind = HF_KIND_GREETING;
  item->at = hf_minute_new (hf_rows_int (rows, 4), 0);
  return item;
}

/* One person's days are searched in less time than it takes to see it. */
static gboolean
is_near (const HfCalendarFilter *filter)
{
  return filter->roughly && filter->staff_id == 0 && !hf_calendar_filter_is_plain (filter);
}

/**
 * hf_calendar_read_open:
 * @limit: so many at most
 *
 * Returns: (transfer full) (element-type HfCalendarItem): what is still to be done on @day, by the
 *   time of its reminder: home visits come first (CAL-5); %NULL with an error
 */
GPtrArray *
hf_calendar_read_open (
    HfDb *db, const HfCalendarFilter *filter, HfDay day, guint limit, HfMinute now, GError **error)
{
  HfQuery query = is_near (filter)        ? HF_QUERY_CALENDAR_OPEN_NEAR
                  : filter->staff_id != 0 ? HF_QUERY_CALENDAR_OPEN_OF_STAFF
                                          : HF_QUERY_CALENDAR_OPEN;
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hf_calendar_item_free);
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, query, error, is_near (filter) ? "lrsslsii" : "lrsslsi", day,
                     MAX (filter->staff_id, 0), filter->area, get_channel_nick (filter),
                     filter->plan_id, filter->tier, (int) limit, NEAR) ||
      !append_rows (items, &rows, read_open_row, now, error))
    return NULL;
  return g_steal_pointer (&items);
}

/**
 * hf_calendar_read_visits:
 *
 * Returns: (transfer full) (element-type HfCalendarItem): the first @limit visits of @day, earliest
 *   first; %NULL with an error
 */
GPtrArray *
hf_calendar_read_visits (
    HfDb *db, const HfCalendarFilter *filter, HfDay day, guint limit, GError **error)
{
  HfQuery query = is_near (filter)        ? HF_QUERY_CALENDAR_VISITS_NEAR
                  : filter->staff_id != 0 ? HF_QUERY_CALENDAR_VISITS_OF_STAFF
                                          : HF_QUERY_CALENDAR_VISITS;
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hf_calendar_item_free);
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, query, error, is_near (filter) ? "lrsslsii" : "lrsslsi", day,
                     MAX (filter->staff_id, 0), filter->area, get_channel_nick (filter),
                     filter->plan_id, filter->tier, (int) limit, NEAR) ||
      !append_rows (items, &rows, read_visit_row, 0, error))
    return NULL;
  return g_steal_pointer (&items);
}

/**
 * hf_calendar_find_few:
 * @common: (out): what the customers asked for have in common, `area`, `tier` or `plan`, when they
 *   are so few that it takes less to look at each than to search the days for them; else %NULL
 */
gboolean
hf_calendar_find_few (HfDb *db, const HfCalendarFilter *filter, const char **common, GError **error)
{
  gint64 n = 0;

  *common = NULL;
  if (filter->area != NULL || filter->tier != NULL)
    {
      gboolean by_area = filter->area != NULL;

      /* Of both the area is the smaller one. */
      if (!hf_db_get_int (db, HF_QUERY_CALENDAR_COUNT_CUSTOMERS, &n, error, "ssi", filter->area,
                          by_area ? NULL : filter->tier, FEW_CUSTOMERS))
        return FALSE;
      if (n < FEW_CUSTOMERS)
        *common = by_area ? "area" : "tier";
    }
  if (filter->plan_id == 0)
    return TRUE;
  if (!hf_db_get_int (db, HF_QUERY_CALENDAR_COUNT_OF_PLAN, &n, error, "li", filter->plan_id,
                      FEW_CUSTOMERS))
    return FALSE;
  if (n < FEW_CUSTOMERS)
    *common = "plan";
  return TRUE;
}

/**
 * hf_calendar_read_few:
 * @common: as hf_calendar_find_few() found it
 *
 * Returns: (transfer full) (element-type HfCalendarItem): all that is still to be done on the days,
 *   greetings too, then all visits, each by time; %NULL with an error
 */
GPtrArray *
hf_calendar_read_few (HfDb *db,
                      const HfCalendarFilter *filter,
                      const char *common,
                      HfDay from,
                      HfDay to,
                      HfMinute now,
                      GError **error)
{
  static const struct
  {
    HfQuery query;
    ReadFunc read;
  } kinds[] = { { HF_QUERY_CALENDAR_OPEN_OF_FEW, read_open_row },
                { HF_QUERY_CALENDAR_VISITS_OF_FEW, read_visit_row } };
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hf_calendar_item_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (HfRows) rows = HF_ROWS_INIT;

      if (!hf_rows_open (&rows, db, kinds[i].query, error, "llsslsls", from, filter->staff_id,
                         filter->area, get_channel_nick (filter), filter->plan_id, filter->tier, to,
                         common) ||
          !append_rows (items, &rows, kinds[i].read, now, error))
        return NULL;
    }
  return g_steal_pointer (&items);
}

static gboolean
read_customers_fixed (GPtrArray *items,
                      HfDb *db,
                      const HfCalendarFilter *filter,
                      HfDay from,
                      HfDay to,
                      HfMinute now,
                      GError **error)
{
  g_auto (HfRows) deadlines = HF_ROWS_INIT;
  g_auto (HfRows) payments = HF_ROWS_INIT;

  return hf_rows_open (&deadlines, db, HF_QUERY_CALENDAR_DEADLINES, error, "lllssi", from,
                       filter->staff_id, to, filter->area, filter->tier, MOST_FIXED) &&
         append_rows (items, &deadlines, read_deadline_row, now, error) &&
         hf_rows_open (&payments, db, HF_QUERY_CALENDAR_PAYMENTS, error, "lllssi", from,
                       filter->staff_id, to, filter->area, filter->tier, MOST_FIXED) &&
         append_rows (items, &payments, read_payment_row, now, error);
}

/**
 * hf_calendar_read_paused:
 *
 * Returns: (transfer full) (element-type HfCalendarItem): what waits until a complaint or an
 * adverse reaction is closed (SCHED-5); %NULL with an error
 */
GPtrArray *
hf_calendar_read_paused (
    HfDb *db, const HfCalendarFilter *filter, HfDay from, HfDay to, HfMinute now, GError **error)
{
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hf_calendar_item_free);
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_CALENDAR_PAUSED, error, "llsslsli", from, filter->staff_id,
                     filter->area, get_channel_nick (filter), filter->plan_id, filter->tier, to,
                     MOST_FIXED) ||
      !append_rows (items, &rows, read_paused_row, now, error))
    return NULL;
  return g_steal_pointer (&items);
}

static gboolean
read_branch_fixed (GPtrArray *items,
                   HfDb *db,
                   const HfCalendarFilter *filter,
                   HfDay from,
                   HfDay to,
                   HfMinute now,
                   GError **error)
{
  g_auto (HfRows) events = HF_ROWS_INIT;
  g_auto (HfRows) rounds = HF_ROWS_INIT;

  return hf_rows_open (&events, db, HF_QUERY_CALENDAR_EVENTS, error, "lli", from, to, MOST_FIXED) &&
         append_rows (items, &events, read_event_row, now, error) &&
         hf_rows_open (&rounds, db, HF_QUERY_CALENDAR_GREETINGS, error, "llli", from,
                       filter->staff_id, to, MOST_FIXED) &&
         append_rows (items, &rounds, read_round_row, now, error);
}

/**
 * hf_calendar_read_fixed:
 *
 * Events and greeting rounds belong to nobody's area, tier or plan, and go when one is asked for.
 *
 * Returns: (transfer full) (element-type HfCalendarItem): deadlines of complaints, payments to be
 *   collected, events, greeting rounds; %NULL with an error
 */
GPtrArray *
hf_calendar_read_fixed (
    HfDb *db, const HfCalendarFilter *filter, HfDay from, HfDay to, HfMinute now, GError **error)
{
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hf_calendar_item_free);

  if (filter->channel < 0 && filter->plan_id == 0 &&
      !read_customers_fixed (items, db, filter, from, to, now, error))
    return NULL;
  if (hf_calendar_filter_is_plain (filter) &&
      !read_branch_fixed (items, db, filter, from, to, now, error))
    return NULL;
  return g_steal_pointer (&items);
}
