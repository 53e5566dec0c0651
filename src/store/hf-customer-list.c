/* hf-customer-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-list.h"

#include "hf-find.h"

/* Up to so many, those who match one field are looked at and sorted; when more match, the order's
 * index is walked until enough were found. The first is for the first rows, which must be there
 * within 50 ms, the second for all. */
#define FEW     (8000)
#define NOT_ALL (250000)

/* ?1 the filter as JSON, ?2 the agent, ?3 now, ?4 what the search looks for, ?5 how many rows. */
#define V(nick)     "(SELECT value FROM json_each (?1, '$." nick "'))"
#define FOUND       "SELECT rowid FROM customer_search WHERE customer_search MATCH ?4"
#define LAST_SILENT "(?3 - 1440 * CAST (?1 ->> '$.silent[0]' AS INTEGER))"

/**
 * HfFilterField's SQL:
 * @ids: those whom the field lets through, by an index of its own
 * @holds: whether it lets c through
 */
typedef struct
{
  const char *ids;
  const char *holds;
} Condition;

static const Condition conditions[HF_N_FILTER_FIELDS + 1] = {
  [HF_FILTER_TEXT] = { FOUND, "c.id IN (" FOUND ")" },
  [HF_FILTER_TIER] = { "SELECT id FROM customer WHERE tier IN " V ("tier"),
                       "c.tier IN " V ("tier") },
  [HF_FILTER_CARD_TYPE] = { "SELECT id FROM customer WHERE merged_into_id IS NULL AND card_type "
                            "IN " V ("card-type"),
                            "c.card_type IN " V ("card-type") },
  [HF_FILTER_STAGE] = { "SELECT id FROM customer WHERE merged_into_id IS NULL AND stage IN "
                        "(SELECT CAST (value AS INTEGER) FROM json_each (?1, '$.stage'))",
                        "c.stage IN "
                        "(SELECT CAST (value AS INTEGER) FROM json_each (?1, '$.stage'))" },
  [HF_FILTER_OWNER] = { "SELECT id FROM customer WHERE owner_id IN "
                        "(SELECT CAST (value AS INTEGER) FROM json_each (?1, '$.owner')) "
                        "UNION ALL SELECT id FROM customer WHERE owner_id IS NULL AND '0' IN " V (
                            "owner"),
                        "coalesce (c.owner_id, 0) IN "
                        "(SELECT CAST (value AS INTEGER) FROM json_each (?1, '$.owner'))" },
  [HF_FILTER_AREA] = { "SELECT id FROM customer WHERE merged_into_id IS NULL AND area IN " V (
                           "area"),
                       "c.area IN " V ("area") },
  [HF_FILTER_TAG] = { "SELECT customer_id FROM customer_tag WHERE tag_id IN "
                      "(SELECT id FROM tag WHERE name IN " V ("tag") ")",
                      "EXISTS (SELECT 1 FROM customer_tag t WHERE t.customer_id = c.id AND "
                      "t.tag_id "
                      "IN (SELECT id FROM tag WHERE name IN " V ("tag") "))" },
  [HF_FILTER_PLAN] = { "SELECT customer_id FROM enrolment WHERE state = 'running' AND plan_id IN "
                       "(SELECT id FROM care_plan WHERE key IN " V ("plan") ")",
                       "EXISTS (SELECT 1 FROM enrolment e WHERE e.customer_id = c.id AND e.state = "
                       "'running' AND e.plan_id IN "
                       "(SELECT id FROM care_plan WHERE key IN " V ("plan") "))" },
  [HF_FILTER_OVERDUE] = { "SELECT id FROM customer WHERE merged_into_id IS NULL AND next_due_at < "
                          "?3",
                          "c.next_due_at < ?3" },
  [HF_FILTER_SILENT] = { "SELECT id FROM customer WHERE merged_into_id IS NULL AND "
                         "last_contact_at < " LAST_SILENT
                         " UNION ALL SELECT id FROM customer WHERE merged_into_id IS NULL AND "
                         "last_contact_at IS NULL",
                         "coalesce (c.last_contact_at, 0) < " LAST_SILENT },
  [HF_N_FILTER_FIELDS] = { "SELECT id FROM customer WHERE owner_id = ?2 "
                           "UNION ALL SELECT id FROM customer WHERE owner_id IS NULL",
                           "coalesce (c.owner_id, ?2) = ?2" },
};

#define OF_AGENT HF_N_FILTER_FIELDS

/* @turned: the index begins with the least where a reader expects the best */
static const struct
{
  const char *nick;
  const char *index;
  const char *columns[4];
  gboolean turned;
} sorts[HF_N_CUSTOMER_SORTS] = {
  [HF_CUSTOMER_SORT_NAME] = { "name",
                              "customer_by_name",
                              { "name_sort", "card_type", "owner_id" } },
  [HF_CUSTOMER_SORT_TIER] = { "tier",
                              "customer_by_tier",
                              { "tier_rank", "card_type", "owner_id" },
                              TRUE },
  [HF_CUSTOMER_SORT_STAGE] = { "stage", "customer_by_stage", { "stage", "card_type", "owner_id" } },
  [HF_CUSTOMER_SORT_CARD_TYPE] = { "card-type",
                                   "customer_by_card_type",
                                   { "card_type", "owner_id" } },
  [HF_CUSTOMER_SORT_OWNER] = { "owner", "customer_by_owner", { "owner_id", "card_type" } },
  [HF_CUSTOMER_SORT_AREA] = { "area", "customer_by_area", { "area", "card_type", "owner_id" } },
  [HF_CUSTOMER_SORT_LAST_CONTACT] = { "last-contact",
                                      "customer_by_last_contact",
                                      { "last_contact_at", "card_type", "owner_id" } },
  [HF_CUSTOMER_SORT_NEXT_DUE] = { "next-due",
                                  "customer_by_next_due",
                                  { "next_due_at", "card_type", "owner_id" } },
  [HF_CUSTOMER_SORT_SUPPLY] = { "supply",
                                "customer_by_supply",
                                { "supply_until_on", "card_type", "owner_id" } },
};

const char *
hf_customer_sort_get_nick (HfCustomerSort sort)
{
  return sorts[sort].nick;
}

/**
 * hf_customer_sort_parse:
 *
 * Returns: %FALSE when @nick is none; @sort is then untouched
 */
gboolean
hf_customer_sort_parse (const char *nick, HfCustomerSort *sort)
{
  for (guint i = 0; i < HF_N_CUSTOMER_SORTS; i++)
    {
      if (g_strcmp0 (sorts[i].nick, nick) == 0)
        {
          *sort = (HfCustomerSort) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * hf_customer_query_new:
 * @actor: who looks: an agent sees their own customers and those without an owner (ROLE-1)
 */
HfCustomerQuery *
hf_customer_query_new (const HfActor *actor, const HfCustomerFilter *filter)
{
  HfCustomerQuery *query = g_new0 (HfCustomerQuery, 1);

  query->filter = hf_customer_filter_copy (filter);
  query->staff_id = actor->role == HF_ROLE_AGENT ? actor->staff_id : 0;
  query->now = actor->now;
  return query;
}

HfCustomerQuery *
hf_customer_query_copy (const HfCustomerQuery *query)
{
  HfCustomerQuery *copy = g_memdup2 (query, sizeof *query);

  copy->filter = hf_customer_filter_copy (query->filter);
  return copy;
}

void
hf_customer_query_free (HfCustomerQuery *query)
{
  hf_customer_filter_free (query->filter);
  g_free (query);
}

/**
 * hf_ids_to_json:
 *
 * Returns: (transfer full): `[1,2]`, for a query that is given a set of ids
 */
char *
hf_ids_to_json (const gint64 *ids, guint n_ids)
{
  GString *json = g_string_sized_new (n_ids * 18 + 2);

  g_string_append_c (json, '[');
  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/* What all of the statements of one question are given. */
typedef struct
{
  const HfCustomerQuery *query;
  char *json;
  char *match; /* (nullable): what the search looks for */
} Question;

static void
question_clear (Question *question)
{
  g_free (question->json);
  g_free (question->match);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static gboolean
asks_for (const HfCustomerQuery *query, int field)
{
  return field == OF_AGENT ? query->staff_id != 0 : query->filter->values[field] != NULL;
}

static gboolean
open_rows (
    HfRows *rows, HfDb *db, const char *sql, const Question *question, int limit, GError **error)
{
  return hf_rows_open_text (rows, db, sql, error, "sllsi", question->json,
                            question->query->staff_id, question->query->now, question->match,
                            limit);
}

/* How many match @field, counted up to ?5. */
static gboolean
count_matches (HfDb *db, const Question *question, int field, int limit, gint64 *n, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM (%s LIMIT ?5)", conditions[field].ids);
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!open_rows (&rows, db, sql, question, limit, error) || !hf_rows_next (&rows, error))
    return FALSE;
  *n = hf_rows_int (&rows, 0);
  return TRUE;
}

/* @field: the one that fewest match, -1 when too many match each. */
static gboolean
find_driver (HfDb *db, const Question *question, int few, int *field, GError **error)
{
  gint64 least = few;

  *field = -1;
  for (int i = 0; i <= OF_AGENT; i++)
    {
      gint64 n;

      if (!asks_for (question->query, i))
        continue;
      /* Those of one surname stand together in the order of names: walking would pass all others.
       */
      if (i == HF_FILTER_TEXT)
        {
          *field = i;
          return TRUE;
        }
      if (!count_matches (db, question, i, (int) least, &n, error))
        return FALSE;
      if (n >= least)
        continue;
      least = n;
      *field = i;
    }
  return TRUE;
}

static void
append_conditions (GString *sql, const HfCustomerQuery *query, int driver)
{
  g_string_append (sql, " WHERE c.merged_into_id IS NULL");
  if (!asks_for (query, HF_FILTER_CARD_TYPE))
    g_string_append (sql, " AND c.card_type <> 'discarded'");
  for (int i = 0; i <= OF_AGENT; i++)
    {
      if (asks_for (query, i) && i != driver)
        g_string_append_printf (sql, " AND %s", conditions[i].holds);
    }
  if (driver >= 0)
    g_string_append_printf (sql, " AND c.id IN (%s)", conditions[driver].ids);
}

/* The index gives ties in the order of their ids by itself, and were it asked for, SQLite would
 * sort. */
static void
append_order (GString *sql, const HfCustomerQuery *query, gboolean by_index)
{
  gboolean descending = query->descending != sorts[query->sort].turned;
  const char *const *columns = sorts[query->sort].columns;

  for (guint i = 0; i < G_N_ELEMENTS (sorts[0].columns) && columns[i] != NULL; i++)
    g_string_append_printf (sql, "%sc.%s%s%s", i == 0 ? " ORDER BY " : ", ", columns[i],
                            descending ? " DESC" : "", i == 0 && !descending ? " NULLS LAST" : "");
  if (!by_index)
    g_string_append_printf (sql, ", c.id%s", descending ? " DESC" : "");
  g_string_append (sql, " LIMIT ?5");
}

static char *
make_sql (const HfCustomerQuery *query, int driver)
{
  GString *sql = g_string_new ("SELECT c.id FROM customer c");

  if (driver >= 0)
    g_string_append (sql, " NOT INDEXED");
  else
    g_string_append_printf (sql, " INDEXED BY %s", sorts[query->sort].index);
  append_conditions (sql, query, driver);
  append_order (sql, query, driver < 0);
  return g_string_free (sql, FALSE);
}

/**
 * hf_customer_list_dup_ids:
 * @limit: how many at most, 0 for all
 *
 * For a reader's thread; what interrupts the connection cancels it. The first 200 of a million are
 * there within 50 ms, unless several fields are asked for each of which many hold and hardly
 * anybody holds all.
 *
 * Returns: (transfer full) (element-type gint64): the customers in their order, or %NULL
 */
GArray *
hf_customer_list_dup_ids (HfDb *db, const HfCustomerQuery *query, int limit, GError **error)
{
  g_auto (Question) question = { query, NULL, NULL };
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autofree char *sql = NULL;
  int driver;

  if (asks_for (query, HF_FILTER_TEXT))
    {
      question.match = hf_find_dup_match (query->filter->values[HF_FILTER_TEXT][0]);
      if (question.match == NULL)
        return g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  question.json = hf_customer_filter_to_json (query->filter);
  if (!find_driver (db, &question, limit > 0 ? FEW : NOT_ALL, &driver, error))
    return NULL;
  sql = make_sql (query, driver);
  if (!open_rows (&rows, db, sql, &question, limit > 0 ? limit : -1, error))
    return NULL;
  return hf_rows_dup_ids (&rows, error);
}

/**
 * hf_customer_list_dup_areas:
 * @limit: how many at most
 *
 * Returns: (transfer full): the areas there are, or %NULL with an error
 */
GStrv
hf_customer_list_dup_areas (HfDb *db, int limit, GError **error)
{
  g_autoptr (GStrvBuilder) areas = g_strv_builder_new ();
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_CUSTOMER_AREAS, error, "i", limit))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_strv_builder_add (areas, hf_rows_text (&rows, 0));
  if (local == NULL)
    return g_strv_builder_end (areas);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
