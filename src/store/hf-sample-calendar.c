/* hf-sample-calendar.c: what stands in an invented branch's calendar beside its follow-ups
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-store.h"
#include "hf-db-private.h"
#include "hf-sample-private.h"

/* So far ahead hours are agreed. */
#define DAYS_AHEAD (9)

static gboolean
add_events (HfSample *sample, GError **error)
{
  static const struct
  {
    int days;
    const char *kind;
    const char *title;
    const char *place;
    int minute;
    int minutes;
    int capacity;
  } events[] = {
    { -17, "gathering", "重阳茶话会", "网点二楼", 14 * 60 + 30, 120, 30 },
    { 4, "lecture", "冬季保健讲座", "社区活动室", 9 * 60 + 30, 90, 40 },
    { 11, "gathering", "老顾客联谊会", "网点二楼", 14 * 60 + 30, 120, 30 },
    { 25, "trip", "植物园一日游", "植物园南门", 8 * 60 + 30, 480, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      HfMinute at = hf_minute_new (sample->today + events[i].days, events[i].minute);

      if (!hf_db_run (sample->db, HF_QUERY_SAMPLE_EVENT_INSERT, error, "lssslii",
                      hf_db_new_id (sample->db), events[i].kind, events[i].title, events[i].place,
                      at, events[i].minutes, events[i].capacity))
        return FALSE;
    }
  return TRUE;
}

/* For two of three home visits of the next days an hour was agreed (CAL-5). */
static gboolean
agree_hours (HfSample *sample, GError **error)
{
  static const int hours[] = { 9 * 60, 10 * 60, 10 * 60 + 30, 15 * 60, 15 * 60 + 40, 16 * 60 + 30 };

  for (HfDay day = sample->today; day <= sample->today + DAYS_AHEAD; day++)
    {
      g_autoptr (GArray) ids =
          hf_db_dup_ids (sample->db, HF_QUERY_SAMPLE_HOME_VISITS, error, "ll", day, day);

      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        {
          if (i % 3 == 2)
            continue;
          if (!hf_db_run (sample->db, HF_QUERY_FOLLOW_UP_AGREE, error, "ll",
                          g_array_index (ids, gint64, i),
                          hf_minute_new (day, hours[i % G_N_ELEMENTS (hours)])))
            return FALSE;
        }
    }
  return TRUE;
}

/* Every sixth of the last sales is paid later, on a day on which one collects (CAL-6). */
static gboolean
owe_payments (HfSample *sample, GError **error)
{
  g_autoptr (HfWorkCalendar) calendar = hf_calendar_load (sample->db, error);
  g_autoptr (GArray) ids = NULL;

  if (calendar == NULL || (ids = hf_db_dup_ids (sample->db, HF_QUERY_SAMPLE_PURCHASES_SINCE, error,
                                                "l", sample->today - 10)) == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i += 6)
    {
      HfDay day = sample->today + 2 + (HfDay) (i % 8);

      while (!hf_work_calendar_allows_collection (calendar, day))
        day++;
      if (!hf_db_run (sample->db, HF_QUERY_SAMPLE_PURCHASE_OWED, error, "lll",
                      g_array_index (ids, gint64, i), (gint64) 9900, day))
        return FALSE;
    }
  return TRUE;
}

/**
 * hf_sample_fill_calendar:
 *
 * Events, hours that were agreed for home visits, payments still to be collected. To be called
 * last; takes nothing from the sample's chance, so that the same seed goes on giving the same
 * people.
 */
gboolean
hf_sample_fill_calendar (HfSample *sample, GError **error)
{
  return add_events (sample, error) && agree_hours (sample, error) && owe_payments (sample, error);
}
