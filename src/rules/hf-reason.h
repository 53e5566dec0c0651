/* hf-reason.h: why a follow-up is there, in one sentence
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-schedule.h"

G_BEGIN_DECLS

/**
 * HfReason:
 * @plan_name: in the user's language
 * @trigger: what started the plan
 * @started: the day of the trigger
 * @by_hand: no trigger: somebody chose that day
 * @item: the step or routine
 * @occurrence: as in #HfDueContact
 * @index: which step of the plan, from 1; 0 for routines
 * @count: how many steps the plan has
 * @anchor_day: the day from which the plan counts
 * @original_day: the day that the plan names
 * @due_day: the day on which it is due
 * @moved: why they differ
 *
 * All of it can be kept with a stored follow-up. Nothing in it is personal.
 */
typedef struct
{
  const char *plan_name;
  HfTrigger trigger;
  HfDay started;
  gboolean by_hand;
  const HfPlanItem *item;
  int occurrence;
  guint index;
  guint count;
  HfDay anchor_day;
  HfDay original_day;
  HfDay due_day;
  HfMoveCause moved;
} HfReason;

void hf_reason_init (HfReason *reason, const HfPlan *plan, HfDay started, const HfDueContact *due);
char *hf_reason_format (const HfReason *reason);
char *hf_reason_format_move (HfDay original_day, HfDay due_day, HfMoveCause moved);
char *hf_reason_format_day (HfDay day);
char *hf_reason_format_day_seen (HfDay day, HfDay from);

G_END_DECLS
