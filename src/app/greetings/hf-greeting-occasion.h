/* hf-greeting-occasion.h: what a round of greetings can be for
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"
#include "hf-db.h"

G_BEGIN_DECLS

/**
 * HfGreetingOccasion:
 * @label: as it stands in the list of occasions
 * @title: what the round is called; empty where one has to say
 * @key: of the branch's words for it, a script
 * @day: when it is, %HF_DAY_NONE for today
 */
typedef struct
{
  char *label;
  char *title;
  const char *key;
  HfDay day;
} HfGreetingOccasion;

GArray *hf_greeting_occasions_list (HfDay today);
char *hf_greeting_occasion_dup_words (HfDb *db, const HfGreetingOccasion *occasion);

G_END_DECLS
