/* hf-find.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-find.h"

#include <string.h>

#include "hf-phone.h"

<<<<<<< HEAD
#define TAIL_LENGTH (4)

static gboolean
has_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Adds what a query finds and is not there yet, up to @limit. */
static gboolean
append_found (GArray *ids, HfDb *db, HfQuery query, const char *text, int limit, GError **error)
{
  g_autoptr (GArray) found = NULL;

  if (ids->len >= (guint) limit)
    return TRUE;
  found = hf_db_dup_ids (db, query, error, "si", text, limit);
  for (guint i = 0; found != NULL && i < found->len && ids->len < (guint) limit; i++)
    {
      gint64 id = g_array_index (found, gint64, i);

      if (!has_id (ids, id))
        g_array_append_val (ids, id);
    }
  return found != NULL;
=======
#define TAIL_DIGITS (4)

static void
add_once (GArray *ids, gint64 id, int limit)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  if (ids->len < (guint) limit)
    g_array_append_val (ids, id);
}

static gboolean
add_found (GArray *ids, HfDb *db, HfQuery query, const char *text, int limit, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (ids->len >= (guint) limit)
    return TRUE;
  if (!hf_rows_open (&rows, db, query, error, "si", text, limit))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    add_once (ids, hf_rows_int (&rows, 0), limit);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

static gboolean
add_by_phone (GArray *ids, HfDb *db, const char *text, int limit, GError **error)
{
  g_autofree char *number = hf_phone_normalise (text);

  if (number == NULL || !is_number (number))
    return TRUE;
  if (strlen (number) == TAIL_DIGITS)
    return add_found (ids, db, HF_QUERY_FIND_BY_PHONE_TAIL, number, limit, error);
  return add_found (ids, db, HF_QUERY_FIND_BY_PHONE, number, limit, error);
>>>>>>> app
}

/**
 * hf_find_customers:
<<<<<<< HEAD
 * @text: a name or the beginning or a part of it, a whole phone number, or its last 4 digits
 * (PHONE-1)
 * @limit: how many at most
 *
 * Not for the main thread: a part of a name is looked for in all of them.
 *
 * Returns: (transfer full) (element-type gint64): best first, or %NULL with an error
=======
 * @text: a name, the beginning or any part of one; a full number or its last four digits (PHONE-1)
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type gint64): the best first, none for an empty text, or %NULL
 * with an error
>>>>>>> app
 */
GArray *
hf_find_customers (HfDb *db, const char *text, int limit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *clean = g_strstrip (g_strdup (text));
<<<<<<< HEAD
  g_autofree char *digits = hf_phone_normalise (clean);

  if (*clean == '\0')
    return g_steal_pointer (&ids);
  if (digits != NULL && strlen (digits) >= TAIL_LENGTH)
    {
      HfQuery query =
          strlen (digits) == TAIL_LENGTH ? HF_QUERY_FIND_BY_PHONE_TAIL : HF_QUERY_FIND_BY_PHONE;

      if (!append_found (ids, db, query, digits, limit, error))
        return NULL;
    }
  if (!append_found (ids, db, HF_QUERY_FIND_BY_NAME, clean, limit, error) ||
      !append_found (ids, db, HF_QUERY_FIND_BY_NAME_PART, clean, limit, error))
=======

  if (*clean == '\0')
    return g_steal_pointer (&ids);
  if (!add_by_phone (ids, db, clean, limit, error) ||
      !add_found (ids, db, HF_QUERY_FIND_BY_NAME, clean, limit, error) ||
      !add_found (ids, db, HF_QUERY_FIND_BY_NAME_PART, clean, limit, error))
>>>>>>> app
    return NULL;
  return g_steal_pointer (&ids);
}
