/* hf-today.h: today's list, in the order and the groups in which it is worked through (WORK-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-contact-window.h"
#include "hf-db.h"

G_BEGIN_DECLS

typedef enum
{
  HF_TODAY_LATE,  /* its day is over, or its deadline */
  HF_TODAY_NOW,   /* the customer can be contacted at this minute (CAL-5) */
  HF_TODAY_LATER, /* later today, or put off */
  HF_TODAY_DONE,
  HF_N_TODAY_GROUPS
} HfTodayGroup;

/**
 * HfTodayFilter:
 * @staff_id: whose; 0 for everybody's
 * @channel: the preferred one, -1 for any
 * @callable: only those whose window is open now
 */
typedef struct
{
  HfMinute now;
  gint64 staff_id;
  int channel;
  gboolean callable;
} HfTodayFilter;

/**
 * HfToday:
 * @ids: (element-type gint64): a list for each group, in WORK-2's order; what is done newest first
 * @n_done, @n_all: the day's progress, whatever the filter hides but for @staff_id
 * @changes_at: until when the grouping holds; %HF_MINUTE_NONE: until the database changes
 */
typedef struct
{
  GArray *ids[HF_N_TODAY_GROUPS];
  guint n_done;
  guint n_all;
  HfMinute changes_at;
} HfToday;

HfToday *hf_today_load (HfDb *db, const HfTodayFilter *filter, GError **error);
void hf_today_free (HfToday *today);
gint64 hf_today_find_next (HfDb *db, gint64 customer, GError **error);

void hf_today_read_window (const char *text, HfChannel channel, HfContactWindow *window);
HfTodayGroup hf_today_choose_group (HfKind kind,
                                    HfMinute due_at,
                                    HfMinute snoozed_until,
                                    const HfContactWindow *window,
                                    HfMinute now,
                                    HfMinute *until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfToday, hf_today_free)

G_END_DECLS
