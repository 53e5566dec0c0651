/* hf-rows.c: statements, their values and their rows
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-private.h"

static sqlite3_stmt *
prepare_text (HfDb *db, const char *sql, guint flags, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (db->handle, sql, -1, flags, &statement, NULL) != SQLITE_OK)
    hf_db_set_error (db, error);
  return statement;
}

/* A cached statement that is still running further up the stack is not touched: its double is
 * made for this use alone. */
static gboolean
take_statement (HfRows *rows, HfDb *db, sqlite3_stmt *cached, const char *sql, GError **error)
{
  rows->db = db;
  rows->own = sqlite3_stmt_busy (cached);
  rows->statement = rows->own ? prepare_text (db, sql, 0, error) : cached;
  return rows->statement != NULL;
}

static gboolean
find_statement (HfRows *rows, HfDb *db, HfQuery query, GError **error)
{
  const char *sql = hf_query_texts[query];

  if (db->cache[query] == NULL)
    db->cache[query] = prepare_text (db, sql, SQLITE_PREPARE_PERSISTENT, error);
  return db->cache[query] != NULL && take_statement (rows, db, db->cache[query], sql, error);
}

static gboolean
find_text (HfRows *rows, HfDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *cached = g_hash_table_lookup (db->texts, sql);

  if (cached == NULL)
    {
      cached = prepare_text (db, sql, SQLITE_PREPARE_PERSISTENT, error);
      if (cached == NULL)
        return FALSE;
      g_hash_table_insert (db->texts, g_strdup (sql), cached);
    }
  return take_statement (rows, db, cached, sql, error);
}

static void
bind_number (sqlite3_stmt *statement, int index, gint64 value, gint64 null)
{
  if (value == null)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int64 (statement, index, value);
}

/* i: int · l: gint64 · r: gint64 id, 0 is NULL · d: HfDay or HfMinute, HF_DAY_NONE is NULL
 * · s: UTF-8, NULL is NULL. Texts must outlive the statement's run. */
static void
bind_values (sqlite3_stmt *statement, const char *format, va_list values)
{
  for (int i = 1; *format != '\0'; format++, i++)
    {
      switch (*format)
        {
        case 'i':
          sqlite3_bind_int64 (statement, i, va_arg (values, int));
          break;
        case 'l':
          sqlite3_bind_int64 (statement, i, va_arg (values, gint64));
          break;
        case 'r':
          bind_number (statement, i, va_arg (values, gint64), 0);
          break;
        case 'd':
          bind_number (statement, i, va_arg (values, gint64), HF_DAY_NONE);
          break;
        case 's':
          sqlite3_bind_text (statement, i, va_arg (values, const char *), -1, SQLITE_STATIC);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/**
 * hf_rows_open:
 * @rows: an empty #HfRows
 * @format: one letter a value: `i` int, `l` gint64, `r` gint64 reference (0 = none), `d` #HfDay or
 *   #HfMinute (%HF_DAY_NONE = none), `s` text (borrowed until the rows are closed)
 *
 * Starts a named query. Rows come with hf_rows_next().
 */
gboolean
hf_rows_open (HfRows *rows, HfDb *db, HfQuery query, GError **error, const char *format, ...)
{
  va_list values;

  if (!find_statement (rows, db, query, error))
    return FALSE;
  va_start (values, format);
  bind_values (rows->statement, format, values);
  va_end (values);
  return TRUE;
}

/**
 * hf_rows_open_text:
 * @sql: one statement, made by code from the schema or a filter; never from what a person typed
 *
 * Like hf_rows_open().
 */
gboolean
hf_rows_open_text (HfRows *rows, HfDb *db, const char *sql, GError **error, const char *format, ...)
{
  va_list values;

  if (!find_text (rows, db, sql, error))
    return FALSE;
  va_start (values, format);
  bind_values (rows->statement, format, values);
  va_end (values);
  return TRUE;
}

/**
 * hf_rows_next:
 *
 * Returns: %TRUE when there is a row to read. At the end, or at an error, which is then set, the
 *   rows are closed.
 */
gboolean
hf_rows_next (HfRows *rows, GError **error)
{
  int result = sqlite3_step (rows->statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    hf_db_set_error (rows->db, error);
  hf_rows_close (rows);
  return FALSE;
}

/**
 * hf_rows_need:
 * @missing: for a clerk: what it means that there is no row
 *
 * hf_rows_next() for a row that has to be there.
 *
 * Returns: %FALSE with an error: @missing as %HF_ERROR_NOT_FOUND, or what the database says
 */
gboolean
hf_rows_need (HfRows *rows, const char *missing, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (hf_rows_next (rows, &local))
    return TRUE;
  if (local == NULL)
    local = g_error_new_literal (HF_ERROR, HF_ERROR_NOT_FOUND, missing);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gint64
hf_rows_int (HfRows *rows, int column)
{
  return sqlite3_column_int64 (rows->statement, column);
}

gint64
hf_rows_int_or (HfRows *rows, int column, gint64 otherwise)
{
  return hf_rows_is_null (rows, column) ? otherwise : hf_rows_int (rows, column);
}

gboolean
hf_rows_is_null (HfRows *rows, int column)
{
  return sqlite3_column_type (rows->statement, column) == SQLITE_NULL;
}

/**
 * hf_rows_text:
 *
 * Returns: (transfer none) (nullable): valid until the next row
 */
const char *
hf_rows_text (HfRows *rows, int column)
{
  return (const char *) sqlite3_column_text (rows->statement, column);
}

/**
 * hf_rows_dup:
 *
 * Returns: (transfer full) (nullable):
 */
char *
hf_rows_dup (HfRows *rows, int column)
{
  return g_strdup (hf_rows_text (rows, column));
}

void
hf_rows_close (HfRows *rows)
{
  if (rows->statement == NULL)
    return;
  if (rows->own)
    sqlite3_finalize (rows->statement);
  else
    {
      sqlite3_reset (rows->statement);
      sqlite3_clear_bindings (rows->statement);
    }
  rows->statement = NULL;
}

static gboolean
open_with (
    HfRows *rows, HfDb *db, HfQuery query, const char *format, va_list values, GError **error)
{
  if (!find_statement (rows, db, query, error))
    return FALSE;
  bind_values (rows->statement, format, values);
  return TRUE;
}

static gboolean
run_to_end (HfRows *rows, GError **error)
{
  g_autoptr (GError) local = NULL;

  while (hf_rows_next (rows, &local))
    ;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_db_run:
 *
 * Runs a named query to its end; see hf_rows_open() for @format.
 */
gboolean
hf_db_run (HfDb *db, HfQuery query, GError **error, const char *format, ...)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  gboolean opened;
  va_list values;

  va_start (values, format);
  opened = open_with (&rows, db, query, format, values, error);
  va_end (values);
  if (!opened)
    return FALSE;
  return run_to_end (&rows, error);
}

gboolean
hf_db_run_text (HfDb *db, const char *sql, GError **error, const char *format, ...)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  va_list values;

  if (!find_text (&rows, db, sql, error))
    return FALSE;
  va_start (values, format);
  bind_values (rows.statement, format, values);
  va_end (values);
  return run_to_end (&rows, error);
}

/**
 * hf_db_execute:
 * @script: statements separated by `;`
 */
gboolean
hf_db_execute (HfDb *db, const char *script, GError **error)
{
  if (sqlite3_exec (db->handle, script, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return hf_db_set_error (db, error);
}

/**
 * hf_db_get_int:
 * @value: (out): the first column of the first row; untouched when there is no row or it is NULL
 *
 * Returns: %FALSE only at an error
 */
gboolean
hf_db_get_int (HfDb *db, HfQuery query, gint64 *value, GError **error, const char *format, ...)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  gboolean opened;
  va_list values;

  va_start (values, format);
  opened = open_with (&rows, db, query, format, values, error);
  va_end (values);
  if (!opened)
    return FALSE;
  if (hf_rows_next (&rows, &local))
    *value = hf_rows_int_or (&rows, 0, *value);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hf_db_dup_text:
 *
 * Returns: (transfer full) (nullable): the first column of the first row, %NULL when there is none
 */
char *
hf_db_dup_text (HfDb *db, HfQuery query, GError **error, const char *format, ...)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  gboolean opened;
  va_list values;

  va_start (values, format);
  opened = open_with (&rows, db, query, format, values, error);
  va_end (values);
  if (!opened)
    return NULL;
  return hf_rows_next (&rows, error) ? hf_rows_dup (&rows, 0) : NULL;
}

/**
 * hf_rows_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): the first column of all rows that are left, or
 * %NULL with an error
 */
GArray *
hf_rows_dup_ids (HfRows *rows, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;

  while (hf_rows_next (rows, &local))
    {
      gint64 id = hf_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_db_dup_ids:
 *
 * Returns: (transfer full) (element-type gint64): the first column of a named query, or %NULL with
 * an error
 */
GArray *
hf_db_dup_ids (HfDb *db, HfQuery query, GError **error, const char *format, ...)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  gboolean opened;
  va_list values;

  va_start (values, format);
  opened = open_with (&rows, db, query, format, values, error);
  va_end (values);
  if (!opened)
    return NULL;
  return hf_rows_dup_ids (&rows, error);
}

/**
 * hf_db_get_changes:
 *
 * Returns: how many rows the last statement changed
 */
gint64
hf_db_get_changes (HfDb *db)
{
  return sqlite3_changes64 (db->handle);
}
