/* hf-db-functions.c: SQL functions that the schema's triggers and the queries call
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-private.h"

#include <glib/gi18n-lib.h>

gint64
hf_db_new_id (HfDb *db)
{
  return db->device_no << HF_ID_DEVICE_SHIFT | db->next_id++;
}

/* hf_op (): the running operation. A write outside of one cannot be undone, so it does not happen.
 */
static void
sql_operation (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  HfDb *db = sqlite3_user_data (context);

  if (db->operation != 0)
    sqlite3_result_int64 (context, db->operation);
  else
    sqlite3_result_error (context, "a write outside of an operation", -1);
}

/* hf_new_id (): for INSERT ... SELECT */
static void
sql_new_id (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  sqlite3_result_int64 (context, hf_db_new_id (sqlite3_user_data (context)));
}

/* hf_month (day): year * 12 + month - 1 */
static void
sql_month (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  int year, month;

  hf_day_to_ymd (sqlite3_value_int64 (values[0]), &year, &month, NULL);
  sqlite3_result_int64 (context, year * 12 + month - 1);
}

gboolean
hf_db_add_functions (HfDb *db, GError **error)
{
  static const struct
  {
    const char *name;
    int n_values;
    int flags;
    void (*run) (sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
    { "hf_op", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, sql_operation },
    { "hf_new_id", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, sql_new_id },
    { "hf_month", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, sql_month },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      if (sqlite3_create_function (db->handle, functions[i].name, functions[i].n_values,
                                   functions[i].flags, db, functions[i].run, NULL,
                                   NULL) != SQLITE_OK)
        return hf_db_set_error (db, error);
    }
  return TRUE;
}
