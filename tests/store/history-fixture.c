/* history-fixture.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "history-fixture.h"

#include <string.h>

#include "hf-enrolment-store.h"
#include "hf-follow-up.h"
#include "hf-plans.h"
#include "hf-purchase.h"
#include "hf-reschedule.h"
#include "hf-sale-expected.h"
#include "hf-staff.h"
#include "hf-stop.h"
#include "hf-tier-store.h"
#include "hf-visit.h"

static gint64
find_staff (Branch *branch, HfRole role, const char *name, const char *qualification)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce ((SELECT id FROM staff WHERE name = '%s'), 0)", name);
  gint64 id = branch_count (branch, sql);
  GError *error = NULL;

  if (id == 0)
    hf_command_add_staff (branch->db, &branch->actor, name, role, qualification, &id, &error);
  g_assert_no_error (error);
  return id;
}

static HfDay
parse_day (const char *text)
{
  HfDay day = HF_DAY_NONE;
  GError *error = NULL;

  hf_day_parse (text, &day, &error);
  g_assert_no_error (error);
  return day;
}

/* buy [RECEIVED] */
static void
buy (Branch *branch, gint64 customer, const char *received)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (HfPurchaseLine));
  HfPurchaseLine line = { branch->powder, 1, -1, NULL, HF_DAY_NONE };
  HfPurchaseDraft draft;
  g_auto (GStrv) enrolled = NULL;
  GError *error = NULL;
  gint64 id;

  g_array_append_val (lines, line);
  hf_purchase_draft_init (&draft);
  draft.customer_id = customer;
  draft.lines = lines;
  draft.bought_on = hf_minute_get_day (branch->actor.now);
  if (received != NULL)
    draft.received_on = parse_day (received);
  hf_command_add_purchase (branch->db, &branch->actor, &draft, &id, &enrolled, &error);
  g_assert_no_error (error);
}

/* CHANNEL OUTCOME [expert|with-manager|another] [expert-wanted] [adverse] */
static void
visit (Branch *branch, gint64 customer, char **words)
{
  g_autoptr (GArray) staff = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *const *rest = (const char *const *) words + 2;
  g_auto (HfVisitResult) result = { 0 };
  gint64 expert = find_staff (branch, HF_ROLE_EXPERT, "顾明", "营养师");
  gint64 manager = find_staff (branch, HF_ROLE_MANAGER, "何静", NULL);
  gint64 other = find_staff (branch, HF_ROLE_AGENT, "周敏", NULL);
  HfVisitDraft draft;
  GError *error = NULL;
  int value = 0;

  hf_visit_draft_init (&draft);
  draft.customer_id = customer;
  g_assert_true (hf_domain_parse (HF_DOMAIN_CHANNEL, words[0], &value, NULL));
  draft.channel = (HfChannel) value;
  g_assert_true (hf_domain_parse (HF_DOMAIN_OUTCOME, words[1], &value, NULL));
  draft.outcome = (HfOutcome) value;
  if (g_strv_contains (rest, "expert"))
    g_array_append_val (staff, expert);
  else if (g_strv_contains (rest, "another"))
    g_array_append_val (staff, other);
  else
    g_array_append_val (staff, branch->agent);
  if (g_strv_contains (rest, "with-manager"))
    g_array_append_val (staff, manager);
  draft.staff = staff;
  draft.expert_wanted = g_strv_contains (rest, "expert-wanted");
  if (g_strv_contains (rest, "adverse"))
    draft.effect = HF_EFFECT_ADVERSE;
  /* Whoever is reached while something is to be put right is told so (COMP-7). */
  draft.note = "Sorry";
  draft.follow_up = branch_count (branch, "SELECT coalesce (max (id), 0) FROM follow_up "
                                          "WHERE state = 'open' AND cause GLOB 'recovery-*'");
  hf_command_log_visit (branch->db, &branch->actor, &draft, &result, &error);
  g_assert_no_error (error);
}

/* A complaint, an adverse reaction that is closed, goods that come back: no command writes them
 * here, since what the engine makes of them is meant; the card is saved so that it looks. */
static void
write_matter (Branch *branch, gint64 customer, const char *sql)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, branch->actor.now);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, customer);
  GString *text = g_string_new (sql);

  g_string_replace (text, "@now", now, 0);
  g_string_replace (text, "@customer", id, 0);
  branch_execute (branch, text->str);
  g_string_free (text, TRUE);
  branch_set (branch, customer, "area", "东区");
  branch_set (branch, customer, "area", "西区");
}

static void
end_on (Branch *branch, gint64 customer, HfPlanEnd end)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  GError *error = NULL;

  hf_operation_begin (&operation, branch->db, &branch->actor, "return.open", &error);
  hf_enrolment_end_on (branch->db, &branch->actor, customer, end, &error);
  g_assert_no_error (error);
  hf_operation_commit (&operation, NULL, &error);
  g_assert_no_error (error);
}

static void
restart (Branch *branch, gint64 customer)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  GError *error = NULL;

  hf_operation_begin (&operation, branch->db, &branch->actor, "referral.move", &error);
  hf_enrolment_restart (branch->db, &branch->actor, customer, HF_TRIGGER_REFERRAL, "", &error);
  g_assert_no_error (error);
  hf_operation_commit (&operation, NULL, &error);
  g_assert_no_error (error);
}

/* Of the first one that is open: skip, tick, reschedule DAY */
static gboolean
change_follow_up (Branch *branch, gint64 customer, char **words, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM follow_up WHERE state = 'open' AND "
                                          "customer_id = %" G_GINT64_FORMAT " ORDER BY due_at",
                                          customer);
  gint64 id = branch_count (branch, sql);

  if (strcmp (words[0], "skip") == 0)
    return hf_command_skip (branch->db, &branch->actor, id, "顾客在外地", error);
  if (strcmp (words[0], "tick") == 0)
    return hf_command_tick (branch->db, &branch->actor, id, error);
  g_assert_cmpstr (words[0], ==, "reschedule");
  return hf_command_reschedule (branch->db, &branch->actor, id, parse_day (words[1]), "顾客出门",
                                error);
}

/* stop CAUSE, sale DAY, tier TIER and the follow-up words */
static void
command (Branch *branch, gint64 customer, char **words)
{
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;
  int cause = 0;

  if (strcmp (words[0], "stop") == 0)
    {
      g_assert_true (hf_domain_parse (HF_DOMAIN_STOP_CAUSE, words[1], &cause, NULL));
      hf_command_stop (branch->db, &branch->actor, customer, (HfStopCause) cause, &ids, &error);
    }
  else if (strcmp (words[0], "sale") == 0)
    hf_command_expect_sale (branch->db, &branch->actor, customer, parse_day (words[1]), &ids,
                            &error);
  else if (strcmp (words[0], "tier") == 0)
    hf_command_set_tier (branch->db, &branch->actor, customer, "value", words[1],
                         hf_minute_get_day (branch->actor.now) + 200, "经理决定", &error);
  else
    change_follow_up (branch, customer, words, &error);
  g_assert_no_error (error);
}

/* One thing that happens, as the clerk does it. */
static void
happen (Branch *branch, gint64 customer, const char *what)
{
  g_auto (GStrv) words = g_strsplit (what, " ", -1);

  if (strcmp (words[0], "engine") == 0)
    branch_run_engine (branch);
  else if (strcmp (words[0], "buy") == 0)
    buy (branch, customer, words[1]);
  else if (strcmp (words[0], "set") == 0)
    branch_set (branch, customer, words[1], words[2] != NULL ? words[2] : "");
  else if (strcmp (words[0], "complaint") == 0)
    write_matter (branch, customer,
                  "INSERT INTO complaint (id, number, customer_id, received_at, channel, reason) "
                  "SELECT hf_new_id (), 1 + (SELECT count (*) FROM complaint), @customer, @now, "
                  "'phone', 'other'");
  else if (strcmp (words[0], "complaint-closed") == 0)
    write_matter (branch, customer,
                  "UPDATE complaint SET stage = 'closed', closed_at = @now WHERE customer_id = "
                  "@customer AND closed_at IS NULL");
  else if (strcmp (words[0], "adverse-closed") == 0)
    write_matter (branch, customer,
                  "UPDATE adverse_reaction SET closed_at = @now WHERE customer_id = "
                  "@customer AND closed_at IS NULL");
  else if (strcmp (words[0], "return") == 0)
    end_on (branch, customer, HF_PLAN_END_RETURN);
  else if (strcmp (words[0], "referral") == 0)
    restart (branch, customer);
  else if (words[1] != NULL && hf_domain_parse (HF_DOMAIN_CHANNEL, words[0], &(int){ 0 }, NULL))
    visit (branch, customer, words);
  else
    command (branch, customer, words);
}

void
history_happen (Branch *branch, gint64 customer, const char *at, const char *what)
{
  g_auto (GStrv) happenings = g_strsplit (what, "; ", -1);

  branch_set_now (branch, at);
  for (guint i = 0; happenings[i] != NULL; i++)
    happen (branch, customer, happenings[i]);
}

char *
history_dup_open (Branch *branch, gint64 customer)
{
  GString *text = g_string_new (NULL);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;

  g_assert_true (hf_rows_open_text (
      &rows, branch->db,
      "SELECT CASE WHEN enrolment_id IS NULL THEN kind ELSE step END || ' ' || "
      "CASE WHEN original_on <> due_on THEN strftime ('%m-%d>', original_on * 86400, 'unixepoch') "
      "ELSE '' END || strftime ('%m-%dT%H:%M ', due_at * 60, 'unixepoch') || channels || "
      "CASE WHEN state = 'paused' THEN ' paused' ELSE '' END || "
      "CASE WHEN blocked THEN ' blocked' ELSE '' END FROM follow_up "
      "WHERE customer_id = ?1 AND state IN ('open', 'paused') ORDER BY due_at, step",
      &error, "l", customer));
  while (hf_rows_next (&rows, &error))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", hf_rows_text (&rows, 0));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* A line of its own in the test's log, so that a failure says where. */
void
history_run (Branch *branch, gint64 customer, const HistoryLine *lines, gsize n_lines)
{
  for (gsize i = 0; i < n_lines; i++)
    {
      g_autofree char *open = NULL;

      g_test_message ("%s %s", lines[i].at, lines[i].what);
      history_happen (branch, customer, lines[i].at, lines[i].what);
      open = history_dup_open (branch, customer);
      g_assert_cmpstr (open, ==, lines[i].open);
    }
}

void
history_use_plan (Branch *branch, const char *trigger, const char *plan)
{
  GError *error = NULL;

  hf_command_use_plan (branch->db, &branch->actor, trigger, plan, &error);
  g_assert_no_error (error);
}
