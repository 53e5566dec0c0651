/* test-merge.c: two cards of one person (CARD-12)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "hf-check.h"
#include "hf-duplicate.h"
#include "hf-find.h"
#include "hf-merge.h"
#include "hf-undo.h"
#include "store-fixture.h"

static void
merge (Branch *branch, gint64 kept, gint64 gone, const char *const *take)
{
  GError *error = NULL;

  hf_command_merge_customers (branch->db, &branch->actor, kept, gone, take, &error);
  g_assert_no_error (error);
}

static void
undo (Branch *branch)
{
  g_auto (HfUndoResult) result = { 0 };
  GError *error = NULL;

  hf_command_undo (branch->db, &branch->actor, 0, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result.kind, ==, "customer.merge");
}

static void
assert_whole (Branch *branch)
{
  GError *error = NULL;
  g_auto (GStrv) troubles = hf_check_run (branch->db, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (troubles[0], ==, NULL);
}

static gint64
count_for (Branch *branch, const char *format, gint64 customer)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, customer);
  g_auto (GStrv) parts = g_strsplit (format, "ID", -1);
  g_autofree char *sql = g_strjoinv (number, parts);

  return branch_count (branch, sql);
}

/* Each column that refers to a customer, and a row that does so. @1: the customer, @2: an id of the
 * row's own; the others are those of rows that set_up_all() made. A table that is missing here
 * fails the test: whoever adds one says here what becomes of its rows. */
static const struct
{
  const char *column;
  const char *values;
} references[] = {
  { "adverse_reaction.customer_id",
    "(id, customer_id, opened_at, closed_at) VALUES (@2, @1, 1, 2)" },
  { "child.customer_id", "(id, customer_id, born_on) VALUES (@2, @1, 20000)" },
  { "complaint.customer_id",
    "(id, customer_id, number, received_at, channel, reason, stage) VALUES "
    "(@2, @1, @2, 1, 'phone', 'other', 'closed')" },
  { "consent.customer_id",
    "(id, customer_id, channel, granted, given_on) VALUES (@2, @1, 'message', 1, 20000)" },
  { "customer.merged_into_id",
    "(id, name, merged_into_id, created_on) VALUES (@2, '王秀英旧卡', @1, 20000)" },
  { "customer_tag.customer_id", "(id, customer_id, tag_id) VALUES (@2, @1, 901)" },
  { "customer_tier.customer_id", "(id, customer_id, scheme_id, tier, since_on) VALUES (@2, @1, "
                                 "(SELECT min (id) FROM tier_scheme), "
                                 "'gold', 20000)" },
  { "duplicate.customer_id",
    "(id, customer_id, other_id, why) VALUES (@2, @1, 903, 'name-address')" },
  { "duplicate.other_id", "(id, customer_id, other_id, why) VALUES (@2, 904, @1, 'phone')" },
  { "enrolment.customer_id", "(id, customer_id, plan_id, anchor_on, started_at, state, ended_on) "
                             "VALUES (@2, @1, (SELECT min "
                             "(id) FROM care_plan), 20000, 1, 'ended', 20001)" },
  { "family_member.customer_id", "(id, customer_id, relation) VALUES (@2, @1, 'son')" },
  { "follow_up.customer_id",
    "(id, customer_id, kind, priority, due_at, due_on, original_on, window_from_on, window_to_on, "
    "ways, channels) VALUES (@2, @1, 'routine', 7, 1440, 1, 1, 1, 1, 'phone:agent', 'phone')" },
  { "greeting.customer_id", "(id, customer_id, round_id) VALUES (@2, @1, 905)" },
  { "handover.customer_id", "(id, customer_id, done_on) VALUES (@2, @1, 20000)" },
  { "health_fact.customer_id", "(id, customer_id, kind, text) VALUES (@2, @1, 'allergy', '花生')" },
  { "incident.customer_id", "(id, number, customer_id, happened_at) VALUES (@2, 1, @1, 1)" },
  { "invitation.customer_id", "(id, customer_id, event_id) VALUES (@2, @1, 906)" },
  { "no_contact_day.customer_id", "(id, customer_id, day_on) VALUES (@2, @1, 20500)" },
  { "phone.customer_id", "(id, customer_id, number) VALUES (@2, @1, '13900001111')" },
  { "product_return.customer_id",
    "(id, customer_id, opened_at, reason) VALUES (@2, @1, 1, 'other')" },
  { "promise.customer_id", "(id, customer_id, text, due_on) VALUES (@2, @1, '送说明书', 30000)" },
  { "purchase.customer_id", "(id, customer_id, bought_on) VALUES (@2, @1, 20000)" },
  { "recovery.customer_id",
    "(id, customer_id, kind, subject_id, found_on) VALUES (@2, @1, 'expiry', @2, 20000)" },
  { "referral.customer_id", "(id, referrer_name, person_name, how, named_on, customer_id) VALUES "
                            "(@2, '李娜', '王秀英', 'brought', 20000, @1)" },
  { "referral.referrer_id", "(id, referrer_id, person_name, how, named_on) VALUES (@2, @1, '陈玮', "
                            "'name-only', 20000)" },
  { "reward.customer_id", "(id, customer_id, kind) VALUES (@2, @1, 'gift')" },
  { "special_date.customer_id",
    "(id, customer_id, kind, calendar, month, day) VALUES (@2, @1, 'wedding', 'solar', 5, 1)" },
  { "tier_change.customer_id", "(id, customer_id, scheme_id, changed_on, new_tier, cause) VALUES "
                               "(@2, @1, (SELECT min (id) FROM tier_scheme), 20000, 'A', 'x')" },
  { "tier_fact.customer_id",
    "(id, customer_id, fact, observed_on) VALUES (@2, @1, 'knows_company', 20000)" },
  { "visit.companion_id",
    "(id, customer_id, companion_id, channel, started_at, started_ms, outcome) "
    "VALUES (@2, 903, @1, 'home', 1, 1, 'reached')" },
  { "visit.customer_id",
    "(id, customer_id, channel, started_at, started_ms, outcome) VALUES (@2, @1, "
    "'phone', 1, 1, 'reached')" },
  { "week_intent.customer_id",
    "(id, customer_id, staff_id, week_on, intent) VALUES (@2, @1, 907, 20000, 'follow')" },
};

static void
set_up_all (Branch *branch)
{
  branch_execute (
      branch,
      "INSERT INTO tag (id, name) VALUES (901, '爱喝茶');"
      "INSERT INTO customer (id, name, created_on) VALUES (903, '赵国强', 1), (904, '周敏', 1);"
      "INSERT INTO greeting_round (id, occasion, from_on, until_on) VALUES (905, 'news', 1, 2);"
      "INSERT INTO event (id, kind, title, starts_at) VALUES (906, 'lecture', '营养讲座', 1);"
      "INSERT INTO staff (id, name, role) VALUES (907, '周经理', 'manager');");
}

static void
add_reference (Branch *branch, guint index, gint64 customer)
{
  g_auto (GStrv) names = g_strsplit (references[index].column, ".", 2);
  g_autofree char *id = g_strdup_printf ("%u", 1000 + index);
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, customer);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s %s", names[0], references[index].values);
  g_string_replace (sql, "@1", who, 0);
  g_string_replace (sql, "@2", id, 0);
  branch_execute (branch, sql->str);
}

/* Nobody's row is left behind; whoever adds a table to the schema says above what becomes of it. */
static void
test_no_table_forgotten (Branch *branch, gconstpointer data)
{
  gint64 kept = branch_add_customer (branch, "王秀英", NULL);
  gint64 gone = branch_add_customer (branch, "王秀英", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;
  guint n = 0;

  set_up_all (branch);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    add_reference (branch, i, gone);
  branch_execute (branch,
                  "UPDATE customer SET stage = 5 WHERE id IN (SELECT customer_id FROM child)");
  before = branch_dump (branch);
  merge (branch, kept, gone, NULL);
  hf_rows_open (&rows, branch->db, HF_QUERY_MERGE_REFERENCES, &error, "");
  for (; hf_rows_next (&rows, &error); n++)
    {
      g_autofree char *column =
          g_strdup_printf ("%s.%s", hf_rows_text (&rows, 0), hf_rows_text (&rows, 1));
      g_autofree char *left =
          g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ID AND id <> ID",
                           hf_rows_text (&rows, 0), hf_rows_text (&rows, 1));

      g_assert_cmpuint (n, <, G_N_ELEMENTS (references));
      g_assert_cmpstr (column, ==, references[n].column);
      g_test_message ("%s", column);
      g_assert_cmpint (count_for (branch, left, gone), ==, 0);
      g_assert_cmpint (count_for (branch, left, kept), >=,
                       g_str_has_prefix (column, "duplicate.") ? 0 : 1);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (references));
  hf_rows_close (&rows);
  undo (branch);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* The tables of which a customer has one row for each number, tag ... are those that the merge
 * knows: a row of any other would stay with the card that goes. */
static void
test_says_once (Branch *branch, gconstpointer data)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;
  int n = 0;

  hf_rows_open_text (
      &rows, branch->db,
      "SELECT DISTINCT t.name FROM sqlite_schema t JOIN pragma_index_list (t.name) i JOIN "
      "pragma_index_info (i.name) c JOIN pragma_foreign_key_list (t.name) k ON k.\"from\" = c.name "
      "WHERE t.type = 'table' AND i.\"unique\" = 1 AND k.\"table\" = 'customer' AND t.name <> "
      "'duplicate'",
      &error, "");
  g_assert_no_error (error);
  for (; hf_rows_next (&rows, &error); n++)
    g_assert_true (hf_merge_says_once (hf_rows_text (&rows, 0)));
  g_assert_cmpint (n, ==, 10);
}

/* Two cards with a life of their own: all of it is on one, and back again. */
static void
test_undo_is_exact (Branch *branch, gconstpointer data)
{
  gint64 kept = branch_add_customer (branch, "王秀英", "phone", "13800005678", "owner", "林娜",
                                     "child", "2026-06-01", "tag", "爱喝茶", NULL);
  gint64 gone = branch_add_customer (
      branch, "王秀英", "phone", "13800005678", "phone", "13900001234", "birth", "1951-03-05",
      "address", "海棠路5号", "tag", "爱喝茶", "child", "2026-06-01", "allergy", "花生", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  branch_buy (branch, kept, branch->powder, "2026-11-09");
  branch_buy (branch, gone, branch->powder, "2026-11-10");
  branch_visit (branch, kept, "phone", "reached");
  branch_visit (branch, gone, "home", "reached");
  before = branch_dump (branch);
  merge (branch, kept, gone, NULL);
  g_assert_cmpint (count_for (branch, "SELECT count (*) FROM visit WHERE customer_id = ID", kept),
                   ==, 2);
  g_assert_cmpint (
      count_for (branch, "SELECT count (*) FROM purchase WHERE customer_id = ID", kept), ==, 2);
  g_assert_cmpint (count_for (branch, "SELECT count (*) FROM phone WHERE customer_id = ID", kept),
                   ==, 2);
  g_assert_cmpint (
      count_for (branch, "SELECT count (*) FROM phone WHERE customer_id = ID AND preferred = 1",
                 kept),
      ==, 1);
  g_assert_cmpint (count_for (branch, "SELECT count (*) FROM child WHERE customer_id = ID", kept),
                   ==, 1);
  g_assert_cmpint (
      count_for (branch,
                 "SELECT count (*) FROM enrolment e JOIN care_plan p ON p.id = e.plan_id WHERE "
                 "e.customer_id = ID AND e.state = 'running' AND p.trigger_kind = 'purchase'",
                 kept),
      ==, 1);
  g_assert_cmpint (count_for (branch,
                              "SELECT count (*) FROM follow_up WHERE customer_id = ID AND kind = "
                              "'step' AND state = 'open'",
                              kept),
                   ==, 1);
  g_assert_cmpint (
      count_for (branch, "SELECT count (*) FROM customer WHERE id = ID AND address = '海棠路5号'",
                 kept),
      ==, 1);
  g_assert_cmpint (branch_count (branch,
                                 "SELECT count (*) FROM follow_up f JOIN customer c ON c.id "
                                 "= f.customer_id WHERE c.merged_into_id IS NOT NULL"),
                   ==, 0);
  assert_whole (branch);
  undo (branch);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

static void
test_supply_is_queued (Branch *branch, gconstpointer data)
{
  gint64 kept = branch_add_customer (branch, "王秀英", NULL);
  gint64 gone = branch_add_customer (branch, "王秀英", NULL);
  gint64 alone, both;

  branch_buy (branch, kept, branch->powder, "2026-11-10");
  branch_buy (branch, gone, branch->powder, "2026-11-10");
  alone = count_for (branch, "SELECT supply_until_on FROM customer WHERE id = ID", kept);
  merge (branch, kept, gone, NULL);
  both = count_for (branch, "SELECT supply_until_on FROM customer WHERE id = ID", kept);
  g_assert_cmpint (both, ==, alone + 30);
  undo (branch);
  g_assert_cmpint (count_for (branch, "SELECT supply_until_on FROM customer WHERE id = ID", kept),
                   ==, alone);
  g_assert_cmpint (count_for (branch, "SELECT supply_until_on FROM customer WHERE id = ID", gone),
                   ==, alone);
}

static void
test_chosen_values (Branch *branch, gconstpointer data)
{
  static const char *const take[] = { "address", "birth", NULL };
  static const char *const wrong[] = { "health", NULL };
  gint64 kept = branch_add_customer (branch, "王秀英", "address", "海棠路5号", "area", "城东",
                                     "birth", "1951-03-05", "note", "爱喝茶", NULL);
  gint64 gone =
      branch_add_customer (branch, "王秀瑛", "address", "银杏路9号", "area", "城西", "birth",
                           "lunar:1951-1-28", "note", "怕冷", "source", "社区活动", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      hf_command_merge_customers (branch->db, &branch->actor, kept, gone, wrong, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  merge (branch, kept, gone, take);
  g_assert_cmpint (
      count_for (
          branch,
          "SELECT name = '王秀英' AND address = '银杏路9号' AND area = '城东' AND note = "
          "'爱喝茶' || char (10) || '怕冷' AND source = '社区活动' FROM customer WHERE id = ID",
          kept),
      ==, 1);
  g_assert_cmpint (count_for (branch,
                              "SELECT calendar = 'lunar' AND count (*) = 1 FROM special_date WHERE "
                              "customer_id = ID AND kind = 'birthday'",
                              kept),
                   ==, 1);
}

/* A refusal on either card is the person's. */
static void
test_refusal_wins (Branch *branch, gconstpointer data)
{
  gint64 kept = branch_add_customer (branch, "王秀英", NULL);
  gint64 gone = branch_add_customer (branch, "王秀英", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  branch_buy (branch, kept, branch->powder, "2026-11-09");
  branch_set (branch, gone, "do-not-contact", "不想被打扰");
  before = branch_dump (branch);
  merge (branch, kept, gone, NULL);
  g_assert_cmpint (count_for (branch,
                              "SELECT count (*) FROM follow_up WHERE customer_id = ID AND state = "
                              "'open'",
                              kept),
                   ==, 0);
  undo (branch);
  after = branch_dump (branch);
  branch_assert_same (before, after);
}

/* Lists and the search show one; the other card leads to it; nothing is written on it. */
static void
test_shows_one (Branch *branch, gconstpointer data)
{
  gint64 kept = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);
  gint64 gone = branch_add_customer (branch, "王秀英", "phone", "13900001234", NULL);
  g_autoptr (GArray) by_name = NULL;
  g_autoptr (GArray) by_phone = NULL;
  g_autoptr (GError) error = NULL;

  merge (branch, kept, gone, NULL);
  by_name = hf_find_customers (branch->db, &branch->actor, "王秀英", 10, &error);
  by_phone = hf_find_customers (branch->db, &branch->actor, "13900001234", 10, &error);
  g_assert_cmpuint (by_name->len, ==, 1);
  g_assert_cmpuint (by_phone->len, ==, 1);
  g_assert_cmpint (g_array_index (by_phone, gint64, 0), ==, kept);
  g_assert_cmpint (hf_merge_get_target (branch->db, gone), ==, kept);
  g_assert_false (
      hf_command_merge_customers (branch->db, &branch->actor, gone, kept, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
}

static gint64
count_open (Branch *branch)
{
  GError *error = NULL;
  gint64 count = hf_duplicate_count (branch->db, &branch->actor, &error);

  g_assert_no_error (error);
  return count;
}

/* Found when a card is written: number, name and birth date, name and address. */
static void
test_noted (Branch *branch, gconstpointer data)
{
  gint64 first = branch_add_customer (branch, "王秀英", "birth", "1951-03-05", "address",
                                      "海棠路5号", "phone", "13800005678", NULL);
  g_autoptr (GPtrArray) list = NULL;

  branch_add_customer (branch, "王秀英", "birth", "1951-03-05", NULL);
  branch_add_customer (branch, "王秀英", "address", "海棠路5号", NULL);
  branch_add_customer (branch, "陈玮", "phone", "13800005678", NULL);
  g_assert_cmpint (count_open (branch), ==, 3);
  branch_set (branch, branch_add_customer (branch, "赵国强", NULL), "phone", "13800005678");
  g_assert_cmpint (count_open (branch), ==, 5);
  list = hf_duplicate_dup_list (branch->db, &branch->actor, first, 10, NULL);
  g_assert_cmpuint (list->len, ==, 4);
  g_assert_cmpstr (((HfDuplicate *) list->pdata[0])->why, ==, "name-birth");
  g_assert_cmpstr (((HfDuplicate *) list->pdata[1])->why, ==, "name-address");
  g_assert_cmpstr (((HfDuplicate *) list->pdata[2])->why, ==, "phone");
}

/* What was said to be two people is not offered again, by nobody. */
static void
test_different (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);
  gint64 chen = branch_add_customer (branch, "陈玮", "phone", "13800005678", NULL);
  g_autoptr (GError) error = NULL;
  gint64 found = 0;

  g_assert_true (hf_command_mark_different (branch->db, &branch->actor, chen, wang, &error));
  g_assert_cmpint (count_open (branch), ==, 0);
  g_assert_true (hf_command_find_duplicates (branch->db, &branch->actor, &found, NULL, &error));
  g_assert_cmpint (found, ==, 0);
  g_assert_cmpint (count_open (branch), ==, 0);
}

/* Three thousand cards that share a number are as many pairs, not four million. */
static void
test_search_is_linear (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 found = 0;

  branch_execute (
      branch,
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
      "INSERT INTO customer (id, name, created_on) SELECT 5000 + i, '顾客' || i, 1 FROM n;"
      "INSERT INTO phone (id, customer_id, number) SELECT id + 100000, id, '13800000000' FROM "
      "customer WHERE id BETWEEN 5001 AND 8000;");
  g_assert_true (hf_command_find_duplicates (branch->db, &branch->actor, &found, NULL, &error));
  g_assert_cmpint (found, >, 2900);
  g_assert_cmpint (found, <, 3100);
  g_assert_true (hf_command_find_duplicates (branch->db, &branch->actor, &found, NULL, &error));
  g_assert_cmpint (found, ==, 0);
}

/* An agent merges own customers and those without an owner. */
static void
test_rights (Branch *branch, gconstpointer data)
{
  gint64 other = branch_add_staff (branch, "周敏");
  gint64 mine =
      branch_add_customer (branch, "王秀英", "owner", "林娜", "phone", "13800005678", NULL);
  gint64 hers =
      branch_add_customer (branch, "王秀英", "owner", "周敏", "phone", "13800005678", NULL);
  g_autoptr (GError) error = NULL;

  branch_act_as (branch, branch->agent);
  g_assert_cmpint (count_open (branch), ==, 0);
  g_assert_false (
      hf_command_merge_customers (branch->db, &branch->actor, mine, hers, NULL, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  branch_act_as (branch, 0);
  merge (branch, mine, hers, NULL);
  g_assert_cmpint (count_for (branch, "SELECT from_id FROM handover WHERE customer_id = ID", mine),
                   ==, other);
}

static void
test_view_of_nobody (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (hf_merge_view_load (branch->db, wang, wang + 1000, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  branch_test ("/merge/CARD-12/no-table-forgotten", test_no_table_forgotten);
  branch_test ("/merge/CARD-12/says-once", test_says_once);
  branch_test ("/merge/CARD-12/undo-is-exact", test_undo_is_exact);
  branch_test ("/merge/PUR-3/supply-is-queued", test_supply_is_queued);
  branch_test ("/merge/CARD-12/chosen-values", test_chosen_values);
  branch_test ("/merge/CARD-7/refusal-wins", test_refusal_wins);
  branch_test ("/merge/CARD-12/shows-one", test_shows_one);
  branch_test ("/duplicates/CARD-12/noted", test_noted);
  branch_test ("/duplicates/CARD-12/different", test_different);
  branch_test ("/duplicates/CARD-12/search-is-linear", test_search_is_linear);
  branch_test ("/merge/CARD-12/view-of-nobody", test_view_of_nobody);
  branch_test ("/merge/ROLE-1/rights", test_rights);
  return g_test_run ();
}
