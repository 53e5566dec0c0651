/* test-texts.c: the branch's own texts, and what the visit panel is told
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-adverse.h"
#include "hf-branch.h"
#include "hf-brief.h"
#include "hf-error.h"
#include "hf-greeting-round.h"
#include "hf-texts.h"
#include "hf-undo.h"
#include "hf-visit.h"
#include "store-fixture.h"

static void
set_text (Branch *branch, const char *key, const char *body, int code)
{
  const HfTextPiece piece = { HF_TEXT_SCRIPT,  (char *) key, (char *) "en",
                              (char *) "Mine", (char *) "",  (char *) body };
  g_autoptr (GError) error = NULL;

  hf_command_set_text (branch->db, &branch->actor, &piece, &error);
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, HF_ERROR, code);
}

static void
log_visit (Branch *branch, const HfVisitDraft *draft)
{
  g_auto (HfVisitResult) result = { 0 };
  GError *error = NULL;

  hf_command_log_visit (branch->db, &branch->actor, draft, &result, &error);
  g_assert_no_error (error);
}

static void
install (Branch *branch)
{
  GError *error = NULL;

  g_assert_true (hf_command_init_branch (branch->db, &branch->actor, NULL, &error));
  g_assert_no_error (error);
}

/* The first open follow-up. */
static HfBrief *
load_brief (Branch *branch)
{
  gint64 id = branch_count (branch, "SELECT min (id) FROM follow_up WHERE state = 'open'");
  GError *error = NULL;
  HfBrief *brief = hf_brief_load (branch->db, &branch->actor, id, &error);

  g_assert_no_error (error);
  return brief;
}

/* A database of an older version gets them; what the branch wrote stays. */
static void
test_installed_where_missing (Branch *branch, gconstpointer data)
{
  install (branch);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM text_piece WHERE kind = 'faq'"), ==,
                   16);
  set_text (branch, "general", "Good day, {customer}.", -1);
  branch_execute (branch, "DELETE FROM text_piece WHERE kind = 'faq'");
  branch_run_engine (branch);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM text_piece WHERE kind = 'faq'"), ==,
                   16);
  g_assert_cmpint (
      branch_count (branch,
                    "SELECT count (*) FROM text_piece WHERE body = 'Good day, {customer}.'"),
      ==, 1);
}

static void
test_brief_says_what_to_say (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_autoptr (HfBrief) brief = NULL;

  install (branch);
  branch_set (branch, wang, "taboos", "never on Sundays");
  branch_buy (branch, wang, branch->powder, "2026-11-08");
  brief = load_brief (branch);
  g_assert_nonnull (strstr (brief->greeting, "王秀英"));
  g_assert_nonnull (strstr (brief->script, "8 Nov"));
  g_assert_null (strchr (brief->script, '{'));
  g_assert_nonnull (brief->closing);
  g_assert_cmpstr (brief->taboos[0], ==, "never on Sundays");
  g_assert_cmpuint (g_strv_length (brief->taboos), ==, 5);
}

static void
test_texts_are_checked (Branch *branch, gconstpointer data)
{
  install (branch);
  set_text (branch, "general", "It cures everything.", HF_ERROR_BAD_INPUT);
  set_text (branch, "general", "Call 13800005678.", HF_ERROR_BAD_INPUT);
  set_text (branch, "general", "Hello {phone}.", HF_ERROR_BAD_INPUT);
  set_text (branch, "general", "It cannot cure anything.", -1);
  branch_act_as (branch, branch->agent);
  set_text (branch, "general", "Hello.", HF_ERROR_NOT_ALLOWED);
}

static void
test_greetings_claim_nothing (Branch *branch, gconstpointer data)
{
  g_autoptr (GArray) customers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  HfGreetingDraft draft = { .title = "冬至", .text = "喝了根治百病", .channel = HF_CHANNEL_PHONE };
  g_autoptr (GError) error = NULL;
  gint64 round = 0;
  int created = 0;

  g_array_append_val (customers, wang);
  draft.customers = customers;
  draft.day = hf_minute_get_day (branch->actor.now);
  g_assert_false (
      hf_command_start_greeting (branch->db, &branch->actor, &draft, &round, &created, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "根治"));
}

static void
test_words_are_added (Branch *branch, gconstpointer data)
{
  g_autoptr (HfWording) wording = NULL;
  g_autoptr (GArray) own = NULL;
  g_autoptr (GArray) fixed = NULL;
  GError *error = NULL;

  install (branch);
  g_assert_true (hf_command_forbid_word (branch->db, &branch->actor, "返老还童", NULL, &error));
  branch_execute (branch, "DELETE FROM text_piece WHERE kind <> 'forbidden-word'");
  wording = hf_texts_load_wording (branch->db, &error);
  g_assert_no_error (error);
  own = hf_wording_check (wording, "喝了返老还童");
  fixed = hf_wording_check (wording, "根治");
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpuint (fixed->len, ==, 1);
}

static void
test_answers (Branch *branch, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) none = NULL;

  install (branch);
  found = hf_texts_dup_answers (branch->db, "SLEEP", NULL);
  all = hf_texts_dup_answers (branch->db, "", NULL);
  none = hf_texts_dup_answers (branch->db, "zebra", NULL);
  g_assert_cmpstr (((HfTextPiece *) found->pdata[0])->key, ==, "night-waking");
  g_assert_cmpuint (all->len, ==, 8);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
reach (Branch *branch, gint64 customer, int mix)
{
  HfVisitDraft draft;

  hf_visit_draft_init (&draft);
  draft.customer_id = customer;
  draft.channel = HF_CHANNEL_POST;
  draft.outcome = HF_OUTCOME_REACHED;
  draft.mix = mix;
  log_visit (branch, &draft);
}

static void
test_mix (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_autoptr (HfBrief) brief = NULL;
  g_autoptr (HfBrief) other = NULL;

  branch_set (branch, wang, "interests", "Peking opera");
  branch_buy (branch, wang, branch->powder, "2026-11-08");
  for (int i = 0; i < 3; i++)
    reach (branch, wang, HF_MIX_PROFESSIONAL);
  brief = load_brief (branch);
  g_assert_cmpint (brief->mix_last, ==, HF_MIX_PROFESSIONAL);
  g_assert_cmpint (brief->mix_suggested, ==, HF_MIX_PERSONAL);
  g_assert_cmpstr (brief->interests, ==, "Peking opera");
  branch_set_now (branch, "2026-11-10T10:05");
  reach (branch, wang, HF_MIX_FAMILY);
  other = load_brief (branch);
  g_assert_cmpint (other->mix_suggested, ==, -1);
}

static void
test_failed_tries (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_autoptr (HfBrief) brief = NULL;

  branch_buy (branch, wang, branch->powder, "2026-11-08");
  branch_set_now (branch, "2026-11-10T12:00");
  branch_visit (branch, wang, "phone", "no-answer");
  branch_set_now (branch, "2026-11-11T18:10");
  branch_visit (branch, wang, "phone", "off");
  brief = load_brief (branch);
  g_assert_cmpint (brief->n_failed, ==, 2);
  g_assert_cmpint (brief->n_failed_days, ==, 2);
}

static void
test_all_of_a_visit (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  gint64 chen = branch_add_customer (branch, "陈玮", NULL);
  HfVisitDraft draft;
  g_auto (HfVisitResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  hf_visit_draft_init (&draft);
  draft.customer_id = draft.companion_id = wang;
  draft.channel = HF_CHANNEL_PHONE;
  draft.outcome = HF_OUTCOME_REACHED;
  draft.minutes = 5;
  draft.satisfaction = 4;
  draft.mix = HF_MIX_OFFER;
  g_assert_false (hf_command_log_visit (branch->db, &branch->actor, &draft, &result, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  draft.companion_id = chen;
  log_visit (branch, &draft);
  g_assert_cmpint (branch_count (branch, "SELECT companion_id FROM visit"), ==, chen);
  g_assert_cmpint (branch_count (branch, "SELECT mix = 'offer' AND satisfaction = 4 FROM visit"),
                   ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT cost_fen FROM visit"), ==, 200);
  /* Another price, a landline. */
  branch_execute (branch,
                  "INSERT INTO setting (id, key, value) VALUES (77, 'cost.landline-fen', '11')");
  branch_execute (branch, "UPDATE phone SET preferred = 0");
  branch_execute (branch, "INSERT INTO phone (id, customer_id, number, preferred) "
                          "SELECT 78, id, '01062345678', 1 FROM customer WHERE name = '王秀英'");
  log_visit (branch, &draft);
  g_assert_cmpint (branch_count (branch, "SELECT min (cost_fen) FROM visit"), ==, 55);
}

static void
test_adverse_is_described (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  HfAdverseDraft adverse = { "起红疹", "两勺", hf_day_from_ymd (2026, 11, 9), HF_SEVERITY_SEVERE };
  HfVisitDraft draft;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      hf_command_describe_adverse (branch->db, &branch->actor, wang, 0, &adverse, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  hf_visit_draft_init (&draft);
  draft.customer_id = wang;
  draft.channel = HF_CHANNEL_PHONE;
  draft.outcome = HF_OUTCOME_REACHED;
  draft.effect = HF_EFFECT_ADVERSE;
  log_visit (branch, &draft);
  hf_command_describe_adverse (branch->db, &branch->actor, wang, 0, &adverse, &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT severity = 'severe' AND symptoms = '起红疹' "
                                         "FROM adverse_reaction"),
                   ==, 1);
  adverse.onset = hf_day_from_ymd (2027, 1, 1);
  g_assert_false (
      hf_command_describe_adverse (branch->db, &branch->actor, wang, 0, &adverse, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/texts/TEXT-1/installed-where-missing", test_installed_where_missing);
  branch_test ("/texts/TEXT-1/brief-with-names-and-taboos-TEXT-2-VISIT-2",
               test_brief_says_what_to_say);
  branch_test ("/texts/TEXT-1/answers-are-found", test_answers);
  branch_test ("/texts/TEXT-3/branch-texts-claim-nothing", test_texts_are_checked);
  branch_test ("/texts/TEXT-3/greetings-claim-nothing", test_greetings_claim_nothing);
  branch_test ("/texts/TEXT-3/words-are-added-never-lost", test_words_are_added);
  branch_test ("/texts/VISIT-7/three-of-a-kind", test_mix);
  branch_test ("/texts/VISIT-5/failed-tries-are-counted", test_failed_tries);
  branch_test ("/texts/VISIT-1/all-of-a-visit-VISIT-4", test_all_of_a_visit);
  branch_test ("/texts/COMP-6/adverse-reaction-is-described-VISIT-3", test_adverse_is_described);
  return g_test_run ();
}
