/* test-try.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-special-due.h"
#include "hf-try.h"

#define NO     HF_OUTCOME_NO_ANSWER
#define OFF    HF_OUTCOME_OFF
#define WRONG  HF_OUTCOME_WRONG_NUMBER
#define BUSY   HF_OUTCOME_BUSY
#define OK     HF_OUTCOME_REACHED
#define LATER  HF_OUTCOME_ASKED_TO_CALL_LATER
#define REFUSE HF_OUTCOME_REFUSED

static HfMinute
parse_minute (const char *text)
{
  HfMinute minute = HF_MINUTE_NONE;

  g_assert_true (hf_minute_parse (text, &minute, NULL));
  return minute;
}

static const struct
{
  struct
  {
    const char *at;
    HfOutcome outcome;
  } tries[4];
  guint n;
  guint failed, failed_days;
  const char *next; /* the window is 11:30–14:00, 18:00–20:00, not on Sundays */
  gboolean other_number, discard;
} rows[] = {
  { { { "2026-11-02T12:00", OK } }, 1, 0, 0, NULL, FALSE, FALSE },
  { { { "2026-11-02T12:00", NO } }, 1, 1, 1, "2026-11-03T18:00", FALSE, FALSE },
  { { { "2026-11-02T18:30", NO } }, 1, 1, 1, "2026-11-03T11:30", FALSE, FALSE },
  { { { "2026-11-02T15:00", NO } }, 1, 1, 1, "2026-11-03T18:00", FALSE, FALSE },
  { { { "2026-11-07T12:00", NO } }, 1, 1, 1, "2026-11-09T18:00", FALSE, FALSE }, /* Saturday */
  { { { "2026-11-02T12:00", NO }, { "2026-11-03T18:10", OFF } },
    2,
    2,
    2,
    "2026-11-04T11:30",
    TRUE,
    FALSE },
  { { { "2026-11-02T12:00", NO }, { "2026-11-03T18:10", OFF }, { "2026-11-04T12:00", WRONG } },
    3,
    3,
    3,
    NULL,
    TRUE,
    TRUE },
  /* Three tries, but on two days. */
  { { { "2026-11-02T12:00", NO }, { "2026-11-02T18:10", NO }, { "2026-11-03T12:00", NO } },
    3,
    3,
    2,
    "2026-11-04T18:00",
    TRUE,
    FALSE },
  /* A busy line does not count towards discarding, nor does it end the row. */
  { { { "2026-11-02T12:00", NO },
      { "2026-11-03T18:10", BUSY },
      { "2026-11-04T12:00", NO },
      { "2026-11-05T12:00", NO } },
    4,
    4,
    3,
    NULL,
    TRUE,
    TRUE },
  /* Reached in between: the row begins anew. In any order. */
  { { { "2026-11-05T12:00", NO }, { "2026-11-02T12:00", NO }, { "2026-11-03T12:00", LATER } },
    3,
    1,
    1,
    "2026-11-06T18:00",
    FALSE,
    FALSE },
  { { { "2026-11-02T12:00", REFUSE } }, 1, 0, 0, NULL, FALSE, TRUE },
};

static void
test_advice (void)
{
  HfContactRules rules;

  hf_contact_rules_init (&rules);
  rules.weekdays = HF_BIT (HF_SUNDAY);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfTry tries[4];
      HfTryAdvice advice;

      for (guint n = 0; n < rows[i].n; n++)
        tries[n] = (HfTry){ parse_minute (rows[i].tries[n].at), HF_CHANNEL_PHONE,
                            rows[i].tries[n].outcome };
      advice = hf_try_advise (tries, rows[i].n, &rules);
      g_assert_cmpuint (advice.failed, ==, rows[i].failed);
      g_assert_cmpuint (advice.failed_days, ==, rows[i].failed_days);
      g_assert_cmpint (advice.other_number, ==, rows[i].other_number);
      g_assert_cmpint (advice.discard, ==, rows[i].discard);
      g_assert_true (advice.next_at ==
                     (rows[i].next != NULL ? parse_minute (rows[i].next) : HF_MINUTE_NONE));
    }
}

static void
test_special_due (void)
{
  HfSpecialDate birthday = { .month = 11, .day = 22 }; /* a Sunday in 2026 */
  HfContactRules rules;
  HfDay from = hf_day_from_ymd (2026, 11, 15);
  g_autoptr (GArray) list = NULL;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (HfSpecialDue));
  const HfSpecialDue *due;

  hf_contact_rules_init (&rules);
  rules.weekdays = HF_BIT (HF_SUNDAY);
  list = hf_special_date_list_due (&birthday, &rules, HF_BIT (HF_CHANNEL_PHONE), from, from + 400);
  g_assert_cmpuint (list->len, ==, 4);
  due = &g_array_index (list, HfSpecialDue, 0);
  g_assert_true (due->is_preparation);
  /* Within the branch: a Sunday of the customer's does not move it. */
  g_assert_cmpint (due->due_at, ==, parse_minute ("2026-11-15T09:00"));
  due = &g_array_index (list, HfSpecialDue, 1);
  g_assert_false (due->is_preparation);
  g_assert_cmpint (due->original_day, ==, hf_day_from_ymd (2026, 11, 22));
  g_assert_cmpint (due->due_at, ==, parse_minute ("2026-11-23T11:30"));
  g_assert_cmpint (due->moved, ==, HF_MOVE_WEEKDAY);
  /* Day by day gives the same as all at once. */
  for (HfDay day = from; day <= from + 400; day++)
    {
      g_autoptr (GArray) one =
          hf_special_date_list_due (&birthday, &rules, HF_BIT (HF_CHANNEL_PHONE), day, day);

      if (one->len > 0)
        g_array_append_vals (parts, one->data, one->len);
    }
  g_assert_cmpuint (parts->len, ==, list->len);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpint (g_array_index (parts, HfSpecialDue, i).occurrence, ==,
                     g_array_index (list, HfSpecialDue, i).occurrence);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/try/VISIT-5/advice", test_advice);
  g_test_add_func ("/special-date/CAL-7/due", test_special_due);
  return g_test_run ();
}
