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

/**
 * HfGreetingRow:
 * @title: what it is about, as people call it
 * @customers: how many are greeted, @done how many have been
 */
typedef struct
{
  gint64 id;
  char *title;
  HfDay day;
  int customers;
  int done;
} HfGreetingRow;

gboolean hf_command_start_greeting (HfDb *db,
                                    const HfActor *actor,
                                    const HfGreetingDraft *draft,
                                    gint64 *round,
                                    int *created,
                                    GError **error);
GArray *hf_greetings_dup_rows (HfDb *db, gint64 staff, int limit, GError **error);

G_END_DECLS
