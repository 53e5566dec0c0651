/* hf-customer-list.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-customer-list.h"

#include <stdlib.h>

#include "hf-find.h"

/* Up to so many, those who match one field are looked at and sorted. When more match, the order's
 * index is walked: for the first rows, which must be there within 50 ms, until enough were found.
 */
#define FEW     (8000)
#define NOT_ALL (30000)

/* ?1 the filter as JSON, ?2 the agent, ?3 now, ?4 what the search looks for, ?5 how many rows. */
#define V(nick)       "(SELECT value FROM json_each (?1, '$." nick "'))"
#define ONE(nick)     "(?1 ->> '$." nick "[0]')"
#define ONE_INT(nick) "CAST (?1 ->> '$." nick "[0]' AS INTEGER)"
#define FOUND         "SELECT rowid FROM customer_search WHERE customer_search MATCH ?4"
#define LAST_SILENT   "(?3 - 1440 * " ONE_INT ("silent") ")"

/**
 * HfFilterField's SQL:
 * @ids: those whom the field lets through, by an index of its own
 * @holds: whether it lets c through
 * @holds_one: (nullable): the same where it has one value, looked for a million times
 */
typedef struct
{
  const char *ids;
  const char *holds;
  const char *holds_one;
} Condition;

static const Condition conditions[HF_N_FILTER_FIELDS + 1] = {
  [HF_FILTER_TEXT] = { FOUND, "c.id IN (" FOUND ")" },
  [HF_FILTER_TIER] = { "SELECT id FROM customer WHERE tier IN " V ("tier"), "c.tier IN " V ("tier"),
                       "c.tier = " ONE ("tier") },
  [HF_FILTER_CARD_TYPE] = { "SELECT id FROM customer WHERE merged_into_id IS NULL AND card_type "
                            "IN " V ("card-type"),
                            "c.card_type IN " V ("card-type"), "c.card_type = " ONE ("card-type") },
  [HF_FILTER_STAGE] = { "SELECT id FROM customer WHERE merged_into_id IS NULL AND stage IN "
                        "(SELECT CAST (value AS INTEGER) FROM json_each (?1, '$.stage'))",
                        "c.stage IN "
                        "(SELECT CAST (value AS INTEGER) FROM json_each (?1, '$.stage'))",
                        "c.stage = " ONE_INT ("stage") },
  [HF_FILTER_OWNER] = { "SELECT id FROM customer WHERE owner_id IN "
                        "(SELECT CAST (value AS INTEGER) FROM json_each (?1, '$.owner')) "
                        "UNION ALL SELECT id FROM customer WHERE owner_id IS NULL AND '0' IN " V (
                            "owner"),
                        "coalesce (c.owner_id, 0) IN "
                        "(SELECT CAST (value AS INTEGER) FROM json_each (?1, '$.owner'))",
                        "c.owner_id IS nullif (" ONE_INT ("owner") ", 0)" },
  [HF_FILTER_AREA] = { "SELECT id FROM customer WHERE merged_into_id IS NULL AND area IN " V (
                           "area"),
                       "c.area IN " V ("area"), "c.area = " ONE ("area") },
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
/* @turned: the index begins with the least where a reader expects the best; @has: what else than
 * type, owner and tier, which all have, can be told from the index */
#define NOTHING (-1)
static const struct
{
  const char *nick;
  const char *index;
  const char *columns[4];
  int has;
  gboolean turned;
} sorts[HF_N_CUSTOMER_SORTS] = {
  [HF_CUSTOMER_SORT_NAME] = { "name",
                              "customer_by_name",
                              { "name_sort", "card_type", "owner_id", "tier" },
                              NOTHING },
  [HF_CUSTOMER_SORT_TIER] = { "tier",
                              "customer_by_tier",
                              { "tier_rank", "card_type", "owner_id", "tier" },
                              NOTHING,
                              TRUE },
  [HF_CUSTOMER_SORT_STAGE] = { "stage",
                               "customer_by_stage",
                               { "stage", "card_type", "owner_id", "tier" },
                               HF_FILTER_STAGE },
  [HF_CUSTOMER_SORT_CARD_TYPE] = { "card-type",
                                   "customer_by_card_type",
                                   { "card_type", "owner_id", "tier" },
                                   HF_FILTER_CARD_TYPE },
  [HF_CUSTOMER_SORT_OWNER] = { "owner",
                               "customer_by_owner",
                               { "owner_id", "card_type", "tier" },
                               HF_FILTER_OWNER },
  [HF_CUSTOMER_SORT_AREA] = { "area",
                              "customer_by_area",
                              { "area", "card_type", "owner_id", "tier" },
                              HF_FILTER_AREA },
  [HF_CUSTOMER_SORT_LAST_CONTACT] = { "last-contact",
                                      "customer_by_last_contact",
                                      { "last_contact_at", "card_type", "owner_id", "tier" },
                                      HF_FILTER_SILENT },
  [HF_CUSTOMER_SORT_NEXT_DUE] = { "next-due",
                                  "customer_by_next_due",
                                  { "next_due_at", "card_type", "owner_id", "tier" },
                                  HF_FILTER_OVERDUE },
  [HF_CUSTOMER_SORT_SUPPLY] = { "supply",
                                "customer_by_supply",
                                { "supply_until_on", "card_type", "owner_id", "tier" },
                                NOTHING },
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

/* What all of the statements of one question are given. */
typedef struct
{
  const HfCustomerQuery *query;
  int limit;
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

/* Those of one surname stand together in the order of names: the walk would pass all others. */
static int
get_few (int field, gboolean all)
{
  return all || field == HF_FILTER_TEXT ? NOT_ALL : FEW;
}

/* @field: the one that fewest match, -1 when too many match each. */
static gboolean
find_driver (HfDb *db, const Question *question, int *field, GError **error)
{
  gint64 least = G_MAXINT;

  *field = -1;
  for (int i = 0; i <= OF_AGENT; i++)
    {
      int limit = (int) MIN (least, get_few (i, question->limit == 0));
      gint64 n;

      if (!asks_for (question->query, i))
        continue;
      if (!count_matches (db, question, i, limit, &n, error))
        return FALSE;
      if (n >= limit)
        continue;
      least = n;
      *field = i;
    }
  return TRUE;
}

static gboolean
is_in_index (const HfCustomerQuery *query, int field)
{
  return field == HF_FILTER_TIER || field == HF_FILTER_CARD_TYPE || field == HF_FILTER_OWNER ||
         field == OF_AGENT || field == sorts[query->sort].has;
}

/* Whether a walk is told beforehand who matches @field: to look into each card that it passes would
 * cost more, but for the first rows, which are soon found. */
static gboolean
wants_set (const Question *question, int field)
{
  return asks_for (question->query, field) && !is_in_index (question->query, field) &&
         (question->limit == 0 || field == HF_FILTER_TEXT);
}

/* A column of which SQLite knows that it is always the same is none to sort by, and then it sorts
 * the columns behind it anew: the plus keeps it from knowing. */
static void
append_condition (GString *sql, const HfCustomerQuery *query, int field)
{
  const Condition *condition = &conditions[field];
  gboolean one = condition->holds_one != NULL && query->filter->values[field][1] == NULL;

  if (one && field != sorts[query->sort].has)
    g_string_append_c (sql, '+');
  g_string_append_printf (sql, "%s AND ", one ? condition->holds_one : condition->holds);
}

/* What fewest match comes first. */
static void
append_conditions (GString *sql, const Question *question, int driver)
{
  const HfCustomerQuery *query = question->query;

  g_string_append (sql, " WHERE ");
  for (int i = 0; i <= OF_AGENT; i++)
    {
      if (asks_for (query, i) && i != driver && (driver >= 0 || !wants_set (question, i)))
        append_condition (sql, query, i);
    }
  if (driver >= 0)
    g_string_append_printf (sql, "c.id IN (%s) AND ", conditions[driver].ids);
  if (!asks_for (query, HF_FILTER_CARD_TYPE))
    g_string_append (sql, "c.card_type <> 'discarded' AND ");
  g_string_append (sql, "c.merged_into_id IS NULL");
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
    g_string_append_printf (sql, ", c.id%s LIMIT ?5", descending ? " DESC" : "");
}

static char *
make_sql (const Question *question, int driver)
{
  GString *sql = g_string_new ("SELECT c.id FROM customer c");

  if (driver >= 0)
    g_string_append (sql, " NOT INDEXED");
  else
    g_string_append_printf (sql, " INDEXED BY %s", sorts[question->query->sort].index);
  append_conditions (sql, question, driver);
  append_order (sql, question->query, driver < 0);
  return g_string_free (sql, FALSE);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* Who matches @field, in the order of ids. */
static GArray *
dup_set (HfDb *db, const Question *question, int field, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  GArray *ids;

  if (!open_rows (&rows, db, conditions[field].ids, question, -1, error))
    return NULL;
  ids = hf_rows_dup_ids (&rows, error);
  if (ids != NULL && field != HF_FILTER_TEXT)
    g_array_sort (ids, compare_ids);
  return ids;
}

/* Returns: (transfer full) (element-type GArray): or %NULL with an error */
static GPtrArray *
dup_sets (HfDb *db, const Question *question, GError **error)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (int i = 0; i <= OF_AGENT; i++)
    {
      GArray *set;

      if (!wants_set (question, i))
        continue;
      set = dup_set (db, question, i, error);
      if (set == NULL)
        return NULL;
      g_ptr_array_add (sets, set);
    }
  return g_steal_pointer (&sets);
}

static gboolean
is_in_all (const GPtrArray *sets, gint64 id)
{
  for (guint i = 0; i < sets->len; i++)
    {
      const GArray *set = sets->pdata[i];

      if (bsearch (&id, set->data, set->len, sizeof id, compare_ids) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Along the order's index. */
static GArray *
walk (HfDb *db, const Question *question, GError **error)
{
  g_autofree char *sql = make_sql (question, -1);
  g_autoptr (GPtrArray) sets = dup_sets (db, question, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (sets == NULL || !open_rows (&rows, db, sql, question, -1, error))
    return NULL;
  while ((question->limit == 0 || ids->len < (guint) question->limit) &&
         hf_rows_next (&rows, &local))
    {
      gint64 id = hf_rows_int (&rows, 0);

      if (is_in_all (sets, id))
        g_array_append_val (ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Those who match @driver, sorted. */
static GArray *
pick (HfDb *db, const Question *question, int driver, GError **error)
{
  g_autofree char *sql = make_sql (question, driver);
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!open_rows (&rows, db, sql, question, question->limit > 0 ? question->limit : -1, error))
    return NULL;
  return hf_rows_dup_ids (&rows, error);
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
  g_auto (Question) question = { query, limit, NULL, NULL };
  int driver;

  if (asks_for (query, HF_FILTER_TEXT))
    {
      question.match = hf_find_dup_match (query->filter->values[HF_FILTER_TEXT][0]);
      if (question.match == NULL)
        return g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  question.json = hf_customer_filter_to_json (query->filter);
  if (!find_driver (db, &question, &driver, error))
    return NULL;
  return driver < 0 ? walk (db, &question, error) : pick (db, &question, driver, error);
}
