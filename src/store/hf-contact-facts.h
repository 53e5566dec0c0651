/* hf-contact-facts.h: when and how a customer may be contacted, as the rules take it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-rules.h"
#include "hf-db.h"
#include "hf-way.h"

G_BEGIN_DECLS

/**
 * HfContactFacts:
 * @rules: what limits contacts (CARD-7, CAL-5); borrows from the rest
 * @barred: no follow-ups at all: discarded, merged, wants no contact
 * @owner_id: 0 for none
 * @household_id: 0 for none
 * @routine: (nullable): the customer's wish where a plan offers a choice
 * @has_pauses: there was a complaint or an adverse reaction (SCHED-5)
 * @last_contact_at: the last contact reached, %HF_MINUTE_NONE
 * @sale_expected: the expected next purchase, by hand or from the supply (PUR-3); %HF_DAY_NONE
 */
typedef struct
{
  HfContactRules rules;
  GArray *days;
  gboolean barred;
  gint64 customer_id;
  gint64 owner_id;
  gint64 household_id;
  char *routine;
  HfDay sale_expected;
  gboolean has_pauses;
  HfMinute last_contact_at;
} HfContactFacts;

HfContactFacts *hf_contact_facts_load (HfDb *db, gint64 customer, GError **error);
void hf_contact_facts_free (HfContactFacts *facts);
HfMinute hf_contact_facts_get_reminder (const HfContactFacts *facts, HfDay day, const HfWays *ways);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfContactFacts, hf_contact_facts_free)

G_END_DECLS
