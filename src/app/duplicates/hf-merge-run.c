/* hf-merge-run.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-merge-run.h"

#include "hf-duplicate.h"
#include "hf-merge.h"

typedef struct
{
  gint64 customer;
  gint64 other;
  GStrv take;
} Pair;

static Pair *
pair_new (gint64 customer, gint64 other, GStrv take)
{
  Pair *pair = g_new (Pair, 1);

  *pair = (Pair){ customer, other, take };
  return pair;
}

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_strfreev (pair->take);
  g_free (pair);
}

static gpointer
merge (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Pair *pair = data;

  return hf_command_merge_customers (db, actor, pair->customer, pair->other,
                                     (const char *const *) pair->take, error)
             ? data
             : NULL;
}

static gpointer
mark_different (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  Pair *pair = data;

  return hf_command_mark_different (db, actor, pair->customer, pair->other, error) ? data : NULL;
}

static gpointer
search (HfDb *db, const HfActor *actor, gpointer data, GError **error)
{
  gint64 found;

  return hf_command_find_duplicates (db, actor, &found, NULL, error) ? data : NULL;
}

/**
 * hf_merge_run:
 * @take: (transfer full): the fields in which @gone is right
 */
void
hf_merge_run (HfAppContext *context,
              gint64 kept,
              gint64 gone,
              GStrv take,
              GAsyncReadyCallback callback,
              gpointer data)
{
  hf_app_context_run_async (context, merge, pair_new (kept, gone, take), pair_free, NULL, callback,
                            data);
}

/**
 * hf_merge_run_different:
 *
 * The two are not the same person.
 */
void
hf_merge_run_different (HfAppContext *context,
                        gint64 customer,
                        gint64 other,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  hf_app_context_run_async (context, mark_different, pair_new (customer, other, NULL), pair_free,
                            NULL, callback, data);
}

/**
 * hf_merge_run_search:
 *
 * Looks through the whole branch.
 */
void
hf_merge_run_search (HfAppContext *context, GAsyncReadyCallback callback, gpointer data)
{
  hf_app_context_run_async (context, search, pair_new (0, 0, NULL), pair_free, NULL, callback,
                            data);
}
