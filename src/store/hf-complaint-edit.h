/* hf-complaint-edit.h: what is kept of a complaint besides its stages (COMP-3, COMP-9)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-domain.h"
#include "hf-operation.h"

G_BEGIN_DECLS

typedef enum
{
  HF_CASE_FIELD_SEVERITY,
  HF_CASE_FIELD_RESPONSIBLE,
  HF_CASE_FIELD_INVESTIGATOR,
  HF_CASE_FIELD_PROMISED_BY,
  HF_CASE_FIELD_FACTS,
  HF_CASE_FIELD_REMEDY,
  HF_CASE_FIELD_COST,
  HF_CASE_FIELD_APPROVED_BY,
  HF_CASE_FIELD_CAUSE,
  HF_CASE_FIELD_ACTION,
  HF_CASE_FIELD_ACTION_OWNER,
  HF_CASE_FIELD_ACTION_ON,
  HF_CASE_FIELD_CAUSE_REMOVED,
  HF_CASE_FIELD_REASON,
  HF_CASE_FIELD_WANTS,
  HF_CASE_FIELD_ABOUT,
} HfCaseField;

/**
 * HfComplaintEdit:
 * @fields: which of the others count, HF_BIT (#HfCaseField)
 * @responsible_id, @investigator_id, @approved_by_id, @action_owner_id: 0 for nobody
 * @promised_by: %HF_MINUTE_NONE for no promise
 * @remedy_fen: what the remedy costs, -1 for not known
 * @action_on: by when the cause is removed, %HF_DAY_NONE
 * @cause_removed: 1 yes, 0 no, -1 nobody said
 * @about_id: who is complained about, 0 for nobody in particular
 *
 * What changes in a case; the customer's words never do. Texts are borrowed, and may be empty.
 */
typedef struct
{
  HfSet fields;
  HfComplaintSeverity severity;
  gint64 responsible_id;
  gint64 investigator_id;
  HfMinute promised_by;
  const char *facts;
  const char *remedy;
  gint64 remedy_fen;
  gint64 approved_by_id;
  const char *cause;
  const char *action;
  gint64 action_owner_id;
  HfDay action_on;
  int cause_removed;
  HfComplaintReason reason;
  HfWants wants;
  gint64 about_id;
} HfComplaintEdit;

gboolean hf_command_edit_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const HfComplaintEdit *edit, GError **error);
gboolean hf_command_note_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const char *text, GError **error);
gboolean hf_command_apologise (
    HfDb *db, const HfActor *actor, gint64 id, gint64 staff, const char *how, GError **error);
gboolean hf_command_escalate_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const char *why, GError **error);
gboolean hf_command_withdraw_complaint (
    HfDb *db, const HfActor *actor, gint64 id, const char *why, GError **error);

gboolean hf_complaint_withdraw (HfDb *db, const HfActor *actor, gint64 id, GError **error);

G_END_DECLS
