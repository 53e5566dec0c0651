/* hf-schedule-private.h: shared by the files of the schedule (private to src/rules)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-schedule.h"

G_BEGIN_DECLS

/**
 * HfScheduling:
 * @choice: the enrolment's, or the plan's first
 * @rules: the enrolment's, or none
 * @routine_start: the day on which the last step was closed
 *
 * What an evaluation works with.
 */
typedef struct
{
  const HfPlan *plan;
  const HfEnrolment *enrolment;
  const char *choice;
  HfContactRules rules;
  HfDay today;
  HfDay routine_start;
} HfScheduling;

gboolean hf_step_fact_is_closed (const HfStepFact *fact);
gboolean hf_scheduling_find_routine (const HfScheduling *scheduling,
                                     const HfPlanItem *item,
                                     HfDueContact *due);
void hf_scheduling_place (const HfScheduling *scheduling, HfDueContact *due);

G_END_DECLS
