/* bench-calendar.c: how long it takes to read a month of a big branch
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "hf-calendar-day.h"
#include "hf-calendar-projection.h"
#include "hf-plans.h"
#include "hf-staff.h"

#define ROUNDS  (15)
#define MOST_MS (100)
#define LIMIT   (8)

static gboolean too_slow = FALSE;

static void
check (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
tell (const char *what, double first, double worst, guint n, double most)
{
  g_print ("%-44s first %7.1f ms, then at most %7.1f ms, %u things\n", what, first, worst, n);
  if (most > 0 && worst > most)
    too_slow = TRUE;
}

static double
load_month (HfDb *db, const HfCalendarFilter *filter, HfDay from, HfMinute now, guint *n)
{
  GError *error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (HfCalendarRange) range =
      hf_calendar_range_load (db, filter, from, from + 41, LIMIT, now, &error);

  check (error);
  *n = 0;
  for (guint i = 0; i < range->n_days; i++)
    *n += range->days[i].n_items;
  return g_timer_elapsed (timer, NULL) * 1000;
}

static void
measure_month (
    HfDb *db, const char *what, const HfCalendarFilter *filter, HfMinute now, double most)
{
  HfDay from = hf_minute_get_day (now) - 27;
  guint n = 0;
  double first = load_month (db, filter, from, now, &n);
  double worst = 0;

  for (guint i = 0; i < (most > 0 ? ROUNDS : 2); i++)
    worst = MAX (worst, load_month (db, filter, from, now, &n));
  tell (what, first, worst, n, most);
}

static void
measure_day (HfDb *db, const HfActor *actor, const HfCalendarFilter *filter)
{
  GError *error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (HfCalendarList) list = NULL;

  list = hf_calendar_list_load (db, actor, filter, hf_minute_get_day (actor->now) + 2, &error);
  check (error);
  tell ("the list of one day of one person", g_timer_elapsed (timer, NULL) * 1000, 0,
        list->day->n_items, 0);
}

static void
measure_projection (HfDb *db, const char *what, const HfCalendarFilter *filter, HfMinute now)
{
  GError *error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  HfDay today = hf_minute_get_day (now);
  g_autoptr (GPtrArray) items = hf_calendar_project (db, filter, today, today + 30, now, &error);

  check (error);
  tell (what, g_timer_elapsed (timer, NULL) * 1000, 0, items->len, 0);
}

static gint64
find_agent (HfDb *db)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) staff = hf_staff_dup_active (db, &error);

  check (error);
  for (guint i = 0; i < staff->len; i++)
    {
      const HfStaff *one = g_ptr_array_index (staff, i);

      if (one->role == HF_ROLE_AGENT)
        return one->id;
    }
  return 0;
}

/* With a filter, too: where the numbers are not kept, what is shown before they are counted. */
static void
measure_filter (HfDb *db,
                const char *what,
                gint64 staff,
                const char *area,
                const char *tier,
                gint64 plan,
                HfMinute now)
{
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (staff);
  g_autofree char *counted = g_strdup_printf ("… %s, counted", what);

  filter->area = g_strdup (area);
  filter->tier = g_strdup (tier);
  filter->plan_id = plan;
  filter->roughly = TRUE;
  measure_month (db, what, filter, now, MOST_MS);
  filter->roughly = FALSE;
  if (!hf_calendar_filter_is_counted (filter))
    measure_month (db, counted, filter, now, 0);
}

static void
measure_filters (HfDb *db, gint64 staff, HfMinute now)
{
  GError *error = NULL;
  g_autoptr (GArray) plans = hf_plans_dup_ids (db, &error);

  check (error);
  measure_filter (db, "one person, one area", staff, "片区3", NULL, 0, now);
  measure_filter (db, "everybody, one area", 0, "片区3", NULL, 0, now);
  measure_filter (db, "everybody, a small area", 0, "码头", NULL, 0, now);
  measure_filter (db, "everybody, one tier", 0, NULL, "A", 0, now);
  measure_filter (db, "everybody, an area and a tier", 0, "片区3", "A", 0, now);
  measure_filter (db, "everybody, a small area and a tier", 0, "码头", "A", 0, now);
  for (guint i = 0; i < plans->len; i++)
    measure_filter (db, "everybody, a plan", 0, NULL, NULL, g_array_index (plans, gint64, i), now);
}

/* bench-calendar FILE: on what make-big-branch made; fails when a month takes longer than 100 ms.
 */
int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfDb) db = argc > 1 ? hf_db_open (argv[1], HF_DB_READ, &error) : NULL;
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (0);
  HfActor actor = { 0 };

  if (db == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-calendar FILE");
      return EXIT_FAILURE;
    }
  hf_minute_parse ("2026-11-22T09:00", &actor.now, &error);
  check (error);
  actor.role = HF_ROLE_MANAGER;
  measure_month (db, "a month, everybody", filter, actor.now, MOST_MS);
  filter->channel = HF_CHANNEL_HOME;
  filter->roughly = TRUE;
  measure_month (db, "a month, everybody's home visits", filter, actor.now, MOST_MS);
  filter->channel = -1;
  filter->roughly = FALSE;
  filter->staff_id = find_agent (db);
  measure_month (db, "a month, one person", filter, actor.now, MOST_MS);
  measure_day (db, &actor, filter);
  measure_projection (db, "what plans will ask for, one person", filter, actor.now);
  filter->staff_id = 0;
  measure_projection (db, "what plans will ask for, everybody", filter, actor.now);
  filter->staff_id = find_agent (db);
  measure_filters (db, filter->staff_id, actor.now);
  return too_slow ? EXIT_FAILURE : EXIT_SUCCESS;
}
