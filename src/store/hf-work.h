/* hf-work.h: what is to be done: today's list, read
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-domain.h"
#include "hf-way.h"

G_BEGIN_DECLS

/**
 * HfWorkItem:
 * @customer: name; @plan: key of the plan or %NULL; @plan_name: as people call it
 * @step: the plan's key for it, from 1000 a routine; @index: which of @count steps, 0 for others
 * @due_at: when its reminder fires; @due_on its day; @original_on before it was moved
 * @remind_at: @due_at, or what it was snoozed to
 * @title: what to do, in a few words; @reason: why it is there, a sentence
 * @tier, @stage: of the customer; @stage -1 where there is no child
 * @channel: the preferred one
 * @task_roles: for work within the branch, which has no ways, who does it; ticked off
 * @blocked: the customer refuses every way: no reminder, a person decides
 * @puts_right: a failure of ours: only words under this line do it (COMP-7)
 * @next_due_at: the customer's next open follow-up, %HF_MINUTE_NONE
 * @closed_at: when it was closed, %HF_MINUTE_NONE; @outcome of the visit that did it, -1
 *
 * One follow-up as a list shows it. No phone number, no health data.
 */
typedef struct
{
  gint64 id;
  gint64 customer_id;
  gint64 staff_id;
  char *customer;
  char *plan;
  char *plan_name;
  int step;
  int occurrence;
  guint index;
  guint count;
  HfKind kind;
  int priority;
  HfMinute due_at;
  HfMinute remind_at;
  HfDay due_on;
  HfDay original_on;
  HfDay window_from;
  HfDay window_to;
  HfWays ways;
  HfChannel channel;
  HfSet task_roles;
  gboolean blocked;
  gboolean puts_right;
  HfFollowUpState state;
  char *title;
  char *reason;
  char *tier;
  int stage;
  char *window; /* the customer's contact windows, as stored */
  HfMinute next_due_at;
  HfMinute closed_at;
  int outcome;
  int minutes;
} HfWorkItem;

void hf_work_item_free (HfWorkItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfWorkItem, hf_work_item_free)

/**
 * HfWorkFilter:
 * @from: first due day, %HF_DAY_NONE for any
 * @to: last due day
 * @staff_id: whose; 0 for everybody's
 * @state: in which state
 * @warned_by: of what is open also the complaints that were warned of by then, though they are due
 * later (COMP-4); 0 for none
 */
typedef struct
{
  HfDay from;
  HfDay to;
  gint64 staff_id;
  HfFollowUpState state;
  HfMinute warned_by;
} HfWorkFilter;

GArray *hf_work_dup_ids (HfDb *db, const HfWorkFilter *filter, GError **error);
GArray *hf_work_dup_customers (HfDb *db, GArray *follow_ups, GError **error);
HfWorkItem *hf_work_load (HfDb *db, gint64 id, GError **error);

G_END_DECLS
