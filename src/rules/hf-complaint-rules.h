/* hf-complaint-rules.h: how a complaint goes from stage to stage (COMP-3, COMP-9)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfComplaintMove:
 * @from: the stage it is in
 * @to: the stage it is to go to
 * @apologised: an apology was recorded, or is with this move
 * @has_remedy: the solution that was offered is known
 * @satisfaction: 1 to 5 as the customer said, 0 for not asked
 * @has_cause: why it came to this is written down
 * @about: who is complained about, 0 for nobody in particular
 * @investigator: who looks into it, 0 for nobody yet
 *
 * What is known at a move.
 */
typedef struct
{
  HfComplaintStage from;
  HfComplaintStage to;
  gboolean apologised;
  gboolean has_remedy;
  int satisfaction;
  gboolean has_cause;
  gint64 about;
  gint64 investigator;
} HfComplaintMove;

/**
 * HfComplaintNext:
 *
 * What is to be done about a complaint next.
 */
typedef enum
{
  HF_COMPLAINT_NEXT_ACKNOWLEDGE,
  HF_COMPLAINT_NEXT_CALL_BACK,
  HF_COMPLAINT_NEXT_VISIT,
  HF_COMPLAINT_NEXT_INVESTIGATE,
  HF_COMPLAINT_NEXT_APOLOGISE,
  HF_COMPLAINT_NEXT_ANSWER,
  HF_COMPLAINT_NEXT_ACCEPT,
  HF_COMPLAINT_NEXT_CLOSE,
  HF_COMPLAINT_NEXT_REOPEN,
} HfComplaintNext;

HfComplaintNext hf_complaint_get_next (HfComplaintStage stage,
                                       gboolean to_call,
                                       gboolean to_visit,
                                       gboolean apologised);
gboolean hf_complaint_may_move (HfComplaintStage from, HfComplaintStage to);
gboolean hf_complaint_move_check_order (HfComplaintStage from, HfComplaintStage to, GError **error);
gboolean hf_complaint_move_check (const HfComplaintMove *move, GError **error);

G_END_DECLS
