/* test-today.c: today's list, briefs, and customers found
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-brief.h"
#include "hf-find.h"
#include "hf-follow-up.h"
#include "hf-staff.h"
#include "hf-today.h"
#include "store-fixture.h"

/* Where an open follow-up stands at a moment of one Friday, and how long that holds. */
typedef struct
{
  const char *name;
  HfKind kind;
  const char *due;
  const char *snoozed; /* or NULL */
  const char *window;
  const char *now;
  HfTodayGroup group;
  const char *until;
} GroupCase;

static const GroupCase group_cases[] = {
  { "before-its-window", HF_KIND_STEP, "2026-11-13T11:30", NULL, "working", "2026-11-13T10:00",
    HF_TODAY_LATER, "2026-11-13T11:30" },
  { "first-minute-of-window", HF_KIND_STEP, "2026-11-13T11:30", NULL, "working", "2026-11-13T11:30",
    HF_TODAY_NOW, "2026-11-13T14:00" },
  { "last-minute-of-window", HF_KIND_STEP, "2026-11-13T11:30", NULL, "working", "2026-11-13T13:59",
    HF_TODAY_NOW, "2026-11-13T14:00" },
  { "between-windows", HF_KIND_STEP, "2026-11-13T11:30", NULL, "working", "2026-11-13T14:00",
    HF_TODAY_LATER, "2026-11-13T18:00" },
  { "after-the-last-window", HF_KIND_STEP, "2026-11-13T11:30", NULL, "working", "2026-11-13T20:10",
    HF_TODAY_LATER, "2026-11-14T00:00" },
  { "own-window", HF_KIND_STEP, "2026-11-13T16:00", NULL, "16:00-17:00", "2026-11-13T16:30",
    HF_TODAY_NOW, "2026-11-13T17:00" },
  { "yesterday", HF_KIND_ROUTINE, "2026-11-12T11:30", NULL, "working", "2026-11-13T12:00",
    HF_TODAY_LATE, "2026-11-14T00:00" },
  { "deadline-passed-today", HF_KIND_COMPLAINT, "2026-11-13T10:00", NULL, "working",
    "2026-11-13T10:40", HF_TODAY_LATE, "2026-11-14T00:00" },
  { "deadline-not-yet", HF_KIND_COMPLAINT, "2026-11-13T11:30", NULL, "working", "2026-11-13T10:40",
    HF_TODAY_NOW, "2026-11-13T11:30" },
  { "snoozed", HF_KIND_STEP, "2026-11-13T11:30", "2026-11-13T13:00", "working", "2026-11-13T12:00",
    HF_TODAY_LATER, "2026-11-13T13:00" },
  { "snoozed-though-late", HF_KIND_STEP, "2026-11-12T11:30", "2026-11-13T13:00", "working",
    "2026-11-13T12:00", HF_TODAY_LATER, "2026-11-13T13:00" },
  { "snooze-over", HF_KIND_STEP, "2026-11-13T11:30", "2026-11-13T13:00", "working",
    "2026-11-13T13:00", HF_TODAY_NOW, "2026-11-13T14:00" },
  { "snoozed-to-tomorrow", HF_KIND_STEP, "2026-11-13T11:30", "2026-11-14T11:30", "working",
    "2026-11-13T12:00", HF_TODAY_LATER, "2026-11-14T00:00" },
};

static HfMinute
at (const char *text)
{
  HfMinute minute = HF_MINUTE_NONE;
  GError *error = NULL;

  if (text == NULL)
    return HF_MINUTE_NONE;
  hf_minute_parse (text, &minute, &error);
  g_assert_no_error (error);
  return minute;
}

static void
test_group (gconstpointer data)
{
  const GroupCase *test = data;
  HfContactWindow window;
  HfMinute until = HF_MINUTE_NONE;
  HfTodayGroup group;
  g_autofree char *shown = NULL;

  hf_today_read_window (test->window, HF_CHANNEL_PHONE, &window);
  group = hf_today_choose_group (test->kind, at (test->due), at (test->snoozed), &window,
                                 at (test->now), &until);
  shown = hf_minute_format (until);
  g_assert_cmpint (group, ==, test->group);
  g_assert_cmpstr (shown, ==, test->until);
}

static void
test_default_window (void)
{
  HfContactWindow window;

  hf_today_read_window ("", HF_CHANNEL_HOME, &window);
  g_assert_true (hf_contact_window_is_open (&window, 9 * 60));
  hf_today_read_window (NULL, HF_CHANNEL_PHONE, &window);
  g_assert_false (hf_contact_window_is_open (&window, 9 * 60));
}

/* "late now later done, done/all": names in their groups */
static char *
show_today (Branch *branch, gint64 staff, int channel, gboolean callable)
{
  HfTodayFilter filter = { branch->actor.now, staff, channel, callable };
  GError *error = NULL;
  g_autoptr (HfToday) today = hf_today_load (branch->db, &filter, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (int i = 0; i < HF_N_TODAY_GROUPS; i++)
    {
      for (guint j = 0; j < today->ids[i]->len; j++)
        {
          g_autoptr (HfWorkItem) item =
              hf_work_load (branch->db, g_array_index (today->ids[i], gint64, j), &error);

          g_assert_no_error (error);
          g_string_append_printf (text, "%s%s", j > 0 ? " " : "", item->customer);
        }
      g_string_append (text, " | ");
    }
  g_string_append_printf (text, "%u/%u", today->n_done, today->n_all);
  return g_string_free (text, FALSE);
}

#define assert_today(branch, staff, channel, callable, expected)                  \
  G_STMT_START                                                                    \
  {                                                                               \
    g_autofree char *shown_today = show_today (branch, staff, channel, callable); \
    g_assert_cmpstr (shown_today, ==, expected);                                  \
  }                                                                               \
  G_STMT_END

/* Bought on the 10th, so the first contact is due on the 13th. */
static gint64
add_buyer (Branch *branch, const char *name, const char *window)
{
  gint64 id = branch_add_customer (branch, name, "window", window, NULL);

  branch_buy (branch, id, branch->powder, "2026-11-10");
  return id;
}

static void
test_groups_of_a_day (Branch *branch, gconstpointer data)
{
  gint64 done;

  add_buyer (branch, "早", "09:00-10:00");
  done = add_buyer (branch, "午", "09:30-12:00");
  add_buyer (branch, "晚", "18:00-20:00");
  branch_set_now (branch, "2026-11-13T09:30");
  assert_today (branch, 0, -1, FALSE, " | 早 午 | 晚 |  | 0/3");
  assert_today (branch, 0, -1, TRUE, " | 早 午 |  |  | 0/3");
  assert_today (branch, 0, HF_CHANNEL_PHONE, FALSE, " |  |  |  | 0/3");
  branch_visit (branch, done, "home", "reached");
  assert_today (branch, 0, -1, FALSE, " | 早 | 晚 | 午 | 1/3");
  assert_today (branch, 0, HF_CHANNEL_HOME, FALSE, " | 早 | 晚 | 午 | 1/3");
  branch_set_now (branch, "2026-11-14T09:30");
  assert_today (branch, 0, -1, FALSE, "早 晚 |  |  |  | 0/2");
}

/* The queries for one person and for everybody must agree. */
static void
test_whose (Branch *branch, gconstpointer data)
{
  gint64 other = branch_add_staff (branch, "周敏");
  gint64 nobodys;
  gint64 mine;

  nobodys = add_buyer (branch, "无主", "09:30-12:00");
  branch_act_as (branch, branch->agent);
  mine = add_buyer (branch, "我的", "09:30-12:00");
  add_buyer (branch, "也是我的", "09:30-12:00");
  branch_set_now (branch, "2026-11-13T10:00");
  branch_set (branch, mine, "owner", "林娜");
  branch_visit (branch, mine, "home", "reached");
  branch_act_as (branch, 0);
  branch_execute (branch, "UPDATE follow_up SET staff_id = NULL WHERE customer_id = "
                          "(SELECT id FROM customer WHERE name = '无主')");
  branch_set_now (branch, "2026-11-13T10:05");
  branch_visit (branch, nobodys, "home", "reached");
  assert_today (branch, 0, -1, FALSE, " | 也是我的 |  | 无主 我的 | 2/3");
  assert_today (branch, branch->agent, -1, FALSE, " | 也是我的 |  | 我的 | 1/2");
  assert_today (branch, other, -1, FALSE, " |  |  |  | 0/0");
}

static void
test_put_off (Branch *branch, gconstpointer data)
{
  gint64 customer = add_buyer (branch, "王秀英", "09:00-20:00");
  GError *error = NULL;
  gint64 id;

  branch_set_now (branch, "2026-11-13T10:00");
  id = hf_today_find_next (branch->db, customer, &error);
  g_assert_no_error (error);
  hf_command_snooze (branch->db, &branch->actor, id, at ("2026-11-13T11:00"), &error);
  g_assert_no_error (error);
  assert_today (branch, 0, -1, FALSE, " |  | 王秀英 |  | 0/1");
  branch_set_now (branch, "2026-11-13T11:00");
  assert_today (branch, 0, -1, FALSE, " | 王秀英 |  |  | 0/1");
  hf_command_snooze (branch->db, &branch->actor, id, at ("2026-11-14T11:00"), &error);
  g_assert_no_error (error);
  assert_today (branch, 0, -1, FALSE, " |  | 王秀英 |  | 0/0");
}

static void
test_brief (Branch *branch, gconstpointer data)
{
  gint64 customer = add_buyer (branch, "王秀英", "working");
  HfDay seventh_day = hf_day_from_ymd (2026, 11, 17);
  GError *error = NULL;
  g_autoptr (HfBrief) brief = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  branch_set_now (branch, "2026-11-13T12:00");
  before = branch_dump (branch);
  brief = hf_brief_load (branch->db, &branch->actor,
                         hf_today_find_next (branch->db, customer, &error), &error);
  g_assert_no_error (error);
  after = branch_dump (branch);
  g_assert_cmpstr (brief->card->name, ==, "王秀英");
  g_assert_cmpuint (g_strv_length (brief->checklist), ==, 4);
  g_assert_nonnull (brief->purpose);
  g_assert_cmpint (brief->next.day, ==, seventh_day);
  g_assert_cmpint (brief->n_complaints + brief->n_promises, ==, 0);
  branch_assert_same (before, after);
}

/* Step 3 must be a home visit when both contacts before were calls; the brief says so beforehand.
 */
static void
test_brief_home_required (Branch *branch, gconstpointer data)
{
  gint64 customer = add_buyer (branch, "王秀英", "working");
  GError *error = NULL;
  g_autoptr (HfBrief) brief = NULL;

  branch_set_now (branch, "2026-11-13T12:00");
  branch_visit (branch, customer, "phone", "reached");
  branch_set_now (branch, "2026-11-17T12:00");
  branch_execute (branch, "UPDATE follow_up SET ways = 'phone:agent', channels = 'phone' "
                          "WHERE state = 'open'");
  brief = hf_brief_load (branch->db, &branch->actor,
                         hf_today_find_next (branch->db, customer, &error), &error);
  g_assert_no_error (error);
  g_assert_cmpint (brief->next.channel, ==, HF_CHANNEL_HOME);
  g_assert_true (brief->next.required);
  g_assert_cmpint (brief->next.day, ==, hf_day_from_ymd (2026, 11, 24));
}

static void
assert_found (Branch *branch, const char *text, const char *expected)
{
  GError *error = NULL;
  g_autoptr (GArray) ids = hf_find_customers (branch->db, &branch->actor, text, 3, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = hf_db_dup_text (branch->db, HF_QUERY_CUSTOMER_NAME, &error, "l",
                                              g_array_index (ids, gint64, i));

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  g_assert_cmpstr (names->str, ==, expected);
  g_string_free (names, TRUE);
}

static void
test_find (Branch *branch, gconstpointer data)
{
  branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);
  branch_add_customer (branch, "王秀", NULL);
  branch_add_customer (branch, "小王秀", "phone", "010-62345678", NULL);
  assert_found (branch, "王秀", "王秀 王秀英 小王秀");
  assert_found (branch, "秀英", "王秀英");
  assert_found (branch, " 138 0000 5678 ", "王秀英");
  assert_found (branch, "5678", "王秀英 小王秀");
  assert_found (branch, "678", "");
  assert_found (branch, "  ", "");
  assert_found (branch, "100%", "");
}

static void
test_staff (Branch *branch, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) members = NULL;
  const HfStaff *member;

  branch_add_staff (branch, "周敏");
  branch_execute (branch, "UPDATE staff SET active = 0 WHERE name = '周敏'");
  members = hf_staff_dup_active (branch->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 1);
  member = g_ptr_array_index (members, 0);
  g_assert_cmpstr (member->name, ==, "林娜");
  g_assert_cmpint (member->role, ==, HF_ROLE_AGENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (group_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/today/WORK-1/group/", group_cases[i].name, NULL);

      g_test_add_data_func (path, &group_cases[i], test_group);
    }
  g_test_add_func ("/today/CAL-5/default-window", test_default_window);
  branch_test ("/today/WORK-1/groups-of-a-day", test_groups_of_a_day);
  branch_test ("/today/WORK-1/whose", test_whose);
  branch_test ("/today/SCHED-8/put-off", test_put_off);
  branch_test ("/today/VISIT-2/brief", test_brief);
  branch_test ("/today/PLAN-1/home-required-said-beforehand", test_brief_home_required);
  branch_test ("/today/PHONE-1/find", test_find);
  branch_test ("/today/staff", test_staff);
  return g_test_run ();
}
