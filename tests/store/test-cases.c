/* test-cases.c: adverse reactions, service recovery, incidents
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "complaint-fixture.h"
#include "hf-adverse.h"
#include "hf-incident.h"
#include "hf-office.h"
#include "hf-recovery.h"
#include "hf-undo.h"
#include "hf-work.h"

/* Wang Xiuying, whom Lin Na looks after and who has bought powder; Tuesday 10 November, 10:00. */
static gint64
add_buyer (Branch *branch)
{
  gint64 wang =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer", NULL);

  branch_buy (branch, wang, branch->powder, "2026-11-09");
  branch_execute (branch, "UPDATE purchase SET received_on = bought_on, order_number = 'YB77'");
  branch_execute (branch, "UPDATE purchase_line SET batch = 'B12', price_fen = 19800");
  return wang;
}

static gboolean
try_open_adverse (Branch *branch, gint64 customer, HfSeverity severity, gint64 *id, GError **error)
{
  HfAdverseOpening opening = { .customer_id = customer, .product_id = branch->powder };
  HfAdverseDraft draft = { "胃不舒服", "每天两次", 20765, severity };

  return hf_command_open_adverse (branch->db, &branch->actor, &opening, &draft, id, error);
}

static gint64
open_adverse (Branch *branch, gint64 customer)
{
  GError *error = NULL;
  gint64 id = 0;

  try_open_adverse (branch, customer, HF_SEVERITY_MODERATE, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* COMP-6, SCHED-5: an expert the same day; steps end, routine waits; product and batch are known.
 */
static void
test_adverse (Branch *branch, gconstpointer data)
{
  gint64 wang = add_buyer (branch);
  gint64 id = open_adverse (branch, wang);
  g_autoptr (HfAdverse) adverse = NULL;
  g_autoptr (GError) error = NULL;

  adverse = hf_adverse_load (branch->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (adverse->batch, ==, "B12");
  g_assert_cmpint (hf_minute_get_day (adverse->expert_due), ==,
                   hf_minute_get_day (branch->actor.now));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE kind = 'adverse' "
                                         "AND state = 'open' AND ways LIKE '%expert%'"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                         "kind IN ('step', 'routine')"),
                   ==, 0);
  g_assert_false (try_open_adverse (branch, wang, HF_SEVERITY_MILD, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
}

/* COMP-6: nobody closes it before an expert has talked to the customer, be it a manager or the
 * expert; where none works, a manager does. It says how it ended. */
static void
test_expert_first (Branch *branch, gconstpointer data)
{
  static const HfRole roles[] = { HF_ROLE_AGENT, HF_ROLE_MANAGER, HF_ROLE_EXPERT };
  gint64 wang = add_buyer (branch);
  gint64 id = open_adverse (branch, wang);

  branch_execute (branch, "INSERT INTO staff (id, name, role, qualification) VALUES (6, '李医生', "
                          "'expert', '执业医师')");
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (GError) error = NULL;

      branch_act_as (branch, roles[i] == HF_ROLE_EXPERT ? 6 : branch->agent);
      branch->actor.role = roles[i];
      g_assert_false (hf_command_close_adverse (branch->db, &branch->actor, id, "好转", &error));
      g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
    }
  branch_act_as (branch, 6);
  branch_visit (branch, wang, "phone", "no-answer");
  g_assert_false (hf_command_close_adverse (branch->db, &branch->actor, id, "好转", NULL));
  branch_visit (branch, wang, "phone", "reached");
  g_assert_true (hf_command_close_adverse (branch->db, &branch->actor, id, "停用后好转", NULL));
}

/* COMP-6: what was heard is written into the reaction that is meant, not into the last one. */
static void
test_described (Branch *branch, gconstpointer data)
{
  HfAdverseDraft draft = { "起疹子", "每日两次", HF_DAY_NONE, HF_SEVERITY_MILD };
  gint64 wang = add_buyer (branch);
  gint64 first = open_adverse (branch, wang);
  HfAdverseOpening opening = { .customer_id = wang };
  g_autoptr (HfAdverse) adverse = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second;

  branch_execute (branch,
                  "UPDATE adverse_reaction SET product_id = (SELECT min (id) FROM product)");
  branch_execute (branch, "DELETE FROM follow_up WHERE kind = 'adverse'");
  draft.symptoms = "";
  g_assert_true (
      hf_command_open_adverse (branch->db, &branch->actor, &opening, &draft, &second, NULL));
  draft.symptoms = "起疹子";
  g_assert_true (
      hf_command_describe_adverse (branch->db, &branch->actor, wang, first, &draft, NULL));
  adverse = hf_adverse_load (branch->db, first, NULL);
  g_assert_cmpstr (adverse->symptoms, ==, "起疹子");
  branch_execute (branch, "UPDATE adverse_reaction SET closed_at = 1");
  g_assert_false (
      hf_command_describe_adverse (branch->db, &branch->actor, wang, first, &draft, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
}

/* COMP-6: an agent closes it once an expert has answered; it says how it ended. */
static void
test_adverse_closed (Branch *branch, gconstpointer data)
{
  gint64 wang = add_buyer (branch);
  gint64 id = open_adverse (branch, wang);
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, branch->agent);
  g_assert_false (hf_command_close_adverse (branch->db, &branch->actor, id, "已好转", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  branch_act_as (branch, 0);
  branch->actor.role = HF_ROLE_MANAGER;
  g_assert_false (hf_command_close_adverse (branch->db, &branch->actor, id, "", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (hf_command_close_adverse (branch->db, &branch->actor, id, "停用后好转", &error));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'paused'"),
                   ==, 0);
  g_assert_false (hf_command_close_adverse (branch->db, &branch->actor, id, "再", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
}

/* DASH-3, ROLE-1: by product and batch, for managers. */
static void
test_adverse_report (Branch *branch, gconstpointer data)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  open_adverse (branch, add_buyer (branch));
  rows = hf_adverse_dup_report (branch->db, &branch->actor, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rows->len, ==, 1);
  g_assert_cmpstr (g_array_index (rows, HfAdverseCount, 0).batch, ==, "B12");
  branch_act_as (branch, branch->agent);
  g_assert_null (hf_adverse_dup_report (branch->db, &branch->actor, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

/* COMP-6: what comes first is said first; severe: a doctor, now. */
static void
test_first_action (void)
{
  g_assert_true (
      g_str_has_prefix (hf_adverse_get_first_action (HF_SEVERITY_MILD), "Stop or reduce"));
  g_assert_nonnull (strstr (hf_adverse_get_first_action (HF_SEVERITY_SEVERE), "doctor now"));
}

/* A promise that was missed for four days. */
static gint64
find_missed (Branch *branch)
{
  gint64 wang = add_buyer (branch);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO promise (id, customer_id, text, due_on) VALUES (hf_new_id (), %lld, '回电话', "
      "20763)",
      (long long) wang);

  branch_execute (branch, sql);
  complaint_run_engine (branch, "2026-11-10T10:00");
  return branch_count (branch, "SELECT max (id) FROM recovery");
}

static gboolean
act (Branch *branch, gint64 id, HfRecoveryAct what, const char *note, GError **error)
{
  const HfRecoveryDeed deed = { what, note, HF_CHANNEL_HOME };

  return hf_command_act_on_recovery (branch->db, &branch->actor, id, &deed, error);
}

/* COMP-7: never the same finding twice, whatever was done about it. */
static void
test_recovery_once (Branch *branch, gconstpointer data)
{
  gint64 id;
  g_autoptr (GError) error = NULL;

  branch_execute (branch, "SELECT 1");
  branch_set_now (branch, "2026-11-10T10:00");
  id = find_missed (branch);
  g_assert_cmpint (id, !=, 0);
  g_assert_false (act (branch, id, HF_RECOVERY_DISMISS, "", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_true (act (branch, id, HF_RECOVERY_DISMISS, "已当面兑现", &error));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                         "cause LIKE 'recovery-%'"),
                   ==, 0);
  complaint_run_engine (branch, "2026-11-10T18:00");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM recovery"), ==, 1);
  g_assert_false (act (branch, id, HF_RECOVERY_APOLOGY, "", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
}

static void
test_recovery_acts (Branch *branch, gconstpointer data)
{
  gint64 id;
  GError *error = NULL;

  branch_set_now (branch, "2026-11-10T10:00");
  id = find_missed (branch);
  act (branch, id, HF_RECOVERY_FOLLOW_UP, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up f JOIN recovery r ON "
                                         "r.follow_up_id = f.id WHERE f.state = 'open' AND "
                                         "f.due_on = 20767"),
                   ==, 1);
  act (branch, id, HF_RECOVERY_APOLOGY, "电话道歉", &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM recovery WHERE state = 'done'"), ==,
                   1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM visit WHERE note = '电话道歉'"), ==,
                   1);
}

/* COMP-7 a: what would be used beyond its expiry comes back, and goes out anew. */
static void
test_recovery_exchange (Branch *branch, gconstpointer data)
{
  gint64 wang = add_buyer (branch);
  gint64 id = 0;
  GError *error = NULL;

  branch_execute (branch, "INSERT INTO recovery (id, customer_id, kind, subject_id, found_on) "
                          "SELECT hf_new_id (), p.customer_id, 'expiry', l.id, 20767 FROM purchase "
                          "p JOIN purchase_line l ON l.purchase_id = p.id");
  id = branch_count (branch, "SELECT id FROM recovery");
  act (branch, id, HF_RECOVERY_EXCHANGE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM product_return WHERE wants = "
                                         "'exchange' AND state = 'open'"),
                   ==, 1);
  g_assert_cmpint (wang, !=, 0);
}

static gint64
open_incident (Branch *branch, gint64 customer, gint64 lost)
{
  HfIncidentDraft draft = { .customer_id = customer,
                            .happened_at = branch->actor.now,
                            .caller = "+86 138-0000-4321",
                            .claimed = "自称公司领导，说积分换礼要先交运费",
                            .knew = HF_BIT (HF_KNEW_NAME) | HF_BIT (HF_KNEW_POINTS),
                            .lost_fen = lost,
                            .tracking = lost > 0 ? "SF100200300400" : NULL };
  GError *error = NULL;
  gint64 id = 0;

  hf_command_open_incident (branch->db, &branch->actor, &draft, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* COMP-8, PHONE-2: the checklist is what this one asks for; the caller's number is not kept whole.
 */
static void
test_incident (Branch *branch, gconstpointer data)
{
  gint64 wang = add_buyer (branch);
  gint64 id = open_incident (branch, wang, 38000);
  g_autoptr (HfIncident) incident = NULL;
  g_autoptr (GError) error = NULL;

  incident = hf_incident_load (branch->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (incident->tail, ==, "4321");
  g_assert_cmpint (incident->needed, ==, HF_BIT (HF_N_INCIDENT_TASKS) - 1);
  g_assert_false (hf_command_close_incident (branch->db, &branch->actor, id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  for (int i = 0; i < HF_N_INCIDENT_TASKS; i++)
    g_assert_true (hf_command_tick_incident (branch->db, &branch->actor, id, (HfIncidentTask) i,
                                             TRUE, &error));
  g_assert_true (hf_command_close_incident (branch->db, &branch->actor, id, &error));
  g_assert_false (
      hf_command_tick_incident (branch->db, &branch->actor, id, HF_INCIDENT_POLICE, FALSE, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
}

/* COMP-8: an extra call to good customers, but not to the one who was called by the swindler. */
static void
test_prevention (Branch *branch, gconstpointer data)
{
  gint64 wang = add_buyer (branch);
  gint64 chen =
      branch_add_customer (branch, "陈伟", "owner", "林娜", "card-type", "customer", NULL);
  gint64 id = open_incident (branch, wang, 0);
  int customers = 0;
  GError *error = NULL;

  branch_buy (branch, chen, branch->powder, "2026-11-01");
  hf_command_warn_customers (branch->db, &branch->actor, id, &customers, &error);
  g_assert_no_error (error);
  g_assert_cmpint (customers, ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM greeting g JOIN customer c ON c.id "
                                         "= g.customer_id WHERE c.name = '陈伟'"),
                   ==, 1);
}

/* COMP-8: what no caller from outside has. */
static void
test_verification (Branch *branch, gconstpointer data)
{
  gint64 wang = add_buyer (branch);
  GError *error = NULL;
  g_autoptr (HfVerification) card = hf_verification_load (branch->db, wang, &error);

  g_assert_no_error (error);
  g_assert_cmpint (card->number, >, 0);
  g_assert_cmpstr (card->order, ==, "YB77");
  g_assert_cmpstr (card->staff, ==, "林娜");
}

/* COMP-8, AUD-1: who had opened the record before; whoever looked afterwards is not meant. */
static void
test_leaks (Branch *branch, gconstpointer data)
{
  gint64 wang = add_buyer (branch);
  gint64 zhou = branch_add_staff (branch, "周敏");
  g_autoptr (GArray) leaks = NULL;
  g_autoptr (GError) error = NULL;
  HfActor manager = branch->actor;

  branch_act_as (branch, branch->agent);
  for (int i = 0; i < 3; i++)
    g_assert_true (hf_command_note_opened (branch->db, &branch->actor, wang, &error));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM audit WHERE action = 'open'"), ==,
                   1);
  branch_set_now (branch, "2026-11-12T10:00");
  open_incident (branch, wang, 0);
  branch_set_now (branch, "2026-11-13T10:00");
  branch_act_as (branch, zhou);
  g_assert_true (hf_command_note_opened (branch->db, &branch->actor, wang, &error));
  g_assert_null (hf_incidents_dup_leaks (branch->db, &branch->actor, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  leaks = hf_incidents_dup_leaks (branch->db, &manager, &error);
  g_assert_no_error (error);
  g_assert_cmpint (leaks->len, ==, 1);
  g_assert_cmpstr (g_array_index (leaks, HfLeak, 0).staff, ==, "林娜");
}

/* Each of the commands can be taken back, to the last row. */
static void
test_undo (Branch *branch, gconstpointer data)
{
  gint64 wang = add_buyer (branch);
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  GError *error = NULL;
  gint64 id = open_adverse (branch, wang);

  hf_command_close_adverse (branch->db, &branch->actor, id, "停用后好转", &error);
  g_assert_no_error (error);
  open_incident (branch, wang, 100);
  for (int i = 0; i < 3; i++)
    {
      g_auto (HfUndoResult) undone = { 0 };

      hf_command_undo (branch->db, &branch->actor, 0, &undone, &error);
      g_assert_no_error (error);
    }
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* CARD-3: neither the list of work nor the log of operations says what the customer feels. */
static void
test_no_health (Branch *branch, gconstpointer data)
{
  gint64 wang = add_buyer (branch);
  g_autoptr (HfWorkItem) item = NULL;
  GError *error = NULL;

  open_adverse (branch, wang);
  item = hf_work_load (
      branch->db, branch_count (branch, "SELECT id FROM follow_up WHERE kind = 'adverse'"), &error);
  g_assert_no_error (error);
  g_assert_null (strstr (item->title, "胃"));
  g_assert_null (strstr (item->reason, "胃"));
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM operation WHERE subject LIKE "
                                         "'%胃%'"),
                   ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/cases/COMP-6/adverse", test_adverse);
  branch_test ("/cases/COMP-6/adverse-closed", test_adverse_closed);
  branch_test ("/cases/COMP-6/nobody-closes-before-the-expert-called", test_expert_first);
  branch_test ("/cases/COMP-6/described-by-its-id", test_described);
  branch_test ("/cases/DASH-3/adverse-report", test_adverse_report);
  g_test_add_func ("/cases/COMP-6/first-action", test_first_action);
  branch_test ("/cases/COMP-7/recovery-once", test_recovery_once);
  branch_test ("/cases/COMP-7/recovery-acts", test_recovery_acts);
  branch_test ("/cases/COMP-7/recovery-exchange", test_recovery_exchange);
  branch_test ("/cases/COMP-8/incident", test_incident);
  branch_test ("/cases/COMP-8/prevention", test_prevention);
  branch_test ("/cases/COMP-8/verification", test_verification);
  branch_test ("/cases/COMP-8/leaks", test_leaks);
  branch_test ("/cases/undo", test_undo);
  branch_test ("/cases/CARD-3/no-health", test_no_health);
  return g_test_run ();
}
