/* test-purchases.c: rows of a table of sales become purchases (PUR-1, PUR-4, PLAN-10)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-product.h"
#include "hf-staff.h"
#include "import-fixture.h"

#define CUSTOMERS                                                                                        \
  "姓名,手机,宝宝生日\n王秀英,13800000001,\n李建国,13800000002,\n李建国,13800000003,\n" \
  "陈玮,13800000004,2026-05-20\n陈勇,13800000004,\n"

typedef struct
{
  const char *name;
  const char *table;
  const char *counts;
  const char *sql;
  const char *value;
} Case;

static const Case cases[] = {
  { "PUR-1/all-columns",
    "订单号,姓名,日期,产品,数量,单价,批号,有效期至,收货日期,承诺日期,快递,运单号,送货人,优惠,已付,"
    "欠款,"
    "收款日期,门店,备注\nA1,王秀英,2026-11-02,蛋白粉,2盒,198元,P1,2028-01-31,2026-11-03,2026-11-04,"
    "顺丰,13800005678,林娜,10,300,86,2026-11-14,海棠路,急\n",
    "1/0/0/0",
    "SELECT order_number, bought_on, received_on, promised_on, courier, tracking_number, "
    "delivered_by_id IS NOT NULL, discount_fen, paid_fen, owed_fen, collect_on, store, note, "
    "packs, "
    "price_fen, batch, expires_on FROM purchase p JOIN purchase_line l ON l.purchase_id = p.id",
    "A1|20759|20760|20761|顺丰|13800005678|1|1000|30000|8600|20771|海棠路|急|2|19800|P1|21214" },
  { "PUR-1/least-columns", "姓名,日期,产品\n王秀英,2026-11-02,蛋白粉\n", "1/0/0/0",
    "SELECT packs, price_fen FROM purchase_line", "1|-" },
  { "PUR-1/price-from-the-amount", "姓名,日期,产品,数量,金额\n王秀英,2026-11-02,蛋白粉,2,396\n",
    "1/0/0/0", "SELECT price_fen FROM purchase_line", "19800" },
  { "PUR-4/an-order-is-one-purchase",
    "订单号,姓名,日期,产品,数量,门店\nA1,王秀英,2026-11-02,蛋白粉,1,\nA1,王秀英,2026-11-02,钙片,2,"
    "甲店\n",
    "2/0/0/0", "SELECT store, (SELECT count (*) FROM purchase_line) FROM purchase", "甲店|2" },
  { "PUR-4/an-order-whose-rows-stand-apart",
    "订单号,姓名,日期,产品\nA1,王秀英,2026-11-02,蛋白粉\nA2,陈玮,2026-11-02,钙片\n"
    "A1,王秀英,2026-11-02,钙片\n",
    "3/0/0/0",
    "SELECT order_number, (SELECT count (*) FROM purchase_line WHERE purchase_id = p.id) FROM "
    "purchase p ORDER BY id",
    "A1|2/A2|1" },
  { "PUR-4/the-same-day-is-one-purchase",
    "姓名,日期,产品\n王秀英,2026-11-02,蛋白粉\n王秀英,2026-11-02,钙片\n王秀英,2026-11-03,钙片\n",
    "3/0/0/0", "SELECT count (*) FROM purchase", "2" },
  { "PUR-4/the-same-row-twice",
    "姓名,日期,产品\n王秀英,2026-11-02,蛋白粉\n王秀英,2026-11-02,蛋白粉\n", "1/0/1/0",
    "SELECT count (*) FROM purchase_line", "1" },
  { "PUR-4/the-phone-tells-two-apart",
    "姓名,电话,日期,产品\n李建国,13800000003,2026-11-02,蛋白粉\n", "1/0/0/0",
    "SELECT number FROM purchase JOIN phone USING (customer_id)", "13800000003" },
  { "PUR-4/by-phone-alone", "电话,日期,产品\n13800000001,2026-11-02,蛋白粉\n", "1/0/0/0",
    "SELECT name FROM purchase p JOIN customer c ON c.id = p.customer_id", "王秀英" },
  { "PUR-4/two-of-that-name", "姓名,电话,日期,产品\n李建国,,2026-11-02,蛋白粉\n", "0/0/0/1 2:姓名",
    NULL, NULL },
  { "PUR-4/two-with-that-phone", "电话,日期,产品\n13800000004,2026-11-02,蛋白粉\n",
    "0/0/0/1 2:电话", NULL, NULL },
  { "PUR-4/unknown-customer", "姓名,日期,产品\n赵,2026-11-02,蛋白粉\n", "0/0/0/1 2:姓名", NULL,
    NULL },
  { "PUR-4/another-phone", "姓名,电话,日期,产品\n王秀英,13800000002,2026-11-02,蛋白粉\n",
    "0/0/0/1 2:电话", NULL, NULL },
  { "PUR-4/unknown-product", "姓名,日期,产品\n王秀英,2026-11-02,蛋白\n", "0/0/0/1 2:产品", NULL,
    NULL },
  { "PUR-4/no-product", "姓名,日期,产品\n王秀英,2026-11-02,\n", "0/0/0/1 2:产品", NULL, NULL },
  { "PUR-4/no-date", "姓名,日期,产品\n王秀英,,蛋白粉\n", "0/0/0/1 2:日期", NULL, NULL },
  { "PUR-4/tomorrow", "姓名,日期,产品\n王秀英,2026-11-11,蛋白粉\n", "0/0/0/1 2:日期", NULL, NULL },
  { "PUR-4/arrived-before", "姓名,日期,收货日期,产品\n王秀英,2026-11-02,2026-11-01,蛋白粉\n",
    "0/0/0/1 2:收货日期", NULL, NULL },
  { "CAL-6/paid-on-a-sunday", "姓名,日期,产品,收款日期\n王秀英,2026-11-02,蛋白粉,2026-11-15\n",
    "0/0/0/1 2:收款日期", NULL, NULL },
  { "PUR-4/no-packs", "姓名,日期,产品,数量\n王秀英,2026-11-02,蛋白粉,0\n", "0/0/0/1 2:数量", NULL,
    NULL },
  { "PUR-4/negative-price", "姓名,日期,产品,单价\n王秀英,2026-11-02,蛋白粉,-1\n", "0/0/0/1 2:单价",
    NULL, NULL },
  { "PHONE-2/store", "姓名,日期,产品,门店\n王秀英,2026-11-02,蛋白粉,13800000001\n",
    "0/0/0/1 2:门店", NULL, NULL },
  { "PUR-4/a-wrong-line-leaves-the-order",
    "订单号,姓名,日期,产品\nA1,王秀英,2026-11-02,蛋白\nA1,王秀英,2026-11-02,钙片\n",
    "1/0/0/1 2:产品", "SELECT count (*), (SELECT count (*) FROM purchase_line) FROM purchase",
    "1|1" },
  { "PUR-2/contraindicated", "姓名,日期,产品,原因\n陈勇,2026-11-02,鱼油,\n", "0/0/0/1 2:产品", NULL,
    NULL },
  { "PUR-2/with-a-reason", "姓名,日期,产品,原因\n陈勇,2026-11-02,鱼油,专家同意\n", "1/0/0/0",
    "SELECT override_reason FROM purchase", "专家同意" },
  { "CARD-9/becomes-a-customer", "姓名,日期,产品\n王秀英,2026-11-02,蛋白粉\n", "1/0/0/0",
    "SELECT card_type FROM customer WHERE name = '王秀英'", "customer" },
  { "PLAN-10/member-28-day", "姓名,日期,产品\n王秀英,2026-11-02,蛋白粉\n", "1/0/0/0",
    "SELECT key, routine_only FROM enrolment e JOIN care_plan p ON p.id = e.plan_id",
    "member-28-day|0" },
  { "PLAN-10/infant-family", "姓名,日期,产品\n陈玮,2026-11-02,蛋白粉\n", "1/0/0/0",
    "SELECT key, routine_only FROM enrolment e JOIN care_plan p ON p.id = e.plan_id",
    "four-level|0" },
  { "PLAN-10/long-ago", "姓名,日期,产品\n王秀英,2025-11-02,蛋白粉\n", "1/0/0/0",
    "SELECT key, routine_only FROM enrolment e JOIN care_plan p ON p.id = e.plan_id",
    "member-28-day|1" },
  { "PLAN-10/one-plan-at-a-time",
    "姓名,日期,产品\n王秀英,2026-11-02,蛋白粉\n王秀英,2026-11-05,蛋白粉\n王秀英,2026-11-06,钙片\n",
    "3/0/0/0", "SELECT count (*) FROM enrolment", "1" },
};

static void
set_up (Branch *branch, gconstpointer data)
{
  static const char *const against[] = { "痛风", NULL };
  HfProductDraft calcium = { "钙片", 60, 0, -1, -1, NULL, NULL };
  HfProductDraft oil = { "鱼油", 60, 0, -1, -1, against, NULL };
  GError *error = NULL;
  gint64 id;

  branch_set_up (branch, data);
  hf_command_add_product (branch->db, &branch->actor, &calcium, &id, &error);
  g_assert_no_error (error);
  hf_command_add_product (branch->db, &branch->actor, &oil, &id, &error);
  g_assert_no_error (error);
  import_good (branch, HF_IMPORT_CUSTOMERS, CUSTOMERS, "4/0/1/0");
  import_good (branch, HF_IMPORT_CUSTOMERS, "姓名,手机,病史\n陈勇,13800000004,痛风\n", "0/1/0/0");
}

static void
test_case (Branch *branch, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *value = NULL;

  import_good (branch, HF_IMPORT_PURCHASES, one->table, one->counts);
  if (one->sql == NULL)
    {
      g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM purchase"), ==, 0);
      return;
    }
  value = import_dup_value (branch, one->sql);
  g_assert_cmpstr (value, ==, one->value);
}

static void
test_again (Branch *branch, gconstpointer data)
{
  static const char table[] = "订单号,姓名,日期,产品,数量\nA1,王秀英,2026-11-02,蛋白粉,1\n"
                              "A1,王秀英,2026-11-02,钙片,1\n,陈玮,2026-11-03,蛋白粉,2\n"
                              ",陈玮,2026-11-03,钙片,2\n";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import_good (branch, HF_IMPORT_PURCHASES, table, "4/0/0/0");
  before = branch_dump (branch);
  import_good (branch, HF_IMPORT_PURCHASES, table, "0/0/4/0");
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* A later list says when the parcel came: the supply lasts longer; the rest of it is known. */
static void
test_arrived (Branch *branch, gconstpointer data)
{
  import_good (branch, HF_IMPORT_PURCHASES, "订单号,姓名,日期,产品\nA1,王秀英,2026-11-02,蛋白粉\n",
               "1/0/0/0");
  g_assert_cmpint (branch_count (branch, "SELECT max (supply_until_on) FROM customer"), ==,
                   hf_day_from_ymd (2026, 12, 2));
  import_good (branch, HF_IMPORT_PURCHASES,
               "订单号,姓名,日期,产品,收货日期\nA1,王秀英,2026-11-02,蛋白粉,2026-11-05\n",
               "0/1/0/0");
  g_assert_cmpint (branch_count (branch, "SELECT received_on FROM purchase"), ==,
                   hf_day_from_ymd (2026, 11, 5));
  g_assert_cmpint (branch_count (branch, "SELECT max (supply_until_on) FROM customer"), ==,
                   hf_day_from_ymd (2026, 12, 5));
  import_good (branch, HF_IMPORT_PURCHASES,
               "订单号,姓名,日期,产品,收货日期\nA1,王秀英,2026-11-02,蛋白粉,2026-11-06\n",
               "0/0/1/0");
}

static void
test_agent (Branch *branch, gconstpointer data)
{
  GError *error = NULL;
  gint64 other = 0;

  hf_command_add_staff (branch->db, &branch->actor, "周敏", HF_ROLE_AGENT, NULL, &other, &error);
  g_assert_no_error (error);
  import_good (branch, HF_IMPORT_CUSTOMERS, "姓名,负责人\n赵,周敏\n钱,林娜\n", "2/0/0/0");
  branch_act_as (branch, branch->agent);
  import_good (branch, HF_IMPORT_PURCHASES,
               "姓名,日期,产品\n赵,2026-11-02,蛋白粉\n钱,2026-11-02,蛋白粉\n", "1/0/0/1 2:姓名");
}

/* One number on every row of a long table: memory and time stay in bounds. */
static void
test_endless_order (Branch *branch, gconstpointer data)
{
  g_autoptr (GString) table = g_string_new ("订单号,姓名,日期,产品,数量\n");

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (table, "A1,王秀英,2026-11-02,蛋白粉,%u\n", i % 90 + 1);
  import_good (branch, HF_IMPORT_PURCHASES, table->str, "2000/0/0/0");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM purchase"), ==, 1);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM purchase_line"), ==, 2000);
}

/* Decision 0004: what lay in the past is not made up for, neither steps nor months of routine. */
static void
test_course_of_the_past (Branch *branch, gconstpointer data)
{
  import_good (branch, HF_IMPORT_PURCHASES, "姓名,日期,产品,数量\n王秀英,2025-03-10,蛋白粉,1\n",
               "1/0/0/0");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                         "kind = 'routine'"),
                   >, 0);
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM follow_up WHERE state = 'open' AND "
                                         "kind IN ('step', 'routine') AND due_on < 20767"),
                   ==, 0); /* 2026-11-10 */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/purchases/", cases[i].name, NULL);

      g_test_add (path, Branch, &cases[i], set_up, test_case, branch_tear_down);
    }
  g_test_add ("/import/purchases/PUR-3/arrived", Branch, NULL, set_up, test_arrived,
              branch_tear_down);
  g_test_add ("/import/purchases/PUR-4/again-adds-nothing", Branch, NULL, set_up, test_again,
              branch_tear_down);
  g_test_add ("/import/purchases/ROLE-1/agent", Branch, NULL, set_up, test_agent, branch_tear_down);
  g_test_add ("/import/purchases/PUR-4/endless-order", Branch, NULL, set_up, test_endless_order,
              branch_tear_down);
  g_test_add ("/import/purchases/PLAN-1/course-of-the-past", Branch, NULL, set_up,
              test_course_of_the_past, branch_tear_down);
  return g_test_run ();
}
