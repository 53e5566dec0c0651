/* hf-today.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-today.h"

#include "hf-way.h"

void
hf_today_free (HfToday *today)
{
  for (int i = 0; i < HF_N_TODAY_GROUPS; i++)
    g_array_unref (today->ids[i]);
  g_free (today);
}

/**
 * hf_today_read_window:
 * @text: (nullable): as the card holds it
 * @window: (out): the customer's, or the channel's default
 */
void
hf_today_read_window (const char *text, HfChannel channel, HfContactWindow *window)
{
  if (text == NULL || *text == '\0' || !hf_contact_window_parse (text, window, NULL))
    hf_contact_window_init (window, channel);
}

/* These name a moment, not a day: they are late by the minute. */
static gboolean
is_timed (HfKind kind)
{
  return kind == HF_KIND_ADVERSE || kind == HF_KIND_COMPLAINT;
}

static HfTodayGroup
choose_by_window (const HfContactWindow *window, HfMinute now, HfMinute *until)
{
  HfDay today = hf_minute_get_day (now);
  int closing = hf_contact_window_get_closing (window, hf_minute_of_day (now));
  int opening = hf_contact_window_next_opening (window, hf_minute_of_day (now));

  *until = hf_minute_new (today + 1, 0);
  if (closing >= 0)
    *until = hf_minute_new (today, closing);
  else if (opening >= 0)
    *until = hf_minute_new (today, opening);
  return closing >= 0 ? HF_TODAY_NOW : HF_TODAY_LATER;
}

/**
 * hf_today_choose_group:
 * @snoozed_until: %HF_MINUTE_NONE when it is not snoozed
 * @until: (out): how long that holds
 *
 * Where an open follow-up stands in today's list (WORK-1, CAL-5). One that was put off is not late
 * before its time comes: somebody chose so.
 */
HfTodayGroup
hf_today_choose_group (HfKind kind,
                       HfMinute due_at,
                       HfMinute snoozed_until,
                       const HfContactWindow *window,
                       HfMinute now,
                       HfMinute *until)
{
  HfDay today = hf_minute_get_day (now);

  *until = hf_minute_new (today + 1, 0);
  if (snoozed_until != HF_MINUTE_NONE && snoozed_until > now)
    {
      *until = MIN (snoozed_until, *until);
      return HF_TODAY_LATER;
    }
  if (hf_minute_get_day (due_at) < today || (is_timed (kind) && due_at < now))
    return HF_TODAY_LATE;
  if (due_at > now)
    {
      *until = due_at;
      /* A complaint is worked on before its deadline, not once it has come. */
      return kind == HF_KIND_COMPLAINT ? HF_TODAY_NOW : HF_TODAY_LATER;
    }
  return choose_by_window (window, now, until);
}

static void
add_open (HfToday *today, const HfTodayFilter *filter, HfRows *rows)
{
  gint64 id = hf_rows_int (rows, 0);
  HfMinute until;
  HfContactWindow window;
  HfTodayGroup group;
  HfWays ways = { 0 };
  int kind = HF_KIND_ROUTINE;
  HfMinute snoozed = hf_rows_int_or (rows, 3, HF_MINUTE_NONE);
  HfChannel channel;
  gboolean open_now;

  hf_domain_parse (HF_DOMAIN_KIND, hf_rows_text (rows, 1), &kind, NULL);
  hf_ways_parse (hf_rows_text (rows, 4), &ways, NULL);
  channel = ways.n_ways > 0 ? ways.ways[0].channel : HF_CHANNEL_PHONE;
  hf_today_read_window (hf_rows_text (rows, 5), channel, &window);
  group = hf_today_choose_group ((HfKind) kind, hf_rows_int (rows, 2), snoozed, &window,
                                 filter->now, &until);
  if (today->changes_at == HF_MINUTE_NONE || until < today->changes_at)
    today->changes_at = until;
  /* What was put off to another day is no longer today's. */
  if (snoozed == HF_MINUTE_NONE || hf_minute_get_day (snoozed) <= hf_minute_get_day (filter->now))
    today->n_all++;
  open_now = group != HF_TODAY_LATER &&
             hf_contact_window_is_open (&window, hf_minute_of_day (filter->now));
  if ((filter->channel < 0 || filter->channel == (int) channel) && (!filter->callable || open_now))
    g_array_append_val (today->ids[group], id);
}

static gboolean
read_open (HfToday *today, HfDb *db, const HfTodayFilter *filter, GError **error)
{
  HfQuery query = filter->staff_id != 0 ? HF_QUERY_WORK_TODAY_OF_STAFF : HF_QUERY_WORK_TODAY;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, query, error, "lll", hf_minute_get_day (filter->now),
                     filter->staff_id, filter->now))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    add_open (today, filter, &rows);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_done (HfToday *today, HfDb *db, const HfTodayFilter *filter, GError **error)
{
  HfQuery query =
      filter->staff_id != 0 ? HF_QUERY_WORK_DONE_TODAY_OF_STAFF : HF_QUERY_WORK_DONE_TODAY;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, query, error, "ll", hf_minute_get_day (filter->now),
                     filter->staff_id))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      gint64 id = hf_rows_int (&rows, 0);
      int channel = -1;

      hf_domain_parse (HF_DOMAIN_CHANNEL, hf_rows_text (&rows, 1), &channel, NULL);
      today->n_done++;
      today->n_all++;
      if (!filter->callable && (filter->channel < 0 || filter->channel == channel))
        g_array_append_val (today->ids[HF_TODAY_DONE], id);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A complaint stands in the list from its warning on, which is not always on the deadline's day. */
static gboolean
note_next_warning (HfToday *today, HfDb *db, HfMinute now, GError **error)
{
  gint64 next = 0;

  if (!hf_db_get_int (db, HF_QUERY_WORK_NEXT_WARNING, &next, error, "l", now))
    return FALSE;
  if (next > now && next < today->changes_at)
    today->changes_at = next;
  return TRUE;
}

/**
 * hf_today_load:
 *
 * Reads as many rows as are due; to be called on a thread that may take its time.
 *
 * Returns: (transfer full): or %NULL with an error
 */
HfToday *
hf_today_load (HfDb *db, const HfTodayFilter *filter, GError **error)
{
  g_autoptr (HfToday) today = g_new0 (HfToday, 1);

  today->changes_at = hf_minute_new (hf_minute_get_day (filter->now) + 1, 0);
  for (int i = 0; i < HF_N_TODAY_GROUPS; i++)
    today->ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!read_open (today, db, filter, error) || !read_done (today, db, filter, error) ||
      !note_next_warning (today, db, filter->now, error))
    return NULL;
  return g_steal_pointer (&today);
}

/**
 * hf_today_find_next:
 *
 * Returns: the customer's first open follow-up, 0 when there is none, or with an error
 */
gint64
hf_today_find_next (HfDb *db, gint64 customer, GError **error)
{
  gint64 id = 0;

  return hf_db_get_int (db, HF_QUERY_WORK_NEXT_OF_CUSTOMER, &id, error, "l", customer) ? id : 0;
}
