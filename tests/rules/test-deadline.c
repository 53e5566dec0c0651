/* test-deadline.c: worked by hand from COMP-4 and COMP-10
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-deadline.h"
#include "hf-error.h"

static HfMinute
parse_minute (const char *text)
{
  HfMinute minute = HF_MINUTE_NONE;

  g_assert_true (hf_minute_parse (text, &minute, NULL));
  return minute;
}

static HfWorkCalendar *
load_calendar (void)
{
  g_autofree char *path = g_build_filename (HOLIDAYS_DIR, "china-2026.ini", NULL);
  g_autofree char *text = NULL;
  HfWorkCalendar *calendar = hf_work_calendar_new (NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (hf_work_calendar_add (calendar, "china-2026.ini", text, -1, NULL));
  return calendar;
}

static void
test_complaint (void)
{
  static const struct
  {
    const char *received;
    const char *acknowledge, *call_back, *home_visit, *answer, *close;
  } rows[] = {
    /* A Monday morning. */
    { "2026-11-02T10:00", "2026-11-02T12:00", "2026-11-03T10:00", "2026-11-02T18:00",
      "2026-11-09T18:00", "2026-12-02T18:00" },
    /* Before opening, late in the afternoon, at two, after closing. */
    { "2026-11-02T08:00", "2026-11-02T11:00", "2026-11-03T08:00", "2026-11-02T18:00",
      "2026-11-09T18:00", "2026-12-02T18:00" },
    { "2026-11-02T16:00", "2026-11-02T18:00", "2026-11-03T16:00", "2026-11-03T12:00",
      "2026-11-09T18:00", "2026-12-02T18:00" },
    { "2026-11-02T14:00", "2026-11-02T16:00", "2026-11-03T14:00", "2026-11-03T12:00",
      "2026-11-09T18:00", "2026-12-02T18:00" },
    { "2026-11-02T19:30", "2026-11-03T11:00", "2026-11-03T19:30", "2026-11-03T12:00",
      "2026-11-09T18:00", "2026-12-02T18:00" },
    /* Saturday evening: an hour today, the other on Monday. */
    { "2026-11-07T17:00", "2026-11-09T10:00", "2026-11-08T17:00", "2026-11-09T12:00",
      "2026-11-13T18:00", "2026-12-07T18:00" },
    /* Sunday. */
    { "2026-11-08T10:00", "2026-11-09T11:00", "2026-11-09T10:00", "2026-11-09T12:00",
      "2026-11-13T18:00", "2026-12-08T18:00" },
    /* The eve of National Day: seven days off, Saturday the 10th is worked. */
    { "2026-09-30T15:00", "2026-09-30T17:00", "2026-10-01T15:00", "2026-10-08T12:00",
      "2026-10-13T18:00", "2026-10-30T18:00" },
    /* On a day off. */
    { "2026-10-05T11:00", "2026-10-08T11:00", "2026-10-06T11:00", "2026-10-08T12:00",
      "2026-10-13T18:00", "2026-11-04T18:00" },
    /* On a Saturday of work. */
    { "2026-10-10T13:00", "2026-10-10T15:00", "2026-10-11T13:00", "2026-10-10T18:00",
      "2026-10-16T18:00", "2026-11-09T18:00" },
  };
  g_autoptr (HfWorkCalendar) calendar = load_calendar ();
  HfDeadlineSettings settings;

  hf_deadline_settings_init (&settings);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const expected[] = { rows[i].acknowledge, rows[i].call_back, rows[i].home_visit,
                                       rows[i].answer, rows[i].close };
      HfMinute received = parse_minute (rows[i].received);
      HfDeadlines d =
          hf_deadlines_for_complaint (&settings, calendar, received, TRUE, NULL, 0, received);

      for (HfDeadlineKind kind = HF_DEADLINE_ACKNOWLEDGE; kind < HF_N_RECEIPT_DEADLINES; kind++)
        {
          g_autofree char *at = hf_minute_format (d.at[kind]);

          if (g_strcmp0 (at, expected[kind]) != 0)
            g_error ("%s %s: %s, not %s", rows[i].received, hf_deadline_get_nick (kind), at,
                     expected[kind]);
        }
      g_assert_cmpint (d.unknown_year, ==, 0);
      d = hf_deadlines_for_complaint (&settings, calendar, received, FALSE, NULL, 0, received);
      g_assert_true (d.at[HF_DEADLINE_HOME_VISIT] == HF_MINUTE_NONE);
    }
}

static void
test_waits (void)
{
  static const struct
  {
    const char *from, *to;
    const char *now;
    const char *answer;
    gboolean waits;
  } rows[] = {
    /* Two working days of waiting move the answer by two. */
    { "2026-11-03T10:00", "2026-11-05T10:00", "2026-11-20T09:00", "2026-11-11T18:00", FALSE },
    /* Over a weekend nothing is lost. */
    { "2026-11-07T09:00", "2026-11-08T18:00", "2026-11-20T09:00", "2026-11-09T18:00", FALSE },
    { "2026-11-03T10:00", "2026-11-03T13:30", "2026-11-20T09:00", "2026-11-10T12:30", FALSE },
    /* Still waiting: Friday's nine hours and three on Monday so far. */
    { "2026-11-06T09:00", NULL, "2026-11-09T12:00", "2026-11-11T12:00", TRUE },
    /* Asked after the deadline had passed. */
    { "2026-11-10T09:00", NULL, "2026-11-12T12:00", "2026-11-09T18:00", FALSE },
  };
  g_autoptr (HfWorkCalendar) calendar = load_calendar ();
  HfDeadlineSettings settings;

  hf_deadline_settings_init (&settings);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HfWait wait = { parse_minute (rows[i].from),
                      rows[i].to != NULL ? parse_minute (rows[i].to) : HF_MINUTE_NONE };
      HfDeadlines d =
          hf_deadlines_for_complaint (&settings, calendar, parse_minute ("2026-11-02T10:00"), FALSE,
                                      &wait, 1, parse_minute (rows[i].now));
      g_autofree char *answer = hf_minute_format (d.at[HF_DEADLINE_ANSWER]);

      g_assert_cmpstr (answer, ==, rows[i].answer);
      g_assert_cmpint (d.answer_waits, ==, rows[i].waits);
    }
}

static void
test_warning_and_year (void)
{
  g_autoptr (HfWorkCalendar) calendar = load_calendar ();
  HfMinute received = parse_minute ("2026-12-30T10:00");
  HfDeadlineSettings settings;
  HfDeadlines d;

  hf_deadline_settings_init (&settings);
  d = hf_deadlines_for_complaint (&settings, calendar, received, FALSE, NULL, 0, received);
  g_assert_cmpint (d.unknown_year, ==, 2027);
  g_assert_cmpint (hf_deadline_get_warning (received, d.at[HF_DEADLINE_ACKNOWLEDGE]), ==,
                   received + 90);
  g_assert_cmpint (hf_deadline_get_warning (received, d.at[HF_DEADLINE_CALL_BACK]), ==,
                   parse_minute ("2026-12-31T04:00"));
}

static void
test_legal_days (void)
{
  g_autofree char *path = g_build_filename (HOLIDAYS_DIR, "..", "deadlines", "china.ini", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (HfLegalDays) days = { .note = NULL };
  HfDay day = hf_day_from_ymd (2026, 11, 2);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  hf_legal_days_parse ("china.ini", text, -1, &days, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hf_legal_days_get_return_until (&days, HF_CHANNEL_PHONE, day), ==, day + 7);
  g_assert_cmpint (hf_legal_days_get_return_until (&days, HF_CHANNEL_HOME, day), ==, day + 7);
  g_assert_true (hf_legal_days_get_return_until (&days, HF_CHANNEL_OFFICE, day) == HF_DAY_NONE);
  g_assert_cmpint (hf_legal_days_get_refund_until (&days, day), ==, day + 7);
  g_assert_cmpint (days.authority_days, ==, 10);
  g_assert_cmpint (days.data_request_days, ==, 15);
  g_assert_nonnull (g_strstr_len (days.note, -1, "no legal advice"));
  hf_legal_days_clear (&days);
  g_assert_false (hf_legal_days_parse ("d.ini", "[Deadlines]\nNote=n\n", -1, &days, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/COMP-4/complaint", test_complaint);
  g_test_add_func ("/deadline/COMP-4/waits", test_waits);
  g_test_add_func ("/deadline/COMP-4/warning-and-year", test_warning_and_year);
  g_test_add_func ("/deadline/COMP-10/legal-days", test_legal_days);
  return g_test_run ();
}
