/* hf-greeting-list.h: rounds of greetings, read and worked through (CAL-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfGreetingRow:
 * @title: what it is about, as people call it
 * @text: what to say or write; empty where the branch's own words are said
 * @staff: who started it or whose festival it is, may be empty
 * @from: since when, @day until when
 * @customers: how many are greeted, of whom @done have been and @left_out will not be
 *
 * One round.
 */
typedef struct
{
  gint64 id;
  char *title;
  char *text;
  char *staff;
  gint64 staff_id;
  HfDay from;
  HfDay day;
  int customers;
  int done;
  int left_out;
} HfGreetingRow;

typedef enum
{
  HF_GREETINGS_ALL,
  HF_GREETINGS_OPEN,
  HF_GREETINGS_DONE,
  HF_GREETINGS_LEFT_OUT,
} HfGreetingsShown;

/**
 * HfGreetingLine:
 * @follow_up_id: 0 when it is gone
 * @tier: (nullable): of the customer
 * @due_on: %HF_DAY_NONE when it is gone
 * @state: open, done, skipped or cancelled
 * @at: when it was done or left out, %HF_MINUTE_NONE while it is open
 * @reason: why it was skipped, may be empty
 * @channel: by which it was done; while it is open the preferred one
 *
 * One greeting of a round. No phone number, no health data.
 */
typedef struct
{
  gint64 id;
  gint64 customer_id;
  gint64 follow_up_id;
  char *customer;
  char *tier;
  char *title;
  HfDay due_on;
  HfFollowUpState state;
  HfMinute at;
  char *reason;
  HfChannel channel;
} HfGreetingLine;

GArray *hf_greetings_dup_rows (HfDb *db, const HfActor *actor, int limit, GError **error);
GArray *hf_greetings_dup_ids (
    HfDb *db, const HfActor *actor, gint64 round, HfGreetingsShown shown, GError **error);
HfGreetingLine *hf_greeting_line_load (HfDb *db, gint64 id, GError **error);
void hf_greeting_line_free (HfGreetingLine *line);
gboolean hf_greeting_find (HfDb *db, gint64 round, gint64 customer, gint64 *id, GError **error);

gboolean hf_command_note_greeting (HfDb *db,
                                   const HfActor *actor,
                                   gint64 id,
                                   HfChannel channel,
                                   HfOutcome outcome,
                                   GError **error);
gboolean hf_command_word_greetings (
    HfDb *db, const HfActor *actor, gint64 round, const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfGreetingLine, hf_greeting_line_free)

G_END_DECLS
