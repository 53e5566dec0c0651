/* test-greetings.c: rounds of greetings, worked through
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-brief-texts.h"
#include "hf-follow-up.h"
#include "hf-greeting-list.h"
#include "hf-greeting-round.h"
#include "hf-undo.h"
#include "store-fixture.h"

#define N (3)

static const char *const names[N] = { "王秀英", "陈玮", "罗小梅" };

/* A round in three days: further than one contact serves (SCHED-3). */
static gint64
start (Branch *branch, gint64 *customers)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  HfGreetingDraft draft = { "降温提醒", "{customer}，天冷了，请添衣", HF_CHANNEL_MESSAGE, 0, ids };
  GError *error = NULL;
  gint64 round = 0;
  int created = 0;

  for (guint i = 0; i < N; i++)
    {
      customers[i] =
          branch_add_customer (branch, names[i], "owner", "林娜", "card-type", "customer", NULL);
      g_array_append_val (ids, customers[i]);
    }
  draft.day = hf_minute_get_day (branch->actor.now) + 6;
  hf_command_start_greeting (branch->db, &branch->actor, &draft, &round, &created, &error);
  g_assert_no_error (error);
  g_assert_cmpint (created, ==, N);
  return round;
}

static gint64
find (Branch *branch, gint64 round, gint64 customer)
{
  GError *error = NULL;
  gint64 id;

  hf_greeting_find (branch->db, round, customer, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
check_counts (Branch *branch, int customers, int done, int left_out)
{
  GError *error = NULL;
  g_autoptr (GArray) rows = hf_greetings_dup_rows (branch->db, &branch->actor, 10, &error);
  const HfGreetingRow *row;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = &g_array_index (rows, HfGreetingRow, 0);
  g_assert_cmpint (row->customers, ==, customers);
  g_assert_cmpint (row->done, ==, done);
  g_assert_cmpint (row->left_out, ==, left_out);
}

static void
check_order (Branch *branch, gint64 round, HfGreetingsShown shown, const char *expected)
{
  GError *error = NULL;
  g_autoptr (GArray) ids = hf_greetings_dup_ids (branch->db, &branch->actor, round, shown, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (HfGreetingLine) line =
          hf_greeting_line_load (branch->db, g_array_index (ids, gint64, i), &error);

      g_assert_no_error (error);
      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", line->customer,
                              hf_domain_get_nick (HF_DOMAIN_FOLLOW_UP_STATE, (int) line->state));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* CAL-7: ticked off before its day, by a message, and on the card like any other contact. */
static void
test_ticked (Branch *branch, gconstpointer data)
{
  gint64 customers[N];
  gint64 round = start (branch, customers);
  g_autofree char *before = branch_dump (branch);
  g_autofree char *after = NULL;
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  check_order (branch, round, HF_GREETINGS_ALL, "陈玮:open 罗小梅:open 王秀英:open");
  hf_command_note_greeting (branch->db, &branch->actor, find (branch, round, customers[1]),
                            HF_CHANNEL_MESSAGE, HF_OUTCOME_REACHED, &error);
  g_assert_no_error (error);
  check_counts (branch, N, 1, 0);
  check_order (branch, round, HF_GREETINGS_ALL, "罗小梅:open 王秀英:open 陈玮:done");
  check_order (branch, round, HF_GREETINGS_OPEN, "罗小梅:open 王秀英:open");
  check_order (branch, round, HF_GREETINGS_DONE, "陈玮:done");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM visit WHERE note = '降温提醒' AND "
                                         "channel = 'message' AND outcome = 'reached'"),
                   ==, 1);
  hf_command_note_greeting (branch->db, &branch->actor, find (branch, round, customers[1]),
                            HF_CHANNEL_MESSAGE, HF_OUTCOME_REACHED, &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  g_clear_error (&error);
  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* A try stays to be done; one that is left out says why and is counted apart. */
static void
test_tried_and_left_out (Branch *branch, gconstpointer data)
{
  gint64 customers[N];
  gint64 round = start (branch, customers);
  gint64 id = find (branch, round, customers[0]);
  g_autoptr (HfGreetingLine) line = hf_greeting_line_load (branch->db, id, NULL);
  g_autoptr (HfGreetingLine) after = NULL;
  GError *error = NULL;

  hf_command_note_greeting (branch->db, &branch->actor, id, HF_CHANNEL_PHONE, HF_OUTCOME_NO_ANSWER,
                            &error);
  g_assert_no_error (error);
  check_counts (branch, N, 0, 0);
  hf_command_skip (branch->db, &branch->actor, line->follow_up_id, "住院", &error);
  g_assert_no_error (error);
  check_counts (branch, N, 0, 1);
  after = hf_greeting_line_load (branch->db, id, &error);
  g_assert_cmpstr (after->reason, ==, "住院");
  check_order (branch, round, HF_GREETINGS_LEFT_OUT, "王秀英:skipped");
  hf_command_note_greeting (branch->db, &branch->actor, id, HF_CHANNEL_PHONE, HF_OUTCOME_REACHED,
                            &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  g_clear_error (&error);
}

/* TEXT-1, TEXT-3: words for the whole round. */
static void
test_words (Branch *branch, gconstpointer data)
{
  gint64 customers[N];
  gint64 round = start (branch, customers);
  GError *error = NULL;
  g_autofree char *said = NULL;

  hf_command_word_greetings (branch->db, &branch->actor, round, "保证有效", &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  hf_command_word_greetings (branch->db, &branch->actor, round, "{kunde}您好", &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  hf_command_word_greetings (branch->db, &branch->actor, round, "{customer}，降温了，我是{staff}",
                             &error);
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM greeting_round WHERE text LIKE "
                                         "'%降温了%'"),
                   ==, 1);
  said = hf_words_fill_for (branch->db, &branch->actor, customers[0], "{customer}，我是{staff}",
                            &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "王秀英，我是林娜");
}

/* ROLE-1: an agent sees the round that a manager started, as far as it is about their customers. */
static void
test_whose (Branch *branch, gconstpointer data)
{
  gint64 customers[N];
  gint64 round = start (branch, customers);
  gint64 zhou = branch_add_staff (branch, "周敏");
  GError *error = NULL;

  branch_set (branch, customers[2], "owner", "周敏");
  branch_act_as (branch, zhou);
  check_counts (branch, 1, 0, 0);
  check_order (branch, round, HF_GREETINGS_ALL, "罗小梅:open");
  hf_command_note_greeting (branch->db, &branch->actor, find (branch, round, customers[0]),
                            HF_CHANNEL_MESSAGE, HF_OUTCOME_REACHED, &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  hf_command_word_greetings (branch->db, &branch->actor, round, "您好", &error);
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/greetings/CAL-7/ticked-off-and-back", test_ticked);
  branch_test ("/greetings/CAL-7/tried-and-left-out", test_tried_and_left_out);
  branch_test ("/greetings/TEXT-3/words (TEXT-1)", test_words);
  branch_test ("/greetings/ROLE-1/whose", test_whose);
  return g_test_run ();
}
