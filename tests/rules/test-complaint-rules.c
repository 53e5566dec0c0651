/* test-complaint-rules.c: from which stage to which, and what comes next
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-complaint-rules.h"

#include "hf-deadline.h"
#include "hf-error.h"

/* COMP-3: the next stage, back when the customer rejects, opened again; nothing else. */
static void
test_order (void)
{
  static const char *const allowed[] = {
    "01", "12", "23", "34", "32", "45", "52",
  };

  for (int from = HF_CASE_RECEIVED; from <= HF_CASE_CLOSED; from++)
    for (int to = HF_CASE_RECEIVED; to <= HF_CASE_CLOSED; to++)
      {
        g_autofree char *pair = g_strdup_printf ("%d%d", from, to);
        g_autoptr (GError) error = NULL;
        gboolean listed = FALSE;

        for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
          listed = listed || g_str_equal (allowed[i], pair);
        g_assert_cmpint (hf_complaint_may_move ((HfComplaintStage) from, (HfComplaintStage) to), ==,
                         listed);
        g_assert_cmpint (
            hf_complaint_move_check_order ((HfComplaintStage) from, (HfComplaintStage) to, &error),
            ==, listed);
        if (!listed)
          g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
      }
}

typedef struct
{
  HfComplaintStage stage;
  gboolean to_call;
  gboolean to_visit;
  gboolean apologised;
  HfComplaintNext next;
} Row;

/* COMP-3, COMP-4: the customer is called back and visited first, and apologised to before an
 * answer.
 */
static void
test_next (void)
{
  static const Row rows[] = {
    { HF_CASE_RECEIVED, TRUE, TRUE, FALSE, HF_COMPLAINT_NEXT_ACKNOWLEDGE },
    { HF_CASE_ACKNOWLEDGED, TRUE, TRUE, FALSE, HF_COMPLAINT_NEXT_CALL_BACK },
    { HF_CASE_ACKNOWLEDGED, FALSE, TRUE, FALSE, HF_COMPLAINT_NEXT_VISIT },
    { HF_CASE_ACKNOWLEDGED, FALSE, FALSE, TRUE, HF_COMPLAINT_NEXT_INVESTIGATE },
    { HF_CASE_INVESTIGATING, TRUE, FALSE, TRUE, HF_COMPLAINT_NEXT_CALL_BACK },
    { HF_CASE_INVESTIGATING, FALSE, FALSE, FALSE, HF_COMPLAINT_NEXT_APOLOGISE },
    { HF_CASE_INVESTIGATING, FALSE, FALSE, TRUE, HF_COMPLAINT_NEXT_ANSWER },
    { HF_CASE_ANSWERED, TRUE, TRUE, TRUE, HF_COMPLAINT_NEXT_ACCEPT },
    { HF_CASE_RESOLVED, FALSE, FALSE, TRUE, HF_COMPLAINT_NEXT_CLOSE },
    { HF_CASE_CLOSED, FALSE, FALSE, TRUE, HF_COMPLAINT_NEXT_REOPEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (hf_complaint_get_next (rows[i].stage, rows[i].to_call, rows[i].to_visit,
                                            rows[i].apologised),
                     ==, rows[i].next);
}

static void
test_deadline_words (void)
{
  for (int i = 0; i < HF_N_DEADLINES; i++)
    g_assert_cmpint (hf_deadline_parse (hf_deadline_get_nick ((HfDeadlineKind) i)), ==, i);
  g_assert_cmpint (hf_deadline_parse ("refund"), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/complaint-rules/COMP-3/order", test_order);
  g_test_add_func ("/complaint-rules/COMP-3/next-COMP-4", test_next);
  g_test_add_func ("/complaint-rules/COMP-4/deadline-words", test_deadline_words);
  return g_test_run ();
}
