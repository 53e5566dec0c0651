/* hf-search-tokens.h: the words under which the search index knows a customer
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "hf-search-text.h"

G_BEGIN_DECLS

/* Text can hold none of these: they are punctuation, which only separates. */
#define HF_TOKEN_START "¶" /* before what a name begins with */
#define HF_TOKEN_PHONE "§"
#define HF_TOKEN_OWNER "¤"
#define HF_TOKEN_END   "«" /* no phrase goes over it */

/* A beginning of up to so many characters is a token itself. */
#define HF_TOKEN_MAX_BEGINNING (5)
#define HF_TOKEN_MAX_START     (3)

void hf_search_append_name (GString *tokens, const char *name);
void hf_search_append_place (GString *tokens, const char *place);
void hf_search_append_tag (GString *tokens, const char *tag);
void hf_search_append_phone (GString *tokens, const char *number);
void hf_search_append_owner (GString *tokens, gint64 owner);
void hf_search_append_pair (GString *tokens, const HfUnit *a, const HfUnit *b);
char *hf_search_dup_sort_key (const char *name);

G_END_DECLS
