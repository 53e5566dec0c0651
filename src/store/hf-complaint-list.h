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
} HfComplaint;

HfComplaint *hf_complaint_load (HfDb *db, gint64 id, GError **error);
void hf_complaint_free (HfComplaint *complaint);
gboolean hf_complaint_find (HfDb *db, const char *text, gint64 *id, GError **error);
GArray *hf_complaints_dup_ids (HfDb *db, gint64 staff, int limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfComplaint, hf_complaint_free)

G_END_DECLS
