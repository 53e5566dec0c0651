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
 * HfEnrolmentRow:
 * @routine_only: its steps lay before the program came, or are over
 * @choice: (nullable): one of the plan's choices; %NULL to read it anew from the card
 * @per_month: contacts a month that were agreed, 0 as usual
 * @started: the day on which it was written down
 *
 * A customer on a plan, as stored.
 */
typedef struct
{
  gint64 id;
  gint64 plan;
  HfDay anchor;
  gboolean routine_only;
  const char *choice;
  int per_month;
  HfDay started;
} HfEnrolmentRow;

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
  GArray *marks;
} HfEngineFacts;

void hf_enrolment_row_read (HfEnrolmentRow *row, HfRows *rows);
gboolean hf_enrolment_row_load (HfEnrolmentRow *row, HfDb *db, gint64 id, GError **error);
HfEngineFacts *hf_engine_facts_load (HfDb *db,
                                     const HfContactFacts *contact,
                                     const HfPlan *plan,
                                     const HfEnrolmentRow *row,
                                     HfDay today,
                                     GError **error);
void hf_engine_facts_free (HfEngineFacts *facts);
gint64 hf_engine_facts_find (const HfEngineFacts *facts, int step, int occurrence, guint *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfEngineFacts, hf_engine_facts_free)

G_END_DECLS
