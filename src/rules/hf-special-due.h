/* hf-special-due.h: the follow-ups that special dates ask for (CAL-7)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-rules.h"
#include "hf-special-date.h"

G_BEGIN_DECLS

/* So early, that a card or a gift arrives in time. */
#define HF_SPECIAL_DATE_DAYS_AHEAD (7)

/**
 * HfSpecialDue:
 * @occurrence: unique for the date: its day × 2, and 1 more for the contact itself
 * @is_preparation: work within the branch, 7 days ahead; else the contact on the day
 * @special_day: the day that is kept
 * @original_day: 7 days before it, or that day
 * @due_day: moved off days without contact (SCHED-2)
 * @due_at: when it reminds (CAL-5)
 * @moved: why @due_day is not @original_day
 */
typedef struct
{
  int occurrence;
  gboolean is_preparation;
  HfDay special_day;
  HfDay original_day;
  HfDay due_day;
  HfMinute due_at;
  HfMoveCause moved;
} HfSpecialDue;

GArray *hf_special_date_list_due (
    const HfSpecialDate *date, const HfContactRules *rules, HfSet channels, HfDay from, HfDay to);

G_END_DECLS
