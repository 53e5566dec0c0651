/* hf-calendar-range.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-range.h"

#include <string.h>

#include "hf-calendar-read.h"
#include "hf-calendar-store.h"
#include "hf-office.h"

/* How many minutes a contact takes (CAL-1); the branch's own stand in the setting `load.CHANNEL`.
 */
static const struct
{
  HfChannel channel;
  const char *setting;
  const char *minutes;
} defaults[] = {
  { HF_CHANNEL_HOME, "load.home", "60" },      { HF_CHANNEL_PHONE, "load.phone", "5" },
  { HF_CHANNEL_OFFICE, "load.office", "15" },  { HF_CHANNEL_EVENT, "load.event", "0" },
  { HF_CHANNEL_MESSAGE, "load.message", "1" }, { HF_CHANNEL_POST, "load.post", "1" },
};

/**
 * hf_calendar_filter_new:
 *
 * Returns: (transfer full): all areas, channels, plans and tiers of @staff_id
 */
HfCalendarFilter *
hf_calendar_filter_new (gint64 staff_id)
{
  HfCalendarFilter *filter = g_new0 (HfCalendarFilter, 1);

  filter->staff_id = staff_id;
  filter->channel = -1;
  return filter;
}

HfCalendarFilter *
hf_calendar_filter_copy (const HfCalendarFilter *filter)
{
  HfCalendarFilter *copy = g_memdup2 (filter, sizeof *filter);

  copy->area = g_strdup (filter->area);
  copy->tier = g_strdup (filter->tier);
  return copy;
}

void
hf_calendar_filter_free (HfCalendarFilter *filter)
{
  g_free (filter->area);
  g_free (filter->tier);
  g_free (filter);
}

/**
 * hf_calendar_filter_is_plain:
 *
 * Returns: whether everything of the person, or of everybody, is asked for
 */
gboolean
hf_calendar_filter_is_plain (const HfCalendarFilter *filter)
{
  return filter->area == NULL && filter->plan_id == 0 && filter->tier == NULL &&
         filter->channel < 0;
}

/**
 * hf_calendar_filter_is_counted:
 *
 * Returns: %FALSE when the numbers of a month are not kept but have to be counted, which at a
 *   million customers takes longer
 */
gboolean
hf_calendar_filter_is_counted (const HfCalendarFilter *filter)
{
  return filter->plan_id == 0 && (filter->area == NULL || filter->tier == NULL);
}

/**
 * hf_load_minutes_read:
 * @minutes: (out caller-allocates): as many as there are channels
 *
 * How long a contact takes, as the branch counts it (CAL-1).
 */
gboolean
hf_load_minutes_read (HfDb *db, int *minutes, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      g_autofree char *text = hf_setting_dup (db, defaults[i].setting, defaults[i].minutes, error);

      if (text == NULL)
        return FALSE;
      minutes[defaults[i].channel] =
          (int) CLAMP (g_ascii_strtoll (text, NULL, 10), 0, HF_MINUTES_A_DAY);
    }
  return TRUE;
}

HfCalendarDay *
hf_calendar_range_get_day (const HfCalendarRange *range, HfDay day)
{
  if (day < range->from || day >= range->from + range->n_days)
    return NULL;
  return &range->days[day - range->from];
}

HfCalendarRange *
hf_calendar_range_ref (HfCalendarRange *range)
{
  g_atomic_ref_count_inc (&range->refs);
  return range;
}

void
hf_calendar_range_unref (HfCalendarRange *range)
{
  if (!g_atomic_ref_count_dec (&range->refs))
    return;
  for (guint i = 0; i < range->n_days; i++)
    {
      hf_day_note_clear (&range->days[i].note);
      g_clear_pointer (&range->days[i].items, g_ptr_array_unref);
    }
  g_ptr_array_unref (range->gone);
  g_free (range->days);
  g_free (range);
}

static HfCalendarRange *
new_range (HfWorkCalendar *calendar, HfDay from, HfDay to, int capacity)
{
  HfCalendarRange *range = g_new0 (HfCalendarRange, 1);

  g_atomic_ref_count_init (&range->refs);
  range->from = from;
  range->n_days = (guint) (to - from + 1);
  range->days = g_new0 (HfCalendarDay, range->n_days);
  range->gone = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_calendar_item_free);
  for (guint i = 0; i < range->n_days; i++)
    {
      HfCalendarDay *day = &range->days[i];

      day->day = from + i;
      day->capacity = capacity;
      day->items = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_calendar_item_free);
      hf_day_note_init (&day->note, calendar, day->day);
    }
  return range;
}

static void
add_count (HfCalendarRange *range, HfRows *rows, const int *minutes)
{
  HfCalendarDay *day = hf_calendar_range_get_day (range, hf_rows_int (rows, 0));
  const char *what = hf_rows_text (rows, 1);
  int n = (int) hf_rows_int (rows, 3);
  int channel = -1;

  if (day == NULL)
    return;
  if (*hf_rows_text (rows, 2) != '\0')
    hf_domain_parse (HF_DOMAIN_CHANNEL, hf_rows_text (rows, 2), &channel, NULL);
  if (channel >= 0)
    day->load += n * minutes[channel];
  /* Greetings are work, but stand there as one round. */
  if (strcmp (what, "greeting") == 0)
    return;
  day->n_items += (guint) n;
  if (strcmp (what, "visit") == 0)
    day->n_done += (guint) n;
  else
    day->n_open += (guint) n;
  if (strcmp (what, "open") == 0 && channel == HF_CHANNEL_HOME)
    day->n_home += (guint) n;
}

static gboolean
add_counts (HfCalendarRange *range, HfRows *rows, const int *minutes, GError **error)
{
  g_autoptr (GError) local = NULL;

  while (hf_rows_next (rows, &local))
    add_count (range, rows, minutes);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
count_kept (HfCalendarRange *range,
            HfDb *db,
            const HfCalendarFilter *filter,
            const int *minutes,
            GError **error)
{
  const char *channel =
      filter->channel >= 0 ? hf_domain_get_nick (HF_DOMAIN_CHANNEL, filter->channel) : NULL;
  const char *of = filter->area != NULL ? "area" : "tier";
  const char *name = filter->area != NULL ? filter->area : filter->tier;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (name != NULL)
    return hf_rows_open (&rows, db, HF_QUERY_CALENDAR_COUNTS_OF, error, "lllsss", range->from,
                         filter->staff_id, range->from + range->n_days - 1, channel, of, name) &&
           add_counts (range, &rows, minutes, error);
  return hf_rows_open (&rows, db, HF_QUERY_CALENDAR_COUNTS, error, "llls", range->from,
                       filter->staff_id, range->from + range->n_days - 1, channel) &&
         add_counts (range, &rows, minutes, error);
}

static gboolean
count_rows (HfCalendarRange *range,
            HfDb *db,
            const HfCalendarFilter *filter,
            const int *minutes,
            GError **error)
{
  HfQuery queries[2] = { HF_QUERY_CALENDAR_COUNT_OPEN, HF_QUERY_CALENDAR_COUNT_VISITS };
  const char *channel =
      filter->channel >= 0 ? hf_domain_get_nick (HF_DOMAIN_CHANNEL, filter->channel) : NULL;

  if (filter->staff_id != 0)
    {
      queries[0] = HF_QUERY_CALENDAR_COUNT_OPEN_OF_STAFF;
      queries[1] = HF_QUERY_CALENDAR_COUNT_VISITS_OF_STAFF;
    }
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto (HfRows) rows = HF_ROWS_INIT;

      if (!hf_rows_open (&rows, db, queries[i], error, "lrsslsl", range->from,
                         MAX (filter->staff_id, 0), filter->area, channel, filter->plan_id,
                         filter->tier, range->from + range->n_days - 1) ||
          !add_counts (range, &rows, minutes, error))
        return FALSE;
    }
  return TRUE;
}

static void
take_items (HfCalendarDay *day, GPtrArray *items)
{
  g_ptr_array_extend_and_steal (day->items, items);
}

static gboolean
fill_day (HfCalendarDay *day,
          HfDb *db,
          const HfCalendarFilter *filter,
          gboolean roughly,
          guint limit,
          HfMinute now,
          GError **error)
{
  GPtrArray *items;

  if ((day->n_open > 0 || roughly) && day->items->len < limit)
    {
      items = hf_calendar_read_open (db, filter, day->day, limit - day->items->len, now, error);
      if (items == NULL)
        return FALSE;
      take_items (day, items);
    }
  if ((day->n_done > 0 || (roughly && filter->plan_id == 0)) && day->items->len < limit)
    {
      items = hf_calendar_read_visits (db, filter, day->day, limit - day->items->len, error);
      if (items == NULL)
        return FALSE;
      take_items (day, items);
    }
  return TRUE;
}

/* @items: (transfer full) (nullable): %NULL when reading them failed */
static gboolean
add_items (HfCalendarRange *range, GPtrArray *items, guint limit)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      HfCalendarItem *item = g_ptr_array_index (items, i);
      HfCalendarDay *day = hf_calendar_range_get_day (range, hf_calendar_item_get_day (item));

      if (day == NULL)
        continue;
      day->n_items++;
      if (day->items->len < limit)
        g_ptr_array_add (day->items, g_steal_pointer (&g_ptr_array_index (items, i)));
    }
  if (items == NULL)
    return FALSE;
  g_ptr_array_unref (items);
  return TRUE;
}

/* What few customers have is looked up customer by customer: no day is searched for them, and what
 * is read is counted. */
static gboolean
add_few (HfCalendarRange *range,
         HfDb *db,
         const HfCalendarFilter *filter,
         const char *common,
         const int *minutes,
         guint limit,
         HfMinute now,
         GError **error)
{
  g_autoptr (GPtrArray) items = hf_calendar_read_few (db, filter, common, range->from,
                                                      range->from + range->n_days - 1, now, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      HfCalendarItem *item = g_ptr_array_index (items, i);
      HfCalendarDay *day = hf_calendar_range_get_day (range, hf_calendar_item_get_day (item));
      gboolean visit = item->type == HF_CALENDAR_VISIT;

      day->load += item->channel >= 0 ? minutes[item->channel] : 0;
      if (item->kind == HF_KIND_GREETING && !visit)
        continue;
      day->n_items++;
      day->n_done += visit;
      day->n_open += !visit;
      day->n_home += !visit && item->channel == HF_CHANNEL_HOME;
      if (day->items->len < limit)
        g_ptr_array_add (day->items, g_steal_pointer (&g_ptr_array_index (items, i)));
    }
  return items != NULL;
}

/* Reads the first things of each day, and counts, or takes from what is kept, how many there are.
 */
static gboolean
add_many (HfCalendarRange *range,
          HfDb *db,
          const HfCalendarFilter *filter,
          const int *minutes,
          guint limit,
          HfMinute now,
          GError **error)
{
  gboolean counted = hf_calendar_filter_is_counted (filter);
  gboolean unknown = filter->roughly && !counted;

  if ((counted && !count_kept (range, db, filter, minutes, error)) ||
      (!counted && !filter->roughly && !count_rows (range, db, filter, minutes, error)))
    return FALSE;
  range->roughly = unknown;
  for (guint i = 0; i < range->n_days; i++)
    {
      HfCalendarDay *day = &range->days[i];

      if (!fill_day (day, db, filter, unknown, limit, now, error))
        return FALSE;
      /* Nobody has counted yet: the day holds at least what was read. */
      day->n_items = MAX (day->n_items, day->items->len);
      if (filter->roughly && day->items->len < MIN (limit, day->n_items))
        range->roughly = TRUE;
    }
  return TRUE;
}

static gboolean
read_capacity (HfDb *db, gint64 staff_id, int *capacity, GError **error)
{
  gint64 minutes = 0;

  if (!hf_db_get_int (
          db, staff_id > 0 ? HF_QUERY_CALENDAR_CAPACITY_OF_STAFF : HF_QUERY_CALENDAR_CAPACITY,
          &minutes, error, "l", staff_id))
    return FALSE;
  *capacity = (int) minutes;
  return TRUE;
}

/**
 * hf_calendar_range_load:
 * @from, @to: the first and the last day, both included
 * @limit: how many things of a day are read; the rest is counted
 *
 * What lies on the days (CAL-1). Reads no more rows than are shown and some counters a day, unless
 * @filter asks for a plan, or an area and a tier together, whose rows have to be counted: for a
 * thread that may take its time, or roughly at first. What plans will ask for later is not among
 * it: hf_calendar_project().
 *
 * Returns: (transfer full): or %NULL with an error
 */
HfCalendarRange *
hf_calendar_range_load (HfDb *db,
                        const HfCalendarFilter *filter,
                        HfDay from,
                        HfDay to,
                        guint limit,
                        HfMinute now,
                        GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = hf_calendar_load (db, error);
  g_autoptr (HfCalendarRange) range = NULL;
  int minutes[HF_CHANNEL_POST + 1] = { 0 };
  const char *common = NULL;
  int capacity = 0;

  g_return_val_if_fail (from <= to, NULL);

  if (calendar == NULL || !hf_load_minutes_read (db, minutes, error) ||
      !read_capacity (db, filter->staff_id, &capacity, error))
    return NULL;
  range = new_range (calendar, from, to, capacity);
  if (!add_items (range, hf_calendar_read_fixed (db, filter, from, to, now, error), limit) ||
      !hf_calendar_find_few (db, filter, &common, error) ||
      (common != NULL && !add_few (range, db, filter, common, minutes, limit, now, error)) ||
      (common == NULL && !add_many (range, db, filter, minutes, limit, now, error)) ||
      /* What is to be done comes first. */
      !add_items (range, hf_calendar_read_paused (db, filter, from, to, now, error), limit))
    return NULL;
  return g_steal_pointer (&range);
}
