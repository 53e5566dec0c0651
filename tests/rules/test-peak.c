/* test-peak.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-peak.h"

#include <string.h>

#define DAYS   (7)
#define MOST   (60)
#define ROUNDS (1500)
#define ALL    ((1U << DAYS) - 1)

static void
test_moves_what_may_be (void)
{
  /* Three home visits on Monday, room for two: the routine one whose window reaches Tuesday goes.
   */
  HfPeakItem items[] = {
    { 1, 1, 0, 60, 0, 0, 0 },
    { 2, 2, 1, 60, 0, 0, 1 << 1 | 1 << 2 },
    { 3, 3, 0, 60, 0, 0, ALL },
  };
  int loads[DAYS] = { 180, 60, 0 };
  const int capacities[DAYS] = { 120, 120, 120, 120, 120, 0, 0 };

  g_assert_cmpuint (hf_peak_spread (items, G_N_ELEMENTS (items), loads, capacities, DAYS), ==, 1);
  g_assert_cmpuint (items[1].to, ==, 1);
  g_assert_cmpuint (items[0].to, ==, 0);
  g_assert_cmpint (loads[0], ==, 120);
  g_assert_cmpint (loads[1], ==, 120);
}

/* Two of one customer on a day are one contact: they stay together. */
static void
test_together (void)
{
  HfPeakItem items[] = { { 1, 7, 0, 60, 0, 0, ALL }, { 2, 7, 0, 60, 0, 0, ALL } };
  int loads[DAYS] = { 120 };
  const int capacities[DAYS] = { 60, 60, 60, 60, 60, 60, 60 };

  g_assert_cmpuint (hf_peak_spread (items, 2, loads, capacities, DAYS), ==, 0);
}

/* Nobody gets a fourth contact day in a week. */
static void
test_cap (void)
{
  HfPeakItem items[] = { { 1, 7, 0, 60, 0, 0, ALL },
                         { 2, 7, 0, 5, 1, 1, 0 },
                         { 3, 7, 0, 5, 2, 2, 0 },
                         { 4, 7, 0, 5, 3, 3, 0 } };
  int loads[DAYS] = { 60, 5, 5, 5 };
  const int capacities[DAYS] = { 0, 60, 60, 60, 90, 90, 90 };

  g_assert_cmpuint (hf_peak_spread (items, 4, loads, capacities, DAYS), ==, 0);
}

static guint
make_week (GRand *rand, HfPeakItem *items, int *loads, int *capacities)
{
  guint n = (guint) g_rand_int_range (rand, 0, MOST);

  for (guint i = 0; i < DAYS; i++)
    {
      capacities[i] = g_rand_int_range (rand, 0, 3) == 0 ? 0 : g_rand_int_range (rand, 60, 420);
      loads[i] = g_rand_int_range (rand, 0, 120);
    }
  for (guint i = 0; i < n; i++)
    {
      items[i] = (HfPeakItem){ .id = i,
                               .customer = g_rand_int_range (rand, 0, 30),
                               .rank = g_rand_int_range (rand, 0, 3),
                               .minutes = g_rand_boolean (rand) ? 60 : 5,
                               .day = (guint) g_rand_int_range (rand, 0, DAYS) };
      items[i].allowed = g_rand_int_range (rand, 0, 3) == 0 ? 0 : (guint32) g_rand_int (rand) & ALL;
      loads[items[i].day] += items[i].minutes;
    }
  return n;
}

static int
sum (const int *loads, const int *capacities, gboolean excess_only)
{
  int total = 0;

  for (guint i = 0; i < DAYS; i++)
    total += excess_only ? MAX (loads[i] - capacities[i], 0) : loads[i];
  return total;
}

static void
check_moves (const HfPeakItem *items, guint n, const int *loads, const int *before, const int *most)
{
  for (guint i = 0; i < n; i++)
    {
      if (items[i].to == items[i].day)
        continue;
      g_assert_true ((items[i].allowed >> items[i].to) & 1);
      g_assert_cmpint (before[items[i].day], >, most[items[i].day]);
      g_assert_cmpint (loads[items[i].to], <=, most[items[i].to]);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  guint moved = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      HfPeakItem items[MOST], again[MOST];
      int loads[DAYS], before[DAYS], other[DAYS], capacities[DAYS];
      guint n = make_week (rand, items, loads, capacities);

      memcpy (before, loads, sizeof loads);
      memcpy (other, loads, sizeof loads);
      memcpy (again, items, sizeof items);
      moved += hf_peak_spread (items, n, loads, capacities, DAYS);
      check_moves (items, n, loads, before, capacities);
      g_assert_cmpint (sum (loads, capacities, FALSE), ==, sum (before, capacities, FALSE));
      g_assert_cmpint (sum (loads, capacities, TRUE), <=, sum (before, capacities, TRUE));
      hf_peak_spread (again, n, other, capacities, DAYS);
      for (guint j = 0; j < n; j++)
        g_assert_cmpuint (items[j].to, ==, again[j].to);
    }
  g_assert_cmpuint (moved, >, ROUNDS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/peak/SCHED-8/moves-what-may-be", test_moves_what_may_be);
  g_test_add_func ("/peak/SCHED-4/one-customer-stays-together", test_together);
  g_test_add_func ("/peak/SCHED-4/no-fourth-day", test_cap);
  g_test_add_func ("/peak/CAL-1/random", test_random);
  return g_test_run ();
}
