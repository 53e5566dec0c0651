/* hf-card-history.c
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hf-card-history.h"

#include <string.h>

#include "hf-plans.h"
#include "hf-tier-schemes.h"

void
hf_card_entry_free (HfCardEntry *entry)
{
  g_free (entry->plan_name);
  g_free (entry->title);
  g_free (entry->word);
  g_free (entry->state);
  g_free (entry->text);
  g_free (entry->staff);
  g_free (entry);
}

/**
 * hf_card_entry_equal:
 *
 * Whether both show the same.
 */
gboolean
hf_card_entry_equal (const HfCardEntry *a, const HfCardEntry *b)
{
  return a->kind == b->kind && a->id == b->id && a->at == b->at && a->index == b->index &&
         a->count == b->count && a->channel == b->channel && a->number == b->number &&
         a->other == b->other && g_strcmp0 (a->plan_name, b->plan_name) == 0 &&
         g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->word, b->word) == 0 &&
         g_strcmp0 (a->state, b->state) == 0 && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->staff, b->staff) == 0;
}

static void
name_one (char **nick, const HfTierScheme *scheme)
{
  const HfTier *tier = hf_tier_scheme_get (scheme, hf_tier_scheme_find (scheme, *nick));

  if (tier == NULL)
    return;
  g_free (*nick);
  *nick = g_strdup (tier->name);
}

/* Ranks begin with the highest tier. */
static gboolean
is_fall (const HfTierScheme *scheme, const char *before, const char *after)
{
  int from = hf_tier_scheme_find (scheme, before);
  int to = hf_tier_scheme_find (scheme, after);

  return from != HF_TIER_NONE && (to == HF_TIER_NONE || to > from);
}

/* The scheme and its tiers as people call them; one that is no longer in use keeps its key. */
static gboolean
name_tier (HfCardEntry *entry, HfDb *db, GError **error)
{
  GArray *schemes = hf_tier_schemes_get (db, error);

  for (guint i = 0; schemes != NULL && i < schemes->len; i++)
    {
      const HfTierScheme *scheme = g_array_index (schemes, HfStoredScheme, i).scheme;

      if (!g_str_equal (scheme->id, entry->title))
        continue;
      entry->number = is_fall (scheme, entry->word, entry->state) ? -1 : 1;
      name_one (&entry->word, scheme);
      name_one (&entry->state, scheme);
      g_free (entry->title);
      entry->title = g_strdup (scheme->name);
      break;
    }
  return schemes != NULL;
}

static HfCardEntry *
read_entry (HfDb *db, HfRows *rows, GError **error)
{
  g_autoptr (HfCardEntry) entry = g_new0 (HfCardEntry, 1);
  gint64 plan = hf_rows_int (rows, 3);
  int channel = -1;

  entry->kind = (HfEntryKind) hf_rows_int (rows, 0);
  entry->id = hf_rows_int (rows, 1);
  entry->at = hf_rows_int (rows, 2);
  entry->index = (int) hf_rows_int (rows, 4);
  entry->count = (int) hf_rows_int (rows, 5);
  entry->title = hf_rows_dup (rows, 6);
  entry->word = hf_rows_dup (rows, 7);
  entry->state = hf_rows_dup (rows, 8);
  entry->text = hf_rows_dup (rows, 9);
  entry->staff = hf_rows_dup (rows, 10);
  if (!hf_rows_is_null (rows, 11))
    hf_domain_parse (HF_DOMAIN_CHANNEL, hf_rows_text (rows, 11), &channel, NULL);
  entry->channel = channel;
  entry->number = hf_rows_int_or (rows, 12, -1);
  entry->other = hf_rows_int_or (rows, 13, -1);
  if (entry->kind == HF_ENTRY_TIER && !name_tier (entry, db, error))
    return NULL;
  if (plan != 0)
    {
      HfPlan *known;

      if (!hf_plans_look_up (db, plan, &known, NULL, error))
        return NULL;
      entry->plan_name = known != NULL ? g_strdup (known->name) : NULL;
    }
  return g_steal_pointer (&entry);
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *other = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return other != NULL && strstr (other, folded) != NULL;
}

static gboolean
fits (const HfCardEntry *entry, const char *folded)
{
  return folded == NULL || contains (entry->title, folded) || contains (entry->text, folded) ||
         contains (entry->plan_name, folded) || contains (entry->staff, folded);
}

/**
 * hf_card_dup_history:
 *
 * Everything that happened with a customer. All of it is read and sorted, some milliseconds for
 * hundreds of visits; on a reader's thread.
 *
 * Returns: (transfer full) (element-type HfCardEntry): newest first, or %NULL with an error
 */
GPtrArray *
hf_card_dup_history (HfDb *db, gint64 customer, const HfCardHistoryFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_card_entry_free);
  g_autofree char *folded =
      filter->text != NULL && *filter->text != '\0' ? g_utf8_casefold (filter->text, -1) : NULL;
  g_autoptr (GError) local = NULL;
  g_auto (HfRows) rows = HF_ROWS_INIT;

  if (!hf_rows_open (&rows, db, HF_QUERY_CARD_HISTORY, error, "li", customer, (int) filter->kinds))
    return NULL;
  while ((int) list->len < filter->limit && hf_rows_next (&rows, &local))
    {
      HfCardEntry *entry = read_entry (db, &rows, error);

      if (entry == NULL)
        return NULL;
      if (fits (entry, folded))
        g_ptr_array_add (list, entry);
      else
        hf_card_entry_free (entry);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
