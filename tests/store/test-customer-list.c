/* test-customer-list.c: the Customers page's list against a plain look at every card
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-list.h"
#include "hf-segment.h"
#include "hf-tag.h"
#include "store-fixture.h"

#define N_CUSTOMERS (120)
#define N_QUESTIONS (400)

static const char *const areas[] = { "海棠里", "东湖苑", "北门外", "" };
static const char *const types[] = { "new", "contacted", "customer", "discarded" };
static const char *const tiers[] = { "A", "B", "C", "" };
static const char *const tags[] = { "喝茶", "有车" };

static const char *
pick (GRand *rand, const char *const *words, guint n)
{
  return words[g_rand_int_range (rand, 0, (gint32) n)];
}

/* Written as they come: what the list makes of the columns is what is asked here. */
static void
fill (Branch *branch, GRand *rand)
{
  GString *sql = g_string_new (NULL);

  for (int i = 0; i < N_CUSTOMERS; i++)
    {
      char owner[32] = "NULL", stage[8] = "NULL", last[16] = "NULL", next[16] = "NULL";

      if (g_rand_boolean (rand))
        g_snprintf (owner, sizeof owner, "%" G_GINT64_FORMAT, branch->agent);
      if (g_rand_boolean (rand))
        g_snprintf (stage, sizeof stage, "%d", g_rand_int_range (rand, 0, 6));
      if (g_rand_boolean (rand))
        g_snprintf (last, sizeof last, "%d",
                    (int) branch->actor.now - 1440 * g_rand_int_range (rand, 0, 90));
      if (g_rand_boolean (rand))
        g_snprintf (next, sizeof next, "%d",
                    (int) branch->actor.now + 60 * g_rand_int_range (rand, -50, 50));
      g_string_append_printf (
          sql,
          "INSERT INTO customer (id, name, owner_id, area, card_type, tier, tier_rank, stage, "
          "last_contact_at, next_due_at, supply_until_on, created_on, merged_into_id) VALUES "
          "(%d, '顾客%d', %s, '%s', '%s', '%s', %d, %s, %s, %s, %d, 20000, %s);",
          1000 + i, g_rand_int_range (rand, 0, 40), owner, pick (rand, areas, 4),
          pick (rand, types, 4), pick (rand, tiers, 4), g_rand_int_range (rand, -1, 4), stage, last,
          next, g_rand_int_range (rand, 20000, 20400), i > 0 && i % 17 == 0 ? "1000" : "NULL");
    }
  branch_execute (branch, sql->str);
  g_string_free (sql, TRUE);
}

static void
tag_some (Branch *branch, GRand *rand)
{
  for (guint t = 0; t < G_N_ELEMENTS (tags); t++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      GError *error = NULL;

      for (gint64 id = 1000; id < 1000 + N_CUSTOMERS; id++)
        if (g_rand_int_range (rand, 0, 4) == 0 && (id == 1000 || (id - 1000) % 17 != 0))
          g_array_append_val (ids, id);
      hf_command_tag_customers (branch->db, &branch->actor, ids, tags[t], "green", &error);
      g_assert_no_error (error);
    }
}

/* What SQL would say without an index, a driver or a limit: one predicate a field. */
static char *
make_plain (const HfCustomerQuery *query)
{
  static const char *const texts[HF_N_FILTER_FIELDS] = {
    [HF_FILTER_TIER] = "tier = '%s'",
    [HF_FILTER_CARD_TYPE] = "card_type = '%s'",
    [HF_FILTER_STAGE] = "stage = %s",
    [HF_FILTER_OWNER] = "ifnull (owner_id, 0) = %s",
    [HF_FILTER_AREA] = "area = '%s'",
    [HF_FILTER_TAG] = "id IN (SELECT customer_id FROM customer_tag WHERE tag_id = (SELECT id FROM "
                      "tag WHERE name = '%s'))",
  };
  GString *sql = g_string_new ("SELECT count (*), ifnull (sum (id * 31 % 1009), 0) FROM customer "
                               "WHERE merged_into_id IS NULL");

  if (query->filter->values[HF_FILTER_CARD_TYPE] == NULL)
    g_string_append (sql, " AND card_type <> 'discarded'");
  if (query->staff_id != 0)
    g_string_append_printf (sql, " AND (owner_id IS NULL OR owner_id = %" G_GINT64_FORMAT ")",
                            query->staff_id);
  for (int i = 0; i < HF_N_FILTER_FIELDS; i++)
    {
      if (query->filter->values[i] == NULL || texts[i] == NULL)
        continue;
      g_string_append (sql, " AND (0");
      for (char **value = query->filter->values[i]; *value != NULL; value++)
        {
          g_auto (GStrv) parts = g_strsplit (texts[i], "%s", 2);

          g_string_append_printf (sql, " OR %s%s%s", parts[0], *value, parts[1]);
        }
      g_string_append (sql, ")");
    }
  if (query->filter->values[HF_FILTER_OVERDUE] != NULL)
    g_string_append_printf (sql, " AND next_due_at < %" G_GINT64_FORMAT, query->now);
  if (query->filter->values[HF_FILTER_SILENT] != NULL)
    g_string_append_printf (
        sql, " AND (last_contact_at IS NULL OR last_contact_at < %" G_GINT64_FORMAT " - 1440 * %s)",
        query->now, query->filter->values[HF_FILTER_SILENT][0]);
  return g_string_free (sql, FALSE);
}

static void
choose (Branch *branch, GRand *rand, HfCustomerFilter *filter)
{
  g_autofree char *agent = g_strdup_printf ("%" G_GINT64_FORMAT, branch->agent);
  const char *owners[] = { agent, "0" };
  static const char *const stages[] = { "0", "3", "5" };

  for (int i = 0; i < 2; i++)
    {
      if (g_rand_int_range (rand, 0, 3) == 0)
        hf_customer_filter_toggle (filter, HF_FILTER_TIER, pick (rand, tiers, 4), TRUE);
      if (g_rand_int_range (rand, 0, 4) == 0)
        hf_customer_filter_toggle (filter, HF_FILTER_CARD_TYPE, pick (rand, types, 4), TRUE);
      if (g_rand_int_range (rand, 0, 4) == 0)
        hf_customer_filter_toggle (filter, HF_FILTER_AREA, pick (rand, areas, 3), TRUE);
      if (g_rand_int_range (rand, 0, 4) == 0)
        hf_customer_filter_toggle (filter, HF_FILTER_OWNER, pick (rand, owners, 2), TRUE);
      if (g_rand_int_range (rand, 0, 6) == 0)
        hf_customer_filter_toggle (filter, HF_FILTER_STAGE, pick (rand, stages, 3), TRUE);
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    hf_customer_filter_toggle (filter, HF_FILTER_TAG, pick (rand, tags, 2), TRUE);
  if (g_rand_int_range (rand, 0, 4) == 0)
    hf_customer_filter_set_one (filter, HF_FILTER_OVERDUE, "1");
  if (g_rand_int_range (rand, 0, 4) == 0)
    hf_customer_filter_set_one (filter, HF_FILTER_SILENT, "30");
}

static GArray *
dup_ids (Branch *branch, const HfCustomerQuery *query, int limit)
{
  GError *error = NULL;
  GArray *ids = hf_customer_list_dup_ids (branch->db, query, limit, &error);

  g_assert_no_error (error);
  return ids;
}

static void
compare (Branch *branch, const HfCustomerQuery *query)
{
  g_autofree char *sql = make_plain (query);
  g_autoptr (GArray) ids = dup_ids (branch, query, 0);
  g_autoptr (GArray) first = dup_ids (branch, query, 10);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GError *error = NULL;
  gint64 sum = 0;

  for (guint i = 0; i < ids->len; i++)
    sum += g_array_index (ids, gint64, i) * 31 % 1009;
  hf_rows_open_text (&rows, branch->db, sql, &error, "");
  g_assert_no_error (error);
  g_assert_true (hf_rows_next (&rows, &error));
  g_assert_cmpint (ids->len, ==, hf_rows_int (&rows, 0));
  g_assert_cmpint (sum, ==, hf_rows_int (&rows, 1));
  /* The first rows are those of the whole, in its order. */
  g_assert_cmpint (first->len, ==, MIN (ids->len, 10));
  g_assert_cmpmem (first->data, first->len * sizeof (gint64), ids->data,
                   first->len * sizeof (gint64));
}

static void
test_against_scan (Branch *branch, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  fill (branch, rand);
  tag_some (branch, rand);
  for (int i = 0; i < N_QUESTIONS; i++)
    {
      g_autoptr (HfCustomerFilter) filter = hf_customer_filter_new ();
      g_autoptr (HfCustomerQuery) query = NULL;
      HfActor actor = branch->actor;

      if (i % 3 == 0)
        {
          actor.role = HF_ROLE_AGENT;
          actor.staff_id = branch->agent;
        }
      choose (branch, rand, filter);
      query = hf_customer_query_new (&actor, filter);
      query->sort = (HfCustomerSort) (i % HF_N_CUSTOMER_SORTS);
      query->descending = g_rand_boolean (rand);
      compare (branch, query);
    }
}

/* What is not known comes last, from both ends. */
static void
test_order (Branch *branch, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_new ();
  g_autoptr (HfCustomerQuery) query = hf_customer_query_new (&branch->actor, filter);
  GError *error = NULL;

  fill (branch, rand);
  query->sort = HF_CUSTOMER_SORT_NEXT_DUE;
  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (GArray) ids = NULL;
      HfMinute before = turn == 0 ? G_MININT64 : G_MAXINT64;
      gboolean unknown = FALSE;

      query->descending = turn == 1;
      ids = dup_ids (branch, query, 0);
      for (guint i = 0; i < ids->len; i++)
        {
          g_autoptr (GPtrArray) rows =
              hf_customer_list_dup_rows (branch->db, &g_array_index (ids, gint64, i), 1, &error);
          HfMinute due = ((const HfCustomerRow *) rows->pdata[0])->next_due_at;

          g_assert_no_error (error);
          g_assert_true (due == HF_MINUTE_NONE || !unknown);
          unknown = due == HF_MINUTE_NONE;
          g_assert_true (unknown || (turn == 0 ? due >= before : due <= before));
          before = due;
        }
    }
}

/* Read from the order's index alone: no sorting, no look at the cards. */
static void
test_plan (Branch *branch, gconstpointer data)
{
  static const char *const orders[] = { "next_due_at NULLS LAST, card_type, owner_id",
                                        "next_due_at DESC, card_type DESC, owner_id DESC" };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "EXPLAIN QUERY PLAN SELECT id FROM customer c INDEXED BY customer_by_next_due WHERE "
          "merged_into_id IS NULL AND card_type <> 'discarded' AND coalesce (owner_id, 5) = 5 "
          "ORDER BY %s LIMIT 200",
          orders[i]);
      g_auto (HfRows) rows = HF_ROWS_INIT;
      GError *error = NULL;

      hf_rows_open_text (&rows, branch->db, sql, &error, "");
      g_assert_no_error (error);
      while (hf_rows_next (&rows, &error))
        {
          g_test_message ("%s", hf_rows_text (&rows, 3));
          g_assert_null (strstr (hf_rows_text (&rows, 3), "TEMP B-TREE"));
          g_assert_nonnull (strstr (hf_rows_text (&rows, 3), "COVERING INDEX"));
        }
      g_assert_no_error (error);
    }
}

static void
test_row (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", "owner", "林娜",
                                     "area", "海棠里", NULL);
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const HfCustomerRow *row;

  branch_buy (branch, wang, branch->powder, "2026-11-10");
  rows = hf_customer_list_dup_rows (branch->db, &wang, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (row->name, ==, "王秀英");
  g_assert_cmpstr (row->phone, ==, "138****5678");
  g_assert_cmpstr (row->owner, ==, "林娜");
  g_assert_cmpstr (row->area, ==, "海棠里");
  g_assert_nonnull (strstr (row->plan, "1/5"));
  g_assert_cmpint (row->card_type, ==, HF_CARD_TYPE_CUSTOMER);
  g_assert_cmpint (row->completeness, ==, 50);
}

/* Typing finds by name and by the last digits. */
static void
test_text (Branch *branch, gconstpointer data)
{
  gint64 wang = branch_add_customer (branch, "王秀英", "phone", "13800005678", NULL);
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_new ();
  static const char *const texts[] = { "王", "秀英", "5678" };

  branch_add_customer (branch, "李桂兰", "phone", "13900001234", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HfCustomerQuery) query = NULL;
      g_autoptr (GArray) ids = NULL;

      hf_customer_filter_set_one (filter, HF_FILTER_TEXT, texts[i]);
      query = hf_customer_query_new (&branch->actor, filter);
      ids = dup_ids (branch, query, 200);
      g_assert_cmpint (ids->len, ==, 1);
      g_assert_cmpint (g_array_index (ids, gint64, 0), ==, wang);
    }
}

/* ROLE-1: nobody writes over a colleague's, a manager neither. */
static void
test_others_segment (Branch *branch, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_new ();
  gint64 id;

  branch_act_as (branch, branch->agent);
  g_assert_true (hf_command_save_segment (branch->db, &branch->actor, "我的", filter, &id, &error));
  branch_act_as (branch, 0);
  g_assert_false (
      hf_command_save_segment (branch->db, &branch->actor, "我的", filter, &id, &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (hf_command_delete_segment (branch->db, &branch->actor, "我的", &error));
}

static void
test_segments (Branch *branch, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (HfCustomerFilter) filter = hf_customer_filter_parse (
      branch->db, "{\"tier\":[\"A\",\"B\"],\"area\":\"海棠\\\"里\"}", &error);
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) segments = NULL;
  gint64 id, again;

  g_assert_no_error (error);
  g_assert_true (hf_customer_filter_has (filter, HF_FILTER_AREA, "海棠\"里"));
  hf_command_save_segment (branch->db, &branch->actor, "好顾客", filter, &id, &error);
  g_assert_no_error (error);
  hf_customer_filter_set_one (filter, HF_FILTER_OVERDUE, "1");
  hf_command_save_segment (branch->db, &branch->actor, "好顾客", filter, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again, ==, id);
  segments = hf_segment_dup_all (branch->db, &branch->actor, &error);
  g_assert_cmpint (segments->len, ==, 1);
  json = hf_customer_filter_to_json (filter);
  g_assert_cmpstr (((const HfSegment *) segments->pdata[0])->filter, ==, json);
  /* Everybody's are the manager's to change. */
  branch_act_as (branch, branch->agent);
  g_assert_false (hf_command_delete_segment (branch->db, &branch->actor, "好顾客", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  branch_act_as (branch, 0);
  hf_command_delete_segment (branch->db, &branch->actor, "好顾客", &error);
  g_assert_no_error (error);
  g_assert_null (hf_customer_filter_parse (branch->db, "{\"nonsense\":[\"1\"]}", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_null (hf_customer_filter_parse (branch->db, "tier=A", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_null (hf_customer_filter_parse (branch->db, "{\"tier\":[\"A\",null]}", &error));
  g_assert_error (error, HF_ERROR, HF_ERROR_BAD_INPUT);
  g_clear_error (&error);
}

#define ADD(path, func) g_test_add (path, Branch, NULL, branch_set_up, func, branch_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/customer-list/ROLE-1/against-scan", test_against_scan);
  ADD ("/customer-list/order", test_order);
  ADD ("/customer-list/plan", test_plan);
  ADD ("/customer-list/PHONE-4/row", test_row);
  ADD ("/customer-list/PHONE-1/text", test_text);
  ADD ("/customer-list/CARD-5/segments", test_segments);
  ADD ("/customer-list/ROLE-1/a-colleague-s-segment-stays", test_others_segment);
  return g_test_run ();
}
