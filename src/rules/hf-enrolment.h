/* hf-enrolment.h: what has happened since a customer began to follow a care plan
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"
#include "hf-contact-rules.h"

G_BEGIN_DECLS

/* Where the keys of routine contacts begin; below are the numbers of steps. */
#define HF_STEP_KEY_ROUTINE (1000)

/**
 * HfStepFact:
 * @step: the step's number, or 1000 + the routine's number
 * @occurrence: 0 for a step; which one it is for a routine contact
 * @state: its state now
 * @original_day: the day that the plan named
 * @due_day: the day after moving
 * @rescheduled: a person chose @due_day (SCHED-8)
 * @closed_at: when it was done, skipped or cancelled; %HF_MINUTE_NONE while open
 * @channel: by which it was done; -1 when it was not done by a contact
 * @expert_wanted: the customer asked for an expert then (PLAN-2)
 *
 * One follow-up of the enrolment, as stored.
 */
typedef struct
{
  int step;
  int occurrence;
  HfFollowUpState state;
  HfDay original_day;
  HfDay due_day;
  gboolean rescheduled;
  HfMinute closed_at;
  int channel;
  gboolean expert_wanted;
} HfStepFact;

/**
 * HfContactFact:
 * @at: when
 * @roles: of the staff who took part, a set of #HfRole
 * @household: it was with another member of the household
 *
 * A contact with outcome *reached*; tries do not count (VISIT-5).
 */
typedef struct
{
  HfMinute at;
  HfChannel channel;
  HfSet roles;
  gboolean household;
} HfContactFact;

/**
 * HfMarkFact:
 * @name: a word that the plan waits for: `material`, `event` …
 * @day: when that happened
 */
typedef struct
{
  const char *name;
  HfDay day;
} HfMarkFact;

/**
 * HfPause:
 * @from: the day on which a complaint or an adverse reaction was opened
 * @to: the day on which it was closed; %HF_DAY_NONE while it is open
 */
typedef struct
{
  HfDay from;
  HfDay to;
} HfPause;

/**
 * HfEnrolment:
 * @anchor: the day of the trigger: purchase, delivery, change of tier …
 * @choice: (nullable): one of the plan's choices; %NULL for its first
 * @per_month: contacts a month that the customer accepts; 0 for the plan's usual number
 * @seed: any number that differs from household to household, and is the same for
 *   its members: spreads the contacts of many customers over the days (PLAN-1, PLAN-4)
 * @steps: this enrolment's follow-ups so far, in any order, without those that were
 *   withdrawn because the schedule no longer asked for them
 * @contacts: reached contacts of the customer, and of the household's other
 *   members, since the start of @anchor's month, or since the longest interval of
 *   the plan before @anchor where that is earlier (SCHED-9), in any order. Of a long history
 *   the last one by each channel and all of its month and later are enough
 * @marks: what plans wait for, in any order
 * @pauses: SCHED-5, in any order
 * @rules: (nullable): when and how the customer may be contacted
 *
 * All that a schedule depends on, besides the plan and "now". Everything is borrowed.
 */
typedef struct
{
  HfDay anchor;
  const char *choice;
  int per_month;
  guint64 seed;
  const HfStepFact *steps;
  gsize n_steps;
  const HfContactFact *contacts;
  gsize n_contacts;
  const HfMarkFact *marks;
  gsize n_marks;
  const HfPause *pauses;
  gsize n_pauses;
  const HfContactRules *rules;
} HfEnrolment;

G_END_DECLS
