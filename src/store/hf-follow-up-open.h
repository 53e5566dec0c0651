/* hf-follow-up-open.h: an open follow-up, as the commands that change one read it
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
 * HfOpenFollowUp:
 * @is_task: work within the branch: nobody is contacted
 * @is_deadline: of a complaint, and not the manager's
 */
typedef struct
{
  gint64 customer_id;
  gint64 enrolment_id;
  HfDay due_on;
  HfDay window_to;
  HfSet channels;
  HfWays ways;
  char *customer;
  gboolean is_task;
  gboolean is_deadline;
} HfOpenFollowUp;

gboolean hf_open_follow_up_read (
    HfDb *db, const HfActor *actor, gint64 id, HfOpenFollowUp *open, GError **error);
void hf_open_follow_up_clear (HfOpenFollowUp *open);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfOpenFollowUp, hf_open_follow_up_clear)

G_END_DECLS
