/* test-visits.c: what comes of a contact
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-visit.h"
#include "store-fixture.h"

static void
log_visit (Branch *branch, const HfVisitDraft *draft)
{
  g_auto (HfVisitResult) result = { 0 };
  GError *error = NULL;

  hf_command_log_visit (branch->db, &branch->actor, draft, &result, &error);
  g_assert_no_error (error);
}

/* On 10 November, with a plan, a promise for the 12th and an adverse reaction. */
static gint64
add_troubled_customer (Branch *branch)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  HfVisitDraft draft;

  branch_enrol (branch, wang, "four-level");
  hf_visit_draft_init (&draft);
  draft.customer_id = wang;
  draft.channel = HF_CHANNEL_PHONE;
  draft.outcome = HF_OUTCOME_REACHED;
  draft.effect = HF_EFFECT_ADVERSE;
  draft.promise = "送食谱";
  draft.promise_on = hf_day_from_ymd (2026, 11, 12);
  log_visit (branch, &draft);
  return wang;
}

static gint64
count_open (Branch *branch, const char *condition)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM follow_up WHERE state IN ('open', 'paused') AND %s", condition);

  return branch_count (branch, sql);
}

static void
test_adverse_rings_on (Branch *branch, gconstpointer data)
{
  gint64 wang = add_troubled_customer (branch);

  branch_set_now (branch, "2026-11-12T12:00");
  branch_visit (branch, wang, "phone", "no-answer");
  g_assert_cmpint (count_open (branch, "kind = 'adverse' AND snoozed_until_at IS NULL"), ==, 1);
  g_assert_cmpint (count_open (branch, "kind = 'promise' AND snoozed_until_at IS NOT NULL"), ==, 1);
}

static void
test_unreached_keeps_promises (Branch *branch, gconstpointer data)
{
  gint64 wang = add_troubled_customer (branch);
  static const char *const tries[] = { "2026-11-12T12:00", "2026-11-13T12:00", "2026-11-14T12:00" };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      branch_set_now (branch, tries[i]);
      branch_visit (branch, wang, "phone", "no-answer");
    }
  g_assert_cmpint (branch_count (branch, "SELECT card_type = 'discarded' FROM customer"), ==, 1);
  g_assert_cmpint (count_open (branch, "enrolment_id IS NOT NULL"), ==, 0);
  g_assert_cmpint (count_open (branch, "kind = 'adverse'"), ==, 1);
  g_assert_cmpint (count_open (branch, "kind = 'promise'"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT state = 'open' FROM promise"), ==, 1);
}

static void
test_refusal_keeps_safety (Branch *branch, gconstpointer data)
{
  gint64 wang = add_troubled_customer (branch);

  branch_set_now (branch, "2026-11-11T12:00");
  branch_visit (branch, wang, "phone", "refused");
  g_assert_cmpint (count_open (branch, "kind = 'adverse'"), ==, 1);
  g_assert_cmpint (count_open (branch, "kind <> 'adverse'"), ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT state = 'void' FROM promise"), ==, 1);
}

static void
test_no_contact_keeps_safety (Branch *branch, gconstpointer data)
{
  gint64 wang = add_troubled_customer (branch);

  branch_set (branch, wang, "do-not-contact", "本人要求");
  g_assert_cmpint (count_open (branch, "kind = 'adverse'"), ==, 1);
  g_assert_cmpint (count_open (branch, "kind <> 'adverse'"), ==, 0);
  g_assert_cmpint (branch_count (branch, "SELECT state = 'void' FROM promise"), ==, 1);
}

/* Reached on the 16th, entered on the 18th: the two weeks count from the 16th. */
static void
test_entered_late (Branch *branch, gconstpointer data)
{
  gint64 chen = branch_add_customer (branch, "陈玮", NULL);
  g_autofree char *due = NULL;
  HfVisitDraft draft;

  branch_enrol (branch, chen, "four-level");
  hf_visit_draft_init (&draft);
  draft.customer_id = chen;
  draft.channel = HF_CHANNEL_PHONE;
  draft.outcome = HF_OUTCOME_REACHED;
  draft.promise = "送食谱";
  draft.promise_on = hf_day_from_ymd (2026, 11, 14);
  log_visit (branch, &draft);
  branch_set_now (branch, "2026-11-18T10:00");
  draft.promise = NULL;
  draft.promise_on = HF_DAY_NONE;
  draft.at = hf_minute_new (hf_day_from_ymd (2026, 11, 16), 12 * 60);
  log_visit (branch, &draft);
  due = branch_due (branch);
  g_assert_cmpstr (due, ==, "陈玮 four-level 2 2026-11-30T11:30 2026-11-30\n");
  g_assert_cmpint (branch_count (branch, "SELECT kept_on FROM promise"), ==,
                   hf_day_from_ymd (2026, 11, 16));
}

static void
try_on (Branch *branch, gint64 customer, const char *now)
{
  branch_set_now (branch, now);
  branch_visit (branch, customer, "phone", "no-answer");
}

static gboolean
is_discarded (Branch *branch)
{
  return branch_count (branch, "SELECT card_type = 'discarded' FROM customer") == 1;
}

/* Two tries failed, then she came to the shop and bought: those two are forgotten. */
static void
test_purchase_begins_anew (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);

  try_on (branch, wang, "2026-11-10T12:00");
  try_on (branch, wang, "2026-11-11T12:00");
  branch_buy (branch, wang, branch->powder, "2026-11-11");
  try_on (branch, wang, "2026-11-12T12:00");
  try_on (branch, wang, "2026-11-13T12:00");
  g_assert_false (is_discarded (branch));
  try_on (branch, wang, "2026-11-14T12:00");
  g_assert_true (is_discarded (branch));
}

/* A refusal is no failed try: she bought in the morning, and wants no more calls in the afternoon.
 */
static void
test_refusal_on_the_day_of_a_purchase (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  try_on (branch, wang, "2026-11-10T12:00");
  g_assert_false (is_discarded (branch));
  branch_set_now (branch, "2026-11-10T16:00");
  branch_visit (branch, wang, "phone", "refused");
  g_assert_true (is_discarded (branch));
}

/* A manager takes a discarded card up again: it gets its three tries. */
static void
test_changed_card_begins_anew (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);

  try_on (branch, wang, "2026-11-10T12:00");
  try_on (branch, wang, "2026-11-11T12:00");
  try_on (branch, wang, "2026-11-12T12:00");
  g_assert_true (is_discarded (branch));
  branch_set_now (branch, "2026-11-12T15:00");
  branch_set (branch, wang, "card-type", "contacted");
  try_on (branch, wang, "2026-11-13T12:00");
  g_assert_false (is_discarded (branch));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/visits/VISIT-5/adverse-rings-on", test_adverse_rings_on);
  branch_test ("/visits/CARD-9/unreached-keeps-promises", test_unreached_keeps_promises);
  branch_test ("/visits/COMP-6/refusal-keeps-safety", test_refusal_keeps_safety);
  branch_test ("/visits/COMP-6/no-contact-keeps-safety", test_no_contact_keeps_safety);
  branch_test ("/visits/PLAN-3/entered-late", test_entered_late);
  branch_test ("/visits/CARD-9/purchase-begins-anew", test_purchase_begins_anew);
  branch_test ("/visits/CARD-9/refusal-on-the-day-of-a-purchase",
               test_refusal_on_the_day_of_a_purchase);
  branch_test ("/visits/CARD-9/changed-card-begins-anew", test_changed_card_begins_anew);
  return g_test_run ();
}
