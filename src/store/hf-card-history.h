/* hf-card-history.h: what happened with a customer, in one line of time
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-domain.h"

G_BEGIN_DECLS

typedef enum
{
  HF_ENTRY_VISIT,
  HF_ENTRY_PURCHASE,
  HF_ENTRY_COMPLAINT,
  HF_ENTRY_RETURN,
  HF_ENTRY_ADVERSE,
  HF_ENTRY_REFERRAL,
  HF_ENTRY_EVENT,
  HF_ENTRY_TIER,
  HF_ENTRY_HANDOVER,
} HfEntryKind;

#define HF_N_ENTRY_KINDS (HF_ENTRY_HANDOVER + 1)

/**
 * HfCardEntry:
 * @id: of the visit, purchase …
 * @at: when
 * @plan_name: (nullable): of the plan whose follow-up a visit did; @index of @count steps
 * @title: products with packs; the person who was referred; the event; the scheme; else empty
 * @word: nick: a visit's outcome, a complaint's reason, the state of a return or a referral, the
 *   tier or owner before
 * @state: nick: a complaint's stage, how an event was attended, the tier or owner after; the cause
 *   of a fall
 * @text: note, the customer's words
 * @staff: (nullable): who
 * @channel: of a visit or complaint, -1
 * @number: minutes of a visit, fen of a purchase, a complaint's number, guests; -1 when not
 *   known, or when a tier fell
 * @other: fen still owed, satisfaction; -1 when not known
 *
 * One entry; the app words it. No phone number, and of an adverse reaction no more than that there
 * was one (CARD-3).
 */
typedef struct
{
  HfEntryKind kind;
  gint64 id;
  HfMinute at;
  char *plan_name;
  int index;
  int count;
  char *title;
  char *word;
  char *state;
  char *text;
  char *staff;
  int channel;
  gint64 number;
  gint64 other;
} HfCardEntry;

/**
 * HfCardHistoryFilter:
 * @kinds: %HF_BIT of each #HfEntryKind that is wanted
 * @text: (nullable): only entries with it in their texts
 * @limit: how many at most
 */
typedef struct
{
  HfSet kinds;
  const char *text;
  int limit;
} HfCardHistoryFilter;

GPtrArray *
hf_card_dup_history (HfDb *db, gint64 customer, const HfCardHistoryFilter *filter, GError **error);
void hf_card_entry_free (HfCardEntry *entry);
gboolean hf_card_entry_equal (const HfCardEntry *a, const HfCardEntry *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCardEntry, hf_card_entry_free)

G_END_DECLS
