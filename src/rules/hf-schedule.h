/* hf-schedule.h: which follow-ups a care plan asks for (PLAN-*, SCHED-*)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-plan.h"

G_BEGIN_DECLS

/* SCHED-3: a contact completes what is due up to so many days ahead. */
#define HF_SERVE_DAYS_AHEAD (3)

/**
 * HfDueContact:
 * @step: key of the step or routine; with @occurrence unique in an enrolment
 * @occurrence: 0 for steps. Every so many days or months: 1, 2, 3 … So many a month:
 *   (year × 12 + month − 1) × 10 + its number in that month, month from 1. After a
 *   mark: the mark's day. Always derived from the facts, never counted up
 * @item: (transfer none): what the plan says about it; lives as long as the plan
 * @kind: for its priority (WORK-2)
 * @state: %HF_FOLLOW_UP_OPEN or %HF_FOLLOW_UP_PAUSED (SCHED-5)
 * @anchor_day: the day from which the plan counts to @original_day
 * @original_day: the day that the plan names
 * @due_day: the day after moving (SCHED-2)
 * @due_at: the moment at which it reminds (CAL-5)
 * @window_from: first day on which the plan wants it
 * @window_to: last day on which the plan wants it
 * @moved: why @due_day is not @original_day
 * @ways: by which channel and by whom, preferred first; what completes it (SCHED-3);
 *   none for a task within the branch
 * @channels: those channels of @ways that are allowed on @due_day
 * @preferred: the first of them; -1 for a task within the branch
 * @blocked: the customer refuses every channel: don't remind, let a person decide
 * @projected: it becomes real when its turn comes (SCHED-1)
 * @index: steps: which step of the plan it is, from 1, without those whose condition
 *   does not hold; 0 for routines
 * @count: steps: how many the plan has, likewise
 *
 * A follow-up that should be there.
 */
typedef struct
{
  int step;
  int occurrence;
  const HfPlanItem *item;
  HfKind kind;
  HfFollowUpState state;
  HfDay anchor_day;
  HfDay original_day;
  HfDay due_day;
  HfMinute due_at;
  HfDay window_from;
  HfDay window_to;
  HfMoveCause moved;
  HfWays ways;
  HfSet channels;
  int preferred;
  gboolean blocked;
  gboolean projected;
  guint index;
  guint count;
} HfDueContact;

/**
 * HfSchedule:
 * @due: #HfDueContact, earliest first
 * @ended: all steps are closed and no routine follows: the enrolment is over
 */
typedef struct
{
  GArray *due;
  gboolean ended;
} HfSchedule;

HfSchedule *hf_schedule_evaluate (HfPlan *plan, const HfEnrolment *enrolment, HfMinute now);
HfSchedule *
hf_schedule_project (HfPlan *plan, const HfEnrolment *enrolment, HfMinute now, HfDay until);
void hf_schedule_free (HfSchedule *schedule);
guint hf_schedule_get_n_due (const HfSchedule *schedule);
const HfDueContact *hf_schedule_get_due (const HfSchedule *schedule, guint index);
gboolean hf_schedule_contact_completes (
    const HfWays *ways, HfDay due_day, HfChannel channel, HfSet roles, HfDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfSchedule, hf_schedule_free)

G_END_DECLS
