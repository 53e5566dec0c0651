/* hf-complaint-board.h: complaints as a board and as a list, read (COMP-3, COMP-4)
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-case-counts.h"
#include "hf-deadline.h"

G_BEGIN_DECLS

/**
 * HfComplaintBoard:
 * @ids: (element-type gint64): open complaints by stage, the nearest deadline first
 * @n_late: of how many a deadline passed; @n_soon: of how many one comes today or tomorrow
 * @n_closed_lately, @n_kept_lately: closed in the last 30 days, and without a missed deadline;
 * those that were withdrawn are not among them
 * @days_lately: how long those took on average, in tenths of a day
 * @n_closed: closed at all
 * @settings: COMP-4's numbers, as the branch has them
 */
typedef struct
{
  GArray *ids[HF_CASE_CLOSED];
  guint n_late;
  guint n_soon;
  guint n_closed_lately;
  guint n_kept_lately;
  guint days_lately;
  guint n_closed;
  HfDeadlineSettings settings;
} HfComplaintBoard;

HfComplaintBoard *hf_complaint_board_load (HfDb *db, const HfCaseFilter *filter, GError **error);
void hf_complaint_board_free (HfComplaintBoard *board);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfComplaintBoard, hf_complaint_board_free)

/**
 * HfComplaintRow:
 * @tier: of the customer, may be empty
 * @staff_id, @staff: (nullable): whose work it is
 * @deadline: the one that comes next or passed first, -1 for none that runs
 * @due_at, @warn_at: of it; @begun_at: from when its time counts
 * @waits_since: the customer was asked: the answer's clock stands still; %HF_MINUTE_NONE
 * @closed_at: %HF_MINUTE_NONE while it is open; @withdrawn: closed without an answer
 *
 * What a card or a line shows of a complaint: no number, no words of the customer.
 */
typedef struct
{
  gint64 id;
  gint64 number;
  gint64 customer_id;
  char *customer;
  char *tier;
  HfComplaintStage stage;
  HfComplaintReason reason;
  gboolean serious;
  gboolean escalated;
  HfMinute received_at;
  HfMinute closed_at;
  gint64 staff_id;
  char *staff;
  int deadline;
  HfMinute due_at;
  HfMinute warn_at;
  HfMinute begun_at;
  HfMinute waits_since;
  gboolean withdrawn;
} HfComplaintRow;

HfComplaintRow *hf_complaint_row_load (HfDb *db, gint64 id, GError **error);
void hf_complaint_row_free (HfComplaintRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfComplaintRow, hf_complaint_row_free)

G_END_DECLS
