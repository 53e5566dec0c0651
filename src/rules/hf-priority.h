/* hf-priority.h: the order of the list of today (WORK-2)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"
#include "hf-civil.h"
#include "hf-stage.h"

G_BEGIN_DECLS

/**
 * HfPriority:
 * @kind: what sort of follow-up it is
 * @tier: rank of the customer's tier in the leading scheme, 0 for the highest;
 *   %HF_PRIORITY_NO_TIER without one
 * @stage: of the customer
 * @due_at: when it reminds
 */
typedef struct
{
  HfKind kind;
  int tier;
  HfStage stage;
  HfMinute due_at;
} HfPriority;

#define HF_PRIORITY_NO_TIER (99)

int hf_priority_get_key (HfKind kind, int tier, HfStage stage);
int hf_priority_compare (const HfPriority *a, const HfPriority *b);

G_END_DECLS
