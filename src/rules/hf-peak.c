/* hf-peak.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-peak.h"

#include "hf-contact-cap.h"

#define DAYS_A_WEEK (7)

typedef struct
{
  HfPeakItem *items;
  gsize n_items;
  int *loads;
  const int *capacities;
  guint n_days;
} Peak;

static int
get_excess (const Peak *peak, guint day)
{
  return peak->loads[day] - peak->capacities[day];
}

static guint32
get_contact_days (const Peak *peak, const HfPeakItem *item, guint moved_to)
{
  guint32 days = 1U << moved_to;

  for (gsize i = 0; i < peak->n_items; i++)
    if (peak->items[i].customer == item->customer && &peak->items[i] != item)
      days |= 1U << peak->items[i].to;
  return days;
}

/* No more contact days in any seven than the cap, nor another one than before where it is passed
 * already. */
static gboolean
keeps_cap (const Peak *peak, const HfPeakItem *item, guint to)
{
  guint32 after = get_contact_days (peak, item, to);

  for (guint first = 0; first < peak->n_days; first++)
    {
      guint n = 0;

      for (guint i = first; i < MIN (first + DAYS_A_WEEK, peak->n_days); i++)
        n += (after >> i) & 1U;
      if (n > HF_CONTACT_CAP_DAYS)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_alone (const Peak *peak, const HfPeakItem *item)
{
  for (gsize i = 0; i < peak->n_items; i++)
    if (&peak->items[i] != item && peak->items[i].customer == item->customer &&
        peak->items[i].to == item->to)
      return FALSE;
  return TRUE;
}

/* The nearest day with room for it, of two that are as near the emptier, then the earlier. */
static guint
find_day (const Peak *peak, const HfPeakItem *item)
{
  guint best = peak->n_days;
  guint nearest = G_MAXUINT;

  for (guint day = 0; day < peak->n_days; day++)
    {
      guint distance = day > item->day ? day - item->day : item->day - day;

      if (day == item->day || ((item->allowed >> day) & 1U) == 0 ||
          get_excess (peak, day) + item->minutes > 0 || !keeps_cap (peak, item, day))
        continue;
      if (best == peak->n_days || distance < nearest ||
          (distance == nearest && get_excess (peak, day) < get_excess (peak, best)))
        {
          best = day;
          nearest = distance;
        }
    }
  return best;
}

static gboolean
goes_before (const HfPeakItem *a, const HfPeakItem *b)
{
  if (a->rank != b->rank)
    return a->rank > b->rank;
  if (a->minutes != b->minutes)
    return a->minutes > b->minutes;
  return a->id < b->id;
}

static HfPeakItem *
choose (const Peak *peak, guint day)
{
  HfPeakItem *chosen = NULL;

  for (gsize i = 0; i < peak->n_items; i++)
    {
      HfPeakItem *item = &peak->items[i];

      if (item->to != day || item->day != day || item->allowed == 0 || item->minutes <= 0 ||
          (chosen != NULL && !goes_before (item, chosen)))
        continue;
      if (is_alone (peak, item) && find_day (peak, item) < peak->n_days)
        chosen = item;
    }
  return chosen;
}

static guint
find_fullest (const Peak *peak, guint32 given_up)
{
  guint fullest = peak->n_days;

  for (guint day = 0; day < peak->n_days; day++)
    {
      if (((given_up >> day) & 1U) != 0 || get_excess (peak, day) <= 0)
        continue;
      if (fullest == peak->n_days || get_excess (peak, day) > get_excess (peak, fullest))
        fullest = day;
    }
  return fullest;
}

/**
 * hf_peak_spread:
 * @items: (inout) (array length=n_items): of one member of staff
 * @loads: (inout) (array length=n_days): minutes of each day, @items among them
 * @capacities: (array length=n_days): minutes that can be worked; 0 on days off
 * @n_days: at most %HF_PEAK_MAX_DAYS
 *
 * From the fullest day on, what can best be moved goes to the nearest day that has room for it:
 * into no day that it would make too full, each only once, and only where it is allowed. The same
 * is proposed each time.
 *
 * Returns: how many would be moved
 */
guint
hf_peak_spread (HfPeakItem *items, gsize n_items, int *loads, const int *capacities, guint n_days)
{
  Peak peak = { items, n_items, loads, capacities, n_days };
  guint32 given_up = 0;
  guint n = 0;
  guint day;

  g_return_val_if_fail (n_days <= HF_PEAK_MAX_DAYS, 0);

  for (gsize i = 0; i < n_items; i++)
    items[i].to = items[i].day;
  while ((day = find_fullest (&peak, given_up)) < n_days)
    {
      HfPeakItem *item = choose (&peak, day);

      if (item == NULL)
        {
          given_up |= 1U << day;
          continue;
        }
      item->to = find_day (&peak, item);
      loads[day] -= item->minutes;
      loads[item->to] += item->minutes;
      n++;
    }
  return n;
}
