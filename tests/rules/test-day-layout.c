/* test-day-layout.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-layout.h"

#include <string.h>

#define OPENS    (8 * 60)
#define CLOSES   (21 * 60)
#define SHORTEST (20)
#define ROUNDS   (2000)
#define MOST     (60)

static const struct
{
  const char *name;
  HfDayBlock blocks[4]; /* start, minutes, from, to, column, n_columns */
  guint n_blocks;
} rows[] = {
  { "alone", { { 600, 60, 600, 660, 0, 1 } }, 1 },
  { "one after the other", { { 600, 60, 600, 660, 0, 1 }, { 660, 60, 660, 720, 0, 1 } }, 2 },
  { "side by side", { { 600, 60, 600, 660, 0, 2 }, { 630, 60, 630, 690, 1, 2 } }, 2 },
  { "the longer one first", { { 600, 30, 600, 630, 1, 2 }, { 600, 60, 600, 660, 0, 2 } }, 2 },
  { "through another",
    { { 600, 60, 600, 660, 0, 2 }, { 630, 60, 630, 690, 1, 2 }, { 660, 60, 660, 720, 0, 2 } },
    3 },
  { "a call is shown as the shortest",
    { { 600, 5, 600, 620, 0, 1 }, { 620, 5, 620, 640, 0, 1 } },
    2 },
  { "before and after the hours",
    { { 0, 30, OPENS, OPENS + 20, 0, 2 },
      { 1430, 30, CLOSES - 20, CLOSES, 0, 1 },
      { 450, 120, OPENS, 570, 1, 2 } },
    3 },
};

static void
check_row (const HfDayBlock *expected, guint n_blocks)
{
  HfDayBlock blocks[4];

  for (guint i = 0; i < n_blocks; i++)
    blocks[i] = (HfDayBlock){ expected[i].start, expected[i].minutes };
  hf_day_layout (blocks, n_blocks, OPENS, CLOSES, SHORTEST);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_assert_cmpint (blocks[i].from, ==, expected[i].from);
      g_assert_cmpint (blocks[i].to, ==, expected[i].to);
      g_assert_cmpuint (blocks[i].column, ==, expected[i].column);
      g_assert_cmpuint (blocks[i].n_columns, ==, expected[i].n_columns);
    }
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      check_row (rows[i].blocks, rows[i].n_blocks);
    }
}

static guint
make_day (GRand *rand, HfDayBlock *blocks)
{
  guint n = (guint) g_rand_int_range (rand, 0, MOST);

  for (guint i = 0; i < n; i++)
    blocks[i] =
        (HfDayBlock){ g_rand_int_range (rand, 0, 24 * 60), g_rand_int_range (rand, -5, 240) };
  return n;
}

static gboolean
overlap (const HfDayBlock *a, const HfDayBlock *b)
{
  return a->from < b->to && b->from < a->to;
}

static void
check_day (const HfDayBlock *blocks, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const HfDayBlock *block = &blocks[i];

      g_assert_cmpint (block->from, >=, OPENS);
      g_assert_cmpint (block->to, <=, CLOSES);
      g_assert_cmpint (block->to - block->from, >=, SHORTEST);
      g_assert_cmpuint (block->column, <, block->n_columns);
      if (block->start >= OPENS && block->start <= CLOSES - SHORTEST)
        g_assert_cmpint (block->from, ==, block->start);
      for (guint j = i + 1; j < n; j++)
        if (overlap (block, &blocks[j]))
          {
            g_assert_cmpuint (block->column, !=, blocks[j].column);
            g_assert_cmpuint (block->n_columns, ==, blocks[j].n_columns);
          }
    }
}

/* Nothing stands over another, nothing is dropped, no more columns than there must be. */
static void
check_columns (const HfDayBlock *blocks, guint n)
{
  guint most = 0, used = 0;

  for (guint i = 0; i < n; i++)
    {
      guint at_once = 0;

      for (guint j = 0; j < n; j++)
        at_once += blocks[j].from <= blocks[i].from && blocks[i].from < blocks[j].to;
      most = MAX (most, at_once);
      used = MAX (used, blocks[i].n_columns);
    }
  g_assert_cmpuint (used, ==, most);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < ROUNDS; i++)
    {
      HfDayBlock blocks[MOST], again[MOST];
      guint n = make_day (rand, blocks);

      memcpy (again, blocks, sizeof (blocks));
      hf_day_layout (blocks, n, OPENS, CLOSES, SHORTEST);
      check_day (blocks, n);
      check_columns (blocks, n);
      hf_day_layout (again, n, OPENS, CLOSES, SHORTEST);
      g_assert_cmpmem (again, n * sizeof (HfDayBlock), blocks, n * sizeof (HfDayBlock));
    }
}

/* What is added later in the day does not move what stands before it. */
static void
test_stable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < ROUNDS; i++)
    {
      HfDayBlock blocks[MOST + 1], more[MOST + 1];
      guint n = make_day (rand, blocks);

      memcpy (more, blocks, sizeof (blocks));
      more[n] = (HfDayBlock){ CLOSES - SHORTEST, SHORTEST };
      hf_day_layout (blocks, n, OPENS, CLOSES, SHORTEST);
      hf_day_layout (more, n + 1, OPENS, CLOSES, SHORTEST);
      for (guint j = 0; j < n; j++)
        if (blocks[j].to <= CLOSES - SHORTEST)
          g_assert_cmpuint (blocks[j].column, ==, more[j].column);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-layout/CAL-1/table", test_table);
  g_test_add_func ("/day-layout/CAL-1/random", test_random);
  g_test_add_func ("/day-layout/CAL-1/stable", test_stable);
  return g_test_run ();
}
