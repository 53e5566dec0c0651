/* test-day-note.c: what a calendar writes beside a day, and the order of a day's visits
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-note.h"
#include "hf-visit-order.h"

static const char rest_days[] = "[Calendar]\nYear=2026\n"
                                "[Rest]\n2026-02-15..2026-02-23=Spring Festival\n"
                                "2026-09-25..2026-09-27=Mid-Autumn Festival\n"
                                "[Work]\n2026-09-20=National Day\n";

static HfDay
parse_day (const char *text)
{
  HfDay day;

  g_assert_true (hf_day_parse (text, &day, NULL));
  return day;
}

/* The festival stands on its own day, not on the first of its days off. */
static void
test_notes (void)
{
  static const struct
  {
    const char *day;
    const char *text;
    HfNoteKind kind;
    HfDayKind mark;
    gboolean rest;
  } table[] = {
    { "2026-02-15", "廿八", HF_NOTE_LUNAR, HF_DAY_REST, TRUE },
    { "2026-02-16", "New Year’s Eve", HF_NOTE_FESTIVAL, HF_DAY_REST, TRUE },
    { "2026-02-17", "Spring Festival", HF_NOTE_FESTIVAL, HF_DAY_REST, TRUE },
    { "2027-02-06", "Spring Festival", HF_NOTE_FESTIVAL, HF_DAY_ORDINARY, TRUE },
    { "2027-02-07", "初二", HF_NOTE_LUNAR, HF_DAY_ORDINARY, TRUE },
    { "2026-09-07", "White Dew", HF_NOTE_TERM, HF_DAY_ORDINARY, FALSE },
    { "2026-09-10", "Teachers’ Day", HF_NOTE_FESTIVAL, HF_DAY_ORDINARY, FALSE },
    { "2026-09-11", "八月", HF_NOTE_LUNAR, HF_DAY_ORDINARY, FALSE },
    { "2026-09-20", "初十", HF_NOTE_LUNAR, HF_DAY_WORK, FALSE },
    { "2026-09-23", "Autumn Equinox", HF_NOTE_TERM, HF_DAY_ORDINARY, FALSE },
    { "2026-09-25", "Mid-Autumn Festival", HF_NOTE_FESTIVAL, HF_DAY_REST, TRUE },
    { "2026-09-24", "十四", HF_NOTE_LUNAR, HF_DAY_ORDINARY, FALSE },
  };
  HfOpeningHours hours;
  g_autoptr (HfWorkCalendar) calendar = NULL;

  hf_opening_hours_init (&hours);
  calendar = hf_work_calendar_new (&hours);
  g_assert_true (hf_work_calendar_add (calendar, "2026", rest_days, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HfDayNote note;

      hf_day_note_init (&note, calendar, parse_day (table[i].day));
      g_assert_cmpstr (note.text, ==, table[i].text);
      g_assert_cmpint (note.kind, ==, table[i].kind);
      g_assert_cmpint (note.mark, ==, table[i].mark);
      g_assert_cmpint (note.rest, ==, table[i].rest);
      hf_day_note_clear (&note);
    }
}

static void
test_span (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *text;
  } table[] = {
    { "2026-09-01", "2026-09-30", "丙午年 七月至八月" },
    { "2026-02-01", "2026-02-28", "乙巳年 十二月至丙午年 正月" },
    { "2028-06-24", "2028-06-30", "戊申年 闰五月" },
    { "2028-06-01", "2028-06-30", "戊申年 五月至闰五月" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *span =
          hf_lunar_format_span (parse_day (table[i].from), parse_day (table[i].to));

      g_assert_cmpstr (span, ==, table[i].text);
    }
}

static void
test_order (void)
{
  HfVisitPlace places[] = {
    { 1, 0, HF_MINUTE_NONE, "北门外", "老街26号" },
    { 2, 0, HF_MINUTE_NONE, "北门外", "老街7号" },
    { 3, 0, 900, "锦江花园", "4号楼" },
    { 4, 0, 540, "东湖苑", "11号楼" },
    { 5, 0, HF_MINUTE_NONE, "东湖苑", "7号楼" },
    { 6, 2, HF_MINUTE_NONE, "东湖苑", "1号楼" },
    { 7, 1, HF_MINUTE_NONE, "北门外", "老街1号" },
  };
  const gint64 expected[] = { 7, 6, 4, 5, 3, 2, 1 };

  hf_visit_order_sort (places, G_N_ELEMENTS (places));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpint (places[i].id, ==, expected[i]);
  g_assert_cmpint (hf_visit_order_compare_addresses ("老街", "老街"), ==, 0);
  g_assert_cmpint (hf_visit_order_compare_addresses ("7号楼1单元402", "7号楼1单元1102"), <, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-note/CAL-4/notes", test_notes);
  g_test_add_func ("/day-note/CAL-3/span", test_span);
  g_test_add_func ("/visit-order/CAL-2/by-area-and-street", test_order);
  return g_test_run ();
}
