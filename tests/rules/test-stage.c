/* test-stage.c: stages, completeness and priority
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-completeness.h"
#include "hf-priority.h"

static HfDay
parse_day (const char *text)
{
  HfDay day = HF_DAY_NONE;

  g_assert_true (hf_day_parse (text, &day, NULL));
  return day;
}

static void
test_stages (void)
{
  static const struct
  {
    const char *birth;
    const char *stage;
    const char *next;
  } rows[] = {
    /* Seen from 22 November 2026. */
    { "2026-11-23", "T0", "2026-11-23" }, { "2026-11-22", "T1", "2026-12-22" },
    { "2026-10-23", "T1", "2026-11-23" }, { "2026-10-22", "T2", "2027-03-22" },
    { "2026-06-23", "T2", "2026-11-23" }, { "2026-06-22", "T3", "2027-03-22" },
    { "2026-02-23", "T3", "2026-11-23" }, { "2026-02-22", "T4", "2027-08-22" },
    { "2025-05-23", "T4", "2026-11-23" }, { "2025-05-22", "T5", NULL },
    { "2015-01-01", "T5", NULL },
  };
  HfDay today = parse_day ("2026-11-22");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfChild child = { parse_day (rows[i].birth), FALSE };

      g_assert_cmpstr (hf_stage_get_nick (hf_stage_for_child (&child, today)), ==, rows[i].stage);
      g_assert_true (hf_stage_get_next_change (&child, today) ==
                     (rows[i].next != NULL ? parse_day (rows[i].next) : HF_DAY_NONE));
    }
  /* Born on the 31st: a month is complete on the last day of a shorter one. */
  g_assert_cmpint (
      hf_stage_for_child (&(HfChild){ parse_day ("2026-01-31"), FALSE }, parse_day ("2026-02-27")),
      ==, HF_STAGE_T1);
  g_assert_cmpint (
      hf_stage_for_child (&(HfChild){ parse_day ("2026-01-31"), FALSE }, parse_day ("2026-02-28")),
      ==, HF_STAGE_T2);
}

static void
test_youngest (void)
{
  HfChild children[] = { { parse_day ("2020-01-01"), FALSE },
                         { parse_day ("2026-05-01"), FALSE },
                         { parse_day ("2026-11-01"), TRUE } };
  HfDay today = parse_day ("2026-11-22");
  HfDay from, to;

  g_assert_cmpint (hf_stage_for_children (children, 2, today), ==, HF_STAGE_T3);
  g_assert_cmpint (hf_stage_for_children (children, 1, today), ==, HF_STAGE_T5);
  g_assert_cmpint (hf_stage_for_children (NULL, 0, today), ==, HF_STAGE_NONE);
  g_assert_null (hf_stage_get_nick (HF_STAGE_NONE));
  /* Expected three weeks ago, no birth written down yet. */
  g_assert_cmpint (hf_stage_for_children (children, 3, today), ==, HF_STAGE_T0);
  g_assert_true (hf_stage_get_no_home (&children[2], &from, &to));
  g_assert_cmpint (from, ==, parse_day ("2026-10-18"));
  g_assert_cmpint (to, ==, parse_day ("2026-11-15"));
  g_assert_true (hf_stage_get_no_home (&children[1], &from, &to));
  g_assert_cmpint (from, ==, parse_day ("2026-05-01"));
  g_assert_cmpint (to, ==, parse_day ("2026-05-31"));
}

/* In the order in which they must be listed. */
static void
test_priority (void)
{
  static const HfPriority rows[] = {
    { HF_KIND_ADVERSE, HF_PRIORITY_NO_TIER, HF_STAGE_NONE, 900 },
    { HF_KIND_COMPLAINT, 3, HF_STAGE_NONE, 900 },
    { HF_KIND_URGENT, 3, HF_STAGE_NONE, 900 },
    { HF_KIND_PROMISE, 3, HF_STAGE_NONE, 900 },
    { HF_KIND_STEP, 0, HF_STAGE_T5, 900 },
    { HF_KIND_STEP, 1, HF_STAGE_T3, 600 },
    { HF_KIND_STEP, 1, HF_STAGE_T1, 700 },
    { HF_KIND_STEP, 1, HF_STAGE_T3, 800 },
    { HF_KIND_STEP, 1, HF_STAGE_T2, 100 },
    { HF_KIND_STEP, 1, HF_STAGE_NONE, 200 },
    { HF_KIND_STEP, HF_PRIORITY_NO_TIER, HF_STAGE_T3, 100 },
    { HF_KIND_SPECIAL_DATE, 0, HF_STAGE_NONE, 900 },
    { HF_KIND_SALE_WINDOW, 0, HF_STAGE_NONE, 900 },
    { HF_KIND_ROUTINE, 0, HF_STAGE_NONE, 900 },
    { HF_KIND_GREETING, 0, HF_STAGE_NONE, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          int order = hf_priority_compare (&rows[i], &rows[j]);

          g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        }
    }
}

static void
test_completeness (void)
{
  g_assert_cmpint (hf_completeness_get_percent (0), ==, 0);
  g_assert_cmpint (hf_completeness_get_percent (HF_BIT (HF_CARD_FIELD_NAME)), ==, 13);
  g_assert_cmpint (hf_completeness_get_percent (0x0f), ==, 50);
  g_assert_cmpint (hf_completeness_get_percent (HF_SET_ALL), ==, 100);
  for (HfCardField f = HF_CARD_FIELD_NAME; f < HF_N_CARD_FIELDS; f++)
    {
      g_assert_nonnull (hf_card_field_get_nick (f));
      g_assert_nonnull (hf_card_field_get_label (f));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/CARD-10/table", test_stages);
  g_test_add_func ("/stage/CARD-10/youngest", test_youngest);
  g_test_add_func ("/priority/WORK-2/order", test_priority);
  g_test_add_func ("/completeness/CARD-8/percent", test_completeness);
  return g_test_run ();
}
