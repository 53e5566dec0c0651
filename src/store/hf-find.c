/* hf-find.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-find.h"

#include <string.h>

#include "hf-phone.h"

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
}

/**
 * hf_find_customers:
 * @text: a name or the beginning or a part of it, a whole phone number, or its last 4 digits
 * (PHONE-1)
 * @limit: how many at most
 *
 * Not for the main thread: a part of a name is looked for in all of them.
 *
 * Returns: (transfer full) (element-type gint64): best first, or %NULL with an error
 */
GArray *
hf_find_customers (HfDb *db, const char *text, int limit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *clean = g_strstrip (g_strdup (text));
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
    return NULL;
  return g_steal_pointer (&ids);
}
