/* hf-visit.h: contacts that happened, or were tried
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfVisitDraft:
 * @customer_id: with whom
 * @channel: how
 * @outcome: what came of it
 * @at: when it began, %HF_MINUTE_NONE for now
 * @staff: (nullable) (element-type gint64): who; the first led it. None: the actor, else the owner
 * @minutes: how long, -1 when not said
 * @effect: as the customer reports it, an #HfEffect, -1 when not said
 * @note: (nullable):
 * @left_days: product left, in days of use, -1 when not said
 * @satisfaction: 1 to 5, 0 when not said
 * @later_at: when the customer asked to be called again, or agreed to it, %HF_MINUTE_NONE
 * @expert_wanted: the customer asks for an expert (PLAN-2)
 * @promise: (nullable): what was promised (VISIT-6)
 * @promise_on: by when, %HF_DAY_NONE
 * @mix: what kind of contact it was, an #HfMix, -1 when not said (VISIT-7)
 * @companion_id: a core customer who agreed to come along, 0 for nobody
 * @checks: (nullable): lines of the checklist that were ticked
 * @follow_up: the line under which it is recorded, 0 for none (COMP-7)
 *
 * One contact to be recorded (VISIT-1).
 */
typedef struct
{
  gint64 customer_id;
  HfChannel channel;
  HfOutcome outcome;
  HfMinute at;
  GArray *staff;
  int minutes;
  int effect;
  const char *note;
  int left_days;
  int satisfaction;
  HfMinute later_at;
  gboolean expert_wanted;
  const char *promise;
  HfDay promise_on;
  int mix;
  gint64 companion_id;
  const char *const *checks;
  gint64 follow_up;
} HfVisitDraft;

/**
 * HfVisitResult:
 * @visit: the new visit
 * @completed: (element-type gint64): follow-ups that it did (SCHED-3)
 * @opened: (element-type gint64): follow-ups that came of it
 * @cancelled: (element-type gint64): follow-ups that went with a card that was discarded
 * @left: (element-type gint64): follow-ups that are due and stay open: this contact did not do
 * @discarded: the card was discarded
 * @card_type: what the card is now (CARD-9)
 * @other_number: several tries failed: propose another number, or a message (VISIT-5)
 * @operation: to undo it by
 */
typedef struct
{
  gint64 visit;
  GArray *completed;
  GArray *opened;
  GArray *cancelled;
  GArray *left;
  gboolean discarded;
  HfCardType card_type;
  gboolean other_number;
  gint64 operation;
} HfVisitResult;

void hf_visit_draft_init (HfVisitDraft *draft);
void hf_visit_result_clear (HfVisitResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfVisitResult, hf_visit_result_clear)

HfSet hf_visit_parse_roles (const char *roles);
gboolean hf_command_log_visit (HfDb *db,
                               const HfActor *actor,
                               const HfVisitDraft *draft,
                               HfVisitResult *result,
                               GError **error);

G_END_DECLS
