/* schedule-fixture.h: a customer's history for the tests of schedules
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-schedule.h"

#define AGENT  HF_BIT (HF_ROLE_AGENT)
#define EXPERT HF_BIT (HF_ROLE_EXPERT)

typedef struct
{
  HfPlan *plan;
  HfContactRules rules;
  HfEnrolment enrolment;
  GArray *steps;    /* HfStepFact */
  GArray *contacts; /* HfContactFact */
} Fixture;

Fixture *fixture_new (const char *plan, const char *anchor);
Fixture *fixture_new_for_text (const char *text, const char *anchor);
void fixture_free (Fixture *f);
HfSchedule *fixture_evaluate (Fixture *f, const char *now);
void fixture_store (Fixture *f, const HfSchedule *schedule);
guint fixture_contact (Fixture *f, const char *at, HfChannel channel, HfSet roles);
guint fixture_run_contact (Fixture *f, HfMinute at, HfChannel channel, HfSet roles);
HfStepFact *fixture_find (Fixture *f, int step, int occurrence);
char *fixture_describe (const HfSchedule *schedule);
void fixture_assert (Fixture *f, const char *now, const char *expected);
HfDay fixture_day (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)
