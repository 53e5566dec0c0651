/* hf-engine-agenda.h: what all plans of one customer ask for together
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-engine-facts.h"
#include "hf-schedule.h"

G_BEGIN_DECLS

/**
 * HfAgendaPlan:
 * @row: the enrolment
 * @plan: borrowed
 * @schedule: what it asks for, with the days as the cap leaves them (SCHED-4)
 *
 * One plan that the customer follows.
 */
typedef struct
{
  HfEnrolmentRow row;
  HfPlan *plan;
  HfEngineFacts *facts;
  HfSchedule *schedule;
} HfAgendaPlan;

/**
 * HfAgenda:
 * @contact: what limits contacts
 * @plans: (element-type HfAgendaPlan): in the order in which they began
 *
 * A customer's plans, evaluated side by side.
 */
typedef struct
{
  HfContactFacts *contact;
  GArray *plans;
} HfAgenda;

HfAgenda *hf_agenda_load (HfDb *db, gint64 customer, HfMinute now, HfDay until, GError **error);
void hf_agenda_free (HfAgenda *agenda);
HfDay hf_agenda_plan_get_next_look (const HfAgenda *agenda, const HfAgendaPlan *plan, HfDay today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfAgenda, hf_agenda_free)

G_END_DECLS
