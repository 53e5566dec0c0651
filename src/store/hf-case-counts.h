/* hf-case-counts.h: how many cases are open, of each kind
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfCaseFilter:
 * @agent_id: who looks, where they see only their own (ROLE-1); 0 for who sees all
 * @responsible_id: whose work it is, 0 for anybody's
 * @now: the office's clock
 *
 * Which cases are meant.
 */
typedef struct
{
  gint64 agent_id;
  gint64 responsible_id;
  HfMinute now;
} HfCaseFilter;

/**
 * HfCaseCounts:
 * @complaints, @returns, @adverse, @recovery, @incidents: open ones
 * @today: cases that need somebody today, late ones included: a deadline of a complaint or a return
 *   (COMP-4, COMP-5), an expert who has to call (COMP-6)
 */
typedef struct
{
  guint complaints;
  guint returns;
  guint adverse;
  guint recovery;
  guint incidents;
  guint today;
} HfCaseCounts;

HfCaseCounts *hf_case_counts_load (HfDb *db, const HfCaseFilter *filter, GError **error);

G_END_DECLS
