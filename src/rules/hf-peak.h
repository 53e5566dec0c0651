/* hf-peak.h: days that are too full made less so (CAL-1, DASH-6)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-civil.h"

G_BEGIN_DECLS

#define HF_PEAK_MAX_DAYS (31)

/**
 * HfPeakItem:
 * @id: to tell those apart that are alike
 * @customer: more than one of theirs on a day is one contact: they stay together (SCHED-4)
 * @rank: how readily it is moved: the higher, the sooner
 * @minutes: how long it takes
 * @day: on which it is, counted from the first; @to the day it would be moved to (out), @day for
 * not
 * @allowed: the days to which it may go, bit 0 the first: those of its window on which the customer
 *   may be contacted (SCHED-2, SCHED-8); 0 for what stays where it is
 */
typedef struct
{
  gint64 id;
  gint64 customer;
  int rank;
  int minutes;
  guint day;
  guint to;
  guint32 allowed;
} HfPeakItem;

guint
hf_peak_spread (HfPeakItem *items, gsize n_items, int *loads, const int *capacities, guint n_days);

G_END_DECLS
