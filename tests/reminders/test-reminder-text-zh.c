/* test-reminder-text-zh.c: the words as most people here read them
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-reminder-text.h"

#include <libintl.h>
#include <locale.h>

#define NOW ((HfMinute) 29739570) /* 2026-07-18 11:30 */

static void
assert_text (const HfReminder *reminder, const char *title, const char *body)
{
  g_autoptr (HfReminderText) text = hf_reminder_text_new (reminder, NOW, FALSE);

  g_assert_cmpstr (text->title, ==, title);
  g_assert_cmpstr (text->body, ==, body);
}

static void
test_one (void)
{
  HfReminder reminder = { "王秀英", HF_KIND_STEP, HF_CHANNEL_PHONE, "问用法", NOW };

  assert_text (&reminder, "王秀英", "电话 · 问用法\n今天 11:30");
  reminder.due = NOW - 2 * HF_MINUTES_A_DAY;
  assert_text (&reminder, "王秀英", "电话 · 问用法\n晚 2 天");
  reminder.due = NOW + 3 * HF_MINUTES_A_DAY;
  reminder.kind = HF_KIND_ADVERSE;
  assert_text (&reminder, "王秀英", "紧急 · 电话\n7月21日 11:30");
}

static void
test_summary (void)
{
  char *names[] = { (char *) "孙丽", (char *) "王秀英", (char *) "陈伟", NULL };
  const HfReminderSummary summary = { 4, 1, 1, 4, names };
  g_autoptr (HfReminderText) text = hf_reminder_text_new_summary (&summary, FALSE);

  g_assert_cmpstr (text->title, ==, "有 4 项回访要做");
  g_assert_cmpstr (text->body, ==, "1 项紧急 · 1 项已晚\n孙丽、王秀英、陈伟，另有 1 位");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HF_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-text-zh/one", test_one);
  g_test_add_func ("/reminder-text-zh/summary", test_summary);
  return g_test_run ();
}
