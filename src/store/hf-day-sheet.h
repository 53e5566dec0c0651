/* hf-day-sheet.h: the home visits of a day, as they are taken along (CAL-8)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-brief.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfDayVisit:
 * @brief: of the follow-up that comes first: whom, why, last three contacts, what is open
 * @agreed_at: when the customer expects it, %HF_MINUTE_NONE where no hour was agreed
 * @others: (element-type HfWorkItem): what else of that customer is due by then: one visit does it
 * @promises: (element-type HfCardLine): open ones: to be taken along
 * @supplies: products that run out soon, a sentence each
 *
 * One customer to be visited. No full number, no health data.
 */
typedef struct
{
  HfBrief *brief;
  HfMinute agreed_at;
  GPtrArray *others;
  GPtrArray *promises;
  GStrv supplies;
} HfDayVisit;

/**
 * HfDaySheet:
 * @staff_id: whose; 0 for visits that nobody has yet
 * @staff: (nullable): their name
 * @branch: the branch's name
 * @visits: (element-type HfDayVisit): by area, then in the order in which they are made
 */
typedef struct
{
  HfDay day;
  gint64 staff_id;
  char *staff;
  char *branch;
  GPtrArray *visits;
} HfDaySheet;

GPtrArray *hf_day_sheets_load (HfDb *db,
                               const HfActor *actor,
                               gint64 staff,
                               HfDay day,
                               GCancellable *cancellable,
                               GError **error);
void hf_day_sheet_free (HfDaySheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfDaySheet, hf_day_sheet_free)

G_END_DECLS
