/* test-calendar.c: what lies on the days, and work given another day
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-calendar-day.h"
#include "hf-check.h"
#include "hf-reschedule.h"
#include "hf-round.h"
#include "hf-undo.h"
#include "store-fixture.h"

static HfDay
parse_day (const char *text)
{
  HfDay day;

  g_assert_true (hf_day_parse (text, &day, NULL));
  return day;
}

static HfCalendarRange *
load (Branch *branch, const HfCalendarFilter *filter, const char *from, const char *to, guint limit)
{
  GError *error = NULL;
  HfCalendarRange *range = hf_calendar_range_load (
      branch->db, filter, parse_day (from), parse_day (to), limit, branch->actor.now, &error);

  g_assert_no_error (error);
  return range;
}

static gint64
add_work (Branch *branch, gint64 customer, const char *day, const char *ways)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO follow_up (id, customer_id, staff_id, kind, priority, due_at, due_on, "
      "original_on,"
      " window_from_on, window_to_on, ways, channels) VALUES (hf_new_id (), %" G_GINT64_FORMAT
      ", %" G_GINT64_FORMAT
      ", 'routine', 7, %lld * 1440 + 540, %lld, %lld, %lld, %lld, '%s', '%s')",
      customer, branch->agent, (long long) parse_day (day), (long long) parse_day (day),
      (long long) parse_day (day), (long long) parse_day (day), (long long) parse_day (day) + 5,
      ways, g_str_has_prefix (ways, "home") ? "home" : "phone");

  branch_execute (branch, sql);
  return branch_count (branch, "SELECT max (id) FROM follow_up");
}

static void
assert_counted (Branch *branch)
{
  GError *error = NULL;
  g_auto (GStrv) troubles = hf_check_run (branch->db, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (troubles[0], ==, NULL);
}

/* Six home visits and ten calls are 410 minutes of 360. */
static void
test_load (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (branch->agent);
  g_autoptr (HfCalendarRange) range = NULL;
  HfCalendarDay *day;

  branch_set_now (branch, "2026-11-22T10:00");
  for (guint i = 0; i < 16; i++)
    add_work (branch, wang, "2026-11-24", i < 6 ? "home:agent" : "phone:agent");
  range = load (branch, filter, "2026-11-23", "2026-11-29", 3);
  day = hf_calendar_range_get_day (range, parse_day ("2026-11-24"));
  g_assert_cmpuint (day->items->len, ==, 3);
  g_assert_cmpuint (day->n_items, ==, 16);
  g_assert_cmpuint (day->n_home, ==, 6);
  g_assert_cmpint (day->load, ==, 6 * 60 + 10 * 5);
  g_assert_cmpint (day->capacity, ==, 360);
  g_assert_null (hf_calendar_range_get_day (range, parse_day ("2026-11-30")));
}

static guint
count_items (Branch *branch, const HfCalendarFilter *filter)
{
  g_autoptr (HfCalendarRange) range = load (branch, filter, "2026-11-01", "2026-11-30", 10);
  guint n = 0;

  for (guint i = 0; i < range->n_days; i++)
    {
      g_assert_cmpuint (range->days[i].items->len, ==, range->days[i].n_items);
      n += range->days[i].n_items;
    }
  return n;
}

/* What was kept by triggers and what is counted for a filter must agree. */
static void
test_filters (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "area", "东湖苑", NULL);
  gint64 li = branch_add_customer (branch, "李桂兰", "area", "北门外", NULL);
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (0);
  guint all;

  branch_set_now (branch, "2026-11-10T10:00");
  add_work (branch, wang, "2026-11-24", "home:agent");
  add_work (branch, li, "2026-11-25", "phone:agent");
  branch_visit (branch, li, "phone", "reached");
  all = count_items (branch, filter);
  g_assert_cmpuint (all, >=, 3);
  filter->area = g_strdup ("东湖苑");
  g_assert_cmpuint (count_items (branch, filter), <, all);
  g_assert_cmpuint (count_items (branch, filter), >=, 1);
  g_clear_pointer (&filter->area, g_free);
  filter->channel = HF_CHANNEL_HOME;
  g_assert_cmpuint (count_items (branch, filter), >=, 1);
  filter->area = g_strdup ("北门外");
  g_assert_cmpuint (count_items (branch, filter), <=, all);
  assert_counted (branch);
}

static gint64
count_of (Branch *branch, const char *area)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce (sum (n), 0) FROM day_count_of WHERE of = 'area' AND name = '%s'", area);

  return branch_count (branch, sql);
}

/* Whoever moves to another area or tier takes along what is counted there. */
static void
test_moved_away (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "area", "东湖苑", NULL);
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (0);

  branch_set_now (branch, "2026-11-10T10:00");
  add_work (branch, wang, "2026-11-24", "home:agent");
  branch_visit (branch, wang, "phone", "reached");
  filter->area = g_strdup ("东湖苑");
  g_assert_cmpint (count_of (branch, "东湖苑"), ==, count_items (branch, filter));
  branch_execute (branch, "UPDATE customer SET area = '北门外'");
  g_assert_cmpint (count_of (branch, "东湖苑"), ==, 0);
  g_assert_cmpuint (count_items (branch, filter), ==, 0);
  g_free (filter->area);
  filter->area = g_strdup ("北门外");
  g_assert_cmpint (count_of (branch, "北门外"), ==, count_items (branch, filter));
  assert_counted (branch);
  branch_execute (branch, "UPDATE customer SET area = ''");
  g_assert_cmpint (count_of (branch, "北门外"), ==, 0);
  assert_counted (branch);
}

/* What waits until a complaint is closed is shown, is no load and cannot be moved (SCHED-5). */
static void
test_paused (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "area", "东湖苑", NULL);
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (branch->agent);
  g_autoptr (HfCalendarRange) range = NULL;
  const HfCalendarItem *item;
  HfCalendarDay *day;

  branch_set_now (branch, "2026-11-22T10:00");
  add_work (branch, wang, "2026-11-24", "home:agent");
  branch_execute (branch, "UPDATE follow_up SET state = 'paused'");
  range = load (branch, filter, "2026-11-23", "2026-11-29", 3);
  day = hf_calendar_range_get_day (range, parse_day ("2026-11-24"));
  g_assert_cmpuint (day->items->len, ==, 1);
  g_assert_cmpuint (day->n_items, ==, 1);
  g_assert_cmpuint (day->n_open, ==, 0);
  g_assert_cmpint (day->load, ==, 0);
  item = day->items->pdata[0];
  g_assert_cmpint (item->type, ==, HF_CALENDAR_PAUSED);
  g_assert_false (hf_calendar_item_can_move (item));
  filter->area = g_strdup ("北门外");
  g_clear_pointer (&range, hf_calendar_range_unref);
  range = load (branch, filter, "2026-11-23", "2026-11-29", 3);
  g_assert_cmpuint (hf_calendar_range_get_day (range, parse_day ("2026-11-24"))->n_items, ==, 0);
}

/* Several at once are one operation, and one undo (CAL-2, SCHED-8). */
static void
test_move_many (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  gint64 li = branch_add_customer (branch, "李桂兰", NULL);
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 ids[2];

  branch_set_now (branch, "2026-11-22T10:00");
  ids[0] = add_work (branch, wang, "2026-11-24", "home:agent");
  ids[1] = add_work (branch, li, "2026-11-24", "phone:agent");
  before = branch_dump (branch);
  g_assert_true (hf_command_reschedule_many (branch->db, &branch->actor, ids, 2,
                                             parse_day ("2026-11-26"), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE by_hand = 1 AND"
                                         " due_on = 20783"),
                   ==, 2);
  assert_counted (branch);
  g_assert_true (hf_command_undo (branch->db, &branch->actor, 0, &result, &error));
  g_assert_no_error (error);
  after = branch_dump (branch);
  branch_assert_same (before, after);
  assert_counted (branch);
}

static void
assert_refused (Branch *branch, gint64 id, const char *day, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      hf_command_reschedule (branch->db, &branch->actor, id, parse_day (day), reason, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_test_message ("%s", error->message);
}

/* A reason when it is later than the window allows, none for days without contact (SCHED-8). */
static void
test_refused (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "no-contact", "wed", NULL);
  GError *error = NULL;
  g_autoptr (GArray) days = NULL;
  gint64 id;

  branch_set_now (branch, "2026-11-22T10:00");
  id = add_work (branch, wang, "2026-11-24", "home:agent");
  assert_refused (branch, id, "2026-11-21", NULL);
  assert_refused (branch, id, "2026-11-25", "顾客出门");
  assert_refused (branch, id, "2026-12-01", NULL);
  days = hf_reschedule_preview (branch->db, &branch->actor, &id, 1, parse_day ("2026-11-21"),
                                parse_day ("2026-12-01"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (days->len, ==, 11);
  g_assert_nonnull (g_array_index (days, HfMoveDay, 0).refused);
  g_assert_null (g_array_index (days, HfMoveDay, 3).refused);
  g_assert_cmpint (g_array_index (days, HfMoveDay, 3).minutes, ==, 0);
  g_assert_nonnull (g_array_index (days, HfMoveDay, 4).refused);
  g_assert_null (g_array_index (days, HfMoveDay, 5).refused);
  g_assert_cmpint (g_array_index (days, HfMoveDay, 5).minutes, ==, 60);
  g_assert_false (g_array_index (days, HfMoveDay, 8).asks_reason);
  g_assert_true (g_array_index (days, HfMoveDay, 9).asks_reason);
}

/* Nobody collects on a Sunday or a public holiday (CAL-6). */
static void
test_payment (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  GError *error = NULL;
  gint64 id;

  branch_set_now (branch, "2026-09-21T10:00");
  branch_buy (branch, wang, branch->powder, "2026-09-20");
  id = branch_count (branch, "SELECT max (id) FROM purchase");
  branch_execute (branch, "UPDATE purchase SET collect_on = 20719, owed_fen = 9900");
  assert_refused (branch, id, "2026-09-27", NULL);
  assert_refused (branch, id, "2026-10-01", NULL);
  g_assert_true (hf_command_reschedule (branch->db, &branch->actor, id, parse_day ("2026-09-28"),
                                        NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT collect_on FROM purchase"), ==,
                   parse_day ("2026-09-28"));
}

/* By area and street, until somebody puts them in another order (CAL-2). */
static void
test_order (Branch *branch, gconstpointer data)
{
  static const char *const addresses[] = { "老街11号", "老街9号", "西路3号" };
  static const char *const areas[] = { "北门外", "北门外", "东湖苑" };
  g_autoptr (HfCalendarFilter) filter = hf_calendar_filter_new (branch->agent);
  g_autoptr (HfCalendarList) list = NULL;
  g_autoptr (HfCalendarList) ordered = NULL;
  GError *error = NULL;
  gint64 ids[3];

  branch_set_now (branch, "2026-11-22T10:00");
  for (guint i = 0; i < 3; i++)
    ids[i] = add_work (
        branch,
        branch_add_customer (branch, addresses[i], "address", addresses[i], "area", areas[i], NULL),
        "2026-11-24", "home:agent");
  g_assert_true (hf_command_agree_hour (branch->db, &branch->actor, ids[2], 10 * 60, &error));
  list =
      hf_calendar_list_load (branch->db, &branch->actor, filter, parse_day ("2026-11-24"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->homes->len, ==, 3);
  g_assert_cmpint (((HfCalendarItem *) g_ptr_array_index (list->homes, 0))->id, ==, ids[2]);
  g_assert_cmpint (((HfCalendarItem *) g_ptr_array_index (list->homes, 1))->id, ==, ids[1]);
  g_assert_true (hf_command_order_visits (branch->db, &branch->actor, ids, 3, &error));
  ordered =
      hf_calendar_list_load (branch->db, &branch->actor, filter, parse_day ("2026-11-24"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((HfCalendarItem *) g_ptr_array_index (ordered->homes, i))->id, ==, ids[i]);
}

/* The hour was agreed for that day, and goes with it. */
static void
test_hour (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  GError *error = NULL;
  gint64 id;

  branch_set_now (branch, "2026-11-22T10:00");
  id = add_work (branch, wang, "2026-11-24", "home:agent");
  g_assert_false (hf_command_agree_hour (branch->db, &branch->actor, id, 22 * 60, &error));
  g_clear_error (&error);
  g_assert_true (hf_command_agree_hour (branch->db, &branch->actor, id, 15 * 60, &error));
  g_assert_true (hf_command_reschedule (branch->db, &branch->actor, id, parse_day ("2026-11-26"),
                                        NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (branch_count (branch, "SELECT agreed_at IS NULL FROM follow_up"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/calendar/CAL-1/load", test_load);
  branch_test ("/calendar/CAL-1/filters", test_filters);
  branch_test ("/calendar/CAL-1/moved-to-another-area", test_moved_away);
  branch_test ("/calendar/SCHED-5/paused", test_paused);
  branch_test ("/calendar/CAL-2/move-many", test_move_many);
  branch_test ("/calendar/CAL-2/order", test_order);
  branch_test ("/calendar/CAL-2/hour", test_hour);
  branch_test ("/calendar/CAL-6/payment", test_payment);
  branch_test ("/calendar/SCHED-8/refused", test_refused);
  return g_test_run ();
}
