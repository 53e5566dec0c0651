/* hf-deadline.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-deadline.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} words[] = {
  { "acknowledge", N_ ("Acknowledge") },
  { "call-back", N_ ("Call back") },
  { "home-visit", N_ ("Home visit") },
  { "answer", N_ ("Answer") },
  { "close", N_ ("Close") },
  { "promised", N_ ("Keep the promise") },
  { "authority", N_ ("Answer the authority") },
  { "refund", N_ ("Refund") },
};

/**
 * hf_deadline_settings_init:
 * @settings: (out): COMP-4's defaults
 */
void
hf_deadline_settings_init (HfDeadlineSettings *settings)
{
  g_return_if_fail (settings != NULL);

  *settings = (HfDeadlineSettings){ .acknowledge_minutes = 2 * 60,
                                    .call_back_minutes = 24 * 60,
                                    .visit_until = 14 * 60,
                                    .visit_next_day = 12 * 60,
                                    .answer_days = 5,
                                    .close_days = 30 };
}

static HfMinute
get_home_visit (const HfDeadlineSettings *settings,
                const HfWorkCalendar *calendar,
                HfMinute received)
{
  HfDay day = hf_minute_get_day (received);

  if (hf_work_calendar_is_open_day (calendar, day) &&
      hf_minute_of_day (received) < settings->visit_until)
    return hf_work_calendar_get_closing (calendar, day);
  return hf_minute_new (hf_work_calendar_next_open_day (calendar, day), settings->visit_next_day);
}

static int
compare_waits (gconstpointer a, gconstpointer b)
{
  const HfWait *x = a;
  const HfWait *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

/* The clock stands still while the branch waits for the customer: the deadline moves
 * by the opening hours of working days that passed meanwhile. */
static HfMinute
get_answer (const HfDeadlineSettings *settings,
            const HfWorkCalendar *calendar,
            HfMinute received,
            GArray *waits,
            HfMinute now,
            gboolean *still_waits)
{
  HfDay day = hf_work_calendar_add_working_days (calendar, hf_minute_get_day (received),
                                                 settings->answer_days);
  HfMinute deadline = hf_work_calendar_get_closing (calendar, day);
  HfMinute counted = received;

  for (guint i = 0; i < waits->len; i++)
    {
      HfWait wait = g_array_index (waits, HfWait, i);
      HfMinute from = MAX (wait.from, counted);
      HfMinute to = wait.to != HF_MINUTE_NONE ? wait.to : now;

      if (from >= deadline)
        break;
      *still_waits = *still_waits || (wait.to == HF_MINUTE_NONE && wait.from <= now);
      if (to <= from)
        continue;
      deadline = hf_work_calendar_add_working_minutes (
          calendar, deadline, hf_work_calendar_count_working_minutes (calendar, from, to));
      counted = to;
    }
  return deadline;
}

static int
find_unknown_year (const HfWorkCalendar *calendar, HfMinute from, HfMinute to)
{
  int first, last;

  hf_day_to_ymd (hf_minute_get_day (from), &first, NULL, NULL);
  hf_day_to_ymd (hf_minute_get_day (to), &last, NULL, NULL);
  for (int year = first; year <= last; year++)
    {
      if (!hf_work_calendar_knows_year (calendar, year))
        return year;
    }
  return 0;
}

/**
 * hf_deadlines_for_complaint:
 * @received: when the complaint came in
 * @serious: of severity *serious*: a home visit is asked for
 * @waits: (nullable): the times when the branch waited for the customer
 * @now: for a wait that has not ended
 *
 * The deadlines of a complaint (COMP-4).
 */
HfDeadlines
hf_deadlines_for_complaint (const HfDeadlineSettings *settings,
                            const HfWorkCalendar *calendar,
                            HfMinute received,
                            gboolean serious,
                            const HfWait *waits,
                            gsize n_waits,
                            HfMinute now)
{
  HfDeadlines d = { .answer_waits = FALSE };
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (HfWait));
  HfDay day = hf_minute_get_day (received);

  g_return_val_if_fail (settings != NULL && calendar != NULL, d);

  if (n_waits > 0)
    g_array_append_vals (sorted, waits, (guint) n_waits);
  g_array_sort (sorted, compare_waits);
  d.at[HF_DEADLINE_ACKNOWLEDGE] =
      hf_work_calendar_add_open_minutes (calendar, received, settings->acknowledge_minutes);
  d.at[HF_DEADLINE_CALL_BACK] = received + settings->call_back_minutes;
  d.at[HF_DEADLINE_HOME_VISIT] =
      serious ? get_home_visit (settings, calendar, received) : HF_MINUTE_NONE;
  d.at[HF_DEADLINE_ANSWER] =
      get_answer (settings, calendar, received, sorted, now, &d.answer_waits);
  d.at[HF_DEADLINE_CLOSE] = hf_work_calendar_get_closing (calendar, day + settings->close_days);
  d.unknown_year = find_unknown_year (calendar, received, d.at[HF_DEADLINE_ANSWER]);
  return d;
}

/**
 * hf_deadline_get_warning:
 *
 * Returns: when to remind before @deadline: a quarter of the time before it (COMP-4)
 */
HfMinute
hf_deadline_get_warning (HfMinute start, HfMinute deadline)
{
  return deadline - MAX (deadline - start, 0) / 4;
}

const char *
hf_deadline_get_nick (HfDeadlineKind kind)
{
  g_return_val_if_fail (kind <= HF_DEADLINE_REFUND, NULL);

  return words[kind].nick;
}

const char *
hf_deadline_get_label (HfDeadlineKind kind)
{
  g_return_val_if_fail (kind <= HF_DEADLINE_REFUND, NULL);

  return _ (words[kind].label);
}

/**
 * hf_deadline_parse:
 * @nick: as hf_deadline_get_nick() says
 *
 * Returns: an #HfDeadlineKind, or -1 for a deadline of something else than a complaint
 */
int
hf_deadline_parse (const char *nick)
{
  for (int i = 0; i < HF_N_DEADLINES; i++)
    {
      if (g_str_equal (words[i].nick, nick))
        return i;
    }
  return -1;
}
