/* hf-change-values.c: what the triggers of the change log call to write down columns as JSON
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-change-values.h"

#include <string.h>

/* Every connection holds the schema with all triggers in memory, and said in SQL the comparison of
 * each column is four times as much of it; see docs/decisions/0046-memory.md. */

static void
append_text (GString *json, const char *text, gsize length)
{
  g_string_append_c (json, '"');
  for (const char *at = text; at < text + length; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *at < 0x20)
        g_string_append_printf (json, "\\u%04x", *at);
      else
        g_string_append_c (json, *at);
    }
  g_string_append_c (json, '"');
}

/* No column is anything but INTEGER or TEXT, which a test sees to. */
static void
append_value (GString *json, sqlite3_value *value)
{
  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, (gint64) sqlite3_value_int64 (value));
      break;
    case SQLITE_NULL:
      g_string_append (json, "null");
      break;
    default:
      {
        const char *text = (const char *) sqlite3_value_text (value);

        append_text (json, text, (gsize) sqlite3_value_bytes (value));
      }
    }
}

static void
append_member (GString *json, const char *name, gsize length, sqlite3_value *value)
{
  g_string_append (json, json->len > 0 ? ",\"" : "{\"");
  g_string_append_len (json, name, (gssize) length);
  g_string_append (json, "\":");
  append_value (json, value);
}

static gboolean
is_same (sqlite3_value *a, sqlite3_value *b)
{
  int type = sqlite3_value_type (a);
  int length;

  if (type != sqlite3_value_type (b) || type == SQLITE_NULL)
    return type == sqlite3_value_type (b);
  if (type == SQLITE_INTEGER)
    return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);
  length = sqlite3_value_bytes (a);
  if (length != sqlite3_value_bytes (b))
    return FALSE;
  /* SQLite has no bytes to point at for an empty text. */
  return length == 0 ||
         memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b), (gsize) length) == 0;
}

/* The name at *@names, which is moved behind it. */
static const char *
take_name (const char **names, gsize *length)
{
  const char *name = *names;

  *length = strcspn (name, " ");
  *names = name + *length + (name[*length] == ' ');
  return name;
}

/* hf_log_row ('a b …', OLD.a, OLD.b, …): {"a":…,"b":…} */
static void
sql_row (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *names = (const char *) sqlite3_value_text (values[0]);
  GString *json = g_string_new (NULL);
  gsize length;

  for (int i = 1; i < n_values; i++)
    {
      const char *name = take_name (&names, &length);

      append_member (json, name, length, values[i]);
    }
  g_string_append_c (json, '}');
  length = json->len;
  sqlite3_result_text64 (context, g_string_free (json, FALSE), length, g_free, SQLITE_UTF8);
}

/* hf_log_differs ('a b …', OLD.a, NEW.a, OLD.b, NEW.b, …): whether any does; hf_log_old () and
 * hf_log_new () then say which and how, for the row that the trigger is about to write. */
static void
sql_differs (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  HfDb *db = sqlite3_user_data (context);
  const char *names = (const char *) sqlite3_value_text (values[0]);
  gsize length;

  g_string_truncate (db->changed_from, 0);
  g_string_truncate (db->changed_to, 0);
  for (int i = 1; i + 1 < n_values; i += 2)
    {
      const char *name = take_name (&names, &length);

      if (is_same (values[i], values[i + 1]))
        continue;
      append_member (db->changed_from, name, length, values[i]);
      append_member (db->changed_to, name, length, values[i + 1]);
    }
  sqlite3_result_int (context, db->changed_from->len > 0);
}

static void
give_changed (sqlite3_context *context, GString *json)
{
  g_string_append_c (json, '}');
  sqlite3_result_text64 (context, json->str, json->len, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void
sql_old (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  give_changed (context, ((HfDb *) sqlite3_user_data (context))->changed_from);
}

static void
sql_new (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  give_changed (context, ((HfDb *) sqlite3_user_data (context))->changed_to);
}

const HfSqlFunction hf_change_functions[] = {
  { "hf_log_row", -1, SQLITE_UTF8 | SQLITE_INNOCUOUS, sql_row },
  { "hf_log_differs", -1, SQLITE_UTF8 | SQLITE_INNOCUOUS, sql_differs },
  { "hf_log_old", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, sql_old },
  { "hf_log_new", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, sql_new },
  { NULL },
};
