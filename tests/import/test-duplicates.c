/* test-duplicates.c: who is known already (CARD-12), and whose they are (ROLE-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-staff.h"
#include "import-fixture.h"

typedef struct
{
  const char *name;
  const char *first;
  const char *second;
  const char *counts; /* added/updated/duplicates/refused by the second import */
  const char *sql;
  const char *value;
} Case;

static const Case cases[] = {
  { "same-file-again",
    "姓名,手机,生日,住址,标签,病史\n王,13800000001,1950-01-02,海棠路1号,茶,痛风\n",
    "姓名,手机,生日,住址,标签,病史\n王,13800000001,1950-01-02,海棠路1号,茶,痛风\n", "0/0/1/0", NULL,
    NULL },
  { "same-phone-and-name", "姓名,手机\n王,13800000001\n", "姓名,手机,性别\n王,138-0000-0001,女\n",
    "0/1/0/0", "SELECT name, sex FROM customer", "王|female" },
  { "second-number-counts-too", "姓名,手机\n王,13800000001\n",
    "姓名,手机,备用电话\n王,13800000002,13800000001\n", "0/1/0/0",
    "SELECT number, preferred FROM phone ORDER BY id", "13800000001|1/13800000002|0" },
  { "same-birth-and-name", "姓名,生日\n王,1950-01-02\n",
    "姓名,生日,手机\n王,1950/1/2,13800000001\n", "0/1/0/0", "SELECT count (*) FROM phone", "1" },
  { "lunar-birth-and-name", "姓名,生日\n王,农历1950年八月十五\n",
    "姓名,农历生日\n王,lunar:1950-8-15\n", "0/0/1/0", NULL, NULL },
  { "same-address-and-name", "姓名,住址\n王,海棠路1号\n", "姓名,住址,片区\n王,海棠路1号,东区\n",
    "0/1/0/0", "SELECT area FROM customer", "东区" },
  { "name-alone-and-nothing-known", "姓名\n王\n", "姓名\n王\n", "0/0/1/0", NULL, NULL },
  { "name-alone-but-more-is-known", "姓名,手机\n王,13800000001\n", "姓名\n王\n", "1/0/0/0", NULL,
    NULL },
  { "same-name-other-phone", "姓名,手机\n王,13800000001\n", "姓名,手机\n王,13800000002\n",
    "1/0/0/0", "SELECT count (*) FROM duplicate", "0" },
  { "same-phone-other-name-is-offered", "姓名,手机\n王,13800000001\n",
    "姓名,手机\n李,13800000001\n", "0/0/1/0",
    "SELECT why, state, (SELECT count (*) FROM customer) FROM duplicate", "phone|open|2" },
  { "what-staff-wrote-stays", "姓名,手机,备注,免打扰日\n王,13800000001,旧,周日\n",
    "姓名,手机,备注,免打扰日\n王,13800000001,新,周一\n", "0/0/1/0",
    "SELECT note, no_contact_weekdays FROM customer", "旧|128" },
  { "twice-in-one-file", "姓名\n赵\n", "姓名,手机\n王,13800000001\n王,13800000001\n", "1/0/1/0",
    NULL, NULL },
  { "children-come-once", "姓名,手机,宝宝生日\n王,13800000001,2026-01-02\n",
    "姓名,手机,宝宝生日\n王,13800000001,2026-01-02;2024-03-04\n", "0/1/0/0",
    "SELECT count (*) FROM child", "2" },
  { "an-owner-is-filled-in", "姓名,手机\n王,13800000001\n",
    "姓名,手机,负责人\n王,13800000001,林娜\n", "0/1/0/0",
    "SELECT count (*) FROM customer WHERE owner_id IS NOT NULL", "1" },
};

static void
test_case (Branch *branch, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *value = NULL;

  import_good (branch, HF_IMPORT_CUSTOMERS, one->first, "1/0/0/0");
  import_good (branch, HF_IMPORT_CUSTOMERS, one->second, one->counts);
  if (one->sql == NULL)
    return;
  value = import_dup_value (branch, one->sql);
  g_assert_cmpstr (value, ==, one->value);
}

/* A number that everybody seems to have identifies nobody, and costs no more for it. */
static void
test_common_number (Branch *branch, gconstpointer data)
{
  g_autoptr (GString) table = g_string_new ("姓名,手机\n");

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (table, "王%c%c,13800000000\n", 'a' + i % 26, 'a' + i / 26);
  import_good (branch, HF_IMPORT_CUSTOMERS, table->str, "1/0/119/0");
  import_good (branch, HF_IMPORT_CUSTOMERS, table->str, "0/0/120/0");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer"), ==, 120);
}

static void
test_agent (Branch *branch, gconstpointer data)
{
  GError *error = NULL;
  gint64 other = 0;

  hf_command_add_staff (branch->db, &branch->actor, "周敏", HF_ROLE_AGENT, NULL, &other, &error);
  g_assert_no_error (error);
  import_good (branch, HF_IMPORT_CUSTOMERS, "姓名,手机,负责人\n赵,13800000009,周敏\n", "1/0/0/0");
  branch_act_as (branch, branch->agent);
  import_good (branch, HF_IMPORT_CUSTOMERS,
               "姓名,手机,负责人\n王,13800000001,\n李,13800000002,林娜\n张,13800000003,周敏\n"
               "赵,13800000009,\n",
               "2/0/0/2 4:负责人 5:姓名");
  g_assert_cmpint (branch_count (branch, "SELECT count (*) FROM customer c JOIN staff s ON s.id = "
                                         "c.owner_id WHERE s.name = '林娜'"),
                   ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/CARD-12/", cases[i].name, NULL);

      g_test_add (path, Branch, &cases[i], branch_set_up, test_case, branch_tear_down);
    }
  branch_test ("/import/CARD-12/common-number", test_common_number);
  branch_test ("/import/ROLE-1/agent", test_agent);
  return g_test_run ();
}
