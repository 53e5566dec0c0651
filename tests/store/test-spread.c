/* test-spread.c: a week that is too full
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-spread.h"
#include "store-fixture.h"

#define MONDAY "2026-11-23"

/* Ten home visits on one Monday, which holds six hours; each may be made until Thursday. */
static void
fill_monday (Branch *branch)
{
  branch_set_now (branch, "2026-11-20T09:00");
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("顾客%d", i);
      gint64 id = branch_add_customer (branch, name, "owner", "林娜", NULL);

      branch_buy (branch, id, branch->powder, "2026-11-20");
    }
  branch_execute (branch, "UPDATE follow_up SET window_to_on = due_on + 3, kind = 'routine'");
}

static GPtrArray *
propose (Branch *branch)
{
  HfDay monday = HF_DAY_NONE;
  GError *error = NULL;
  GPtrArray *list;

  hf_day_parse (MONDAY, &monday, NULL);
  list = hf_spreads_propose (branch->db, &branch->actor, branch->agent, monday, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  return list;
}

static void
apply (Branch *branch, const HfSpread *spread)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (HfSpreadChoice));
  GError *error = NULL;

  for (guint i = 0; i < spread->moves->len; i++)
    {
      const HfSpreadMove *move = spread->moves->pdata[i];
      HfSpreadChoice choice = { move->id, move->to };

      g_array_append_val (choices, choice);
    }
  hf_command_spread (branch->db, &branch->actor, choices, &error);
  g_assert_no_error (error);
}

static void
test_spread (Branch *branch, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const HfSpread *spread;

  fill_monday (branch);
  before = propose (branch);
  spread = before->pdata[0];
  g_assert_cmpint (spread->loads[0], ==, 600);
  g_assert_cmpint (spread->capacities[0], ==, 360);
  g_assert_cmpint (spread->after[0], ==, 360);
  g_assert_cmpuint (spread->moves->len, ==, 4);
  apply (branch, spread);
  after = propose (branch);
  g_assert_cmpint (((const HfSpread *) after->pdata[0])->loads[0], ==, 360);
  g_assert_cmpuint (((const HfSpread *) after->pdata[0])->moves->len, ==, 0);
  g_assert_cmpint (
      branch_count (branch, "SELECT count (*) FROM operation WHERE kind = 'follow-up.spread'"), ==,
      1);
}

/* A step of a plan that is due on its day stays there (SCHED-8). */
static void
test_stays (Branch *branch, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  fill_monday (branch);
  branch_execute (branch, "UPDATE follow_up SET window_to_on = due_on");
  list = propose (branch);
  g_assert_cmpuint (((const HfSpread *) list->pdata[0])->moves->len, ==, 0);
}

static void
test_not_allowed (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, branch->agent);
  g_assert_null (hf_spreads_propose (branch->db, &branch->actor, 0, 20780, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/spread/CAL-1/proposed-and-done", test_spread);
  branch_test ("/spread/SCHED-8/outside-of-its-window", test_stays);
  branch_test ("/spread/ROLE-1/colleagues", test_not_allowed);
  return g_test_run ();
}
