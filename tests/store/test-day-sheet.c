/* test-day-sheet.c: what is taken along to the home visits of a day
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-day-sheet.h"
#include "store-fixture.h"

/* Bought on the 20th: the first home visit of the 28 days is due on the 23rd. */
#define BOUGHT "2026-11-20"
#define VISITS "2026-11-23"

static gint64
add_buyer (Branch *branch, const char *name, const char *area, const char *address)
{
  gint64 id = branch_add_customer (branch, name, "owner", "林娜", "area", area, "address", address,
                                   "phone", "13800005678", "condition", "痛风", NULL);

  branch_buy (branch, id, branch->powder, BOUGHT);
  return id;
}

static GPtrArray *
load (Branch *branch, gint64 staff, GError **error)
{
  HfDay day = HF_DAY_NONE;

  hf_day_parse (VISITS, &day, NULL);
  return hf_day_sheets_load (branch->db, &branch->actor, staff, day, NULL, error);
}

static char *
show (Branch *branch, gint64 staff)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) sheets = load (branch, staff, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < sheets->len; i++)
    {
      const HfDaySheet *sheet = sheets->pdata[i];

      g_string_append_printf (text, "[%s]", sheet->staff);
      for (guint j = 0; j < sheet->visits->len; j++)
        {
          const HfDayVisit *visit = sheet->visits->pdata[j];

          g_string_append_printf (text, " %s", visit->brief->card->name);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_order (Branch *branch, gconstpointer data)
{
  g_autofree char *text = NULL;

  branch_set_now (branch, BOUGHT "T09:00");
  add_buyer (branch, "王秀英", "城西", "海棠路5号");
  add_buyer (branch, "陈玮", "城东", "银杏路9号");
  add_buyer (branch, "赵国强", "城西", "丁香里1号");
  branch_add_customer (branch, "李梅", "owner", "林娜", "area", "城东", NULL);
  text = show (branch, branch->agent);
  g_assert_cmpstr (text, ==, "[林娜] 陈玮 赵国强 王秀英");
}

/* As somebody put them by hand, with the hour that was agreed (CAL-2). */
static void
test_by_hand (Branch *branch, gconstpointer data)
{
  g_autofree char *text = NULL;

  branch_set_now (branch, BOUGHT "T09:00");
  add_buyer (branch, "王秀英", "城西", "海棠路5号");
  add_buyer (branch, "陈玮", "城东", "银杏路9号");
  branch_execute (branch, "UPDATE follow_up SET visit_order = CASE (SELECT name FROM customer c"
                          " WHERE c.id = customer_id) WHEN '王秀英' THEN 1 ELSE 2 END");
  text = show (branch, branch->agent);
  g_assert_cmpstr (text, ==, "[林娜] 王秀英 陈玮");
}

static const HfDayVisit *
get_only (GPtrArray *sheets)
{
  const HfDaySheet *sheet;

  g_assert_cmpuint (sheets->len, ==, 1);
  sheet = sheets->pdata[0];
  g_assert_cmpuint (sheet->visits->len, ==, 1);
  return sheet->visits->pdata[0];
}

static void
test_contents (Branch *branch, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  const HfDayVisit *visit;
  gint64 wang;

  branch_set_now (branch, BOUGHT "T09:00");
  wang = branch_add_customer (branch, "王秀英", "owner", "林娜", "phone", "13800005678", "birth",
                              "1951-12-03", "condition", "痛风", NULL);
  branch_buy (branch, wang, branch->powder, BOUGHT);
  for (int i = 0; i < 4; i++)
    branch_visit (branch, wang, "phone", "no-answer");
  sheets = load (branch, branch->agent, &error);
  g_assert_no_error (error);
  visit = get_only (sheets);
  g_assert_cmpstr (visit->brief->card->phones[0], ==, "138****5678");
  g_assert_cmpuint (visit->brief->visits->len, ==, 3);
  g_assert_cmpint (visit->brief->birthday_on, ==, hf_day_from_ymd (2026, 12, 3));
  g_assert_cmpuint (g_strv_length (visit->brief->checklist), >, 0);
  g_assert_cmpuint (visit->others->len, ==, 0);
}

static HfDay
load_birthday (Branch *branch, const char *keep)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE special_date SET keep = '%s'", keep);
  GError *error = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  branch_execute (branch, sql);
  sheets = hf_day_sheets_load (branch->db, &branch->actor, branch->agent,
                               hf_day_from_ymd (2028, 6, 1), NULL, &error);
  g_assert_no_error (error);
  return get_only (sheets)->brief->birthday_on;
}

/* Born in a leap fifth month: 2028 has one, and the card says which of the two is kept (CAL-9). */
static void
test_leap_birthday (Branch *branch, gconstpointer data)
{
  gint64 wang;

  branch_set_now (branch, "2028-05-29T09:00");
  wang = branch_add_customer (branch, "王秀英", "owner", "林娜", "birth", "lunar:1952-+5-10", NULL);
  branch_buy (branch, wang, branch->powder, "2028-05-29");
  g_assert_cmpint (load_birthday (branch, "ordinary"), ==, hf_day_from_ymd (2028, 6, 2));
  g_assert_cmpint (load_birthday (branch, "leap"), ==, HF_DAY_NONE);
  branch_set_now (branch, "2028-06-20T09:00");
  g_assert_cmpint (load_birthday (branch, "leap"), ==, hf_day_from_ymd (2028, 7, 2));
  g_assert_cmpint (load_birthday (branch, "both"), ==, hf_day_from_ymd (2028, 7, 2));
  g_assert_cmpint (load_birthday (branch, "ordinary"), ==, HF_DAY_NONE);
}

/* One visit serves all that is due by then: the customer stands once. */
static void
test_once (Branch *branch, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autofree char *sql = NULL;
  gint64 wang;

  branch_set_now (branch, BOUGHT "T09:00");
  wang = add_buyer (branch, "王秀英", "城西", "海棠路5号");
  add_buyer (branch, "陈玮", "城东", "银杏路9号");
  sql = g_strdup_printf ("UPDATE follow_up SET customer_id = %" G_GINT64_FORMAT, wang);
  branch_execute (branch, sql);
  sheets = load (branch, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (get_only (sheets)->others->len, ==, 1);
}

static void
test_not_allowed (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, branch->agent);
  g_assert_null (load (branch, 0, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/day-sheet/CAL-8/order", test_order);
  branch_test ("/day-sheet/CAL-2/by-hand", test_by_hand);
  branch_test ("/day-sheet/CAL-8/contents", test_contents);
  branch_test ("/day-sheet/CAL-9/leap-birthday", test_leap_birthday);
  branch_test ("/day-sheet/SCHED-4/customer-once", test_once);
  branch_test ("/day-sheet/ROLE-1/colleagues", test_not_allowed);
  return g_test_run ();
}
