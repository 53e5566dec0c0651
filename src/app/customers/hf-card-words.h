/* hf-card-words.h: how the card words what happened
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card-history.h"
#include "hf-card-view.h"

G_BEGIN_DECLS

/* What an entry of the timeline shows, to be freed by hf_card_words_clear(). */
typedef struct
{
  char *title;
  char *detail;
  char *text;
  char *staff;
  const char *icon;
  const char *icon_class; /* (nullable): a style class for the icon */
} HfCardWords;

void hf_card_words_init (HfCardWords *words, const HfCardEntry *entry);
void hf_card_words_clear (HfCardWords *words);

char *hf_card_words_month (HfDay day);
char *hf_card_words_money (gint64 fen);
char *hf_card_words_date (const HfSpecialDate *date);
char *hf_card_words_in_days (HfDay day, HfDay today);
char *hf_card_words_weekdays (HfSet days);
char *hf_card_words_windows (const char *window);
const char *hf_card_words_health (const char *kind);
const char *hf_card_words_consent (const char *channel);
const char *hf_card_words_fate (const HfCardView *view, char **why);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfCardWords, hf_card_words_clear)

G_END_DECLS
