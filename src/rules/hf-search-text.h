/* hf-search-text.h: text as search sees it: folded, and cut into units
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
  HF_UNIT_SIGN,    /* one character of a script without spaces: Han, Kana, Hangul ...; an emoji */
  HF_UNIT_LETTERS, /* a run of letters */
  HF_UNIT_DIGITS,
} HfUnitKind;

/**
 * HfUnit:
 * @text: folded, not terminated
 * @length: in bytes
 * @first: its first character
 */
typedef struct
{
  HfUnitKind kind;
  const char *text;
  gsize length;
  gunichar first;
} HfUnit;

/**
 * HfSearchText:
 *
 * Case, width, accents and the digits of other scripts don't matter to search; punctuation only
 * separates.
 */
typedef struct
{
  char *folded;
  GArray *units; /* (element-type HfUnit) */
} HfSearchText;

void hf_search_text_init (HfSearchText *self, const char *text);
void hf_search_text_clear (HfSearchText *self);
const HfUnit *hf_search_text_get (const HfSearchText *self, guint index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfSearchText, hf_search_text_clear)

G_END_DECLS
