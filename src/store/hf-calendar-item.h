/* hf-calendar-item.h: one thing on a day of the calendar (CAL-1)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-domain.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CALENDAR_FOLLOW_UP, /* to be done; past its day it is late */
  HF_CALENDAR_VISIT,     /* happened */
  HF_CALENDAR_PROJECTED, /* a plan will ask for it when its turn comes (SCHED-1) */
  HF_CALENDAR_DEADLINE,  /* of a complaint */
  HF_CALENDAR_PAYMENT,   /* to be collected */
  HF_CALENDAR_EVENT,
  HF_CALENDAR_SPECIAL, /* a customer's special day */
  HF_CALENDAR_ROUND,   /* of greetings */
  HF_CALENDAR_PAUSED,  /* waits until a complaint or adverse reaction is closed (SCHED-5) */
} HfCalendarType;

/**
 * HfCalendarItem:
 * @id: of the follow-up, visit, complaint, purchase, event, special date or round; 0 projected
 * @customer_id: 0 for events and rounds
 * @staff_id: whose, 0 for nobody's
 * @name: the customer's, or what the event or round is called
 * @task: (nullable): what it is, in a few words: of a day's list only, and of what has no customer
 * @tier: (nullable): of the customer
 * @stage: T0 to T5, -1
 * @channel: the preferred one; -1 for work within the branch and what is no contact
 * @kind: of a follow-up (WORK-2); else %HF_KIND_ROUTINE
 * @at: when its reminder fires, when it happened, the deadline, the beginning
 * @agreed_at: when the customer expects it, %HF_MINUTE_NONE where no hour was agreed
 * @minutes: how long it takes, or took
 * @order: among the home visits of its day, by hand; 0 for none (CAL-2)
 * @outcome: of a visit, -1
 * @late: open and past its day, or its deadline
 * @area, @address: (nullable): where; no number, no health data
 */
typedef struct
{
  HfCalendarType type;
  gint64 id;
  gint64 customer_id;
  gint64 staff_id;
  char *name;
  char *task;
  char *tier;
  int stage;
  int channel;
  HfKind kind;
  HfMinute at;
  HfMinute agreed_at;
  int minutes;
  int order;
  int outcome;
  gboolean late;
  char *area;
  char *address;
} HfCalendarItem;

HfCalendarItem *hf_calendar_item_new (HfCalendarType type, const char *name);
HfCalendarItem *hf_calendar_item_copy (const HfCalendarItem *item);
void hf_calendar_item_free (HfCalendarItem *item);
HfDay hf_calendar_item_get_day (const HfCalendarItem *item);
gboolean hf_calendar_item_can_move (const HfCalendarItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfCalendarItem, hf_calendar_item_free)

G_END_DECLS
