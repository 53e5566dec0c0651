/* test-supply.c: worked by hand from PUR-3
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-supply.h"

#define NONE (-999)

/* Days count from 1 November 2026, which is day 0 here. */
static HfDay
day (int offset)
{
  return offset == NONE ? HF_DAY_NONE : hf_day_from_ymd (2026, 11, 1) + offset;
}

typedef struct
{
  int received, units, doses, expires;
} Row;

static HfSupplyForecast
forecast (const Row *rows, guint n, const HfSupplyHeard *heard, int today, HfSupplyUse *uses)
{
  HfSupply supplies[4];

  for (guint i = 0; i < n; i++)
    supplies[i] =
        (HfSupply){ day (rows[i].received), rows[i].units, rows[i].doses, day (rows[i].expires) };
  return hf_supply_forecast (supplies, n, heard, day (today), uses);
}

static void
test_queue (void)
{
  static const struct
  {
    Row rows[4];
    guint n;
    int today;
    int runs_out, days_left;
  } cases[] = {
    { { { 0, 1, 30, NONE } }, 1, 0, 30, 30 },
    { { { 0, 3, 30, NONE } }, 1, 10, 90, 80 },
    /* Bought early: one after another. */
    { { { 0, 1, 30, NONE }, { 20, 1, 30, NONE } }, 2, 20, 60, 40 },
    /* Bought late: a gap. */
    { { { 0, 1, 30, NONE }, { 40, 1, 30, NONE } }, 2, 45, 70, 25 },
    /* In any order. */
    { { { 40, 1, 30, NONE }, { 0, 1, 30, NONE } }, 2, 45, 70, 25 },
    { { { 0, 1, 30, NONE } }, 1, 50, 30, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfSupplyForecast f = forecast (cases[i].rows, cases[i].n, NULL, cases[i].today, NULL);

      g_assert_cmpint (f.runs_out, ==, day (cases[i].runs_out));
      g_assert_cmpint (f.expected_purchase, ==, day (cases[i].runs_out - 7));
      g_assert_cmpint (f.days_left, ==, cases[i].days_left);
    }
  g_assert_true (forecast (NULL, 0, NULL, 0, NULL).runs_out == HF_DAY_NONE);
}

static void
test_heard (void)
{
  static const Row rows[] = { { 0, 1, 30, NONE }, { 20, 1, 30, NONE }, { 50, 1, 30, NONE } };
  HfSupplyHeard heard = { day (25), 40, 0 };
  HfSupplyUse uses[3];
  HfSupplyForecast f = forecast (rows, 2, &heard, 25, uses);

  /* On day 25 there were 40 left, ten of the first and the second whole. */
  g_assert_cmpint (f.runs_out, ==, day (65));
  g_assert_cmpint (uses[0].from, ==, day (25));
  g_assert_cmpint (uses[0].to, ==, day (35));
  g_assert_cmpint (uses[1].to, ==, day (65));
  /* Half the dose: 40 doses last 80 days. */
  heard.use_percent = 50;
  g_assert_cmpint (forecast (rows, 2, &heard, 25, NULL).runs_out, ==, day (105));
  /* What came later is added. */
  heard.use_percent = 100;
  g_assert_cmpint (forecast (rows, 3, &heard, 55, NULL).runs_out, ==, day (95));
  /* Nothing left, or more than we know of. */
  heard.doses_left = 0;
  f = forecast (rows, 2, &heard, 25, uses);
  g_assert_cmpint (f.runs_out, ==, day (25));
  g_assert_true (uses[0].from == HF_DAY_NONE && uses[1].from == HF_DAY_NONE);
  heard.doses_left = 100;
  g_assert_cmpint (forecast (rows, 2, &heard, 25, NULL).runs_out, ==, day (125));
}

static void
test_too_much (void)
{
  static const Row rows[] = { { 0, 3, 30, NONE }, { 0, 1, 1, NONE } };
  HfSupplyForecast f = forecast (rows, 1, NULL, 0, NULL);

  g_assert_false (hf_supply_is_too_much (&f, day (0))); /* 90 days */
  f = forecast (rows, 2, NULL, 0, NULL);
  g_assert_true (hf_supply_is_too_much (&f, day (0))); /* 91 */
}

/* Three packs are 90 days of supply, also when they come the next day; what the customer still has
 * then is added. */
static void
test_too_much_posted (void)
{
  static const Row rows[] = { { 1, 3, 30, NONE }, { 0, 1, 2, NONE } };
  HfSupplyForecast f = forecast (rows, 1, NULL, 0, NULL);

  g_assert_cmpint (f.days_left, ==, 91);
  g_assert_false (hf_supply_is_too_much (&f, day (1)));
  f = forecast (rows, 2, NULL, 0, NULL);
  g_assert_cmpint (f.runs_out, ==, day (92));
  g_assert_true (hf_supply_is_too_much (&f, day (1)));
}

static void
test_expiry (void)
{
  static const Row rows[] = { { 0, 1, 30, 40 }, { 0, 1, 30, 59 }, { 0, 1, 30, 80 } };
  HfSupplyUse uses[3];
  HfSupplyForecast f = forecast (rows, 2, NULL, 0, uses);

  /* The second is used up to day 59, its last. */
  g_assert_false (f.beyond_expiry);
  f = forecast (rows, 3, NULL, 0, uses);
  g_assert_true (f.beyond_expiry);
  g_assert_true (!uses[0].beyond_expiry && !uses[1].beyond_expiry && uses[2].beyond_expiry);
  g_assert_true (hf_supply_is_too_much (&f, day (0)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supply/PUR-3/queue", test_queue);
  g_test_add_func ("/supply/PUR-3/heard", test_heard);
  g_test_add_func ("/supply/PUR-3/too-much", test_too_much);
  g_test_add_func ("/supply/PUR-3/too-much-posted", test_too_much_posted);
  g_test_add_func ("/supply/COMP-7/expiry", test_expiry);
  return g_test_run ();
}
