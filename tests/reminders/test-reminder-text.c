/* test-reminder-text.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder-text.h"

static HfMinute
at (const char *text)
{
  HfMinute minute = 0;

  g_assert_true (hf_minute_parse (text, &minute, NULL));
  return minute;
}

static void
test_due (void)
{
  static const struct
  {
    const char *due;
    const char *now;
    const char *expected;
  } rows[] = {
    { "2026-11-22T11:30", "2026-11-22T11:30", "today 11:30" },
    { "2026-11-22T11:30", "2026-11-22T18:05", "today 11:30" },
    { "2026-11-22T23:59", "2026-11-22T00:00", "today 23:59" },
    { "2026-11-21T23:59", "2026-11-22T00:00", "1 day late" },
    { "2026-11-20T09:00", "2026-11-22T11:30", "2 days late" },
    { "2025-11-22T09:00", "2026-11-22T11:30", "365 days late" },
    { "2026-11-23T00:00", "2026-11-22T23:59", "tomorrow 00:00" },
    { "2026-12-03T09:05", "2026-11-22T11:30", "3 December 09:05" },
    { "2027-01-01T09:05", "2026-12-31T11:30", "tomorrow 09:05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = hf_reminder_format_due (at (rows[i].due), at (rows[i].now));

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static const struct
{
  const char *name;
  HfReminder reminder;
  const char *title;
  const char *body;
} table[] = {
  { "step",
    { "Wang Xiuying", HF_KIND_STEP, HF_CHANNEL_PHONE, "Is it used, and how", 0 },
    "Wang Xiuying",
    "Phone call · Is it used, and how\ntoday 11:30" },
  { "no-purpose",
    { "Wang Xiuying", HF_KIND_ROUTINE, HF_CHANNEL_HOME, NULL, 0 },
    "Wang Xiuying",
    "Home visit\ntoday 11:30" },
  { "empty-purpose",
    { "Wang Xiuying", HF_KIND_ROUTINE, HF_CHANNEL_HOME, "", 0 },
    "Wang Xiuying",
    "Home visit\ntoday 11:30" },
  { "health-is-not-said",
    { "Wang Xiuying", HF_KIND_ADVERSE, HF_CHANNEL_PHONE, "Rash after the second dose", 0 },
    "Wang Xiuying",
    "Urgent · Phone call\ntoday 11:30" },
  { "complaints-are-not-said",
    { "Wang Xiuying", HF_KIND_COMPLAINT, HF_CHANNEL_PHONE, "You cheated me", 0 },
    "Wang Xiuying",
    "Urgent · Phone call\ntoday 11:30" },
  { "promises-are-not-said",
    { "Wang Xiuying", HF_KIND_PROMISE, HF_CHANNEL_PHONE, "Bring the blood sugar meter", 0 },
    "Wang Xiuying",
    "Promise · Phone call\ntoday 11:30" },
  { "PHONE-4/number-in-purpose",
    { "Wang Xiuying", HF_KIND_STEP, HF_CHANNEL_PHONE, "Ring 138 0011-2233 at 9", 0 },
    "Wang Xiuying",
    "Phone call · Ring … at 9\ntoday 11:30" },
  { "PHONE-4/number-in-name",
    { "王秀英（０１０）６５５５１２３４", HF_KIND_STEP, HF_CHANNEL_PHONE, "Step 2 of 5", 0 },
    "王秀英（…",
    "Phone call · Step 2 of 5\ntoday 11:30" },
  { "PHONE-4/number-with-country",
    { "Wang", HF_KIND_STEP, HF_CHANNEL_PHONE, "+86 13800112233", 0 },
    "Wang",
    "Phone call · +…\ntoday 11:30" },
  { "short-numbers-stay",
    { "Wang 2", HF_KIND_STEP, HF_CHANNEL_PHONE, "28 days, 2 of 5", 0 },
    "Wang 2",
    "Phone call · 28 days, 2 of 5\ntoday 11:30" },
  { "one-line-stays-one",
    { "Wang\nXiuying", HF_KIND_STEP, HF_CHANNEL_PHONE, "a\tb\nc", 0 },
    "Wang Xiuying",
    "Phone call · a b c\ntoday 11:30" },
};

static void
test_table (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  HfMinute now = at ("2026-11-22T11:30");
  HfReminder reminder = table[row].reminder;
  g_autoptr (HfReminderText) text = NULL;
  g_autoptr (HfReminderText) hidden = NULL;

  reminder.due = now;
  text = hf_reminder_text_new (&reminder, now, FALSE);
  g_assert_cmpstr (text->title, ==, table[row].title);
  g_assert_cmpstr (text->body, ==, table[row].body);

  hidden = hf_reminder_text_new (&reminder, now, TRUE);
  g_assert_cmpstr (hidden->title, ==, "A follow-up is due");
  g_assert_cmpstr (hidden->body, ==, "today 11:30");
}

static void
assert_summary (const HfReminderSummary *summary,
                const char *title,
                const char *body,
                const char *hidden_body)
{
  g_autoptr (HfReminderText) text = hf_reminder_text_new_summary (summary, FALSE);
  g_autoptr (HfReminderText) hidden = hf_reminder_text_new_summary (summary, TRUE);

  g_assert_cmpstr (text->title, ==, title);
  g_assert_cmpstr (text->body, ==, body);
  g_assert_cmpstr (hidden->title, ==, title);
  g_assert_cmpstr (hidden->body, ==, hidden_body);
}

static void
test_summary (void)
{
  char *names[] = { (char *) "Sun Li", (char *) "Wang 13800112233", (char *) "Chen Wei", NULL };
  char *one[] = { (char *) "Sun Li", NULL };

  assert_summary (&(HfReminderSummary){ 1, 1, 1, 1, one }, "1 follow-up is due",
                  "1 urgent · 1 late\nSun Li", "1 urgent · 1 late");
  assert_summary (&(HfReminderSummary){ 4, 1, 2, 3, names }, "4 follow-ups are due",
                  "1 urgent · 2 late\nSun Li, Wang …, Chen Wei", "1 urgent · 2 late");
  assert_summary (&(HfReminderSummary){ 6, 1, 2, 5, names }, "6 follow-ups are due",
                  "1 urgent · 2 late\nSun Li, Wang …, Chen Wei and 2 more", "1 urgent · 2 late");
  assert_summary (&(HfReminderSummary){ 2, 0, 0, 1, one }, "2 follow-ups are due", "Sun Li", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-text/due", test_due);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reminder-text/%s", table[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/reminder-text/summary", test_summary);
  return g_test_run ();
}
