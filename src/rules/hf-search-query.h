/* hf-search-query.h: what somebody types into a search entry
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HF_SEARCH_EXACT,  /* the whole name, or all of its pinyin or initials */
  HF_SEARCH_PREFIX, /* what the name begins with */
  HF_SEARCH_OTHER,
} HfSearchRank;

/**
 * HfSearchQuery:
 *
 * Words, all of which a customer has to have, in any order: a part of the name in characters,
 * pinyin or initials; a part of the address, the area or a tag; a whole phone number or its last 4
 * digits.
 */
typedef struct _HfSearchQuery HfSearchQuery;

HfSearchQuery *hf_search_query_new (const char *text);
void hf_search_query_free (HfSearchQuery *query);
gboolean hf_search_query_is_empty (const HfSearchQuery *query);
gboolean hf_search_query_is_one_name (const HfSearchQuery *query);
gboolean hf_search_query_is_letters (const HfSearchQuery *query);
const char *hf_search_query_get_joined (const HfSearchQuery *query);
char *hf_search_query_dup_match (const HfSearchQuery *query);
HfSearchRank hf_search_query_rank (const HfSearchQuery *query, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfSearchQuery, hf_search_query_free)

G_END_DECLS
