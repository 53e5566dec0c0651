/* hf-change-log.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-change-log.h"

#include <string.h>

/* Tables that no person writes: the log itself, and what is kept by triggers or by the reminder
 * process. */
static const char *const unlogged[] = { "meta",      "operation",    "change",
                                        "audit",     "delivery",     "visit_counter",
                                        "day_count", "day_count_of", "search_stale",
                                        NULL };

/* The search index and the tables in which FTS5 keeps it. */
#define SEARCH_INDEX "customer_search"

/* Columns that triggers and the daily evaluation keep. Undo restores them through the rows that
 * they are derived from; logging them would make every later visit a conflict. */
static const char *const derived[] = { "customer.last_contact_at",
                                       "customer.next_due_at",
                                       "customer.supply_until_on",
                                       "customer.tier_rank",
                                       "customer.tier",
                                       "customer.stage",
                                       "customer.name_sort",
                                       "enrolment.evaluate_on",
                                       "follow_up.reminded_for_at",
                                       NULL };

/**
 * hf_change_log_covers:
 *
 * Whether changes of @table are logged, and so can be undone.
 */
gboolean
hf_change_log_covers (const char *table)
{
  return !g_strv_contains (unlogged, table) && !g_str_has_prefix (table, "sqlite_") &&
         !g_str_has_prefix (table, SEARCH_INDEX);
}

gboolean
hf_change_log_is_derived (const char *table, const char *column)
{
  g_autofree char *name = g_strconcat (table, ".", column, NULL);

  return g_strv_contains (derived, name);
}

/**
 * hf_change_log_dup_columns:
 *
 * Returns: (transfer full) (element-type utf8): the columns of @table that are logged, or %NULL
 */
GPtrArray *
hf_change_log_dup_columns (HfDb *db, const char *table, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_SCHEMA_COLUMNS, error, "s", table))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      if (!hf_change_log_is_derived (table, hf_rows_text (&rows, 0)))
        g_ptr_array_add (columns, hf_rows_dup (&rows, 0));
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&columns);
}

static void
append_insert_trigger (GString *sql, const char *table)
{
  g_string_append_printf (sql,
                          "CREATE TRIGGER log_%s_insert AFTER INSERT ON %s BEGIN\n"
                          "  INSERT INTO change (op_id, tbl, row_id, kind) VALUES (hf_op (), '%s', "
                          "NEW.id, 'I');\nEND;\n",
                          table, table, table);
}

/* @columns with @before in front of each and @between them. */
static void
append_columns (GString *sql, GPtrArray *columns, const char *before, const char *between)
{
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s%s%s", i > 0 ? between : "", before,
                            (char *) columns->pdata[i]);
}

/* Only the columns that differ, as two JSON objects with the same keys. */
static void
append_update_trigger (GString *sql, const char *table, GPtrArray *columns)
{
  g_string_append_printf (sql, "CREATE TRIGGER log_%s_update AFTER UPDATE OF ", table);
  append_columns (sql, columns, "", ", ");
  g_string_append_printf (sql,
                          " ON %s BEGIN\n"
                          "  INSERT INTO change (op_id, tbl, row_id, kind, old, new)\n"
                          "  SELECT hf_op (), '%s', OLD.id, 'U', hf_log_old (), hf_log_new () "
                          "WHERE hf_log_differs ('",
                          table, table);
  append_columns (sql, columns, "", " ");
  g_string_append_c (sql, '\'');
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, ", OLD.%s, NEW.%s", (char *) columns->pdata[i],
                            (char *) columns->pdata[i]);
  g_string_append (sql, ");\nEND;\n");
}

static void
append_delete_trigger (GString *sql, const char *table, GPtrArray *columns)
{
  g_string_append_printf (sql,
                          "CREATE TRIGGER log_%s_delete AFTER DELETE ON %s BEGIN\n"
                          "  INSERT INTO change (op_id, tbl, row_id, kind, old)\n"
                          "  VALUES (hf_op (), '%s', OLD.id, 'D', hf_log_row ('",
                          table, table, table);
  append_columns (sql, columns, "", " ");
  g_string_append (sql, "', ");
  append_columns (sql, columns, "OLD.", ", ");
  g_string_append (sql, "));\nEND;\n");
}

static gboolean
make_for_table (HfDb *db, const char *table, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) columns = hf_change_log_dup_columns (db, table, error);

  if (columns == NULL)
    return FALSE;
  append_insert_trigger (sql, table);
  append_update_trigger (sql, table, columns);
  append_delete_trigger (sql, table, columns);
  return hf_db_execute (db, sql->str, error);
}

static GPtrArray *
dup_names (HfDb *db, HfQuery query, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, query, error, ""))
    return NULL;
  while (hf_rows_next (&rows, &local))
    g_ptr_array_add (names, hf_rows_dup (&rows, 0));
  if (local == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_change_log_make_triggers:
 *
 * Makes the log's triggers anew from the schema as it stands, at the end of a migration, so that no
 * table can be forgotten. Within the caller's transaction.
 */
gboolean
hf_change_log_make_triggers (HfDb *db, GError **error)
{
  g_autoptr (GPtrArray) old = dup_names (db, HF_QUERY_SCHEMA_LOG_TRIGGERS, error);
  g_autoptr (GPtrArray) tables = NULL;

  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    {
      g_autofree char *drop = g_strdup_printf ("DROP TRIGGER %s", (char *) old->pdata[i]);

      if (!hf_db_execute (db, drop, error))
        return FALSE;
    }
  tables = dup_names (db, HF_QUERY_SCHEMA_TABLES, error);
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      const char *table = tables->pdata[i];

      if (hf_change_log_covers (table) && !make_for_table (db, table, error))
        return FALSE;
    }
  return tables != NULL;
}
