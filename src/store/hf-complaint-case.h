/* hf-complaint-case.h: one complaint with all that its page shows (COMP-3, COMP-4, COMP-9)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-card.h"
#include "hf-complaint-list.h"
#include "hf-deadline-store.h"

G_BEGIN_DECLS

/**
 * HfComplaintCase:
 * @log: (element-type HfComplaintLogLine): the oldest first
 * @deadlines: (element-type HfDeadlineRow): the first due first
 * @card: of the customer, numbers masked (PHONE-1)
 * @order: (nullable): number of the order that it concerns; @bought_on: %HF_DAY_NONE
 * @begun_at: from when its deadlines count
 * @paused: routine care of the customer waits until it is closed (SCHED-5)
 */
typedef struct
{
  HfComplaint *complaint;
  GArray *log;
  GArray *deadlines;
  HfCard *card;
  char *order;
  HfDay bought_on;
  HfMinute begun_at;
  gboolean paused;
  HfDeadlineSettings settings;
} HfComplaintCase;

HfComplaintCase *hf_complaint_case_load (HfDb *db, gint64 id, GError **error);
void hf_complaint_case_free (HfComplaintCase *one);
const HfDeadlineRow *hf_complaint_case_find_deadline (const HfComplaintCase *one,
                                                      HfDeadlineKind kind);
HfMinute hf_complaint_case_get_reached (const HfComplaintCase *one, HfComplaintStage stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfComplaintCase, hf_complaint_case_free)

G_END_DECLS
