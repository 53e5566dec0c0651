/* hf-hours-places.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-hours-places.h"

#include "hf-contact-window.h"

#define SHORTEST     (30)
#define HOME_MINUTES (60)

/**
 * hf_hours_place_takes:
 *
 * Returns: whether it has an hour; the rest of a day stands above the hours
 */
gboolean
hf_hours_place_takes (const HfCalendarItem *item)
{
  switch (item->type)
    {
    case HF_CALENDAR_FOLLOW_UP:
      return item->channel >= 0;
    case HF_CALENDAR_VISIT:
    case HF_CALENDAR_DEADLINE:
    case HF_CALENDAR_EVENT:
      return TRUE;
    case HF_CALENDAR_PROJECTED:
    case HF_CALENDAR_PAYMENT:
    case HF_CALENDAR_SPECIAL:
    case HF_CALENDAR_ROUND:
    case HF_CALENDAR_PAUSED:
    default:
      return FALSE;
    }
}

static int
get_minutes (const HfCalendarItem *item)
{
  if (item->minutes > 0)
    return MAX (item->minutes, SHORTEST);
  return item->channel == HF_CHANNEL_HOME ? HOME_MINUTES : SHORTEST;
}

/* No hour is agreed: one after the other through the windows in which such contacts are made. All
 * of a kind would otherwise stand at the minute at which the first window opens. */
static int
spread (const HfCalendarItem *item, int *cursor)
{
  HfContactWindow window;
  int minutes = get_minutes (item);
  int start;

  hf_contact_window_init (&window, (HfChannel) item->channel);
  start = MAX (hf_minute_of_day (item->at), *cursor);
  for (guint i = 0; i < window.n_openings; i++)
    {
      int from = MAX (start, window.openings[i].from);

      if (from + minutes <= window.openings[i].to)
        {
          *cursor = from + minutes;
          return from;
        }
    }
  *cursor = hf_minute_of_day (item->at) + minutes;
  return hf_minute_of_day (item->at);
}

static int
choose_start (const HfCalendarItem *item, int *cursors)
{
  if (item->agreed_at != HF_MINUTE_NONE)
    return hf_minute_of_day (item->agreed_at);
  if (item->type == HF_CALENDAR_FOLLOW_UP)
    return spread (item, &cursors[item->channel]);
  return hf_minute_of_day (item->at);
}

static void
lay_out_day (GPtrArray *places, guint first)
{
  guint n = places->len - first;
  g_autofree HfDayBlock *blocks = g_new0 (HfDayBlock, n + 1);

  for (guint i = 0; i < n; i++)
    blocks[i] = ((HfHoursPlace *) places->pdata[first + i])->block;
  hf_day_layout (blocks, n, HF_HOURS_OPEN, HF_HOURS_CLOSE, SHORTEST);
  for (guint i = 0; i < n; i++)
    ((HfHoursPlace *) places->pdata[first + i])->block = blocks[i];
}

/* From top to bottom, as the eye and the arrow keys go. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const HfHoursPlace *x = *(HfHoursPlace *const *) a;
  const HfHoursPlace *y = *(HfHoursPlace *const *) b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->block.from != y->block.from)
    return x->block.from < y->block.from ? -1 : 1;
  return x->block.column < y->block.column ? -1 : x->block.column > y->block.column;
}

static void
add_day (GPtrArray *places, guint index, const HfCalendarDay *day)
{
  int cursors[HF_CHANNEL_POST + 1] = { 0 };
  guint first = places->len;

  for (guint i = 0; i < day->items->len; i++)
    {
      const HfCalendarItem *item = day->items->pdata[i];
      HfHoursPlace *place;

      if (!hf_hours_place_takes (item))
        continue;
      place = g_new0 (HfHoursPlace, 1);
      place->item = item;
      place->day = index;
      place->block.start = choose_start (item, cursors);
      place->block.minutes = get_minutes (item);
      g_ptr_array_add (places, place);
    }
  lay_out_day (places, first);
}

/**
 * hf_hours_places_new:
 * @range: must live as long as the places
 *
 * Returns: (transfer full) (element-type HfHoursPlace): where what lies on the days from @from on
 *   stands, day by day, none over another (CAL-1)
 */
GPtrArray *
hf_hours_places_new (const HfCalendarRange *range, HfDay from, guint n_days)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_days && range != NULL; i++)
    {
      const HfCalendarDay *day = hf_calendar_range_get_day (range, from + i);

      if (day != NULL)
        add_day (places, i, day);
    }
  g_ptr_array_sort (places, compare_places);
  return places;
}
