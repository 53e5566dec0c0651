/* test-complaint-board.c: complaints as a board, as a list, and one case, on a real database
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint-board.h"

#include "complaint-fixture.h"
#include "hf-adverse.h"
#include "hf-case-link.h"
#include "hf-complaint-case.h"
#include "hf-complaint-edit.h"
#include "hf-complaint-query.h"

static HfCaseFilter
make_filter (Branch *branch, gint64 agent, gint64 responsible)
{
  const HfCaseFilter filter = { agent, responsible, branch->actor.now };

  return filter;
}

static HfComplaintBoard *
load_board (Branch *branch, gint64 agent, gint64 responsible)
{
  const HfCaseFilter filter = make_filter (branch, agent, responsible);
  GError *error = NULL;
  HfComplaintBoard *board = hf_complaint_board_load (branch->db, &filter, &error);

  g_assert_no_error (error);
  return board;
}

/* COMP-3, COMP-4: a column a stage, the nearest deadline first; what is late is counted. */
static void
test_columns (Branch *branch, gconstpointer data)
{
  gint64 first = complaint_open (branch);
  gint64 li =
      branch_add_customer (branch, "李玉兰", "owner", "林娜", "card-type", "customer", NULL);
  gint64 second = complaint_open_about (branch, li, 0, TRUE);
  g_autoptr (HfComplaintBoard) board = load_board (branch, 0, 0);
  g_autoptr (HfComplaintBoard) late = NULL;

  g_assert_cmpuint (board->ids[HF_CASE_RECEIVED]->len, ==, 2);
  g_assert_cmpint (g_array_index (board->ids[HF_CASE_RECEIVED], gint64, 0), ==, second);
  g_assert_cmpuint (board->n_late, ==, 0);
  g_assert_cmpuint (board->n_soon, ==, 2);
  complaint_move (branch, first, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  branch_set_now (branch, "2026-11-11T11:00");
  late = load_board (branch, 0, 0);
  g_assert_cmpuint (late->ids[HF_CASE_RECEIVED]->len, ==, 1);
  g_assert_cmpuint (late->ids[HF_CASE_ACKNOWLEDGED]->len, ==, 1);
  g_assert_cmpuint (late->n_late, ==, 2);
}

/* What is closed goes from the board into its figures. */
static void
test_figures (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (HfComplaintBoard) board = NULL;

  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  complaint_move (branch, id, HF_CASE_INVESTIGATING, "2026-11-10T10:40");
  complaint_move (branch, id, HF_CASE_ANSWERED, "2026-11-10T11:00");
  complaint_move (branch, id, HF_CASE_RESOLVED, "2026-11-12T09:00");
  complaint_move (branch, id, HF_CASE_CLOSED, "2026-11-12T22:00");
  board = load_board (branch, 0, 0);
  for (guint i = 0; i < HF_CASE_CLOSED; i++)
    g_assert_cmpuint (board->ids[i]->len, ==, 0);
  g_assert_cmpuint (board->n_closed, ==, 1);
  g_assert_cmpuint (board->n_closed_lately, ==, 1);
  g_assert_cmpuint (board->n_kept_lately, ==, 1);
  g_assert_cmpuint (board->days_lately, ==, 25);
}

/* COMP-9: what was recorded by mistake is kept, and says nothing of how the branch works. */
static void
test_withdrawn (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  g_autoptr (HfComplaintBoard) board = NULL;
  g_autoptr (GError) error = NULL;

  hf_command_withdraw_complaint (branch->db, &branch->actor, id, "记错了卡", &error);
  g_assert_no_error (error);
  board = load_board (branch, 0, 0);
  g_assert_cmpuint (board->ids[HF_CASE_RECEIVED]->len, ==, 0);
  g_assert_cmpuint (board->n_closed, ==, 1);
  g_assert_cmpuint (board->n_closed_lately, ==, 0);
  g_assert_cmpuint (board->n_kept_lately, ==, 0);
  g_assert_cmpuint (board->days_lately, ==, 0);
}

static guint
count_today (Branch *branch, const char *now)
{
  g_autofree HfCaseCounts *counts = NULL;
  HfCaseFilter filter;

  branch_set_now (branch, now);
  filter = make_filter (branch, branch->agent, 0);
  counts = hf_case_counts_load (branch->db, &filter, NULL);
  g_assert_nonnull (counts);
  return counts->today;
}

/* Beside the page's name stands what needs somebody today: a refund (COMP-5), an expert's call
 * (COMP-6), an authority that asked about a closed complaint (COMP-10), as well. */
static void
test_today_of_all_kinds (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);

  g_assert_cmpuint (count_today (branch, "2026-11-10T10:00"), ==, 1);
  hf_command_withdraw_complaint (branch->db, &branch->actor, id, "记错了卡", NULL);
  g_assert_cmpuint (count_today (branch, "2026-11-10T10:00"), ==, 0);
  branch_execute (branch,
                  "INSERT INTO enquiry (id, complaint_id, authority, asked_on) SELECT 8, id, "
                  "'消协', 20767 FROM complaint");
  branch_execute (branch, "INSERT INTO deadline (id, subject, subject_id, what, due_at) SELECT 8, "
                          "'complaint', id, 'authority', 20767 * 1440 + 1080 FROM complaint");
  g_assert_cmpuint (count_today (branch, "2026-11-10T10:00"), ==, 1);
  branch_execute (branch,
                  "INSERT INTO product_return (id, customer_id, opened_at, reason) SELECT 9, "
                  "id, 0, 'other' FROM customer");
  branch_execute (branch, "INSERT INTO deadline (id, subject, subject_id, what, due_at) VALUES (9, "
                          "'return', 9, 'refund', 20768 * 1440 + 1080)");
  g_assert_cmpuint (count_today (branch, "2026-11-10T10:00"), ==, 1);
  g_assert_cmpuint (count_today (branch, "2026-11-11T10:00"), ==, 2);
  {
    HfAdverseOpening opening = { .customer_id = branch_count (branch, "SELECT id FROM customer") };
    HfAdverseDraft draft = { "", "", HF_DAY_NONE, HF_SEVERITY_MILD };
    gint64 adverse;

    g_assert_true (
        hf_command_open_adverse (branch->db, &branch->actor, &opening, &draft, &adverse, NULL));
  }
  g_assert_cmpuint (count_today (branch, "2026-11-11T10:00"), ==, 3);
}

/* ROLE-1: an agent sees their own; the filter by who is responsible narrows further. */
static void
test_whose (Branch *branch, gconstpointer data)
{
  gint64 zhou = branch_add_staff (branch, "周敏");
  g_autoptr (HfComplaintBoard) own = NULL;
  g_autoptr (HfComplaintBoard) other = NULL;
  g_autoptr (HfComplaintBoard) filtered = NULL;

  complaint_open (branch);
  own = load_board (branch, branch->agent, 0);
  other = load_board (branch, zhou, 0);
  filtered = load_board (branch, 0, zhou);
  g_assert_cmpuint (own->ids[HF_CASE_RECEIVED]->len, ==, 1);
  g_assert_cmpuint (other->ids[HF_CASE_RECEIVED]->len, ==, 0);
  g_assert_cmpuint (filtered->ids[HF_CASE_RECEIVED]->len, ==, 0);
}

/* A row and the numbers in the sidebar say the same of the nearest deadline (COMP-4). */
static void
test_row (Branch *branch, gconstpointer data)
{
  gint64 id = complaint_open (branch);
  const HfCaseFilter filter = make_filter (branch, 0, 0);
  GError *error = NULL;
  g_autoptr (HfComplaintRow) row = hf_complaint_row_load (branch->db, id, &error);
  g_autofree HfCaseCounts *counts = hf_case_counts_load (branch->db, &filter, &error);
  g_autoptr (HfComplaintRow) gone = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (row->deadline, ==, HF_DEADLINE_ACKNOWLEDGE);
  g_assert_cmpint (row->due_at - row->begun_at, ==, 120);
  g_assert_cmpstr (row->customer, ==, "王秀英");
  g_assert_cmpuint (counts->complaints, ==, 1);
  g_assert_cmpuint (counts->today, ==, 1);
  gone = hf_complaint_row_load (branch->db, id + 999, &error);
  g_assert_null (gone);
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

/* Each order gives all of them, in both directions. */
static void
test_orders (Branch *branch, gconstpointer data)
{
  gint64 li =
      branch_add_customer (branch, "李玉兰", "owner", "林娜", "card-type", "customer", NULL);
  gint64 first = complaint_open (branch);
  gint64 second = complaint_open_about (branch, li, 0, FALSE);

  for (int sort = HF_COMPLAINT_SORT_NUMBER; sort <= HF_COMPLAINT_SORT_CLOSED; sort++)
    for (int descending = 0; descending < 2; descending++)
      {
        const HfComplaintQuery query = { make_filter (branch, 0, 0), HF_COMPLAINTS_ALL,
                                         (HfComplaintSort) sort, descending };
        g_autoptr (GError) error = NULL;
        g_autoptr (GArray) ids = hf_complaint_query_dup_ids (branch->db, &query, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (ids->len, ==, 2);
        if (sort == HF_COMPLAINT_SORT_NUMBER)
          g_assert_cmpint (g_array_index (ids, gint64, 0), ==, descending ? second : first);
      }
}

/* One case with its log, deadlines and card; the number on it is masked (PHONE-1). */
static void
test_case (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "owner", "林娜", "card-type", "customer",
                                     "phone", "13800005678", NULL);
  gint64 id = complaint_open_about (branch, wang, 0, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfComplaintCase) one = NULL;
  HfCaseLink link;
  gint64 follow_up;

  complaint_move (branch, id, HF_CASE_ACKNOWLEDGED, "2026-11-10T10:30");
  one = hf_complaint_case_load (branch->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->deadlines->len, ==, 5);
  g_assert_cmpstr (hf_complaint_case_find_deadline (one, HF_DEADLINE_ACKNOWLEDGE)->state, ==,
                   "kept");
  g_assert_cmpint (hf_complaint_case_get_reached (one, HF_CASE_ACKNOWLEDGED), ==,
                   one->begun_at + 30);
  g_assert_cmpint (hf_complaint_case_get_reached (one, HF_CASE_CLOSED), ==, HF_MINUTE_NONE);
  g_assert_cmpstr (one->card->phones[0], ==, "138****5678");
  follow_up = branch_count (branch, "SELECT min (id) FROM follow_up WHERE kind = 'complaint'");
  g_assert_true (hf_case_link_load (branch->db, follow_up, &link, &error));
  g_assert_cmpstr (link.kind, ==, "complaints");
  g_assert_cmpint (link.id, ==, id);
  g_assert_true (hf_case_link_load (branch->db, 1, &link, &error));
  g_assert_null (link.kind);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/complaint-board/COMP-3/columns", test_columns);
  branch_test ("/complaint-board/COMP-3/figures", test_figures);
  branch_test ("/complaint-board/COMP-9/withdrawn-is-not-counted", test_withdrawn);
  branch_test ("/complaint-board/COMP-5/what-needs-somebody-today (COMP-6, COMP-10)",
               test_today_of_all_kinds);
  branch_test ("/complaint-board/ROLE-1/whose", test_whose);
  branch_test ("/complaint-board/COMP-4/row", test_row);
  branch_test ("/complaint-board/orders", test_orders);
  branch_test ("/complaint-board/COMP-9/case", test_case);
  return g_test_run ();
}
