/* hf-duplicate.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-duplicate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hf-db-private.h"
#include "hf-lookup.h"
#include "hf-office.h"

/* Of cards that share something, each is put beside each other one; where more share it (a shop's
 * number), beside the first of them only: the search must cost the same for each card. */
#define EACH_WITH_EACH (6)

void
hf_duplicate_free (HfDuplicate *duplicate)
{
  g_free (duplicate->why);
  g_free (duplicate);
}

/**
 * hf_duplicate_get_reason:
 * @why: see #HfDuplicate
 *
 * Returns: (transfer none): what two cards have in common
 */
const char *
hf_duplicate_get_reason (const char *why)
{
  if (strcmp (why, "phone") == 0)
    return _ ("Same phone number");
  return strcmp (why, "name-birth") == 0 ? _ ("Same name and birth date")
                                         : _ ("Same name and address");
}

static gboolean
insert_pair (HfDb *db, gint64 customer, gint64 other, const char *why, GError **error)
{
  return customer == other || hf_db_run (db, HF_QUERY_DUPLICATE_INSERT, error, "llls",
                                         hf_db_new_id (db), customer, other, why);
}

static gboolean
note_twins (HfDb *db, gint64 customer, HfQuery query, const char *why, GError **error)
{
  g_autoptr (GArray) twins = hf_db_dup_ids (db, query, error, "l", customer);

  for (guint i = 0; twins != NULL && i < twins->len; i++)
    {
      if (!insert_pair (db, g_array_index (twins, gint64, i), customer, why, error))
        return FALSE;
    }
  return twins != NULL;
}

/**
 * hf_duplicate_note:
 *
 * Within a running operation that wrote a card: who may be the same person is offered for merging
 * (CARD-12). The card stays as it is all the same; a family may share a number.
 */
gboolean
hf_duplicate_note (HfDb *db, gint64 customer, GError **error)
{
  return note_twins (db, customer, HF_QUERY_DUPLICATE_TWINS_BIRTH, "name-birth", error) &&
         note_twins (db, customer, HF_QUERY_DUPLICATE_TWINS_ADDRESS, "name-address", error) &&
         note_twins (db, customer, HF_QUERY_DUPLICATE_TWINS_PHONE, "phone", error);
}

/**
 * hf_duplicate_dup_twins:
 *
 * Returns: (transfer full) (element-type gint64): who may be the same person and is offered for
 *   merging (CARD-12); %NULL with an error
 */
GArray *
hf_duplicate_dup_twins (HfDb *db, gint64 id, GError **error)
{
  return hf_db_dup_ids (db, HF_QUERY_CUSTOMER_DUPLICATES, error, "l", id);
}

/* ROLE-1: an agent sees the own customers and those without an owner. */
static gint64
get_seen_by (const HfActor *actor)
{
  return actor->role == HF_ROLE_MANAGER ? 0 : actor->staff_id;
}

/**
 * hf_duplicate_dup_list:
 * @customer: of this card only; 0 for the whole branch
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type HfDuplicate): what is offered to @actor, or %NULL with an
 *   error
 */
GPtrArray *
hf_duplicate_dup_list (HfDb *db, const HfActor *actor, gint64 customer, int limit, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_duplicate_free);
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, db, HF_QUERY_DUPLICATE_LIST, error, "lli", get_seen_by (actor),
                     customer, limit))
    return NULL;
  while (hf_rows_next (&rows, &local))
    {
      HfDuplicate *duplicate = g_new (HfDuplicate, 1);

      *duplicate = (HfDuplicate){ hf_rows_int (&rows, 0), hf_rows_int (&rows, 1),
                                  hf_rows_int (&rows, 2), hf_rows_dup (&rows, 3) };
      g_ptr_array_add (list, duplicate);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hf_duplicate_count:
 *
 * Returns: how many pairs are offered to @actor, -1 with an error
 */
gint64
hf_duplicate_count (HfDb *db, const HfActor *actor, GError **error)
{
  gint64 count = 0;

  return hf_db_get_int (db, HF_QUERY_DUPLICATE_COUNT, &count, error, "l", get_seen_by (actor))
             ? count
             : -1;
}

typedef struct
{
  HfDb *db;
  const char *why;
  GCancellable *cancellable;
  char *key;   /* what the cards of the group share */
  GArray *ids; /* (element-type gint64): its first cards */
  gint64 *found;
} Search;

static gboolean
add_pair (Search *search, gint64 customer, gint64 other, GError **error)
{
  gint64 known = 0;

  if (!hf_db_get_int (search->db, HF_QUERY_DUPLICATE_STATE, &known, error, "ll", customer, other))
    return FALSE;
  if (known != 0 || customer == other)
    return TRUE;
  *search->found += 1;
  return insert_pair (search->db, customer, other, search->why, error);
}

static gboolean
take_card (Search *search, const char *key, gint64 id, GError **error)
{
  if (g_strcmp0 (key, search->key) != 0)
    {
      g_free (search->key);
      search->key = g_strdup (key);
      g_array_set_size (search->ids, 0);
    }
  for (guint i = 0; i < search->ids->len; i++)
    {
      gboolean is_few = search->ids->len < EACH_WITH_EACH;

      if ((i == 0 || is_few) &&
          !add_pair (search, g_array_index (search->ids, gint64, i), id, error))
        return FALSE;
    }
  if (search->ids->len < EACH_WITH_EACH)
    g_array_append_val (search->ids, id);
  return TRUE;
}

static gboolean
search_all (Search *search, HfQuery query, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;

  if (!hf_rows_open (&rows, search->db, query, error, ""))
    return FALSE;
  while (hf_rows_next (&rows, &local))
    {
      if (g_cancellable_set_error_if_cancelled (search->cancellable, error) ||
          !take_card (search, hf_rows_text (&rows, 0), hf_rows_int (&rows, 1), error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
search_branch (HfDb *db, gint64 *found, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    HfQuery query;
    const char *why;
  } searches[] = { { HF_QUERY_DUPLICATE_ALL_BIRTH, "name-birth" },
                   { HF_QUERY_DUPLICATE_ALL_ADDRESS, "name-address" },
                   { HF_QUERY_DUPLICATE_ALL_PHONE, "phone" } };
  gboolean done = TRUE;

  for (guint i = 0; done && i < G_N_ELEMENTS (searches); i++)
    {
      Search search = { db, searches[i].why, cancellable, NULL, NULL, found };

      search.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      done = search_all (&search, searches[i].query, error);
      g_array_unref (search.ids);
      g_free (search.key);
    }
  return done;
}

/**
 * hf_command_find_duplicates:
 * @found: (out): how many new pairs were found
 * @cancellable: (nullable):
 *
 * Looks through the whole branch for cards that may be one person (CARD-12); the work grows with
 * the number of cards, not with its square. What was said to be different people is left alone.
 * For a manager; takes long: not for the main thread.
 */
gboolean
hf_command_find_duplicates (
    HfDb *db, const HfActor *actor, gint64 *found, GCancellable *cancellable, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;

  *found = 0;
  return hf_actor_check_manager (actor, error) &&
         hf_operation_begin (&operation, db, actor, "duplicates.find", error) &&
         search_branch (db, found, cancellable, error) &&
         hf_operation_commit (&operation, NULL, error);
}

static gboolean
check_may_judge (HfDb *db, const HfActor *actor, gint64 customer, GError **error)
{
  gint64 owner;

  return hf_lookup_customer_owner (db, customer, &owner, error) &&
         hf_actor_check_owner (actor, owner, error);
}

/**
 * hf_command_mark_different:
 *
 * Two cards that look like one person are two: they are not offered for merging again (CARD-12).
 */
gboolean
hf_command_mark_different (
    HfDb *db, const HfActor *actor, gint64 customer, gint64 other, GError **error)
{
  g_auto (HfOperation) operation = HF_OPERATION_INIT;
  g_autofree char *name = NULL;
  gint64 pair = 0;

  if (!hf_operation_begin (&operation, db, actor, "customer.different", error) ||
      !check_may_judge (db, actor, customer, error) || !check_may_judge (db, actor, other, error) ||
      !hf_db_get_int (db, HF_QUERY_DUPLICATE_STATE, &pair, error, "ll", customer, other))
    return FALSE;
  if (pair == 0)
    {
      g_set_error_literal (error, HF_ERROR, HF_ERROR_NOT_FOUND,
                           _ ("These two cards were not taken for one person."));
      return FALSE;
    }
  name = hf_db_dup_text (db, HF_QUERY_CUSTOMER_NAME, error, "l", customer);
  return name != NULL && hf_db_run (db, HF_QUERY_DUPLICATE_SET_DIFFERENT, error, "l", pair) &&
         hf_operation_commit (&operation, name, error);
}
