/* test-delivery-plan.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-delivery-plan.h"

#define NONE HF_MINUTE_NONE

/* The rows write moments as D(day, hour, minute), day 1 being a Monday. */
#define D(day, hour, minute) (((HfMinute) 20000 + (day)) * HF_MINUTES_A_DAY + (hour) *60 + (minute))

#define MAX_ROWS             (6)

typedef struct
{
  const char *name;
  HfMinute now;
  gboolean server_appeared;
  HfDelivery rows[MAX_ROWS]; /* up to the one with the id 0 */
  const char *single;
  const char *gathered;
  const char *withdraw;
  HfMinute next_wake;
} Row;

#define STEP HF_KIND_STEP

static const Row table[] = {
  { "nothing", D (1, 12, 0), FALSE, { { 0 } }, "", "", "", D (2, 0, 0) },
  { "not-yet",
    D (1, 11, 29),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 } },
    "",
    "",
    "",
    D (1, 11, 30) },
  { "now",
    D (1, 11, 30),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 } },
    "1",
    "",
    "",
    D (2, 0, 0) },
  { "the-earliest-wakes",
    D (1, 11, 30),
    FALSE,
    { { 1, STEP, D (1, 18, 0), HF_DELIVERY_NONE, NONE, 0 },
      { 2, STEP, D (1, 14, 0), HF_DELIVERY_NONE, NONE, 0 },
      { 3, STEP, D (1, 13, 0), HF_DELIVERY_NONE, NONE, 0 } },
    "",
    "",
    "",
    D (1, 13, 0) },
  { "next-week-waits-for-midnight",
    D (1, 11, 30),
    FALSE,
    { { 1, STEP, D (8, 11, 30), HF_DELIVERY_NONE, NONE, 0 } },
    "",
    "",
    "",
    D (2, 0, 0) },
  { "three-ring-one-by-one-in-order/WORK-2",
    D (1, 11, 30),
    FALSE,
    { { 1, HF_KIND_ROUTINE, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 2, HF_KIND_COMPLAINT, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 3, STEP, D (1, 11, 28), HF_DELIVERY_NONE, NONE, 0 } },
    "2,3,1",
    "",
    "",
    D (2, 0, 0) },
  { "four-at-once-are-gathered",
    D (1, 11, 30),
    FALSE,
    { { 4, STEP, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 3, STEP, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 2, STEP, D (1, 11, 29), HF_DELIVERY_NONE, NONE, 0 },
      { 1, STEP, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 } },
    "",
    "2,1,3,4",
    "",
    D (2, 0, 0) },
  { "one-late-rings-by-itself",
    D (3, 11, 30),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 } },
    "1",
    "",
    "",
    D (4, 0, 0) },
  { "a-backlog-is-gathered-and-what-is-due-now-is-not",
    D (3, 11, 30),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 2, STEP, D (2, 11, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 3, STEP, D (3, 11, 24), HF_DELIVERY_NONE, NONE, 0 },
      { 4, STEP, D (3, 11, 25), HF_DELIVERY_NONE, NONE, 0 } },
    "4",
    "1,2,3",
    "",
    D (4, 0, 0) },
  { "an-adverse-reaction-is-never-gathered",
    D (3, 11, 30),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 2, STEP, D (2, 11, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 3, HF_KIND_ADVERSE, D (2, 11, 30), HF_DELIVERY_NONE, NONE, 0 } },
    "3",
    "1,2",
    "",
    D (4, 0, 0) },
  { "an-adverse-reaction-makes-no-crowd",
    D (3, 11, 30),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 3, HF_KIND_ADVERSE, D (2, 11, 30), HF_DELIVERY_NONE, NONE, 0 } },
    "3,1",
    "",
    "",
    D (4, 0, 0) },
  { "nothing-rings-twice",
    D (1, 12, 0),
    TRUE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_SHOWN, D (1, 11, 30), 0 },
      { 2, STEP, D (1, 11, 30), HF_DELIVERY_CLOSED, D (1, 11, 30), 0 },
      { 3, STEP, D (1, 12, 1), HF_DELIVERY_CLOSED, D (1, 11, 30), 0 } },
    "",
    "",
    "",
    D (1, 12, 1) },
  { "a-claim-is-respected",
    D (1, 11, 31),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_CLAIMED, D (1, 11, 30), D (1, 11, 30) } },
    "",
    "",
    "",
    D (1, 11, 32) },
  { "a-stuck-claim-is-taken-over",
    D (1, 11, 32),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_CLAIMED, D (1, 11, 30), D (1, 11, 30) } },
    "1",
    "",
    "",
    D (2, 0, 0) },
  { "what-a-crash-left-is-shown",
    D (1, 11, 31),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_ABANDONED, D (1, 11, 30), D (1, 11, 30) } },
    "1",
    "",
    "",
    D (2, 0, 0) },
  { "a-snooze-is-withdrawn-until-it-ends",
    D (1, 12, 0),
    FALSE,
    { { 1, STEP, D (1, 12, 30), HF_DELIVERY_SHOWN, D (1, 11, 30), 0 } },
    "",
    "",
    "1",
    D (1, 12, 30) },
  { "a-snooze-ends",
    D (1, 12, 30),
    FALSE,
    { { 1, STEP, D (1, 12, 30), HF_DELIVERY_CLOSED, D (1, 11, 30), 0 } },
    "1",
    "",
    "",
    D (2, 0, 0) },
  { "done-is-withdrawn",
    D (1, 12, 0),
    FALSE,
    { { 1, STEP, NONE, HF_DELIVERY_SHOWN, D (1, 11, 30), 0 },
      { 2, STEP, NONE, HF_DELIVERY_CLOSED, D (1, 11, 30), 0 },
      { 3, STEP, NONE, HF_DELIVERY_ABANDONED, D (1, 11, 30), D (1, 11, 30) },
      { 4, STEP, NONE, HF_DELIVERY_FAILED, D (1, 11, 30), D (1, 11, 30) },
      { 5, STEP, NONE, HF_DELIVERY_CLAIMED, D (1, 11, 30), D (1, 11, 30) } },
    "",
    "",
    "1,3,5",
    D (2, 0, 0) },
  { "rescheduled-to-later-is-withdrawn-and-rings-anew",
    D (1, 12, 0),
    FALSE,
    { { 1, STEP, D (1, 18, 0), HF_DELIVERY_SHOWN, D (1, 11, 30), 0 } },
    "",
    "",
    "1",
    D (1, 18, 0) },
  { "rescheduled-to-now-is-shown-in-its-place",
    D (1, 12, 0),
    FALSE,
    { { 1, STEP, D (1, 12, 0), HF_DELIVERY_SHOWN, D (1, 11, 30), 0 } },
    "1",
    "",
    "",
    D (2, 0, 0) },
  { "what-failed-waits-for-a-server",
    D (1, 11, 31),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_FAILED, D (1, 11, 30), D (1, 11, 30) } },
    "",
    "",
    "",
    D (1, 12, 0) },
  { "what-failed-is-tried-when-a-server-appears",
    D (1, 11, 31),
    TRUE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_FAILED, D (1, 11, 30), D (1, 11, 30) } },
    "1",
    "",
    "",
    D (2, 0, 0) },
  { "what-failed-is-tried-after-a-while",
    D (1, 12, 0),
    FALSE,
    { { 1, STEP, D (1, 11, 30), HF_DELIVERY_FAILED, D (1, 11, 30), D (1, 11, 30) } },
    "1",
    "",
    "",
    D (2, 0, 0) },
  { "quiet-in-the-evening-until-midnight-first",
    D (1, 20, 30),
    TRUE,
    { { 1, STEP, D (1, 20, 30), HF_DELIVERY_NONE, NONE, 0 } },
    "",
    "",
    "",
    D (2, 0, 0) },
  { "quiet-in-the-morning",
    D (2, 8, 59),
    TRUE,
    { { 1, STEP, D (1, 20, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 2, STEP, D (1, 21, 0), HF_DELIVERY_CLOSED, D (1, 20, 0), 0 },
      { 3, STEP, D (2, 9, 30), HF_DELIVERY_NONE, NONE, 0 } },
    "",
    "",
    "",
    D (2, 9, 0) },
  { "the-end-of-quiet-hours-gathers",
    D (2, 9, 0),
    FALSE,
    { { 1, STEP, D (1, 20, 30), HF_DELIVERY_NONE, NONE, 0 },
      { 2, STEP, D (1, 21, 0), HF_DELIVERY_CLOSED, D (1, 20, 0), 0 },
      { 3, STEP, D (2, 9, 0), HF_DELIVERY_NONE, NONE, 0 } },
    "3",
    "1,2",
    "",
    D (3, 0, 0) },
  { "what-is-done-is-withdrawn-in-quiet-hours-too",
    D (1, 22, 0),
    FALSE,
    { { 1, STEP, NONE, HF_DELIVERY_SHOWN, D (1, 11, 30), 0 } },
    "",
    "",
    "1",
    D (2, 0, 0) },
};

static char *
join (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

static void
assert_ids (GArray *ids, const char *expected)
{
  g_autofree char *text = join (ids);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_table (gconstpointer data)
{
  const Row *row = data;
  gsize n = 0;
  g_autoptr (HfDeliveryPlan) plan = NULL;

  while (n < MAX_ROWS && row->rows[n].id != 0)
    n++;
  plan = hf_delivery_plan_new (row->rows, n, &hf_delivery_rules_default, row->now,
                               row->server_appeared);
  assert_ids (plan->single, row->single);
  assert_ids (plan->gathered, row->gathered);
  assert_ids (plan->withdraw, row->withdraw);
  g_assert_cmpint (plan->next_wake, ==, row->next_wake);
  g_assert_cmpint (plan->next_wake, >, row->now);
}

static void
test_quiet_hours (void)
{
  HfDeliveryRules rules = hf_delivery_rules_default;

  g_assert_false (hf_delivery_rules_is_quiet (&rules, D (1, 20, 29)));
  g_assert_true (hf_delivery_rules_is_quiet (&rules, D (1, 20, 30)));
  g_assert_true (hf_delivery_rules_is_quiet (&rules, D (2, 8, 59)));
  g_assert_false (hf_delivery_rules_is_quiet (&rules, D (2, 9, 0)));
  g_assert_cmpint (hf_delivery_rules_end_of_quiet (&rules, D (1, 23, 0)), ==, D (2, 9, 0));
  g_assert_cmpint (hf_delivery_rules_end_of_quiet (&rules, D (2, 0, 0)), ==, D (2, 9, 0));
  g_assert_cmpint (hf_delivery_rules_end_of_quiet (&rules, D (2, 9, 0)), ==, D (2, 9, 0));

  rules.quiet_from = 12 * 60;
  rules.quiet_until = 13 * 60 + 30;
  g_assert_true (hf_delivery_rules_is_quiet (&rules, D (1, 13, 29)));
  g_assert_false (hf_delivery_rules_is_quiet (&rules, D (1, 23, 0)));
  g_assert_cmpint (hf_delivery_rules_end_of_quiet (&rules, D (1, 12, 0)), ==, D (1, 13, 30));

  rules.quiet_until = rules.quiet_from;
  for (int minute = 0; minute < HF_MINUTES_A_DAY; minute++)
    g_assert_false (hf_delivery_rules_is_quiet (&rules, D (1, 0, minute)));
}

/* Whoever wakes when told to, and at no other time, shows everything exactly once, also
 * over two nights: nothing is lost between a wake and the next. */
static void
test_following_the_wakes_loses_nothing (void)
{
  HfDelivery rows[48];
  int n_shown = 0, n_wakes = 0;
  HfMinute now = D (1, 0, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (HfDelivery){ (gint64) i + 1, STEP, D (1, 0, 0) + (HfMinute) i * 67, 0, NONE, 0 };
  while (now < D (4, 0, 0))
    {
      g_autoptr (HfDeliveryPlan) plan =
          hf_delivery_plan_new (rows, G_N_ELEMENTS (rows), &hf_delivery_rules_default, now, FALSE);
      GArray *const lists[] = { plan->single, plan->gathered };

      for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
        {
          for (guint i = 0; i < lists[list]->len; i++)
            {
              HfDelivery *row = &rows[g_array_index (lists[list], gint64, i) - 1];

              g_assert_cmpint (row->state, ==, HF_DELIVERY_NONE);
              row->state = HF_DELIVERY_SHOWN;
              row->delivered_for = row->due;
              n_shown++;
            }
        }
      g_assert_cmpint (plan->next_wake, >, now);
      now = plan->next_wake;
      n_wakes++;
    }
  g_assert_cmpint (n_shown, ==, G_N_ELEMENTS (rows));
  g_assert_cmpint (n_wakes, <, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_strdup_printf ("/delivery-plan/%s", table[i].name);

      g_test_add_data_func (path, &table[i], test_table);
    }
  g_test_add_func ("/delivery-plan/quiet-hours", test_quiet_hours);
  g_test_add_func ("/delivery-plan/following-the-wakes-loses-nothing",
                   test_following_the_wakes_loses_nothing);
  return g_test_run ();
}
