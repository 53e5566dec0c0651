/* hf-tier-schemes.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-tier-schemes.h"

#include <glib/gi18n-lib.h>

#include "hf-db-private.h"
#include "hf-store-resources.h"

#define SCHEME_FOLDER "/org/huifang/Huifang/tier-schemes/"

/* Until a manager chooses another one. */
#define LEADING_SCHEME "loyalty"

static void
clear_scheme (gpointer data)
{
  HfStoredScheme *stored = data;

  hf_tier_scheme_free (stored->scheme);
}

/**
 * hf_tier_schemes_get:
 *
 * Returns: (transfer none) (element-type HfStoredScheme): those in use, the leading one first; kept
 * by @db. %NULL with an error
 */
GArray *
hf_tier_schemes_get (HfDb *db, GError **error)
{
  g_autoptr (GArray) schemes = NULL;
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (db->schemes != NULL)
    return db->schemes;
  if (!hf_rows_open (&rows, db, HF_QUERY_TIER_SCHEME_LIST, error, ""))
    return NULL;
  schemes = g_array_new (FALSE, FALSE, sizeof (HfStoredScheme));
  g_array_set_clear_func (schemes, clear_scheme);
  while (hf_rows_next (&rows, &local))
    {
      HfStoredScheme stored = { hf_rows_int (&rows, 0), hf_rows_int (&rows, 3) != 0, NULL };

      stored.scheme =
          hf_tier_scheme_parse (hf_rows_text (&rows, 1), hf_rows_text (&rows, 2), -1, error);
      if (stored.scheme == NULL)
        return NULL;
      g_array_append_val (schemes, stored);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  db->schemes = g_steal_pointer (&schemes);
  db->clear_schemes = (GDestroyNotify) g_array_unref;
  return db->schemes;
}

/**
 * hf_tier_schemes_find:
 * @key: (nullable): %NULL for the leading one
 *
 * Returns: (transfer none): or %NULL with %HF_ERROR_NOT_FOUND
 */
const HfStoredScheme *
hf_tier_schemes_find (HfDb *db, const char *key, GError **error)
{
  GArray *schemes = hf_tier_schemes_get (db, error);

  if (schemes == NULL)
    return NULL;
  for (guint i = 0; i < schemes->len; i++)
    {
      const HfStoredScheme *stored = &g_array_index (schemes, HfStoredScheme, i);

      if (key == NULL ? stored->leading : g_str_equal (stored->scheme->id, key))
        return stored;
    }
  g_set_error (error, HF_ERROR, HF_ERROR_NOT_FOUND, _ ("There is no tier scheme “%s”."),
               key != NULL ? key : "");
  return NULL;
}

static gboolean
install (HfDb *db, const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (SCHEME_FOLDER, file, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (hf_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (HfTierScheme) scheme = NULL;

  if (bytes == NULL)
    return FALSE;
  scheme = hf_tier_scheme_parse (file, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes), error);
  return scheme != NULL &&
         hf_db_run (db, HF_QUERY_TIER_SCHEME_INSERT, error, "lssi", hf_db_new_id (db), scheme->id,
                    (const char *) g_bytes_get_data (bytes, NULL),
                    g_str_equal (scheme->id, LEADING_SCHEME) ? 1 : 0);
}

/**
 * hf_tier_schemes_install_shipped:
 *
 * Writes the schemes that come with the program into the branch's database, within a running
 * operation.
 */
gboolean
hf_tier_schemes_install_shipped (HfDb *db, GError **error)
{
  g_auto (GStrv) files = g_resource_enumerate_children (hf_store_get_resource (), SCHEME_FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (db->schemes != NULL)
    db->clear_schemes (g_steal_pointer (&db->schemes));
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      if (!install (db, files[i], error))
        return FALSE;
    }
  return files != NULL;
}
