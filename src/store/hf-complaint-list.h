/* hf-complaint-list.h: complaints, read (COMP-1, COMP-3)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-db.h"
#include "hf-domain.h"

G_BEGIN_DECLS

/**
 * HfComplaint:
 * @number: as people call it (COMP-9)
 * @customer: name; @owner_id: of the card, 0 for none
 * @words: the customer's
 * @escalated: a deadline passed: it is a manager's matter (COMP-4)
 * @apologised_at: %HF_MINUTE_NONE; @closed_at: %HF_MINUTE_NONE while it is not closed
 * @about_id: who is complained about, 0 for nobody in particular
 * @responsible_id, @investigator_id: 0 for nobody; @investigator: (nullable): name
 * @waits_since: the customer was asked and has not answered, else %HF_MINUTE_NONE
 * @purchase_id, @product_id, @visit_id: what it concerns, 0 for none
 * @facts: what was found out
 * @remedy_fen: what the remedy costs, -1 for not known
 * @promised_by: when the solution is to be there, as the customer was told; %HF_MINUTE_NONE
 * @action_owner_id, @action_on: who sees to it that it does not happen again, and by when
 * @cause_removed: 1 yes, 0 no, -1 nobody said
 * @came_back: the customer complained of it again
 * @apology: how the apology was said
 * @withdrawn_at: closed since it was recorded by mistake or taken back; %HF_MINUTE_NONE
 * @last_move: the newest move: give it to #HfComplaintStep.seen_move, and nobody overwrites what
 *   somebody else did meanwhile
 * @about and the other names: (nullable)
 *
 * A case with all that is kept of it (COMP-1, COMP-9).
 */
typedef struct
{
  gint64 id;
  gint64 number;
  gint64 customer_id;
  char *customer;
  gint64 owner_id;
  HfComplaintStage stage;
  HfComplaintReason reason;
  HfComplaintSeverity severity;
  HfWants wants;
  char *words;
  HfMinute received_at;
  gboolean escalated;
  HfMinute apologised_at;
  gint64 about_id;
  gint64 responsible_id;
  gint64 investigator_id;
  char *remedy;
  int satisfaction;
  char *cause;
  char *action;
  HfMinute closed_at;
  HfMinute waits_since;
  char *investigator;
  HfChannel channel;
  gint64 received_by_id;
  gint64 purchase_id;
  gint64 product_id;
  gint64 visit_id;
  char *facts;
  gint64 remedy_fen;
  gint64 approved_by_id;
  HfMinute promised_by;
  gint64 action_owner_id;
  HfDay action_on;
  int cause_removed;
  gboolean came_back;
  gint64 apologised_by_id;
  char *apology;
  HfMinute withdrawn_at;
  char *about;
  char *responsible;
  char *received_by;
  char *approved_by;
  char *action_owner;
  char *apologised_by;
  char *product;
  gint64 last_move;
} HfComplaint;

/**
 * HfComplaintLogKind:
 * @HF_CASE_LOG_VISIT: a contact with the customer while the case was open
 * @HF_CASE_LOG_MISSED: the moment of a deadline that was missed
 * @HF_CASE_LOG_RETURN: goods that the complaint led to come back (COMP-5)
 * @HF_CASE_LOG_ENQUIRY: an authority asks (COMP-10)
 */
typedef enum
{
  HF_CASE_LOG_MOVE,
  HF_CASE_LOG_NOTE,
  HF_CASE_LOG_APOLOGY,
  HF_CASE_LOG_ESCALATED,
  HF_CASE_LOG_CHANGED,
  HF_CASE_LOG_WITHDRAWN,
  HF_CASE_LOG_WAIT,
  HF_CASE_LOG_REPLY,
  HF_CASE_LOG_VISIT,
  HF_CASE_LOG_MISSED,
  HF_CASE_LOG_RETURN,
  HF_CASE_LOG_ENQUIRY,
  HF_CASE_LOG_ENQUIRY_ANSWERED,
} HfComplaintLogKind;

/**
 * HfComplaintLogLine:
 * @staff: (nullable): who
 * @from, @to: (nullable): nicks: of a move the stages (no @from: received), of a visit channel and
 *   outcome, of what was missed the deadline in @from, of a return its number in @from and its
 *   state in @to
 * @text: may be empty
 */
typedef struct
{
  HfMinute at;
  HfComplaintLogKind kind;
  char *staff;
  char *from;
  char *to;
  char *text;
} HfComplaintLogLine;

HfComplaint *hf_complaint_load (HfDb *db, gint64 id, GError **error);
void hf_complaint_free (HfComplaint *complaint);
gboolean hf_complaint_find (HfDb *db, const char *text, gint64 *id, GError **error);
GArray *hf_complaint_dup_log (HfDb *db, gint64 id, GError **error);
GArray *hf_complaints_dup_ids (HfDb *db, gint64 staff, int limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfComplaint, hf_complaint_free)

G_END_DECLS
