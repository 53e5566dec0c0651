/* bench-engine.c: the daily evaluation of very many customers against a plain INSERT … SELECT
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <time.h>

#include "hf-db-private.h"
#include "hf-engine.h"
#include "hf-lunar.h"
#include "hf-purchase.h"
#include "store-fixture.h"

#define N_PURCHASES (200)
#define N_LUNAR     (1000000)

/* Spreads customers over half a year of purchases. */
#define SPREAD_DAYS (150)

static double
get_seconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC;
}

/* What this process has computed: on a busy machine the ratio of two such says more than a clock.
 */
static double
get_cpu (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* Everybody on the plan, most of them visited since it began, nothing due yet: the first evaluation
 * writes a follow-up or two for each. */
static void
fill (Branch *branch, int n)
{
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
      "INSERT INTO customer (id, name, owner_id, card_type, created_on) SELECT hf_new_id (), "
      "'顾客' || i, "
      "(SELECT min (id) FROM staff), 'customer', 20600 FROM n;"
      "INSERT INTO enrolment (id, customer_id, plan_id, anchor_on, started_at) SELECT hf_new_id "
      "(), c.id, "
      "p.id, 20767 - c.id %% %d, 20767 * 1440 FROM customer c, care_plan p WHERE p.key = "
      "'member-28-day';"
      "INSERT INTO visit (id, customer_id, staff_id, channel, started_at, started_ms, minutes, "
      "outcome) SELECT hf_new_id (), e.customer_id, (SELECT min (id) FROM staff), x.column1, "
      "(e.anchor_on + x.column2) * 1440 + 600, 0, 5, 'reached' FROM enrolment e JOIN "
      "(VALUES ('phone', 3), ('home', 40)) x WHERE e.anchor_on + x.column2 < 20767",
      n, SPREAD_DAYS);

  branch_execute (branch, sql);
}

static double
run_engine (Branch *branch, int *created, double *cpu)
{
  double before = get_cpu ();
  gint64 start = g_get_monotonic_time ();
  HfEngineResult result;
  GError *error = NULL;

  hf_command_run_engine (branch->db, &branch->actor, &result, NULL, &error);
  check (error);
  *created = result.created;
  *cpu = get_cpu () - before;
  return get_seconds (start);
}

/* The same rows, in the same table with the same indexes and triggers, without any thinking. */
static double
run_plain (Branch *branch, double *cpu)
{
  gint64 start;

  branch_execute (branch,
                  "CREATE TEMP TABLE copy AS SELECT * FROM follow_up; DELETE FROM follow_up");
  start = g_get_monotonic_time ();
  *cpu = get_cpu ();
  branch_execute (
      branch,
      "INSERT INTO follow_up (id, customer_id, staff_id, enrolment_id, step, occurrence, kind, "
      "priority, due_at, due_on, original_on, window_from_on, window_to_on, ways, channels, title, "
      "cause, anchor_on, subject_id, state, blocked, step_no, step_count) SELECT id, customer_id, "
      "staff_id, enrolment_id, step, occurrence, kind, priority, due_at, due_on, original_on, "
      "window_from_on, window_to_on, ways, channels, title, cause, anchor_on, subject_id, state, "
      "blocked, step_no, step_count FROM copy");
  *cpu = get_cpu () - *cpu;
  return get_seconds (start);
}

static double
run_purchases (Branch *branch)
{
  gint64 first = branch_count (branch, "SELECT min (id) FROM customer");
  gint64 start;

  hf_db_execute (branch->db, "PRAGMA synchronous = OFF", NULL);
  start = g_get_monotonic_time ();
  for (int i = 0; i < N_PURCHASES; i++)
    branch_buy (branch, first + 7 * i, branch->powder, "2026-11-10");
  return get_seconds (start) / N_PURCHASES;
}

/* Days of two hundred years, to the Chinese calendar and back. */
static double
run_lunar (void)
{
  HfDay first = hf_day_from_ymd (1901, 1, 1);
  HfDay day = first;
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < N_LUNAR / 2; i++)
    {
      HfLunarDate date;

      day = first + (HfDay) (((gint64) i * 7919) % 72684);
      if (!hf_lunar_from_day (day, &date) || !hf_lunar_to_day (&date, &day))
        g_error ("day %d", (int) day);
    }
  return get_seconds (start);
}

int
main (int argc, char *argv[])
{
  int n = argc > 1 ? atoi (argv[1]) : 1000000;
  Branch branch = { 0 };
  double first, second, plain, purchase;
  double first_cpu, second_cpu, plain_cpu;
  double lunar = run_lunar ();
  int created, again;

  branch_set_up (&branch, NULL);
  branch_set_now (&branch, "2026-11-10T08:00");
  hf_db_set_wide (branch.db, TRUE, NULL);
  fill (&branch, n);
  first = run_engine (&branch, &created, &first_cpu);
  second = run_engine (&branch, &again, &second_cpu);
  purchase = run_purchases (&branch);
  plain = run_plain (&branch, &plain_cpu);
  g_print ("%d customers on a plan, %d follow-ups\n"
           "daily evaluation %.1f s, plain INSERT … SELECT %.1f s: %.2f times\n"
           "computed for %.1f s and %.1f s: %.2f times\n"
           "second run the same day %.3f s (%d follow-ups)\n"
           "a purchase and what comes of it %.3f ms\n"
           "%d lunar conversions %.0f ms\n",
           n, created, first, plain, first / plain, first_cpu, plain_cpu, first_cpu / plain_cpu,
           second, again, purchase * 1000, N_LUNAR, lunar * 1000);
  branch_tear_down (&branch, NULL);
  return first <= plain * 3 && second <= 1 && purchase <= 0.001 && lunar <= 0.1 ? EXIT_SUCCESS
                                                                                : EXIT_FAILURE;
}
