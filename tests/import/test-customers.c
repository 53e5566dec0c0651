/* test-customers.c: rows of a table of customers become cards (PUR-4, CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-fixture.h"

typedef struct
{
  const char *name;
  const char *table;
  const char *sql;
  const char *value;
} Good;

static const Good goods[] = {
  { "PUR-4/plain", "姓名,性别,家庭住址,片区,来源\n王秀英,女,海棠路1号,东区,门店\n",
    "SELECT name, sex, address, area, source, card_type FROM customer",
    "王秀英|female|海棠路1号|东区|门店|new" },
  { "PUR-4/english-headers", "Name;Sex;Address\nWang;f;1 Rose Road\n",
    "SELECT name, sex, address FROM customer", "Wang|female|1 Rose Road" },
  { "PUR-4/columns-in-any-order", "备注\t姓名\t性别\n慢\t王\t男\n",
    "SELECT name, sex, note FROM customer", "王|male|慢" },
  { "PUR-4/quoted-line-break", "姓名,备注\n王,\"先\n\"\"后\"\", 慢\"\n",
    "SELECT note FROM customer", "先\n\"后\", 慢" },
  { "PUR-4/only-a-name", "姓名\n王\n", "SELECT name, sex, address, owner_id FROM customer",
    "王|-||-" },
  { "PUR-4/rows-shorter-than-the-header", "姓名,性别,备注\n王\n", "SELECT name, note FROM customer",
    "王|" },
  { "PUR-4/unknown-columns-are-left-out", "姓名,星座,性别\n王,狮子,男\n",
    "SELECT name, sex FROM customer", "王|male" },
  { "PUR-4/title-above", "顾客名单,,\n姓名,性别,备注\n王,男,慢\n", "SELECT name, sex FROM customer",
    "王|male" },
  { "CARD-1/phones-with-labels",
    "姓名,手机,备用电话,座机\n王,138 0000 0001,13800000002（女儿）,010-88880000\n",
    "SELECT number, label, preferred FROM phone ORDER BY id",
    "13800000001||1/13800000002|女儿|0/01088880000|Landline|0" },
  { "CARD-1/several-phones-in-a-cell", "姓名,手机\n王,13800000001、13800000002\n",
    "SELECT number, preferred FROM phone ORDER BY id", "13800000001|1/13800000002|0" },
  { "CARD-1/owner", "姓名,负责人\n王,林娜\n",
    "SELECT s.name FROM customer c JOIN staff s ON s.id = c.owner_id", "林娜" },
  { "CARD-2/person", "姓名,文化程度,职业,兴趣爱好,禁忌\n王,高中,教师,下棋,不谈价钱\n",
    "SELECT education, occupation, interests, taboos FROM customer", "高中|教师|下棋|不谈价钱" },
  { "CARD-3/health", "姓名,病史,用药,过敏史\n王,高血压、痛风,阿司匹林,海鲜\n",
    "SELECT kind, text FROM health_fact ORDER BY id",
    "condition|高血压/condition|痛风/medicine|阿司匹林/allergy|海鲜" },
  { "CARD-4/solar-birthday", "姓名,出生日期\n王,1950年3月8日\n",
    "SELECT kind, calendar, year, month, day, leap FROM special_date",
    "birthday|solar|1950|3|8|0" },
  { "CAL-3/lunar-birthday", "姓名,农历生日\n王,1950年八月十五\n",
    "SELECT calendar, year, month, day, leap FROM special_date", "lunar|1950|8|15|0" },
  { "CAL-3/leap-month", "姓名,生日\n王,农历1955年闰三月初三\n",
    "SELECT calendar, year, month, day, leap FROM special_date", "lunar|1955|3|3|1" },
  { "CAL-9/without-a-year", "姓名,农历生日\n王,腊月二十三\n",
    "SELECT calendar, year, month, day FROM special_date", "lunar|-|12|23" },
  { "CAL-3/both-birthdays-the-lunar-one-is-kept",
    "姓名,出生日期,农历生日\n王,1950-01-15,冬月二十八\n",
    "SELECT calendar, year, month, day FROM special_date", "lunar|1949|11|28" },
  { "CARD-5/tags", "姓名,标签\n王,爱喝茶；有车\n李,有车\n",
    "SELECT t.name, count (*) FROM customer_tag c JOIN tag t ON t.id = c.tag_id GROUP BY t.id",
    "爱喝茶|1/有车|2" },
  { "CARD-6/source", "姓名,来源,登记日期,卡类\n王,医院,2026/3/1,老客户卡\n",
    "SELECT source, collected_on, card_type FROM customer", "医院|20513|customer" },
  { "CARD-7/preferences",
    "姓名,回访方式,联系时间,免打扰日\n王,家访,9：00～11：00、15:00-17:00,周末\n",
    "SELECT preferred_channel, contact_windows, no_contact_weekdays FROM customer",
    "home|09:00-11:00,15:00-17:00|192" },
  { "CAL-5/named-windows", "姓名,联系时间\n王,在家\n李,上班\n",
    "SELECT contact_windows FROM customer ORDER BY id", "home/working" },
  { "CARD-10/children", "姓名,宝宝生日,预产期\n王,2024-05-06;2026-01-02,2027-01-01\n",
    "SELECT born_on, due_on FROM child ORDER BY id", "19849|-/20455|-/-|20819" },
  { "PLAN-1/household-by-address", "姓名,住址\n王,海棠路1号3栋\n李,海棠路1号3栋\n张,海棠路2号3栋\n",
    "SELECT count (household_id), count (DISTINCT household_id) FROM customer", "2|1" },
  { "PLAN-1/household-by-name", "姓名,家庭,住址\n王,甲,\n李,甲,海棠路9号1栋\n张,乙,\n",
    "SELECT h.name, count (*) FROM customer c JOIN household h ON h.id = c.household_id "
    "GROUP BY h.id ORDER BY h.id",
    "甲|2/乙|1" },
};

static void
test_good (Branch *branch, gconstpointer data)
{
  const Good *good = data;
  g_auto (HfImportResult) result = { 0 };
  g_autofree char *value = NULL;

  import_table (branch, HF_IMPORT_CUSTOMERS, good->table, &result);
  g_assert_cmpint (result.n_problems, ==, 0);
  value = import_dup_value (branch, good->sql);
  g_assert_cmpstr (value, ==, good->value);
}

typedef struct
{
  const char *name;
  const char *header;
  const char *cell;
  const char *words;
} Bad;

static const Bad bads[] = {
  { "PUR-4/31-february", "生日", "1950-02-31", "no such day" },
  { "PUR-4/two-digit-year", "生日", "50-02-03", "four digits" },
  { "CAL-3/no-such-leap-month", "农历生日", "1951年闰三月初三", "no such day in that year" },
  { "CAL-3/no-thirtieth", "农历生日", "1950年四月三十", "no such day in that year" },
  { "PUR-4/phone-with-letters", "手机", "1380000ab01", "not a telephone number" },
  { "PUR-4/phone-too-short", "手机", "138000", "not a telephone number" },
  { "PUR-4/unknown-owner", "负责人", "李四", "no member of staff" },
  { "PUR-4/sex", "性别", "狮子", "neither male nor female" },
  { "PUR-4/card-type", "卡类", "金卡", "not one of the words" },
  { "PUR-4/channel", "回访方式", "飞鸽", "not one of the words" },
  { "PUR-4/weekday", "免打扰日", "周八", "days of the week" },
  { "CAL-5/window-at-night", "联系时间", "22:00-23:00", "09:00 to 20:30" },
  { "CAL-5/no-window", "联系时间", "随时", "not a contact window" },
  { "PUR-4/child", "宝宝生日", "明年", "not a date" },
  { "PUR-4/collected", "登记日期", "昨天", "not a date" },
  { "PHONE-2/note", "备注", "女儿 138-0000-0001", "phone number" },
  { "PHONE-2/address", "住址", "海棠路 13800000001", "phone number" },
  { "PHONE-2/tag", "标签", "13800000001", "phone number" },
  { "PHONE-2/condition", "病史", "问 13800000001", "phone number" },
};

/* The bad row is reported with its place and reason and leaves nothing; the others are there. */
static void
test_bad (Branch *branch, gconstpointer data)
{
  const Bad *bad = data;
  g_autofree char *table =
      g_strdup_printf ("姓名,电话2,%s\n王,13900000001,\n李,13900000002,\"%s\"\n"
                       "张,13900000003,\n",
                       bad->header, bad->cell);
  g_auto (HfImportResult) result = { 0 };
  g_autofree char *names = NULL;
  const HfImportProblem *problem;

  import_table (branch, HF_IMPORT_CUSTOMERS, table, &result);
  g_assert_cmpint (result.added, ==, 2);
  g_assert_cmpint (result.refused, ==, 1);
  g_assert_cmpint (result.n_problems, ==, 1);
  problem = result.problems->pdata[0];
  g_assert_cmpuint (problem->row, ==, 3);
  g_assert_cmpstr (problem->column, ==, bad->header);
  g_assert_nonnull (strstr (problem->message, bad->words));
  g_assert_null (strstr (problem->message, "13800000001"));
  names = import_dup_value (branch, "SELECT name FROM customer ORDER BY id");
  g_assert_cmpstr (names, ==, "王/张");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM phone"), ==, 2);
}

static void
test_all_problems_of_a_row (Branch *branch, gconstpointer data)
{
  import_good (branch, HF_IMPORT_CUSTOMERS, "姓名,手机,生日\n,12,1950-02-31\n王,,\n",
               "1/0/0/1 2:姓名 2:手机 2:生日");
}

/* Numbers stand in no message and no header, even where columns are mixed up. */
static void
test_masked (Branch *branch, gconstpointer data)
{
  g_auto (HfImportResult) result = { 0 };

  import_table (branch, HF_IMPORT_CUSTOMERS,
                "姓名,负责人,性别\n王,13800005678,13800005678\n李,找13800005678,\n", &result);
  g_assert_cmpint (result.n_problems, ==, 3);
  for (guint i = 0; i < result.problems->len; i++)
    {
      const HfImportProblem *problem = result.problems->pdata[i];

      g_assert_null (strstr (problem->message, "0000567"));
      g_assert_nonnull (strstr (problem->message, "138****5678"));
    }
}

static void
test_many_problems (Branch *branch, gconstpointer data)
{
  g_autoptr (GString) table = g_string_new ("姓名,性别\n王,男\n");
  g_auto (HfImportResult) result = { 0 };

  for (guint i = 0; i < HF_IMPORT_MAX_PROBLEMS + 5; i++)
    g_string_append (table, "李,狮子\n");
  import_table (branch, HF_IMPORT_CUSTOMERS, table->str, &result);
  g_assert_cmpint (result.n_problems, ==, HF_IMPORT_MAX_PROBLEMS + 5);
  g_assert_cmpuint (result.problems->len, ==, HF_IMPORT_MAX_PROBLEMS);
  g_assert_cmpint (result.added, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (goods); i++)
    {
      g_autofree char *path = g_strconcat ("/import/customers/", goods[i].name, NULL);

      g_test_add (path, Branch, &goods[i], branch_set_up, test_good, branch_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bads); i++)
    {
      g_autofree char *path = g_strconcat ("/import/customers/bad/", bads[i].name, NULL);

      g_test_add (path, Branch, &bads[i], branch_set_up, test_bad, branch_tear_down);
    }
  branch_test ("/import/customers/PUR-4/all-problems-of-a-row", test_all_problems_of_a_row);
  branch_test ("/import/customers/PHONE-4/masked", test_masked);
  branch_test ("/import/customers/PUR-4/many-problems", test_many_problems);
  return g_test_run ();
}
