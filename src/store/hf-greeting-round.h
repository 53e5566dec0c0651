/* hf-greeting-round.h: a round of greetings that somebody starts (CAL-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfGreetingDraft:
 * @title: what it is about, in a few words
 * @text: (nullable): what to say or write
 * @channel: how
 * @day: on which day; later for whoever is not to be contacted then (CARD-7)
 * @customers: (element-type gint64):
 */
typedef struct
{
  const char *title;
  const char *text;
  HfChannel channel;
  HfDay day;
  GArray *customers;
} HfGreetingDraft;

gboolean hf_greeting_check_words (HfDb *db, const char *text, GError **error);

gboolean hf_command_start_greeting (HfDb *db,
                                    const HfActor *actor,
                                    const HfGreetingDraft *draft,
                                    gint64 *round,
                                    int *created,
                                    GError **error);

G_END_DECLS
