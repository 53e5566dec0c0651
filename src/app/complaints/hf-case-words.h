/* hf-case-words.h: a complaint as people speak of it
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-complaint-board.h"

G_BEGIN_DECLS

/**
 * HfUrgency:
 *
 * How near a deadline is (COMP-4): soon from the moment at which it is warned of.
 */
typedef enum
{
  HF_URGENCY_NONE,
  HF_URGENCY_SOON,
  HF_URGENCY_LATE,
} HfUrgency;

char *hf_case_format_number (gint64 number);
char *hf_case_format_age (HfMinute received_at, HfMinute closed_at, HfMinute now);
char *hf_case_format_rule (HfComplaintStage stage, const HfDeadlineSettings *settings);
char *hf_case_format_left (const HfComplaintRow *row, HfMinute now);
HfUrgency hf_case_get_urgency (const HfComplaintRow *row, HfMinute now);
double hf_case_get_fraction (const HfComplaintRow *row, HfMinute now);
const char *hf_case_get_deadline_label (const HfComplaintRow *row);

G_END_DECLS
