/* hf-complaint-query.h: which complaints a list shows, and in which order
 *
 * Copyright 2026 The Huifang authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "hf-case-counts.h"

G_BEGIN_DECLS

typedef enum
{
  HF_COMPLAINTS_OPEN,
  HF_COMPLAINTS_CLOSED,
  HF_COMPLAINTS_ALL,
} HfComplaintsShown;

typedef enum
{
  HF_COMPLAINT_SORT_NUMBER,
  HF_COMPLAINT_SORT_CUSTOMER,
  HF_COMPLAINT_SORT_REASON,
  HF_COMPLAINT_SORT_STAGE,
  HF_COMPLAINT_SORT_STAFF,
  HF_COMPLAINT_SORT_RECEIVED,
  HF_COMPLAINT_SORT_DEADLINE,
  HF_COMPLAINT_SORT_CLOSED,
} HfComplaintSort;

/**
 * HfComplaintQuery:
 * @descending: from the other end
 *
 * A plain value.
 */
typedef struct
{
  HfCaseFilter filter;
  HfComplaintsShown shown;
  HfComplaintSort sort;
  gboolean descending;
} HfComplaintQuery;

GArray *hf_complaint_query_dup_ids (HfDb *db, const HfComplaintQuery *query, GError **error);

G_END_DECLS
