/* test-find.c: who is found, by whom, and that the index is kept right
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-check.h"
#include "hf-find.h"
#include "hf-search.h"
#include "hf-undo.h"
#include "store-fixture.h"

static void
test_surnames (Branch *branch, gconstpointer data)
{
  static const char *const rows[][2] = {
    { "单雄信", "shan" }, { "仇英", "qiu" },   { "解珍", "xie" },      { "曾国藩", "zeng" },
    { "查良镛", "zha" },  { "区小明", "ou" },  { "翟让", "zhai" },     { "朴树", "piao" },
    { "缪荃孙", "miao" }, { "吕布", "lvbu" },  { "吕蒙", "lumeng" },   { "尉迟恭", "yuchi" },
    { "万俟卨", "moqi" }, { "欧阳修", "oyx" }, { "单于明", "chanyu" }, { "乐毅", "yuey" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    branch_add_customer (branch, rows[i][0], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GError *error = NULL;
      g_autoptr (GArray) ids =
          hf_find_customers (branch->db, &branch->actor, rows[i][1], 1, &error);
      g_autofree char *name = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, 1);
      name = hf_db_dup_text (branch->db, HF_QUERY_CUSTOMER_NAME, &error, "l",
                             g_array_index (ids, gint64, 0));
      g_assert_cmpstr (name, ==, rows[i][0]);
    }
}

static char *
dup_index (Branch *branch)
{
  GError *error = NULL;
  char *text = hf_db_dup_text (branch->db, HF_QUERY_SEARCH_CONTENTS, &error, "");

  g_assert_no_error (error);
  return text;
}

static void
assert_right (Branch *branch)
{
  g_autofree char *kept = dup_index (branch);
  g_autofree char *made = NULL;
  GError *error = NULL;
  g_auto (GStrv) troubles = hf_check_run (branch->db, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (troubles[0], ==, NULL);
  hf_db_execute (branch->db,
                 "INSERT INTO customer_search (customer_search) VALUES ('integrity-check'); BEGIN",
                 &error);
  g_assert_no_error (error);
  hf_search_rebuild (branch->db, &error);
  g_assert_no_error (error);
  made = dup_index (branch);
  hf_db_execute (branch->db, "ROLLBACK", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, made);
}

static void
undo (Branch *branch)
{
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
}

static void
assert_count (Branch *branch, const char *typed, guint n)
{
  GError *error = NULL;
  g_autoptr (GArray) ids = hf_find_all (branch->db, typed, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, n);
}

/* What the triggers kept is what a rebuild makes, after each kind of change and its undo. */
static void
test_kept (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", "address",
                                     "和平路12号", "tag", "爱喝茶", NULL);

  assert_count (branch, "和平路1", 1);
  branch_set (branch, wang, "name", "单秀英");
  assert_count (branch, "王", 0);
  assert_count (branch, "shanxy", 1);
  assert_right (branch);
  undo (branch);
  assert_count (branch, "wxy", 1);
  assert_right (branch);
  branch_set (branch, wang, "owner", "林娜");
  branch_set (branch, wang, "address", "海棠路3号");
  assert_count (branch, "和平路", 0);
  assert_count (branch, "海棠", 1);
  assert_right (branch);
  undo (branch);
  undo (branch);
  undo (branch);
  assert_count (branch, "5678", 0);
  assert_count (branch, "茶", 0);
  assert_right (branch);
}

/* A rename and a merge by hand, as the commands do it. */
static void
test_merged (Branch *branch, gconstpointer data)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  gint64 other = branch_add_customer (branch, "汪秀瑛", "tag", "爱喝茶", NULL);
  gint64 third = branch_add_customer (branch, "王绣英", NULL);
  GError *error = NULL;

  hf_operation_begin (&operation, branch->db, &branch->actor, "customer.merge", &error);
  hf_db_run_text (branch->db, "UPDATE customer SET merged_into_id = ?2 WHERE id = ?1", &error, "ll",
                  third, other);
  hf_db_run_text (branch->db, "UPDATE customer SET merged_into_id = ?2 WHERE id = ?1", &error, "ll",
                  other, wang);
  hf_db_execute (branch->db, "UPDATE tag SET name = '爱喝咖啡'", &error);
  hf_operation_commit (&operation, "王秀英", &error);
  g_assert_no_error (error);
  assert_count (branch, "汪", 1);
  assert_count (branch, "绣", 1);
  assert_count (branch, "wxy", 1);
  assert_right (branch);
  undo (branch);
  assert_count (branch, "wxy", 3);
  assert_count (branch, "喝茶", 1);
  assert_right (branch);
}

static void
test_hostile (Branch *branch, gconstpointer data)
{
  static const char *const typed[] = {
    "\"",        "*",      "'; DROP TABLE customer; --",
    "NEAR(a b)", "a AND",  "OR",
    "NOT",       "^王",    "王*",
    "tokens:王", "{a}:",   "-王",
    "+",         "(((((",  "\x01\x02",
    "\xff\xfe",  "١٢٣",    "１３８",
    "¶w",        "§5678",  "¤0",
    "«",         "·",      "　",
    "\xe7\x8e",  "王\n秀", "%",
    "_",
  };
  g_autoptr (GString) lengthy = g_string_new (NULL);

  branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      GError *error = NULL;
      g_autoptr (GArray) ids = hf_find_customers (branch->db, &branch->actor, typed[i], 9, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, <=, 1);
    }
  assert_count (branch, "^王*", 1);
  assert_count (branch, "\"王秀英\"", 1);
  assert_count (branch, "５６７８", 1);
  assert_count (branch, "+86 138-0000-5678", 1);
  assert_count (branch, "0000", 0);
  assert_count (branch, "1380000", 0);
  for (int i = 0; i < 200; i++)
    g_string_append (lengthy, i % 3 ? "王a1" : " \"*");
  assert_count (branch, lengthy->str, 0);
  branch_add_customer (branch, "王a1王a1", NULL);
  assert_count (branch, lengthy->str, 1);
}

/* Agents find their own and nobody's (ROLE-1); cards put away come last. */
static void
test_best_first (Branch *branch, gconstpointer data)
{
  gint64 ids[4];
  GError *error = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) own = NULL;
  gint64 zhou = branch_add_staff (branch, "周敏");

  ids[2] = branch_add_customer (branch, "小王秀", "owner", "周敏", NULL);
  ids[1] = branch_add_customer (branch, "王秀英", "owner", "林娜", NULL);
  ids[0] = branch_add_customer (branch, "王秀", NULL);
  ids[3] = branch_add_customer (branch, "王秀", "card-type", "discarded", NULL);
  found = hf_find_customers (branch->db, &branch->actor, "王秀", 9, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (found->data, found->len * sizeof (gint64), ids, sizeof ids);
  branch_act_as (branch, zhou);
  own = hf_find_customers (branch->db, &branch->actor, "wx", 9, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, 3);
  for (guint i = 0; i < own->len; i++)
    g_assert_cmpint (g_array_index (own, gint64, i), !=, ids[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/find/surnames", test_surnames);
  branch_test ("/find/kept-by-triggers", test_kept);
  branch_test ("/find/CARD-12/merged", test_merged);
  branch_test ("/find/PHONE-1/hostile", test_hostile);
  branch_test ("/find/ROLE-1/best-first", test_best_first);
  return g_test_run ();
}
