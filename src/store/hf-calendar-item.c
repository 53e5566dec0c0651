/* hf-calendar-item.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-item.h"

/**
 * hf_calendar_item_new:
 *
 * Returns: (transfer full): with nothing in it but what is given
 */
HfCalendarItem *
hf_calendar_item_new (HfCalendarType type, const char *name)
{
  HfCalendarItem *item = g_new0 (HfCalendarItem, 1);

  item->type = type;
  item->name = g_strdup (name);
  item->stage = item->channel = item->outcome = -1;
  item->kind = HF_KIND_ROUTINE;
  item->agreed_at = HF_MINUTE_NONE;
  return item;
}

HfCalendarItem *
hf_calendar_item_copy (const HfCalendarItem *item)
{
  HfCalendarItem *copy = g_memdup2 (item, sizeof *item);

  copy->name = g_strdup (item->name);
  copy->task = g_strdup (item->task);
  copy->tier = g_strdup (item->tier);
  copy->area = g_strdup (item->area);
  copy->address = g_strdup (item->address);
  return copy;
}

/**
 * hf_calendar_item_free:
 * @item: (nullable):
 */
void
hf_calendar_item_free (HfCalendarItem *item)
{
  if (item == NULL)
    return;
  g_free (item->name);
  g_free (item->task);
  g_free (item->tier);
  g_free (item->area);
  g_free (item->address);
  g_free (item);
}

HfDay
hf_calendar_item_get_day (const HfCalendarItem *item)
{
  return hf_minute_get_day (item->at);
}

/**
 * hf_calendar_item_can_move:
 *
 * What is still to be done can be given another day (CAL-2); a deadline cannot (COMP-4), and
 * neither can what a plan will only ask for (SCHED-1).
 */
gboolean
hf_calendar_item_can_move (const HfCalendarItem *item)
{
  return item->type == HF_CALENDAR_FOLLOW_UP || item->type == HF_CALENDAR_PAYMENT;
}
