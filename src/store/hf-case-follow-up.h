/* hf-case-follow-up.h: what a return, a reaction or a failure asks of somebody today
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfCaseFollowUp:
 * @staff_id: whose work it is, 0 for whoever has the role
 * @kind: urgent, or for an adverse reaction
 * @ways: as hf_ways_parse() takes it
 * @cause: a nick that hf-work words
 * @subject_id: the case
 */
typedef struct
{
  gint64 customer_id;
  gint64 staff_id;
  HfKind kind;
  const char *ways;
  const char *cause;
  gint64 subject_id;
} HfCaseFollowUp;

gboolean hf_case_follow_up_insert (
    HfDb *db, const HfActor *actor, const HfCaseFollowUp *task, gint64 *id, GError **error);
const char *hf_case_follow_up_describe (const char *cause, const char **reason);

G_END_DECLS
