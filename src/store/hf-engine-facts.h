/* hf-engine-facts.h: an enrolment's history as the schedule takes it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-facts.h"
#include "hf-enrolment.h"
#include "hf-plan.h"

G_BEGIN_DECLS

/**
 * HfEngineFacts:
 * @enrolment: what hf_schedule_evaluate() reads; borrows from the rest
 * @ids: (element-type gint64): the follow-up's id of each of @steps, 0 for one made up
 *
 * Everything the schedule of one enrolment depends on.
 */
typedef struct
{
  HfEnrolment enrolment;
  GArray *steps;
  GArray *ids;
  GArray *contacts;
  GArray *pauses;
} HfEngineFacts;

HfEngineFacts *hf_engine_facts_load (HfDb *db,
                                     const HfContactFacts *contact,
                                     const HfPlan *plan,
                                     gint64 enrolment,
                                     HfDay anchor,
                                     gboolean routine_only,
                                     GError **error);
void hf_engine_facts_free (HfEngineFacts *facts);
gint64 hf_engine_facts_find (const HfEngineFacts *facts, int step, int occurrence, guint *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfEngineFacts, hf_engine_facts_free)

G_END_DECLS
