/* hf-follow-up.h: contacts that are due, written
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"
#include "hf-way.h"

G_BEGIN_DECLS

/**
 * HfFollowUpDraft:
 * @enrolment_id: 0 for one that no plan asked for
 * @step: the plan's key for it
 * @occurrence: which one of a routine
 * @due_at: when its reminder fires; its day is the due day
 * @original_on: the due day before it was moved (SCHED-2)
 * @window_from: first day on which it may be done
 * @window_to: last day
 * @paused: it waits for a complaint to be closed (SCHED-5)
 * @blocked: the customer refuses every way: no reminder
 * @step_no: which of @step_count steps it is, 0 for others
 * @title: (nullable): what to do, where no plan words it
 * @cause: (nullable): a nick that says why it was moved or made
 * @anchor_on: the day from which it was counted, %HF_DAY_NONE
 * @subject_id: the promise, visit ... that it serves, 0 for none; of a complaint the deadline
 * @warn_at: reminds already then, 0 for not before @due_at (COMP-4)
 */
typedef struct
{
  gint64 customer_id;
  gint64 staff_id;
  gint64 enrolment_id;
  int step;
  int occurrence;
  HfKind kind;
  HfMinute due_at;
  HfDay original_on;
  HfDay window_from;
  HfDay window_to;
  const HfWays *ways;
  const char *title;
  const char *cause;
  HfDay anchor_on;
  gint64 subject_id;
  HfMinute warn_at;
  gboolean paused;
  gboolean blocked;
  int step_no;
  int step_count;
} HfFollowUpDraft;

gboolean hf_follow_up_insert (HfDb *db, const HfFollowUpDraft *draft, gint64 *id, GError **error);
gboolean hf_follow_up_gather (HfDb *db, const HfFollowUpDraft *draft, GError **error);
gboolean hf_follow_up_insert_gathered (HfDb *db, int *created, GError **error);
gboolean hf_follow_up_complete (HfDb *db, gint64 id, gint64 visit, HfMinute at, GError **error);

gboolean
hf_command_snooze (HfDb *db, const HfActor *actor, gint64 id, HfMinute until, GError **error);
gboolean hf_command_tick (HfDb *db, const HfActor *actor, gint64 id, GError **error);
gboolean
hf_command_skip (HfDb *db, const HfActor *actor, gint64 id, const char *reason, GError **error);

gint64 hf_follow_up_get_number (gint64 id);
gboolean hf_follow_up_find (HfDb *db, const char *text, gint64 *id, GError **error);

G_END_DECLS
