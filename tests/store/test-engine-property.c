/* test-engine-property.c: what must hold whatever happened, on random histories
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <string.h>

#include "complaint-fixture.h"
#include "hf-check.h"
#include "hf-contact-facts.h"
#include "hf-follow-up.h"
#include "hf-office.h"
#include "hf-purchase.h"
#include "hf-reschedule.h"
#include "hf-sale-expected.h"
#include "hf-stop.h"
#include "hf-undo.h"
#include "hf-visit.h"
#include "hf-work.h"
#include "store-fixture.h"

#define N_HISTORIES   (40)
#define N_THOROUGH    (2000)
#define N_DAYS        (24)
#define N_CUSTOMERS   (3)
#define MOST_GAP_DAYS (40)

/* The stage of the first complaint that is open, as a number. */
static const char stage_sql[] =
    "SELECT instr ('received     acknowledged investigatinganswered     resolved', stage) / 13 "
    "FROM complaint WHERE closed_at IS NULL ORDER BY id LIMIT 1";

typedef struct
{
  Branch *branch;
  GRand *random;
  gint64 customers[N_CUSTOMERS];
  HfDay today;
} History;

static int
roll (History *h, int below)
{
  return g_rand_int_range (h->random, 0, below);
}

static void
set_clock (History *h, int minute)
{
  GError *error = NULL;

  hf_actor_init (&h->branch->actor, h->branch->db, 0, hf_minute_new (h->today, minute), &error);
  g_assert_no_error (error);
}

/* A refusal of the rules is no fault: a wrong day, a customer who wants no contact. */
static gboolean
expect (gboolean done, GError **error)
{
  if (!done)
    g_assert_cmpint ((*error)->domain == HF_ERROR ? (*error)->code : -1, !=, HF_ERROR_DATABASE);
  g_clear_error (error);
  return done;
}

static gboolean
buy (History *h, gint64 customer)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfPurchaseLine));
  HfPurchaseLine line = { h->branch->powder, 1 + roll (h, 2), -1, NULL, HF_DAY_NONE };
  g_auto (GStrv) enrolled = NULL;
  HfPurchaseDraft draft;
  GError *error = NULL;
  gint64 id;

  if (roll (h, 4) == 0)
    line.expires_on = h->today + roll (h, 60);
  g_array_append_val (lines, line);
  hf_purchase_draft_init (&draft);
  draft.customer_id = customer;
  draft.lines = lines;
  draft.bought_on = h->today - roll (h, 3);
  draft.received_on = roll (h, 2) == 0 ? h->today : HF_DAY_NONE;
  draft.promised_on = roll (h, 3) == 0 ? h->today + roll (h, 5) : HF_DAY_NONE;
  draft.reason = roll (h, 2) == 0 ? "家人同用" : NULL;
  return expect (
      hf_command_add_purchase (h->branch->db, &h->branch->actor, &draft, &id, &enrolled, &error),
      &error);
}

static gboolean
visit (History *h, gint64 customer)
{
  static const HfOutcome outcomes[] = { HF_OUTCOME_REACHED,   HF_OUTCOME_REACHED,
                                        HF_OUTCOME_REACHED,   HF_OUTCOME_NO_ANSWER,
                                        HF_OUTCOME_BUSY,      HF_OUTCOME_NOT_HOME,
                                        HF_OUTCOME_NO_ANSWER, HF_OUTCOME_ASKED_TO_CALL_LATER };
  g_auto (HfVisitResult) result = { 0 };
  HfVisitDraft draft;
  GError *error = NULL;

  hf_visit_draft_init (&draft);
  draft.customer_id = customer;
  draft.channel = (HfChannel) roll (h, HF_CHANNEL_POST + 1);
  draft.outcome =
      roll (h, 40) == 0 ? HF_OUTCOME_REFUSED : outcomes[roll (h, G_N_ELEMENTS (outcomes))];
  draft.expert_wanted = roll (h, 5) == 0;
  draft.left_days = roll (h, 6) == 0 ? roll (h, 40) : -1;
  if (draft.outcome == HF_OUTCOME_ASKED_TO_CALL_LATER)
    draft.later_at = h->branch->actor.now + 60 + roll (h, 3000);
  if (roll (h, 12) == 0)
    draft.effect = HF_EFFECT_ADVERSE;
  if (roll (h, 8) == 0)
    {
      draft.promise = "送食谱";
      draft.promise_on = h->today + roll (h, 6);
    }
  return expect (hf_command_log_visit (h->branch->db, &h->branch->actor, &draft, &result, &error),
                 &error);
}

static gint64
pick_follow_up (History *h)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce ((SELECT id FROM follow_up WHERE state = 'open' ORDER BY id LIMIT 1 OFFSET "
      "%d), 0)",
      roll (h, 6));

  return branch_count (h->branch, sql);
}

static gboolean
change_follow_up (History *h)
{
  gint64 id = pick_follow_up (h);
  HfDb *db = h->branch->db;
  HfActor *actor = &h->branch->actor;
  GError *error = NULL;

  switch (roll (h, 4))
    {
    case 0:
      return expect (hf_command_skip (db, actor, id, "顾客在外地", &error), &error);
    case 1:
      return expect (
          hf_command_reschedule (db, actor, id, h->today + roll (h, 12), "顾客出门", &error),
          &error);
    case 2:
      return expect (hf_command_snooze (db, actor, id, actor->now + 90, &error), &error);
    default:
      return expect (hf_command_tick (db, actor, id, &error), &error);
    }
}

static gboolean
change_card (History *h, gint64 customer)
{
  static const char *const changes[][2] = {
    { "no-contact", "sun" },
    { "no-contact", "tue,wed,sat" },
    { "no-contact", "" },
    { "window", "working" },
    { "window", "home" },
    { "routine", "two-monthly" },
    { "routine", "3" },
    { "birth", "1950-11-25" },
    { "quiet-until", "2026-11-22" },
    { "owner", "林娜" },
    { "do-not-contact", "本人要求" },
    { "do-not-contact", "" },
  };
  int which = roll (h, G_N_ELEMENTS (changes) - (roll (h, 4) == 0 ? 0 : 2));
  g_autoptr (HfCustomerDraft) draft = hf_customer_draft_new ();
  GError *error = NULL;

  hf_customer_draft_set (draft, changes[which][0], changes[which][1], &error);
  g_assert_no_error (error);
  return expect (
      hf_command_set_customer (h->branch->db, &h->branch->actor, customer, draft, NULL, &error),
      &error);
}

/* A complaint is opened, waits for the customer, or goes on to the next stage; or from the answer
 * back, if they are not content. */
static gboolean
complain (History *h, gint64 customer)
{
  gint64 id = branch_count (h->branch, "SELECT coalesce (min (id), 0) FROM complaint WHERE "
                                       "closed_at IS NULL");
  HfActor *actor = &h->branch->actor;
  HfComplaintDraft draft;
  GError *error = NULL;
  int stage;

  if (id != 0 && roll (h, 6) > 0)
    {
      if (roll (h, 5) == 0)
        return expect (hf_command_wait_for_customer (h->branch->db, actor, id, roll (h, 2) == 0,
                                                     "请拍一张照片", &error),
                       &error);
      stage =
          roll (h, 8) == 0 ? HF_CASE_INVESTIGATING : 1 + (int) branch_count (h->branch, stage_sql);
      return expect (complaint_try_move (h->branch, id, (HfComplaintStage) stage, &error), &error);
    }
  hf_complaint_draft_init (&draft);
  draft.customer_id = customer;
  draft.reason = (HfComplaintReason) roll (h, HF_COMPLAINT_DELIVERY_LATE + 1);
  draft.severity = roll (h, 3) == 0 ? HF_COMPLAINT_SERIOUS : HF_COMPLAINT_NORMAL;
  draft.about_id = roll (h, 4) == 0 ? h->branch->agent : 0;
  return expect (hf_command_open_complaint (h->branch->db, actor, &draft, &id, &error), &error);
}

static gboolean
plan (History *h, gint64 customer)
{
  static const char *const windows[] = { "this-month", "two-months", "three-months", "later" };
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  if (roll (h, 3) == 0)
    return expect (hf_command_stop (h->branch->db, &h->branch->actor, customer,
                                    (HfStopCause) roll (h, HF_STOP_COMPETITOR + 1), &ids, &error),
                   &error);
  return expect (hf_command_expect_sale (h->branch->db, &h->branch->actor, customer,
                                         h->today + 20 * roll (h, G_N_ELEMENTS (windows) + 1), &ids,
                                         &error),
                 &error);
}

static gboolean
act (History *h)
{
  gint64 customer = h->customers[roll (h, N_CUSTOMERS)];

  switch (roll (h, 12))
    {
    case 0:
    case 1:
      return buy (h, customer);
    case 2:
    case 3:
    case 4:
    case 5:
      return visit (h, customer);
    case 6:
    case 7:
      return change_follow_up (h);
    case 8:
      return change_card (h, customer);
    case 9:
    case 10:
      return complain (h, customer);
    default:
      return plan (h, customer);
    }
}

/* Undo gives back the exact rows, but of a complaint, which stays (COMP-9); redo what was there. */
static void
act_and_undo (History *h)
{
  g_autofree char *before = branch_dump (h->branch);
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_auto (HfUndoResult) result = { 0 };
  g_auto (HfUndoResult) again = { 0 };
  GError *error = NULL;

  if (!act (h))
    return;
  done = branch_dump (h->branch);
  if (strcmp (before, done) == 0)
    return;
  hf_command_undo (h->branch->db, &h->branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  undone = branch_dump (h->branch);
  if (strcmp (result.kind, "complaint.open") != 0)
    branch_assert_same (before, undone);
  hf_command_redo (h->branch->db, &h->branch->actor, &again, &error);
  g_assert_no_error (error);
  redone = branch_dump (h->branch);
  branch_assert_same (done, redone);
}

/* No contact at night, on a forbidden day, or that nobody can explain (CAL-5, CARD-7, SCHED-2). */
static void
check_one (History *h, gint64 id)
{
  GError *error = NULL;
  g_autoptr (HfWorkItem) item = hf_work_load (h->branch->db, id, &error);
  g_autoptr (HfContactFacts) facts = NULL;
  HfSet channels;
  int minute;

  g_assert_no_error (error);
  g_assert_true (item->title != NULL && *item->title != '\0');
  g_assert_true (item->reason != NULL && *item->reason != '\0');
  minute = hf_minute_of_day (item->due_at);
  facts = hf_contact_facts_load (h->branch->db, item->customer_id, &error);
  g_assert_no_error (error);
  channels = hf_ways_get_channels (&item->ways);
  if (item->plan == NULL || item->blocked || channels == 0)
    return;
  g_assert_cmpint (minute, >=, HF_CONTACT_EARLIEST);
  g_assert_cmpint (minute, <=, HF_CONTACT_LATEST);
  if (branch_count (h->branch, "SELECT count (*) FROM follow_up WHERE by_hand = 1") == 0)
    g_assert_true (hf_contact_rules_day_is_allowed (&facts->rules, item->due_on, channels));
}

/* SCHED-4: each seven days around a contact that may move hold three contact days at most. */
static void
check_cap (History *h)
{
  g_assert_cmpint (
      branch_count (
          h->branch,
          "SELECT coalesce (max (n), 0) FROM (SELECT count (DISTINCT d.day) AS n FROM follow_up m "
          "JOIN generate_days g JOIN (SELECT customer_id, due_on AS day FROM follow_up WHERE state "
          "= 'open' AND kind IN ('step', 'routine', 'sale-window', 'greeting') UNION SELECT "
          "customer_id, closed_at / 1440 FROM follow_up WHERE state = 'done' AND kind IN ('step', "
          "'routine', 'sale-window', 'greeting')) "
          "d ON d.customer_id = m.customer_id AND d.day BETWEEN m.due_on - g.n AND m.due_on - g.n "
          "+ 6 "
          "WHERE m.state = 'open' AND m.kind IN ('routine', 'sale-window') AND m.by_hand = 0 "
          "AND m.blocked = 0 GROUP BY m.id, g.n)"),
      <=, 3);
}

static void
check_all (History *h)
{
  HfWorkFilter filter = { HF_DAY_NONE, hf_day_from_ymd (2100, 1, 1), 0, HF_FOLLOW_UP_OPEN };
  GError *error = NULL;
  g_autoptr (GArray) ids = hf_work_dup_ids (h->branch->db, &filter, &error);
  g_auto (GStrv) troubles = hf_check_run (h->branch->db, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (troubles[0], ==, NULL);
  for (guint i = 0; i < ids->len; i++)
    check_one (h, g_array_index (ids, gint64, i));
  check_cap (h);
}

static char *
dup_open (Branch *branch)
{
  GString *text = g_string_new (NULL);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;

  g_assert_true (hf_rows_open_text (
      &rows, branch->db,
      "SELECT c.name || ' ' || coalesce (p.key || e.anchor_on || e.choice, f.kind) || ' ' || "
      "f.step || "
      "' ' || f.occurrence || ' ' || f.due_at || ' ' || f.original_on || ' ' || f.window_from_on "
      "|| ' ' "
      "|| f.window_to_on || ' ' || f.ways || ' ' || f.cause || ' ' || f.state FROM follow_up f "
      "JOIN "
      "customer c ON c.id = f.customer_id LEFT JOIN enrolment e ON e.id = f.enrolment_id LEFT JOIN "
      "care_plan p ON p.id = e.plan_id WHERE f.state IN ('open', 'paused') ORDER BY 1",
      &error, ""));
  while (hf_rows_next (&rows, &error))
    g_string_append_printf (text, "%s\n", hf_rows_text (&rows, 0));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
run_day (History *h)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_clock (h, 8 * 60);
  branch_run_engine (h->branch);
  before = branch_dump (h->branch);
  branch_run_engine (h->branch);
  after = branch_dump (h->branch);
  branch_assert_same (before, after);
  check_all (h);
}

/* SCHED-6: a while off, then once, is as good as every day. */
static void
check_gap (History *h)
{
  Branch off = *h->branch;
  int n_days = 1 + roll (h, MOST_GAP_DAYS);
  g_autoptr (GFile) from = g_file_new_for_path (h->branch->path);
  g_autofree char *path = g_strconcat (h->branch->path, "-off", NULL);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autofree char *daily = NULL;
  g_autofree char *once = NULL;
  History other = *h;
  GError *error = NULL;

  hf_db_execute (h->branch->db, "PRAGMA wal_checkpoint (TRUNCATE)", &error);
  g_assert_no_error (error);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  off.db = hf_db_open (path, HF_DB_WRITE, &error);
  g_assert_no_error (error);
  other.branch = &off;
  for (int i = 0; i < n_days; i++)
    {
      h->today++;
      set_clock (h, 8 * 60);
      branch_run_engine (h->branch);
    }
  other.today = h->today;
  set_clock (&other, 8 * 60);
  branch_run_engine (&off);
  daily = dup_open (h->branch);
  once = dup_open (&off);
  branch_assert_same (daily, once);
  hf_db_close (off.db);
}

static void
set_up_history (History *h)
{
  /* Some in the weeks before the Spring Festival, with its greetings (CAL-7). */
  h->today = roll (h, 4) == 0 ? hf_day_from_ymd (2027, 1, 20) : hf_day_from_ymd (2026, 11, 2);
  set_clock (h, 9 * 60);
  hf_db_execute (
      h->branch->db,
      "PRAGMA synchronous = OFF; CREATE TEMP TABLE generate_days AS WITH RECURSIVE d (n) "
      "AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n < 6) SELECT n FROM d",
      NULL);
  branch_execute (h->branch, "INSERT INTO setting (id, key, value) VALUES "
                             "(hf_new_id (), 'plan.delivery', 'call-centre'), "
                             "(hf_new_id (), 'plan.tier', 'tier-rhythm'), "
                             "(hf_new_id (), 'plan.sale-window', 'sale-window')");
  h->customers[0] = branch_add_customer (h->branch, "王秀英", "address", "海棠路12号301室", "birth",
                                         "lunar:1950-10-12", NULL);
  h->customers[1] = branch_add_customer (h->branch, "王建国", "address", "海棠路12号301室",
                                         "card-type", "customer", "birth", "1949-11-19", NULL);
  h->customers[2] = branch_add_customer (h->branch, "陈玮", "owner", "林娜", "child", "2026-10-20",
                                         "no-contact", "sun", NULL);
}

static void
run_history (guint32 seed)
{
  Branch branch = { 0 };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  History h = { &branch, random, { 0 }, 0 };

  branch_set_up (&branch, NULL);
  set_up_history (&h);
  for (int day = 0; day < N_DAYS; day++)
    {
      h.today++;
      run_day (&h);
      for (int i = roll (&h, 3); i > 0; i--)
        {
          set_clock (&h, 9 * 60 + 30 + roll (&h, 600));
          act_and_undo (&h);
        }
      check_all (&h);
    }
  check_gap (&h);
  branch_tear_down (&branch, NULL);
}

static void
test_histories (void)
{
  guint64 first = 0;
  guint64 n = g_test_thorough () ? N_THOROUGH : N_HISTORIES;

  /* HF_HISTORY=SEED: one of them, to look into; HF_HISTORY=SEED+N: as many from that one on. */
  if (g_getenv ("HF_HISTORY") != NULL)
    {
      g_auto (GStrv) numbers = g_strsplit (g_getenv ("HF_HISTORY"), "+", 2);

      first = g_ascii_strtoull (numbers[0], NULL, 10);
      n = numbers[1] != NULL ? g_ascii_strtoull (numbers[1], NULL, 10) : 1;
    }
  for (guint64 i = first; i < first + n; i++)
    {
      g_test_message ("history %" G_GUINT64_FORMAT, i);
      run_history ((guint32) i);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/SCHED-6/random-histories", test_histories);
  return g_test_run ();
}
