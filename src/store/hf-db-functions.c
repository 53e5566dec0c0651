/* hf-db-functions.c: SQL functions that the schema's triggers and the queries call
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-db-private.h"

#include <glib/gi18n-lib.h>

#include "hf-change-values.h"
#include "hf-search-tokens.h"

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

static void
give_text (sqlite3_context *context, GString *text)
{
  gsize length = text->len;

  sqlite3_result_text64 (context, g_string_free (text, FALSE), length, g_free, SQLITE_UTF8);
}

/* hf_search_tokens ('name' | 'place' | 'tag' | 'phone' | 'owner', value) */
static void
sql_search_tokens (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  static const struct
  {
    const char *kind;
    void (*append) (GString *, const char *);
  } kinds[] = {
    { "name", hf_search_append_name },
    { "place", hf_search_append_place },
    { "tag", hf_search_append_tag },
    { "phone", hf_search_append_phone },
  };
  const char *kind = (const char *) sqlite3_value_text (values[0]);
  const char *text = (const char *) sqlite3_value_text (values[1]);
  GString *tokens = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i].kind) == 0 && text != NULL && *text != '\0')
      kinds[i].append (tokens, text);
  if (g_strcmp0 (kind, "owner") == 0)
    hf_search_append_owner (tokens, sqlite3_value_int64 (values[1]));
  give_text (context, tokens);
}

/* hf_name_sort (name): what lists of names are ordered by */
static void
sql_name_sort (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *name = (const char *) sqlite3_value_text (values[0]);
  char *key = hf_search_dup_sort_key (name != NULL ? name : "");

  sqlite3_result_text (context, key, -1, g_free);
}

static gboolean
add_functions (HfDb *db, const HfSqlFunction *functions, GError **error)
{
  for (; functions->name != NULL; functions++)
    {
      if (sqlite3_create_function (db->handle, functions->name, functions->n_values,
                                   functions->flags, db, functions->run, NULL, NULL) != SQLITE_OK)
        return hf_db_set_error (db, error);
    }
  return TRUE;
}

gboolean
hf_db_add_functions (HfDb *db, GError **error)
{
  static const HfSqlFunction functions[] = {
    { "hf_op", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, sql_operation },
    { "hf_new_id", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, sql_new_id },
    { "hf_name_sort", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, sql_name_sort },
    { "hf_search_tokens", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
      sql_search_tokens },
    { "hf_month", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, sql_month },
    { NULL },
  };

  return add_functions (db, functions, error) && add_functions (db, hf_change_functions, error);
}
