/* hf-search.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-search.h"

#include "hf-db-private.h"

/**
 * hf_search_catch_up:
 *
 * Brings the index up to date with the cards that the triggers have noted since. Called by each
 * commit, within its transaction; a long one may call it in between, to spread the work.
 */
gboolean
hf_search_catch_up (HfDb *db, GError **error)
{
  static const HfQuery steps[] = { HF_QUERY_SEARCH_ADD_SURVIVORS, HF_QUERY_SEARCH_DROP_STALE,
                                   HF_QUERY_SEARCH_ADD_STALE, HF_QUERY_SEARCH_CAUGHT_UP };
  gint64 behind = 0;

  if (!hf_db_get_int (db, HF_QUERY_SEARCH_IS_BEHIND, &behind, error, ""))
    return FALSE;
  for (guint i = 0; behind != 0 && i < G_N_ELEMENTS (steps); i++)
    if (!hf_db_run (db, steps[i], error, ""))
      return FALSE;
  return TRUE;
}

/**
 * hf_search_rebuild:
 *
 * Makes the whole index anew; for a migration after which cards are found under other words. Within
 * the caller's transaction.
 */
gboolean
hf_search_rebuild (HfDb *db, GError **error)
{
  return hf_db_run (db, HF_QUERY_SEARCH_CLEAR, error, "") &&
         hf_db_run (db, HF_QUERY_SEARCH_ALL_STALE, error, "") && hf_search_catch_up (db, error);
}

/**
 * hf_search_compact:
 *
 * Makes the index one piece, in steps between which others can write: words of cards that are gone
 * stand in its older pieces until then. Some 15 seconds with a million customers; outside an
 * operation.
 */
gboolean
hf_search_compact (HfDb *db, GError **error)
{
  HfQuery step = HF_QUERY_SEARCH_COMPACT_BEGIN;
  sqlite3_int64 before;

  do
    {
      before = sqlite3_total_changes64 (db->handle);
      if (!hf_db_run (db, step, error, ""))
        return FALSE;
      step = HF_QUERY_SEARCH_COMPACT_GO_ON;
    }
  /* FTS5 says by fewer than two changes that nothing is left to do. */
  while (sqlite3_total_changes64 (db->handle) - before >= 2);
  return TRUE;
}
