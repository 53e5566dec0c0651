/* hf-find.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-find.h"

#include "hf-customer-list.h"
#include "hf-office.h"
#include "hf-pinyin.h"
#include "hf-search-query.h"
#include "hf-search-tokens.h"

/* So many are read and put in order. Of more, which only a beginning such as 王 or w has, those are
 * taken that a person most likely means; see docs/decisions/0040-search.md. */
#define MAX_CANDIDATES (128)
#define MAX_OF_MANY    (32)
#define MAX_CONTACTED  (400)

typedef struct
{
  gint64 id;
  HfSearchRank rank;
  gboolean discarded;
  HfMinute last_contact_at;
} Found;

typedef struct
{
  HfDb *db;
  const HfActor *actor;
  HfSearchQuery *query;
  guint limit;
  GHashTable *seen; /* (element-type gint64) */
  GArray *found;    /* (element-type Found) */
  guint n_fitting;  /* whose name begins with what was typed */
} Find;

static void
find_clear (Find *find)
{
  hf_search_query_free (find->query);
  g_hash_table_unref (find->seen);
  g_array_unref (find->found);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Find, find_clear)

/* Best first: the whole name, its beginning, anything else; then whom somebody spoke to last. Cards
 * that were put away come after all others. */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a;
  const Found *y = b;

  if (x->discarded != y->discarded)
    return x->discarded ? 1 : -1;
  if (x->rank != y->rank)
    return (int) x->rank - (int) y->rank;
  if (x->last_contact_at != y->last_contact_at)
    return x->last_contact_at > y->last_contact_at ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* Passes over colleagues' customers (ROLE-1). */
static void
add_row (Find *find, HfRows *row)
{
  Found found = { .id = hf_rows_int (row, 0) };

  if (!g_hash_table_add (find->seen, g_memdup2 (&found.id, sizeof found.id)) ||
      !hf_actor_check_owner (find->actor, hf_rows_int (row, 4), NULL))
    return;
  found.rank = hf_search_query_rank (find->query, hf_rows_text (row, 1));
  found.last_contact_at = hf_rows_int_or (row, 2, HF_MINUTE_NONE);
  found.discarded = hf_rows_int (row, 3) != 0;
  find->n_fitting += !found.discarded && found.rank != HF_SEARCH_OTHER;
  g_array_append_val (find->found, found);
}

/* Adds all of @rows, which were opened; returns how many those were, -1 with an error. */
static int
add_rows (Find *find, HfRows *rows, GError **error)
{
  g_autoptr (GError) local = NULL;
  int n = 0;

  for (; hf_rows_next (rows, &local); n++)
    add_row (find, rows);
  if (local == NULL)
    return n;
  g_propagate_error (error, g_steal_pointer (&local));
  return -1;
}

static gboolean
add_card (Find *find, gint64 id, GError **error)
{
  g_auto (HfRows) row = HF_ROWS_INIT;

  return hf_rows_open (&row, find->db, HF_QUERY_SEARCH_CARD, error, "l", id) &&
         add_rows (find, &row, error) >= 0;
}

static gboolean
add_cards (Find *find, const gint64 *ids, guint n, GError **error)
{
  g_autofree char *json = hf_ids_to_json (ids, n);
  g_auto (HfRows) rows = HF_ROWS_INIT;

  return hf_rows_open (&rows, find->db, HF_QUERY_SEARCH_CARDS, error, "s", json) &&
         add_rows (find, &rows, error) >= 0;
}

/* Cards between two texts of an index. */
static gboolean
add_between (Find *find, HfQuery query, const char *from, const char *after, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  return hf_rows_open (&rows, find->db, query, error, "ssi", from, after, MAX_OF_MANY) &&
         add_rows (find, &rows, error) >= 0;
}

static int
add_matches (Find *find, const char *match, int limit, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, find->db, HF_QUERY_SEARCH_MATCH, error, "si", match, limit))
    return -1;
  return add_rows (find, &rows, error);
}

/* An agent's own customers and those of nobody (ROLE-1), among all. */
static char *
narrow_to_owner (const HfActor *actor, char *match)
{
  g_autofree char *all = match;
  GString *tokens;
  char *narrow;

  if (all == NULL || actor->role != HF_ROLE_AGENT)
    return g_steal_pointer (&all);
  tokens = g_string_new (NULL);
  hf_search_append_owner (tokens, actor->staff_id);
  g_string_append (tokens, "\" OR \"");
  hf_search_append_owner (tokens, 0);
  narrow = g_strdup_printf ("(%s) AND (\"%s\")", all, tokens->str);
  g_string_free (tokens, TRUE);
  return narrow;
}

static gboolean
add_sorted_from (Find *find, const char *key, GError **error)
{
  g_autofree char *after = g_strconcat (key, "{", NULL);

  return add_between (find, HF_QUERY_SEARCH_SORTED_FROM, key, after, error);
}

/* Pinyin stands in name_sort with a space after each syllable. What is longer than two syllables
 * finds no more than can all be read. */
static gboolean
add_spelled (Find *find, const char *typed, GError **error)
{
  if (!add_sorted_from (find, typed, error))
    return FALSE;
  for (gsize i = 1; typed[i] != '\0'; i++)
    {
      g_autofree char *first = g_strndup (typed, i);
      g_autofree char *key = g_strconcat (first, " ", typed + i, NULL);

      if (hf_pinyin_is_syllable (first) && !add_sorted_from (find, key, error))
        return FALSE;
    }
  return TRUE;
}

/* Those whose name begins with it, where that is few of very many: 明 as a surname. */
static gboolean
add_beginning (Find *find, GError **error)
{
  const char *typed = hf_search_query_get_joined (find->query);
  g_autofree char *text = NULL;

  if (!hf_search_query_is_letters (find->query))
    {
      text = g_strconcat (typed, "\xf4\x8f\xbf\xbf", NULL);
      return add_between (find, HF_QUERY_SEARCH_NAMES_FROM, typed, text, error);
    }
  if (g_utf8_strlen (typed, -1) <= HF_TOKEN_MAX_START)
    {
      text = narrow_to_owner (find->actor, g_strdup_printf ("\"" HF_TOKEN_START "%s\"", typed));
      if (add_matches (find, text, MAX_OF_MANY, error) < 0)
        return FALSE;
    }
  return add_spelled (find, typed, error);
}

/* Customers of @owner, -1 for anybody's, from the one contacted last on, until there are enough
 * whose name begins with it: of these no other can come first. */
static gboolean
add_contacted (Find *find, gint64 owner, GError **error)
{
  g_auto (HfRows) rows = HF_ROWS_INIT;
  g_autoptr (GError) local = NULL;
  guint enough = find->n_fitting + find->limit;
  HfQuery query =
      owner < 0 ? HF_QUERY_SEARCH_CONTACTED_LAST : HF_QUERY_SEARCH_CONTACTED_LAST_OF_OWNER;

  if (!hf_rows_open (&rows, find->db, query, error, owner < 0 ? "i" : "ir", MAX_CONTACTED, owner))
    return FALSE;
  while (find->n_fitting < enough && hf_rows_next (&rows, &local))
    {
      if (hf_search_query_rank (find->query, hf_rows_text (&rows, 1)) != HF_SEARCH_OTHER &&
          !add_card (find, hf_rows_int (&rows, 0), error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
add_named (Find *find, const char *text, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_auto (HfRows) named = HF_ROWS_INIT;

  return hf_rows_open (&named, find->db, HF_QUERY_SEARCH_NAMED, error, "si", name, MAX_OF_MANY) &&
         add_rows (find, &named, error) >= 0;
}

static gboolean
add_likely (Find *find, const char *text, GError **error)
{
  if (!add_named (find, text, error))
    return FALSE;
  if (find->actor->role != HF_ROLE_AGENT)
    {
      if (!add_contacted (find, -1, error))
        return FALSE;
    }
  else if (!add_contacted (find, find->actor->staff_id, error) || !add_contacted (find, 0, error))
    return FALSE;
  return find->n_fitting >= find->limit || add_beginning (find, error);
}

/* Of many the first are read only where likelier ones do not fill the answer. */
static gboolean
collect_names (Find *find, const char *text, const char *match, GError **error)
{
  g_autoptr (GArray) ids =
      hf_db_dup_ids (find->db, HF_QUERY_SEARCH_MATCH_IDS, error, "si", match, MAX_CANDIDATES + 1);
  guint n;

  if (ids == NULL)
    return FALSE;
  n = ids->len;
  if (n > MAX_CANDIDATES)
    {
      if (!add_likely (find, text, error))
        return FALSE;
      n = find->n_fitting < find->limit ? MAX_OF_MANY : 0;
    }
  return add_cards (find, (const gint64 *) (void *) ids->data, n, error);
}

static gboolean
collect (Find *find, const char *text, GError **error)
{
  g_autofree char *match = narrow_to_owner (find->actor, hf_search_query_dup_match (find->query));
  int n;

  if (match == NULL)
    return TRUE;
  if (hf_search_query_is_one_name (find->query))
    return collect_names (find, text, match, error);
  n = add_matches (find, match, MAX_CANDIDATES + 1, error);
  return n >= 0 && (n <= MAX_CANDIDATES || add_named (find, text, error));
}

/**
 * hf_find_customers:
 * @actor: agents find their own customers and those of nobody (ROLE-1)
 * @text: words, see #HfSearchQuery; a whole phone number, or its last 4 digits (PHONE-1)
 * @limit: how many at most
 *
 * Takes a few milliseconds with a million customers; sqlite3_interrupt() ends it.
 *
 * Returns: (transfer full) (element-type gint64): best first: the whole name, its beginning,
 * anything else, each from the one contacted last on; %NULL with an error
 */
GArray *
hf_find_customers (HfDb *db, const HfActor *actor, const char *text, int limit, GError **error)
{
  g_auto (Find) find = { db,
                         actor,
                         hf_search_query_new (text),
                         (guint) MAX (limit, 0),
                         g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
                         g_array_new (FALSE, FALSE, sizeof (Found)),
                         0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (find.limit > 0 && !collect (&find, text, error))
    return NULL;
  g_array_sort (find.found, compare_found);
  for (guint i = 0; i < find.found->len && i < find.limit; i++)
    g_array_append_val (ids, g_array_index (find.found, Found, i).id);
  return g_steal_pointer (&ids);
}

/**
 * hf_find_dup_match:
 * @text: as typed, see hf_find_customers()
 *
 * What to give to FTS5 inside a list's own query; its rows are all cards that fit, those of every
 * owner, put away or not, but none that was merged into another:
 *
 *   c.id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ?)
 *
 * Returns: (transfer full) (nullable): %NULL when @text has nothing to look for
 */
char *
hf_find_dup_match (const char *text)
{
  g_autoptr (HfSearchQuery) query = hf_search_query_new (text);

  return hf_search_query_dup_match (query);
}

/**
 * hf_find_all:
 *
 * Not for the main thread: 王 finds every twelfth.
 *
 * Returns: (transfer full) (element-type gint64): all cards that fit, by id, whoever owns them;
 * none when @text has nothing to look for; %NULL with an error
 */
GArray *
hf_find_all (HfDb *db, const char *text, GError **error)
{
  g_autofree char *match = hf_find_dup_match (text);

  if (match == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  return hf_db_dup_ids (db, HF_QUERY_SEARCH_MATCH_ALL, error, "s", match);
}
