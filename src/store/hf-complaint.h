/* hf-complaint.h: complaints, received and brought to an end (COMP-1, COMP-3, COMP-4, COMP-9)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"
#include "hf-operation.h"

G_BEGIN_DECLS

/**
 * HfComplaintDraft:
 * @channel: by which it came
 * @words: (nullable): what happened, in the customer's words
 * @about_id: who is complained about, 0 for nobody in particular
 * @responsible_id: 0 for the owner of the card, unless it is they who are complained about
 * @purchase_id, @product_id, @visit_id: what it concerns, 0 for none
 * @promised_by: by when an answer was promised, %HF_MINUTE_NONE
 *
 * A complaint as it is received. "Now" is when. Texts are borrowed.
 */
typedef struct
{
  gint64 customer_id;
  HfChannel channel;
  HfComplaintReason reason;
  HfComplaintSeverity severity;
  HfWants wants;
  const char *words;
  gint64 about_id;
  gint64 responsible_id;
  gint64 purchase_id;
  gint64 product_id;
  gint64 visit_id;
  HfMinute promised_by;
} HfComplaintDraft;

/**
 * HfComplaintStep:
 * @to: the stage
 * @note: (nullable): kept with the move
 * @apology: the customer has been told that we are sorry; @apology_how: how, needed with it
 * @seen_move: the newest move that whoever acts has seen: refused when somebody moved the case
 *   since; 0 for not to compare
 * @investigator_id: who looks into it, 0 for whoever does already, or acts
 * @remedy: (nullable): the solution that is offered; needed for an answer
 * @remedy_by: by when it will be there, as the customer was told; %HF_MINUTE_NONE
 * @satisfaction: 1 to 5, 0 for not said; @cause, @action: (nullable): why, and what we change
 *
 * A complaint goes on. Texts are borrowed.
 */
typedef struct
{
  HfComplaintStage to;
  const char *note;
  gboolean apology;
  const char *apology_how;
  gint64 seen_move;
  gint64 investigator_id;
  const char *remedy;
  HfMinute remedy_by;
  int satisfaction;
  const char *cause;
  const char *action;
} HfComplaintStep;

void hf_complaint_draft_init (HfComplaintDraft *draft);
void hf_complaint_step_init (HfComplaintStep *step);

gboolean hf_command_open_complaint (
    HfDb *db, const HfActor *actor, const HfComplaintDraft *draft, gint64 *id, GError **error);
gboolean hf_command_move_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const HfComplaintStep *step, GError **error);
gboolean hf_command_wait_for_customer (
    HfDb *db, const HfActor *actor, gint64 id, gboolean waits, const char *note, GError **error);

G_END_DECLS
